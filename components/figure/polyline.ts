import type { Place } from "./place.ts";
import type { Scale } from "./scale.ts";

/** Sampled points as the path of an SVG. */
export const polyline = (points: readonly Place[], x: Scale, y: Scale): string =>
  points.map((point, i) => `${i === 0 ? "M" : "L"}${x.at(point.x).toFixed(1)} ${y.at(point.y).toFixed(1)}`).join("");

/** The same as stretches between neighbours, for labels to keep off. */
export const stretches = (points: readonly Place[], x: Scale, y: Scale): [Place, Place][] => {
  const places = points.map((point) => ({ x: x.at(point.x), y: y.at(point.y) }));
  return places.slice(1).map((place, i) => [places[i] ?? place, place]);
};
