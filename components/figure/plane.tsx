import { useMarks } from "#components/math/use-marks.ts";
import { Arrow } from "./arrow.tsx";
import { Axes } from "./axes.tsx";
import { Labels } from "./drawn-labels.tsx";
import type { FigureOf } from "./figure-of.ts";
import { placeLabels } from "./labels.ts";
import type { Place } from "./place.ts";
import { equalScales } from "./scale.ts";

const width = 400;
const box = { left: 40, right: 392, top: 20 };

const tones = {
  plain: { colour: "var(--ink)", width: 1.9, head: 11 },
  result: { colour: "var(--accent)", width: 2.4, head: 12 },
  faint: { colour: "var(--muted)", width: 1.2, head: 8, dashed: true },
} as const;

interface PlaneProps extends FigureOf<"plane"> {
  /** What is to be in view too, so that a figure that moves keeps its frame. */
  around?: readonly Place[];
}

/** Arrows, points and lines in the plane; one unit is as long across as up, so that lengths and angles are true. */
export function Plane({ alt, xLabel, yLabel, arrows, points, lines, around = [] }: PlaneProps) {
  const decimals = useMarks();
  const all = [...arrows, ...lines].flatMap(({ from, to }) => [from, to]).concat(points, around, { x: 0, y: 0 });
  const { x, y, frame } = equalScales(
    all.map((point) => point.x),
    all.map((point) => point.y),
    box,
  );
  const at = (point: Place) => ({ x: x.at(point.x), y: y.at(point.y) });
  const drawn = [...arrows, ...lines].map(({ from, to }): [Place, Place] => [at(from), at(to)]);
  const named = [
    ...arrows.map(({ from, to, label }) => ({
      ...between(at(from), at(to), 0.85),
      text: label,
      or: along(at(from), at(to)),
    })),
    ...points.map((point) => ({ ...at(point), text: point.label })),
    ...lines.map(({ from, to, label }) => ({ ...between(at(from), at(to), 0.6), text: label })),
  ];
  return (
    <svg viewBox={`0 0 ${width} ${(frame.bottom + 42).toFixed(0)}`} role="img" className={drawing} fontSize="12.5">
      <title>{decimals.text(alt)}</title>
      <Axes frame={frame} x={x} y={y} xLabel={xLabel} yLabel={yLabel} />
      {lines.map(({ from, to, dashed }) => (
        <Arrow
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          from={at(from)}
          to={at(to)}
          colour="var(--muted)"
          width={1.4}
          head={0}
          dashed={dashed}
        />
      ))}
      {[...arrows].sort(lastResult).map(({ from, to, tone }) => (
        <Arrow key={`${from.x} ${from.y} ${to.x} ${to.y} ${tone}`} from={at(from)} to={at(to)} {...tones[tone]} />
      ))}
      {points.map((point) => (
        <circle
          key={`${point.label} ${point.x} ${point.y}`}
          cx={x.at(point.x).toFixed(1)}
          cy={y.at(point.y).toFixed(1)}
          r="4.5"
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth="1.5"
        />
      ))}
      <Labels labels={placeLabels(named, frame, drawn)} colour="var(--ink)" />
    </svg>
  );
}

const drawing = "w-full max-w-[30rem]";

/** What stands out is drawn over the rest. */
const lastResult = (a: { tone: string }, b: { tone: string }) =>
  Number(a.tone === "result") - Number(b.tone === "result");

const along = (a: Place, b: Place): Place[] => [between(a, b, 1), between(a, b, 0.5)];

const between = (a: Place, b: Place, t: number): Place => ({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
