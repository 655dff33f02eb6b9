import type { Frame } from "./place.ts";

/** A linear scale from data to the drawing. */
export interface Scale {
  low: number;
  high: number;
  at(x: number): number;
}

const linear = (low: number, high: number, from: number, to: number): Scale => ({
  low,
  high,
  at: (x) => from + ((x - low) / (high - low)) * (to - from),
});

/** Takes the range of `data`, a twentieth wider on each side, to the stretch between two places. */
export function scale(data: readonly number[], from: number, to: number): Scale {
  const [low, high] = widened(data, spanOf(data));
  return linear(low, high, from, to);
}

const spanOf = (data: readonly number[]) => Math.max(...data) - Math.min(...data);

function widened(data: readonly number[], span: number): [low: number, high: number] {
  const margin = span / 20 || 1;
  return [Math.min(...data) - margin, Math.max(...data) + margin];
}

/** The flattest and the tallest that a frame with equal scales may be, as height over width. */
const [flattest, tallest] = [0.45, 0.85];

export interface EqualScales {
  x: Scale;
  y: Scale;
  frame: Frame;
}

/**
 * Scales with one unit for both directions, so that right angles look right, in a frame of the given left, right and top;
 * its bottom comes out. Where the data are very flat or tall, the other direction shows more around them.
 */
export function equalScales(
  xs: readonly number[],
  ys: readonly number[],
  { left, right, top }: Omit<Frame, "bottom">,
): EqualScales {
  const span = Math.max(spanOf(xs), spanOf(ys));
  const [across, up] = [widened(xs, span), widened(ys, span)];
  const [wide, high] = [across[1] - across[0], up[1] - up[0]];
  const [x, y] = [around(across, Math.max(wide, high / tallest)), around(up, Math.max(high, flattest * wide))];
  const bottom = top + ((right - left) * (y[1] - y[0])) / (x[1] - x[0]);
  return { x: linear(...x, left, right), y: linear(...y, bottom, top), frame: { left, right, top, bottom } };
}

function around([low, high]: [number, number], span: number): [low: number, high: number] {
  const middle = (low + high) / 2;
  return [middle - span / 2, middle + span / 2];
}

/** Four to nine round numbers that a scale holds: multiples of 1, 2 or 5 times a power of ten. */
export function ticks({ low, high }: Scale): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // Counted, not added up; `|| 0` takes the sign off −0.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) || 0);
}
