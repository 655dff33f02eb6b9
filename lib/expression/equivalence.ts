/**
 * Whether two formulas are equal as real functions. Rational functions are compared in exact arithmetic; others at
 * points of their domain in floating point with a bound on the rounding error, and to many digits where that decides
 * nothing. "different" is certain; "equal" leaves a chance that no typed answer meets (docs/decisions/0010).
 */

import { type Bounded, bounded, isOutOfRange, isUndefined, isUnknown, type Points } from "./bounded.ts";
import { type Domain, intervalsOf } from "./domain.ts";
import { type Env, evaluate } from "./evaluate.ts";
import { exactValue, sameQuotient } from "./exact.ts";
import { type Expr, inside, some } from "./expr.ts";
import { sizeOf } from "./kinks.ts";
import { enough, type Interval, kinkPoints, pointAt, spreadPoints } from "./points.ts";
import { arithmetic, preciseValue } from "./precise.ts";
import { toText } from "./text.ts";

export type Equivalence = "equal" | "different" | "undecided";

/** Points that are tried before giving up on finding so many where both are defined. */
const mostTried = 240;
/** Nodes that are evaluated at those points at most: what bounds the time for long formulas. */
const mostNodes = 10_000;

/**
 * Whether `s` is equal to `t` on the domain: defined wherever t is, but for isolated points, and equal there. A
 * formula that is defined nowhere equals nothing, not even itself.
 */
export function equivalent(s: Expr, t: Expr, on: Domain): Equivalence {
  const before = settled.get(s) ?? [];
  const known = before.find((one) => one.t === t && one.on === on);
  if (known) return known.verdict;
  const verdict = settle(s, t, on);
  settled.set(s, [...before.slice(-mostSettled), { t, on, verdict }]);
  return verdict;
}

/** Comparing, counting and naming near misses ask of the same formulas again. */
const settled = new WeakMap<Expr, readonly { t: Expr; on: Domain; verdict: Equivalence }[]>();
const mostSettled = 7;

function settle(s: Expr, t: Expr, on: Domain): Equivalence {
  const domain = intervalsOf(s, t, on);
  const comparison = new Comparison(s, t);
  // A difference mostly shows at once, and sooner than any exact arithmetic would tell.
  if (domain.size > 0 && comparison.differsAt(spreadPoints(domain, few))) return "different";
  return exactly(s, t) ?? (domain.size > 0 ? numerically(s, t, domain, comparison) : asNumbers(s, t));
}

/** Points that are tried first. */
const few = 4;

/** As rational functions; undefined where they are none. e and π stand for themselves, so they can only prove equality. */
function exactly(s: Expr, t: Expr): Equivalence | undefined {
  if (some(s, isTranscendental) || some(t, isTranscendental)) return undefined;
  const [first, second, third] = wholePoints(s, t);
  let hasConstants = false;
  for (const seed of [first, second, third]) {
    const numberOf = (name: string) => {
      if (name === "e" || name === "pi") hasConstants = true;
      return scrambled(name, seed);
    };
    const [a, b] = [exactValue(s, numberOf), exactValue(t, numberOf)];
    if (a === null || b === null) return undefined;
    if (a === "undefined" || b === "undefined" || !sameQuotient(a, b)) return hasConstants ? undefined : "different";
  }
  return "equal";
}

/** Whether a node makes a formula more than a rational function: all others need not be tried. */
const isTranscendental = (node: Expr): boolean =>
  node.type === "call" ||
  (node.type === "binary" &&
    node.op === "^" &&
    (node.left.type === "constant" || node.right.type === "variable" || hasFraction(node.right)));

const hasFraction = (exponent: Expr): boolean => exponent.type === "number" && !Number.isInteger(exponent.value);

/** Three seeds that depend on both formulas alike, so that no formula can be made to vanish at the points they give. */
function wholePoints(s: Expr, t: Expr): readonly [number, number, number] {
  const seed = hashOf(s) + hashOf(t);
  return [seed, seed + 1, seed + 2];
}

/** A whole number of 53 bits for a name. */
const scrambled = (name: string, seed: number): bigint => {
  const low = mixed(hashText(name) ^ mixed(seed));
  return BigInt((mixed(low ^ 0x5bd1e995) >>> 11) * 2 ** 32 + (low >>> 0));
};

/** The finalizer of MurmurHash3. */
function mixed(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** A number of 32 bits that every part of a formula has a share in. */
function hashOf(expr: Expr): number {
  const own = "text" in expr ? expr.text : "name" in expr ? expr.name : "op" in expr ? expr.op : expr.type;
  return inside(expr).reduce((h, part) => mixed(Math.imul(h, 31) + hashOf(part)), hashText(own));
}

/** Goes on with a comparison that was begun at few points. */
function numerically(s: Expr, t: Expr, domain: ReadonlyMap<string, Interval>, comparison: Comparison): Equivalence {
  if (comparison.differsAt(spreadPoints(domain, enough - few, few))) return "different";
  if (kinkPoints([s, t], domain).some((points) => comparison.differsAt(points))) return "different";
  const { decided, open } = comparison;
  // Where most points were out of range, as for e^(1000x), smaller ones are not.
  const most = Math.min(mostTried, mostNodes / (sizeOf(s) + sizeOf(t)));
  for (let tried = enough, shrunk = 1 / 8; decided.length < enough && tried < most; tried += enough, shrunk /= 8)
    if (comparison.differsAt(spreadPoints(domain, enough, tried, shrunk))) return "different";
  if (decided.length >= enough && !isDelicate(s) && !isDelicate(t)) return "equal";
  const points = (decided.length >= enough ? decided : [...decided, ...open]).map(({ among, i }) => pointAt(among, i));
  if (points.some((at) => Number.isFinite(evaluate(t, at))) && toText(s) === toText(t)) return "equal";
  return points.length === 0 ? "different" : toManyDigits(s, t, points);
}

/** Numbers are told apart by floating point where it can, and taken for equal only to many digits. */
function asNumbers(s: Expr, t: Expr): Equivalence {
  const comparison = new Comparison(s, t);
  if (comparison.differsAt({ count: 1, columns: new Map() })) return "different";
  return comparison.decided.length + comparison.open.length === 0 ? "different" : toManyDigits(s, t, [new Map()]);
}

interface Place {
  among: Points;
  i: number;
}

/** Compares two formulas point by point, and keeps where they agree and where rounding leaves it open. */
class Comparison {
  readonly decided: Place[] = [];
  readonly open: Place[] = [];

  constructor(
    private readonly s: Expr,
    private readonly t: Expr,
  ) {}

  /** Whether they differ for certain at one of the points. Where both are undefined there is nothing to compare. */
  differsAt(among: Points): boolean {
    const a = bounded(this.s, among, 0);
    const b = bounded(this.t, among, 1);
    for (let i = 0; i < among.count; i++) {
      const outcome = compareAt(a, b, i);
      if (outcome === "different") return true;
      if (outcome === "equal") this.decided.push({ among, i });
      if (outcome === "open") this.open.push({ among, i });
    }
    return false;
  }
}

/** How much of the size of its terms a formula must keep for floating point to say that it agrees with another. */
const tight = 1e-9;

function compareAt(a: Bounded, b: Bounded, i: number): "equal" | "different" | "open" | "undefined" {
  if (isUndefined(a, i) && isUndefined(b, i)) return "undefined";
  if (isUnknown(a, i) || isUnknown(b, i)) return "open";
  if (isUndefined(a, i) || isUndefined(b, i)) return "different";
  if (isOutOfRange(a, i) || isOutOfRange(b, i)) return isModest(a, i) || isModest(b, i) ? "different" : "open";
  const error = a.error[i]! + b.error[i]!;
  if (Math.abs(a.value[i]! - b.value[i]!) > error) return "different";
  return error <= tight * Math.max(a.size[i]!, b.size[i]!) ? "equal" : "open";
}

/** Far from where numbers go out of range. */
const isModest = ({ value, error }: Bounded, i: number): boolean => Math.abs(value[i]!) + error[i]! < 1e290;

/** Whether numbers of very different sizes, or of many digits, come in, which floating point may lose. */
const isDelicate = (expr: Expr): boolean =>
  some(
    expr,
    (node) =>
      (node.type === "number" && (isExtreme(node.value) || node.text.length > 14)) ||
      (node.type === "binary" && node.op === "^" && isExtreme(evaluate(node))),
  );

const isExtreme = (x: number): boolean => x !== 0 && (Math.abs(x) > 1e6 || Math.abs(x) < 1e-6);

const digits = 45;
/** Digits that may be lost on the way. */
const lost = 12;
/** Functions that are worked out to many digits at most: at all points together, and at one. */
const mostFunctions = 16;
const mostAtOnce = 40;

function toManyDigits(s: Expr, t: Expr, points: readonly Env[]): Equivalence {
  const cost = functionsIn(s) + functionsIn(t);
  if (cost > mostAtOnce) return "undecided";
  const count = Math.min(points.length, enough, Math.max(1, Math.floor(mostFunctions / Math.max(cost, 1))));
  const D = arithmetic(digits);
  let agreed = 0;
  for (let i = 0; i < count; i++) {
    // Spread over all points, which lie side by side at kinks.
    const at = points[Math.floor((i * points.length) / count)]!;
    if (i >= 2 && agreed === 0) break;
    const [a, b] = [preciseValue(s, at, D), preciseValue(t, at, D)];
    if (!a.isFinite() || !b.isFinite()) continue;
    const scale = D.max(a.abs(), b.abs(), 1);
    if (
      a
        .minus(b)
        .abs()
        .gt(scale.times(new D(10).pow(lost - digits)))
    )
      return "different";
    agreed++;
  }
  return agreed > 0 && agreed >= Math.min(count, fewest) ? "equal" : "undecided";
}

/** Fewest points that must agree to many digits, where there is time for as many. */
const fewest = 4;

const isPowerOrConstant = (expr: Expr): boolean =>
  expr.type === "constant" || (expr.type === "binary" && expr.op === "^");

/** About how many functions have to be worked out; inverse functions take four times as long as others. */
const functionsIn = (expr: Expr): number => {
  const own =
    expr.type === "call" ? (/^a/.test(expr.fn) && expr.fn !== "abs" ? 4 : 1) : isPowerOrConstant(expr) ? 1 : 0;
  return inside(expr).reduce((sum, part) => sum + functionsIn(part), own);
};
