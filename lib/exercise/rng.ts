/** The one source of randomness: whole numbers from a seeded generator, combined by exact arithmetic only. */
import seedrandom from "seedrandom";
import { powerOfTen } from "./decimal.ts";

export interface Rng {
  /** A whole number from lo to hi, both included. */
  int(lo: number, hi: number): number;
  /** A whole number from lo to hi that is not zero. */
  nonzero(lo: number, hi: number): number;
  /** A number with the given decimals, from lo to hi: `decimal(-2, 2, 1)` may give −0.7. */
  decimal(lo: number, hi: number, places: number): number;
  /** One of the items. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** The items in a random order, each order equally likely. */
  shuffle<T>(items: readonly T[]): T[];
  /** n values drawn one after another. */
  list<T>(n: number, draw: (i: number) => T): T[];
}

/** A generator that gives the same draws for the same seed on every machine. */
export function createRng(seed: string): Rng {
  const next = seedrandom(seed);
  const int = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1));
  return {
    int,
    nonzero(lo, hi) {
      if (lo > 0 || hi < 0) return int(lo, hi);
      const x = int(lo, hi - 1);
      return x >= 0 ? x + 1 : x;
    },
    decimal(lo, hi, places) {
      const scale = powerOfTen(places);
      return int(Math.round(lo * scale), Math.round(hi * scale)) / scale;
    },
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    shuffle(items) {
      const order = items.map((item) => ({ item, key: next() }));
      return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
    list: (n, draw) => Array.from({ length: n }, (_, i) => draw(i)),
  };
}
