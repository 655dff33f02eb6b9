import { useMarks } from "#components/math/use-marks.ts";
import { Axes } from "./axes.tsx";
import type { FigureOf } from "./figure-of.ts";
import { labelSize, widthOf } from "./labels.ts";
import { Marks } from "./marks.tsx";
import { polyline, stretches } from "./polyline.ts";
import { type Scale, scale } from "./scale.ts";
import { spread } from "./spread.ts";
import { underneath } from "./underneath.ts";

const width = 400;
const row = 19;
/** A piece of a curve’s line before its name. */
const key = 24;
/** Names up to this wide stand beside the ends of their curves, longer ones in a list below. */
const widest = 96;

/** Curves are told apart by their dashes as well as by their colours. */
const strokes = [
  { stroke: "var(--ink)", strokeWidth: 1.9 },
  { stroke: "var(--accent)", strokeWidth: 1.9, strokeDasharray: "9 4" },
  { stroke: "var(--muted)", strokeWidth: 2.1, strokeDasharray: "2 3.5" },
  { stroke: "var(--accent-strong)", strokeWidth: 1.9, strokeDasharray: "10 3 2 3" },
] as const;
const strokeOf = (i: number) => strokes[i % strokes.length];

/** Curves on two axes, marked points, and the area under stretches of the first. */
export function Curves({ alt, xLabel, yLabel, curves, shaded, marks }: FigureOf<"curves">) {
  const decimals = useMarks();
  const all = [...curves.flatMap(({ points }) => points), ...marks];
  const longest = Math.max(0, ...curves.map(({ label }) => (label === "" ? 0 : widthOf(label))));
  const isBeside = longest > 0 && longest <= widest;
  const frame = { left: 44, right: isBeside ? 392 - key - 6 - longest : 388, top: 18, bottom: 242 };
  const x = scale(
    all.map((point) => point.x),
    frame.left,
    frame.right,
  );
  const y = scale([...all.map((point) => point.y), ...shaded.map(() => 0)], frame.bottom, frame.top);
  const below = longest > widest ? curves.length * row + 8 : 0;
  return (
    <svg viewBox={`0 0 ${width} ${284 + below}`} role="img" className="w-full max-w-[34rem]" fontSize="12.5">
      <title>{decimals.text(alt)}</title>
      {shaded.map(({ from, to }) => (
        <path
          key={`${from} ${to}`}
          d={`${polyline(underneath(curves[0]?.points ?? [], from, to), x, y)}Z`}
          fill="var(--accent)"
          fillOpacity="0.28"
        />
      ))}
      <Axes frame={frame} x={x} y={y} xLabel={xLabel} yLabel={yLabel} />
      {curves.map(({ label, points }, i) => (
        <path key={label} d={polyline(points, x, y)} fill="none" strokeLinejoin="round" {...strokeOf(i)} />
      ))}
      <Marks marks={marks} x={x} y={y} frame={frame} lines={curves.flatMap(({ points }) => stretches(points, x, y))} />
      {(isBeside ? namesBeside(curves, y, frame) : namesBelow(below > 0 ? curves : [])).map(({ label, ...at }, i) => (
        <g key={label} transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}>
          <path d={`M0 0H${key}`} fill="none" {...strokeOf(i)} />
          <text x={key + 6} dominantBaseline="central" fill="var(--ink)" fontSize={labelSize}>
            {decimals.text(label)}
          </text>
        </g>
      ))}
    </svg>
  );
}

type Ends = FigureOf<"curves">["curves"];

/** At the height where each curve ends, moved apart where two end together. */
function namesBeside(curves: Ends, y: Scale, { right, top, bottom }: { right: number; top: number; bottom: number }) {
  const ends = curves.map(({ points }) => y.at(points.at(-1)?.y ?? 0));
  return spread(ends, row, top, bottom).map((at, i) => ({ label: curves[i]?.label ?? "", x: right + 4, y: at }));
}

const namesBelow = (curves: Ends) => curves.map(({ label }, i) => ({ label, x: 44, y: 294 + i * row }));
