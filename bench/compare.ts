/** Two things measured in one run, so that the machine and its load are the same for both. */

export interface Row {
  name: string;
  /** Of the thing itself, the median over the rounds. */
  value: number;
  unit: string;
  /** The same of what it is compared with. */
  against: number;
  /** Median of value / against, round by round. */
  ratio: number;
  /** Lower and upper quartile of the same. */
  spread: readonly [number, number];
  /** The largest ratio that is good enough, where one was set. */
  limit?: number;
}

/** What a bench found: rows to compare, and what is better said in a sentence. */
export interface Report {
  rows: readonly Row[];
  notes: readonly string[];
}

/** How long one batch takes at least: long beside the clock's resolution. */
const batchMs = 4;
const warmUpMs = 50;

/**
 * Microseconds for one call of `it` against one call of `other`. After a warm-up the two take turns, in an order that
 * changes from round to round. Both get the number of the call, to choose an input by, and return something to keep.
 */
export function compare(name: string, it: (i: number) => unknown, other: (i: number) => unknown, rounds = 25): Row {
  const both = [batchOf(it), batchOf(other)] as const;
  const times = Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) return [both[0](), both[1]()] as const;
    const second = both[1]();
    return [both[0](), second] as const;
  });
  return row(name, "µs", times);
}

/** A row from pairs of measurements. */
export function row(name: string, unit: string, pairs: readonly (readonly [number, number])[]): Row {
  const ratios = pairs.map(([value, against]) => value / against);
  return {
    name,
    value: rounded(median(pairs.map(([value]) => value))),
    unit,
    against: rounded(median(pairs.map(([, against]) => against))),
    ratio: rounded(median(ratios)),
    spread: [rounded(quantile(ratios, 0.25)), rounded(quantile(ratios, 0.75))],
  };
}

/** Warms up, finds how many calls make a batch, and returns a function that times one batch: µs a call. */
function batchOf(call: (i: number) => unknown): () => number {
  let i = 0;
  const time = (calls: number) => {
    const start = performance.now();
    for (let k = 0; k < calls; k++) kept[0] = call(i++);
    return performance.now() - start;
  };
  const end = performance.now() + warmUpMs;
  while (performance.now() < end) time(1);
  let calls = 1;
  while (time(calls) < batchMs) calls *= 2;
  return () => (1_000 * time(calls)) / calls;
}

/** Results go here, so that no call can be optimised away. */
const kept: unknown[] = [undefined];

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share of the others lies, between the two nearest where it falls between them. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

const rounded = (x: number) => Number(x.toPrecision(3));
