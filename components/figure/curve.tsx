import { useMarks } from "#components/math/use-marks.ts";
import { Axes } from "./axes.tsx";
import type { FigureOf } from "./figure-of.ts";
import { Marks } from "./marks.tsx";
import { polyline, stretches } from "./polyline.ts";
import { scale } from "./scale.ts";

const [width, height] = [400, 280];
const frame = { left: 44, right: 388, top: 16, bottom: 240 };

/** A curve on two axes, with marked points. */
export function Curve({ alt, xLabel, yLabel, points, marks }: FigureOf<"curve">) {
  const decimals = useMarks();
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
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" className="w-full max-w-[32rem]" fontSize="12.5">
      <title>{decimals.text(alt)}</title>
      <Axes frame={frame} x={x} y={y} xLabel={xLabel} yLabel={yLabel} />
      <path d={polyline(points, x, y)} fill="none" stroke="var(--ink)" strokeWidth="1.75" strokeLinejoin="round" />
      <Marks marks={marks} x={x} y={y} frame={frame} lines={stretches(points, x, y)} />
    </svg>
  );
}
