import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { droppedOf } from "#lib/course/gradebook/drop.ts";

type Pair = readonly [points: number, possible: number];

const drop = (pairs: readonly Pair[], n: number): number[] =>
  [
    ...droppedOf(
      pairs.map(([points, possible]) => ({ points: BigInt(points), possible: BigInt(possible) })),
      n,
    ),
  ].sort((a, b) => a - b);

function ratioWithout(pairs: readonly Pair[], dropped: readonly number[]): Fraction {
  const kept = pairs.filter((_, i) => !dropped.includes(i));
  const sum = (of: 0 | 1) => kept.reduce((total, pair) => total + pair[of], 0);
  return new Fraction(sum(0), sum(1));
}

/** Every choice of n places, in the order of the dictionary: those that drop earlier come first. */
function choices(length: number, n: number, from = 0): number[][] {
  if (n === 0) return [[]];
  return Array.from({ length: Math.max(0, length - from) }, (_, i) => from + i).flatMap((first) =>
    choices(length, n - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

/** By trying them all. */
function bestChoice(pairs: readonly Pair[], n: number): number[] {
  const all = choices(pairs.length, n);
  return all.reduce((best, next) => (ratioWithout(pairs, next).gt(ratioWithout(pairs, best)) ? next : best));
}

const pairs = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 10 });
const seeded = { seed: 20_261_123, numRuns: 500 };

describe("dropping the lowest", () => {
  it.each<[string, Pair[], number, number[]]>([
    [
      "drops the lowest of equal weight",
      [
        [5, 10],
        [9, 10],
        [2, 10],
        [7, 10],
      ],
      2,
      [0, 2],
    ],
    // Without 1/4: 50/120 = 41.7 %. Without 30/100: 21/24 = 87.5 %.
    [
      "drops what costs most, not what has the lowest percentage",
      [
        [1, 4],
        [30, 100],
        [20, 20],
      ],
      1,
      [1],
    ],
    // Without 0/10: 42/50 = 84 %. Without 12/20: 30/40 = 75 %.
    [
      "drops a small score where that gains more",
      [
        [0, 10],
        [12, 20],
        [30, 30],
      ],
      1,
      [0],
    ],
    [
      "drops the earlier of equals",
      [
        [3, 10],
        [3, 10],
        [9, 10],
        [3, 10],
      ],
      2,
      [0, 1],
    ],
    [
      "drops the earlier where all are the same",
      [
        [10, 10],
        [5, 5],
        [2, 2],
      ],
      1,
      [0],
    ],
    [
      "keeps one, however many are to go",
      [
        [1, 10],
        [2, 10],
        [3, 10],
      ],
      9,
      [0, 1],
    ],
    ["never drops the only one", [[0, 10]], 1, []],
    ["drops nothing of nothing", [], 3, []],
    [
      "drops zeros first",
      [
        [0, 5],
        [8, 10],
        [0, 5],
      ],
      2,
      [0, 2],
    ],
  ])("%s", (_, scores, n, dropped) => {
    expect(drop(scores, n)).toEqual(dropped);
  });

  it("finds what trying all choices finds, the earliest of the best", () => {
    fc.assert(
      fc.property(pairs, fc.nat(9), (scores, wish) => {
        const n = Math.min(wish, scores.length - 1);
        expect(drop(scores, wish)).toEqual(bestChoice(scores, n));
      }),
      seeded,
    );
  });

  it("never lowers the percentage by dropping one more", () => {
    fc.assert(
      fc.property(pairs, fc.nat(8), (scores, n) => {
        const [fewer, more] = [drop(scores, n), drop(scores, n + 1)];
        expect(ratioWithout(scores, more).gte(ratioWithout(scores, fewer))).toBe(true);
      }),
      seeded,
    );
  });

  it("drops the same when everything is worth k times as much", () => {
    fc.assert(
      fc.property(pairs, fc.nat(8), fc.integer({ min: 2, max: 999 }), (scores, n, k) => {
        const scaled = scores.map(([points, possible]): Pair => [k * points, k * possible]);
        expect(drop(scaled, n)).toEqual(drop(scores, n));
      }),
      seeded,
    );
  });

  it("finds the best of 60, too: no other choice exceeds its ratio", () => {
    const many = fc.array(fc.tuple(fc.nat(1e6), fc.integer({ min: 1, max: 1e6 })), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(many, fc.nat(59), (scores, n) => {
        const dropped = drop(scores, n);
        expect(dropped).toHaveLength(n);
        const kept = scores.filter((_, i) => !dropped.includes(i));
        const [points, possible] = [0, 1].map((of) => kept.reduce((sum, pair) => sum + BigInt(pair[of] ?? 0), 0n));
        // A choice has a higher ratio λ' > λ just where the sum of its p − λq is above 0: the largest such sum is 0.
        const gains = scores.map(([p, q]) => BigInt(p) * (possible ?? 0n) - BigInt(q) * (points ?? 0n));
        const largest = gains.toSorted((a, b) => (a > b ? -1 : 1)).slice(0, 60 - n);
        expect(largest.reduce((sum, gain) => sum + gain, 0n)).toBe(0n);
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});
