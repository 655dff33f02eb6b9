/** A linear scale from data to the drawing. */
export interface Scale {
  low: number;
  high: number;
  at(x: number): number;
}

/** Takes the range of `data`, a twentieth wider on each side, to the stretch between two places. */
export function scale(data: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...data), Math.max(...data)];
  const margin = (most - least) / 20 || 1;
  const [low, high] = [least - margin, most + margin];
  return { low, high, at: (x) => from + ((x - low) / (high - low)) * (to - from) };
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
