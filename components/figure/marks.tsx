import { Labels } from "./drawn-labels.tsx";
import { placeLabels } from "./labels.ts";
import type { Frame, Place } from "./place.ts";
import type { Scale } from "./scale.ts";

interface MarksProps {
  marks: readonly { x: number; y: number; label: string }[];
  x: Scale;
  y: Scale;
  frame: Frame;
  /** What the labels rather do not cover. */
  lines?: readonly [Place, Place][];
}

/** Marked points and their labels. */
export function Marks({ marks, x, y, frame, lines = [] }: MarksProps) {
  const places = marks.map((mark) => ({ x: x.at(mark.x), y: y.at(mark.y), text: mark.label }));
  return (
    <>
      {places.map((place) => (
        <circle
          key={`${place.text} ${place.x} ${place.y}`}
          cx={place.x.toFixed(1)}
          cy={place.y.toFixed(1)}
          r="5"
          fill="var(--accent)"
          stroke="var(--paper)"
          strokeWidth="1.5"
        />
      ))}
      <Labels labels={placeLabels(places, frame, lines)} />
    </>
  );
}
