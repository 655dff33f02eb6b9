import { plain } from "#lib/exercise/tex.ts";
import type { FigureOf } from "./figure-of.ts";
import { scale, ticks } from "./scale.ts";

const [width, height] = [400, 280];
const frame = { left: 44, right: 388, top: 16, bottom: 240 };

/** A curve on two axes, with marked points. */
export function Curve({ alt, xLabel, yLabel, points, marks }: FigureOf<"curve">) {
  const all = [...points, ...marks];
  const x = scale(
    all.map((point) => point.x),
    frame.left,
    frame.right,
  );
  const y = scale(
    all.map((point) => point.y),
    frame.bottom,
    frame.top,
  );
  const path = points.map(
    (point, i) => `${i === 0 ? "M" : "L"}${x.at(point.x).toFixed(1)} ${y.at(point.y).toFixed(1)}`,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" className="w-full max-w-[32rem]" fontSize="12.5">
      <title>{alt}</title>
      <g stroke="var(--rule)">
        {ticks(x).map((t) => (
          <path key={t} d={`M${x.at(t)} ${frame.top}V${frame.bottom}`} />
        ))}
        {ticks(y).map((t) => (
          <path key={t} d={`M${frame.left} ${y.at(t)}H${frame.right}`} />
        ))}
      </g>
      <g fill="var(--muted)" className="tabular-nums">
        {ticks(x).map((t) => (
          <text key={t} x={x.at(t)} y={frame.bottom + 17} textAnchor="middle">
            {plain(t, 4)}
          </text>
        ))}
        {ticks(y).map((t) => (
          <text key={t} x={frame.left - 7} y={y.at(t)} textAnchor="end" dominantBaseline="central">
            {plain(t, 4)}
          </text>
        ))}
      </g>
      <g fill="var(--ink)" className="font-serif" fontSize="15" fontStyle="italic">
        <text x={frame.right} y={frame.bottom + 35} textAnchor="end">
          {xLabel}
        </text>
        <text x="4" y="12">
          {yLabel}
        </text>
      </g>
      <path d={path.join("")} fill="none" stroke="var(--ink)" strokeWidth="1.75" strokeLinejoin="round" />
      {marks.map((mark, i) => (
        <Mark
          key={`${mark.label} ${mark.x} ${mark.y}`}
          x={x.at(mark.x)}
          y={y.at(mark.y)}
          label={mark.label}
          above={i % 2 === 0}
        />
      ))}
    </svg>
  );
}

/** Labels stand inside the frame, and by turns above and below, so that neighbours stay apart. */
function Mark({ x, y, label, above }: { x: number; y: number; label: string; above: boolean }) {
  const atRight = x > frame.right - 90;
  const raised = above ? y > frame.top + 22 : y > frame.bottom - 18;
  return (
    <g fill="var(--accent)">
      <circle cx={x} cy={y} r="5" stroke="var(--paper)" strokeWidth="1.5" />
      <text
        x={atRight ? x - 8 : x + 8}
        y={raised ? y - 9 : y + 17}
        textAnchor={atRight ? "end" : "start"}
        fontSize="13.5"
        fontWeight="600"
        stroke="var(--paper)"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  );
}
