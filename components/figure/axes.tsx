import { useMarks } from "#components/math/use-marks.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { Frame } from "./place.ts";
import { type Scale, ticks } from "./scale.ts";

interface AxesProps {
  frame: Frame;
  x: Scale;
  y: Scale;
  xLabel: string;
  yLabel: string;
}

/** What every drawing on two axes stands on: a grid with its numbers, a stronger line through each zero, two names. */
export function Axes({ frame: { left, right, top, bottom }, x, y, xLabel, yLabel }: AxesProps) {
  const holdsZero = ({ low, high }: Scale) => low < 0 && high > 0;
  const marks = useMarks();
  return (
    <>
      <g stroke="var(--rule)">
        {ticks(x).map((t) => (
          <path key={t} d={`M${round(x.at(t))} ${top}V${bottom}`} />
        ))}
        {ticks(y).map((t) => (
          <path key={t} d={`M${left} ${round(y.at(t))}H${right}`} />
        ))}
      </g>
      <g stroke="var(--edge)">
        {holdsZero(x) && <path d={`M${round(x.at(0))} ${top}V${bottom}`} />}
        {holdsZero(y) && <path d={`M${left} ${round(y.at(0))}H${right}`} />}
      </g>
      <g fill="var(--muted)" className="tabular-nums">
        {ticks(x).map((t) => (
          <text key={t} x={round(x.at(t))} y={bottom + 17} textAnchor="middle">
            {marks.text(signed(t))}
          </text>
        ))}
        {ticks(y).map((t) => (
          <text key={t} x={left - 7} y={round(y.at(t))} textAnchor="end" dominantBaseline="central">
            {marks.text(signed(t))}
          </text>
        ))}
      </g>
      <g fill="var(--ink)" className="font-serif" fontSize="15" fontStyle="italic">
        <text x={right} y={bottom + 35} textAnchor="end">
          {marks.text(xLabel)}
        </text>
        <text x="4" y={top - 4}>
          {marks.text(yLabel)}
        </text>
      </g>
    </>
  );
}

const round = (x: number) => Number(x.toFixed(2));
const signed = (t: number) => plain(t, 4).replace("-", "−");
