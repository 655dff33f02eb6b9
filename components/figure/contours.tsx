import { useMarks } from "#components/math/use-marks.ts";
import { Arrow } from "./arrow.tsx";
import { Axes } from "./axes.tsx";
import { Labels } from "./drawn-labels.tsx";
import type { FigureOf } from "./figure-of.ts";
import { placeLabels } from "./labels.ts";
import { levelLines } from "./level-lines.ts";
import type { Place } from "./place.ts";
import { equalScales } from "./scale.ts";

const width = 400;
const box = { left: 44, right: 392, top: 20 };

interface ContoursProps extends FigureOf<"contours"> {
  /** What is to be in view too, so that a figure that moves keeps its frame. */
  around?: readonly Place[];
}

/** Level lines of a quadratic on equal scales, so that a gradient stands across them, and a path over them. */
export function Contours({ alt, xLabel, yLabel, centre, a, b, c, path, arrows, around = [] }: ContoursProps) {
  const decimals = useMarks();
  const reached = [...path, ...around, ...arrows.flatMap(({ from, to }) => [from, to])];
  const all = [...reached, ...reached.map((point) => opposite(point, centre))];
  const { x, y, frame } = equalScales(
    all.map((point) => point.x),
    all.map((point) => point.y),
    box,
  );
  const at = (point: Place) => ({ x: x.at(point.x), y: y.at(point.y) });
  const places = path.map((point) => ({ ...at(point), text: point.label }));
  const steps = places.slice(1).map((place, i): [Place, Place] => [places[i] ?? place, place]);
  const lines = [...steps, ...arrows.map(({ from, to }): [Place, Place] => [at(from), at(to)])];
  const ends = new Set([0, places.length - 1]);
  const named = [
    ...places
      .map((place, i) => ({ ...place, optional: !ends.has(i) }))
      .sort((p, q) => Number(p.optional) - Number(q.optional)),
    ...arrows.map(({ to, label }) => ({ ...at(to), text: label })),
  ];
  const { left, right, top, bottom } = frame;
  return (
    <svg
      viewBox={`0 0 ${width} ${(bottom + 42).toFixed(0)}`}
      role="img"
      className="w-full max-w-[32rem]"
      fontSize="12.5"
    >
      <title>{decimals.text(alt)}</title>
      <Axes frame={frame} x={x} y={y} xLabel={xLabel} yLabel={yLabel} />
      {/* An svg inside clips what leaves the frame. */}
      <svg
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
        aria-hidden="true"
      >
        {levelLines({ centre, a, b, c }, x, y).map((matrix) => (
          <circle
            key={matrix}
            r="1"
            transform={`matrix(${matrix})`}
            fill="none"
            stroke="var(--muted)"
            strokeOpacity="0.7"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <path d={cross(at(centre))} stroke="var(--ink)" strokeWidth="1.5" />
      {arrows.map(({ from, to }) => (
        <Arrow
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          from={at(from)}
          to={at(to)}
          colour="var(--ink)"
          width={1.9}
          head={11}
        />
      ))}
      {unique(steps).map(([from, to]) => (
        <Arrow
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          from={from}
          to={short(from, to)}
          colour="var(--accent)"
          width={1.9}
          head={8}
        />
      ))}
      <path d={dots(places)} stroke="var(--paper)" strokeWidth="9" strokeLinecap="round" />
      <path d={dots(places)} stroke="var(--accent)" strokeWidth="7" strokeLinecap="round" />
      <Labels labels={placeLabels(named, frame, lines)} />
    </svg>
  );
}

/** A little of what lies beyond the minimum is shown too. */
const opposite = (point: Place, centre: Place): Place => ({
  x: centre.x - 0.3 * (point.x - centre.x),
  y: centre.y - 0.3 * (point.y - centre.y),
});

/** The minimum, marked by a small cross. */
const cross = ({ x, y }: Place) => `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`;

/** Stretches of no length with round ends: a point each. */
const dots = (places: readonly Place[]) => places.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");

/** A path that swings to and fro passes the same stretch again. */
function unique(steps: readonly [Place, Place][]): [Place, Place][] {
  const key = ([from, to]: [Place, Place]) => `${from.x} ${from.y} ${to.x} ${to.y}`;
  return [...new Map(steps.map((step) => [key(step), step])).values()];
}

/** An arrow ends at the rim of the point, not in its middle. */
function short(from: Place, to: Place): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const t = length > 9 ? (length - 4) / length : 1;
  return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
}
