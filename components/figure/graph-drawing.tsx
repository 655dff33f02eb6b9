import type { ReactNode } from "react";
import { useMarks } from "#components/math/use-marks.ts";
import { Arrow } from "./arrow.tsx";
import type { FigureOf } from "./figure-of.ts";
import { layout, radius } from "./graph-layout.ts";
import type { Place } from "./place.ts";

interface GraphDrawingProps {
  alt: string;
  nodes: readonly Labelled<FigureOf<"graph">["nodes"][number]>[];
  edges: readonly Labelled<FigureOf<"graph">["edges"][number]>[];
}

/** The label is set by whoever draws: TeX is typeset on the server, also where the graph moves in the browser. */
type Labelled<T> = Omit<T, "label"> & { label?: ReactNode };

/**
 * A computation graph: the forward value of a node stands above it, the gradient below. Labels are HTML laid over the
 * drawing, since TeX inside SVG does not stand still in every browser; their size follows the drawing’s width.
 */
export function GraphDrawing({ alt, nodes, edges }: GraphDrawingProps) {
  const { width, height, room, places } = layout(nodes);
  const scaled = (units: number) => `${((100 * units) / width).toFixed(3)}cqw`;
  const at = (place: Place | undefined, lower = 0) => ({
    left: scaled(place?.x ?? 0),
    top: scaled((place?.y ?? 0) + lower),
  });
  const marks = useMarks();
  const shown = (numbers: string) => minus(marks.text(numbers));
  const hasGradients = nodes.some(({ gradient }) => gradient !== undefined);
  return (
    <>
      {/* The drawing scrolls on a phone rather than shrink past reading. */}
      <div data-scrolls="" className="overflow-x-auto">
        <div
          role="img"
          aria-label={marks.text(alt)}
          className="relative [container-type:inline-size]"
          style={{
            aspectRatio: `${width} / ${height}`,
            minWidth: `${width * 0.053}rem`,
            maxWidth: `${width * 0.07}rem`,
          }}
        >
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="absolute inset-0 size-full">
            {edges.map(({ from, to }) => (
              <Edge key={`${from} ${to}`} from={places.get(from)} to={places.get(to)} />
            ))}
            {nodes.map(({ id }) => (
              <circle
                key={id}
                cx={places.get(id)?.x}
                cy={places.get(id)?.y}
                r={radius}
                fill="var(--raised)"
                stroke="var(--ink)"
                strokeWidth="1.25"
              />
            ))}
          </svg>
          <div aria-hidden="true" className="text-center leading-tight tabular-nums" style={{ fontSize: scaled(13) }}>
            {nodes.map(({ id, label, value, gradient }) => (
              <div key={id}>
                <span className={`${placed} -translate-y-1/2`} style={{ ...at(places.get(id)), fontSize: "1.1em" }}>
                  {label}
                </span>
                {value !== undefined && (
                  <span
                    className={`${beside} -translate-y-full`}
                    style={{ ...at(places.get(id), -radius - 3), maxWidth: scaled(room) }}
                  >
                    {shown(value)}
                  </span>
                )}
                {gradient !== undefined && (
                  <span
                    className={`${beside} font-semibold text-accent`}
                    style={{ ...at(places.get(id), radius + 4), maxWidth: scaled(room) }}
                  >
                    {shown(gradient)}
                  </span>
                )}
              </div>
            ))}
            {edges.map(({ from, to, label }) => {
              const [a, b] = [places.get(from), places.get(to)];
              if (!label || !a || !b) return null;
              const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
              return (
                <span key={`${from} ${to}`} className={`${placed} -translate-y-full`} style={at(middle, -2)}>
                  {label}
                </span>
              );
            })}
          </div>
        </div>
      </div>
      {hasGradients && (
        <figcaption aria-hidden="true" className="mt-2 text-fine text-muted">
          Above a node its value, <span className="font-semibold text-accent">below it the gradient</span> of the loss.
        </figcaption>
      )}
    </>
  );
}

const placed = "absolute -translate-x-1/2 whitespace-nowrap leading-none";

/** What stands beside a node hides the edges behind it. */
const beside = "absolute -translate-x-1/2 bg-paper/80 px-0.5 w-max";

/** Numbers come with a hyphen; a row of a matrix is not broken. */
const minus = (numbers: string) => numbers.replace(/-(?=\d)/g, "−").replace(/([,;]) /g, "$1\u00a0");

/** A line from rim to rim with an arrow head. */
function Edge({ from, to }: { from: Place | undefined; to: Place | undefined }) {
  if (!from || !to) return null;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const rim = { x: from.x + ux * radius, y: from.y + uy * radius };
  const tip = { x: to.x - ux * (radius + 2), y: to.y - uy * (radius + 2) };
  return <Arrow from={rim} to={tip} colour="var(--muted)" />;
}
