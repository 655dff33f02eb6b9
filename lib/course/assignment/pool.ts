/** Which items of a pool somebody gets: some of them, of about the same effort for everybody. Pure. */

/** A random whole number from 0 up to and without n. */
export type RandomInt = (n: number) => number;

/** Sets within this share of the mean effort are as good as equal. */
const tolerance = 0.05;
const mostEnumerated = 5000;

/**
 * Draws `pick` of some items, each set as likely as every other among those whose effort is near that of the average set;
 * where none is within 5 %, among those that come nearest.
 * @param efforts of the items, positive
 * @returns indices, rising
 */
export function drawPool(efforts: readonly number[], pick: number, random: RandomInt): number[] {
  const all = efforts.map((_, i) => i);
  if (pick >= all.length) return all;
  const mean = (pick * sum(efforts)) / all.length;
  const sets = choose(all.length, pick) <= mostEnumerated ? subsets(all, pick) : sample(all, pick, random);
  const off = sets.map((set) => Math.abs(sum(set.map((i) => efforts[i] ?? 0)) - mean));
  const limit = Math.max(tolerance * mean, Math.min(...off) * (1 + 1e-9));
  const near = sets.filter((_, k) => (off[k] ?? 0) <= limit);
  return near[random(near.length)] ?? all.slice(0, pick);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** The binomial coefficient, up to rounding where it is large. */
function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

/** All sets of k items, each rising. */
function subsets(items: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return items.flatMap((first, i) => subsets(items.slice(i + 1), k - 1).map((rest) => [first, ...rest]));
}

/** Some sets, where there are too many to look at all. */
function sample(items: readonly number[], k: number, random: RandomInt): number[][] {
  return Array.from({ length: mostEnumerated }, () =>
    shuffled(items, random)
      .slice(0, k)
      .toSorted((a, b) => a - b),
  );
}

/** Fisher and Yates: every order is as likely as every other. */
export function shuffled<T>(items: readonly T[], random: RandomInt): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const k = random(i + 1);
    [order[i], order[k]] = [order[k]!, order[i]!];
  }
  return order;
}
