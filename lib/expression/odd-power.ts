/** Powers with an exponent such as 1/3 or −2/5, which negative bases have too. */
import { exactValue } from "./exact.ts";
import type { Expr } from "./expr.ts";

type Odd = readonly [numerator: number, denominator: number];

/** Exponents that were looked at: a formula is evaluated at many points. */
const known = new WeakMap<Expr, Odd | "none">();

/** Numerator and odd denominator, below 1000, of an exponent that is a rational number by the way it is written. */
export function oddExponent(exponent: Expr): Odd | undefined {
  const seen = known.get(exponent) ?? lookAt(exponent);
  known.set(exponent, seen);
  return seen === "none" ? undefined : seen;
}

function lookAt(exponent: Expr): Odd | "none" {
  const value = exactValue(exponent, () => undefined);
  if (value === null || value === "undefined") return "none";
  const common = divisor(value.num < 0n ? -value.num : value.num, value.den);
  const [p, q] = [Number(value.num / common), Number(value.den / common)];
  return q % 2 !== 0 && Math.abs(p) < 1000 && Math.abs(q) < 1000 ? [p * Math.sign(q), Math.abs(q)] : "none";
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

/** $x^{p/q}$ for odd q: the real q-th root of $x^p$, also for x < 0. */
export function oddPower(x: number, [p, q]: Odd): number {
  const size = Math.abs(x) ** (p / q);
  return x < 0 && p % 2 !== 0 ? -size : size;
}
