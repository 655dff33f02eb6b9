/** Evenly spaced numbers from one end to the other, both included, for drawing curves. */
export const grid = (from: number, to: number, count = 81): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** The points of a function’s curve. */
export const curveOf = (f: (x: number) => number, xs: readonly number[]) => xs.map((x) => ({ x, y: f(x) }));
