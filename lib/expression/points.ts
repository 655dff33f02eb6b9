/** Points of a domain at which two formulas are compared: of all sizes, at no special place, and beside every kink. */
import { capacity, type Points } from "./bounded.ts";
import type { Env } from "./evaluate.ts";
import type { Expr } from "./expr.ts";
import { around, decidersOf, kinksAlong, sizeOf } from "./kinks.ts";

/** An open interval; its ends may be infinite. */
export type Interval = readonly [number, number];

/** The golden ratio and its relatives: multiples of them, cut to their fractions, spread evenly and never repeat. */
const steps = [0.6180339887498949, 0.7548776662466927, 0.5698402909980532, 0.8191725133961645, 0.6710436067037893];
const fractionOf = (x: number): number => x - Math.floor(x);

/** The k-th point of the interval: even where it is bounded, over some powers of two where it is not. */
function placeIn([from, to]: Interval, k: number, axis: number, shrunk = 1): number {
  const part = fractionOf(0.5 + (k + 1) * steps[axis % steps.length]! + axis * 0.137);
  if (Number.isFinite(from) && Number.isFinite(to)) return from + (to - from) * (0.002 + 0.996 * part);
  const far = shrunk * 2 ** (8 * part - 4);
  if (Number.isFinite(from)) return from + far;
  if (Number.isFinite(to)) return to - far;
  return fractionOf(part * 7.3 + k * 0.5) < 0.5 ? -far : far;
}

/** Points that were laid out before: most formulas are compared on all reals in x. */
const laidOut = new Map<string, Points>();
const mostLaidOut = 200;

/** `count` points of the domain, from the `from`-th on; unbounded intervals are shrunk towards their end, or zero. */
export function spreadPoints(domain: ReadonlyMap<string, Interval>, count: number, from = 0, shrunk = 1): Points {
  let key = `${count} ${from} ${shrunk}`;
  for (const [name, [low, high]] of domain) key += ` ${name} ${low} ${high}`;
  const known = laidOut.get(key);
  if (known) return known;
  const columns = new Map(
    [...domain].map(([name, interval], axis) => [
      name,
      Float64Array.from({ length: count }, (_, k) => placeIn(interval, from + k, axis, shrunk)),
    ]),
  );
  if (laidOut.size >= mostLaidOut) laidOut.clear();
  laidOut.set(key, { count, columns });
  return { count, columns };
}

/** One of the points, as the values of the variables. */
export function pointAt({ columns }: Points, i: number): Map<string, number> {
  const at = new Map<string, number>();
  for (const [name, column] of columns) at.set(name, column[i] ?? Number.NaN);
  return at;
}

/** Sizes from 2⁻¹² to 2³⁶, closer together around 1. */
const far = [
  ...Array.from({ length: 7 }, (_, i) => 1.0123 * 2 ** (i - 12)),
  ...Array.from({ length: 30 }, (_, i) => 1.0123 * 2 ** (i / 3 - 5)),
  ...Array.from({ length: 32 }, (_, i) => 1.0123 * 2 ** (i + 5)),
];

/** Places to look for kinks between: even where the interval is bounded, of all sizes where it is not. */
function gridOf([from, to]: Interval): number[] {
  if (Number.isFinite(from) && Number.isFinite(to))
    return Array.from({ length: 65 }, (_, i) => from + (to - from) * (0.001 + (0.998 * (i + 0.01)) / 65));
  if (Number.isFinite(from)) return far.map((x) => from + x);
  if (Number.isFinite(to)) return far.map((x) => to - x).reverse();
  return [...far.map((x) => -x).reverse(), ...far];
}

/** How many lines through the domain are searched for kinks, for every variable. */
const lines = 2;

/** At least so many points must tell that two formulas agree. */
export const enough = 24;

/** Nodes that are evaluated at most while looking for kinks: what bounds the time. */
const mostNodes = 30_000;
/** Points beside kinks at most, and fewer for long formulas. */
const mostPoints = 600;

/** Points on both sides of every kink that is found, and between any two. */
export function kinkPoints(exprs: readonly Expr[], domain: ReadonlyMap<string, Interval>): Points[] {
  const deciders = exprs.flatMap(decidersOf).slice(0, 12);
  if (deciders.length === 0) return [];
  const budget = { left: mostNodes };
  const bases = spreadPoints(domain, domain.size > 1 ? lines : 1, 7);
  const found: Points[] = [];
  const nodes = exprs.reduce((sum, expr) => sum + sizeOf(expr), 0);
  let left = Math.min(mostPoints, Math.ceil(mostNodes / nodes));
  for (let k = 0; k < bases.count; k++) {
    const base = pointAt(bases, k);
    for (const [variable, interval] of domain) {
      const kinks = kinksAlong(deciders, base, variable, interval, () => gridOf(interval), budget);
      if (kinks.length === 0) continue;
      const places = beside(kinks, interval, domain.size > 1 ? enough / 2 : enough).slice(0, left);
      left -= places.length;
      for (let from = 0; from < places.length; from += capacity)
        found.push(alongLine(base, variable, places.slice(from, from + capacity)));
    }
  }
  return found;
}

/** The points of a line through `base` where one variable has these values. */
function alongLine(base: Env, variable: string, places: readonly number[]): Points {
  const count = places.length;
  const columns = new Map([...base].map(([name, x]) => [name, new Float64Array(count).fill(x)]));
  columns.set(variable, Float64Array.from(places));
  return { count, columns };
}

/** Most kinks along one line that are looked at from both sides. */
const mostKinks = 24;

function beside(all: readonly number[], [from, to]: Interval, total: number): number[] {
  const kinks = all.filter((kink, i) => kink !== all[i - 1]).slice(0, mostKinks);
  const ends = [from, ...kinks, to];
  const each = Math.min(enough, Math.max(3, Math.ceil(total / (ends.length - 1))));
  const between = ends
    .slice(1)
    .flatMap((end, i) => Array.from({ length: each }, (_, k) => placeIn([ends[i]!, end], k, 0)));
  return [...kinks.flatMap(around), ...between].filter((x) => x > from && x < to);
}
