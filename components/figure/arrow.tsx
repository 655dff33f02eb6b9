import type { Place } from "./place.ts";

interface ArrowProps {
  from: Place;
  to: Place;
  colour: string;
  width?: number;
  /** The length of the head; 0 draws none. */
  head?: number;
  dashed?: boolean;
}

/** A straight arrow in units of the drawing; its head shrinks where the arrow is short. */
export function Arrow({ from, to, colour, width = 1, head = 7, dashed = false }: ArrowProps) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 0.5) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const long = Math.min(head, 0.7 * length);
  const wing = (side: number) =>
    `${round(to.x - long * ux + side * 0.5 * long * uy)} ${round(to.y - long * uy - side * 0.5 * long * ux)}`;
  const end = { x: to.x - 0.7 * long * ux, y: to.y - 0.7 * long * uy };
  return (
    <>
      <path
        d={`M${round(from.x)} ${round(from.y)}L${round(end.x)} ${round(end.y)}`}
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashed ? "5 4" : undefined}
      />
      {head > 0 && <path d={`M${round(to.x)} ${round(to.y)}L${wing(1)}L${wing(-1)}Z`} fill={colour} />}
    </>
  );
}

const round = (x: number) => Number(x.toFixed(2));
