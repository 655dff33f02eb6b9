import { useMarks } from "#components/math/use-marks.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { FigureOf } from "./figure-of.ts";

const width = 400;
const row = 34;
const gutter = 96;
const room = width - gutter - 70;

interface BarsProps extends FigureOf<"bars"> {
  /** A value that has its place on the scale whatever the bars are, so that figures keep one scale. */
  full?: number;
}

/** Bars lie, so that labels of any length stand beside them; bars of negative values run to the left of zero. */
export function Bars({ alt, bars, full = 0 }: BarsProps) {
  const marks = useMarks();
  const values = bars.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const span = Math.max(0, full, ...values) - low || 1;
  const at = (value: number) => gutter + ((value - low) / span) * room;
  const height = bars.length * row + 8;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" className="w-full max-w-[30rem]" fontSize="14">
      <title>{marks.text(alt)}</title>
      {bars.map(({ label, value }, i) => (
        <g key={label} transform={`translate(0 ${i * row + 4})`}>
          <text x={gutter - 10} y={row / 2} textAnchor="end" dominantBaseline="central" fill="var(--ink)">
            {marks.text(label)}
          </text>
          <rect
            x={Math.min(at(0), at(value))}
            y="5"
            width={Math.max(1, Math.abs(at(value) - at(0)))}
            height={row - 10}
            fill="var(--accent)"
          />
          <text
            x={Math.max(at(0), at(value)) + 8}
            y={row / 2}
            dominantBaseline="central"
            fill="var(--muted)"
            className="tabular-nums"
          >
            {marks.text(plain(value, 3).replaceAll("-", "−"))}
          </text>
        </g>
      ))}
      <path d={`M${at(0)} 0V${height}`} stroke="var(--ink)" />
    </svg>
  );
}
