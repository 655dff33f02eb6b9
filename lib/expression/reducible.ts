/** Whether a polynomial factors over the rational numbers. */
import { commonDivisor, degree, derivativeOf, type Polynomial, primitive, valueAt } from "./polynomial.ts";

/**
 * Whether p is a product of two polynomials of lower degree with rational coefficients. Exact up to degree 4 and
 * about 20 digits; above, only repeated factors and, at moderate size, linear ones are found.
 */
export function isReducible(p: Polynomial): boolean {
  const n = degree(p);
  if (n < 2) return false;
  if (p[0] === 0n) return true;
  const monic = monicOf(primitive(p));
  if (wholeRoots(monic).length > 0) return true;
  if (n === 4) return isProductOfQuadratics(monic);
  return n > 4 && degree(commonDivisor(p, derivativeOf(p))) > 0;
}

/** The polynomial whose roots are the leading coefficient times those of p: monic, and its rational roots are whole. */
function monicOf(p: Polynomial): Polynomial {
  const [n, lead] = [degree(p), p.at(-1) ?? 1n];
  return p.map((c, k) => (k === n ? 1n : c * lead ** BigInt(n - 1 - k)));
}

const sign = (n: bigint): number => (n > 0n ? 1 : n < 0n ? -1 : 0);

/** The work of finding roots, about: bits of the bound, times the cube of the degree. */
const mostWork = 40_000;
const isTooMuch = (p: Polynomial): boolean => boundOf(p).toString(2).length * degree(p) ** 3 > mostWork;

/** Cauchy's bound on all roots of p and its derivatives, with the sum of all coefficients for the largest. */
const boundOf = (p: Polynomial): bigint => p.reduce((sum, c) => sum + (c < 0n ? -c : c), 1n);

/** All whole roots, found between the whole numbers next to the roots of the derivative. */
function wholeRoots(p: Polynomial): bigint[] {
  if (isTooMuch(p)) return [];
  const near = breaksOf(p).flatMap((x) => [x, x + 1n]);
  return near.filter((x, i) => near.indexOf(x) === i && valueAt(p, x) === 0n);
}

/** Whole numbers, ascending, so that every real root of p and of its derivatives lies within 1 above one of them. */
function breaksOf(p: Polynomial): bigint[] {
  if (degree(p) < 1) return [];
  const bound = boundOf(p);
  const inner = breaksOf(derivativeOf(p));
  const found = new Set(inner);
  let from = -bound;
  for (const end of [...inner, bound]) {
    const root = floorOfRoot(p, from, end);
    if (root !== undefined) found.add(root);
    if (end + 1n > from) from = end + 1n;
  }
  return [...found].sort((a, b) => sign(a - b));
}

/** The whole number at or below a change of sign of p between two others, where it is monotone. */
function floorOfRoot(p: Polynomial, from: bigint, to: bigint): bigint | undefined {
  if (to < from) return undefined;
  const start = sign(valueAt(p, from));
  if (start === 0) return from;
  if (start === sign(valueAt(p, to))) return undefined;
  let [low, high] = [from, to];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (sign(valueAt(p, middle)) === start) low = middle;
    else high = middle;
  }
  return sign(valueAt(p, high)) === 0 ? high : low;
}

function squareRoot(n: bigint): bigint | undefined {
  if (n < 0n) return undefined;
  const [root] = wholeRoots([-n, 0n, 1n]);
  return root;
}

/**
 * Descartes: with z = 4y + b the quartic is z⁴ + Pz² + Qz + R, and (z² + uz + v)(z² − uz + w) exactly where t = u²
 * is a root of t³ + 2Pt² + (P² − 4R)t − Q²; for u = 0 where v and w are the roots of X² − PX + R.
 */
function isProductOfQuadratics(p: Polynomial): boolean {
  const [e = 0n, d = 0n, c = 0n, b = 0n] = p;
  const P = 16n * c - 6n * b * b;
  const Q = 64n * d - 32n * b * c + 8n * b ** 3n;
  const R = 256n * e - 64n * b * d + 16n * b * b * c - 3n * b ** 4n;
  const resolvent = [-Q * Q, P * P - 4n * R, 2n * P, 1n];
  if (Q === 0n && squareRoot(P * P - 4n * R) !== undefined) return true;
  return wholeRoots(resolvent).some((t) => t > 0n && squareRoot(t) !== undefined);
}
