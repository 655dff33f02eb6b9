/**
 * What answers say about the traits of all skills together: exact Gaussian inference by elimination along the graph.
 *
 * The unknowns are the deviation $d_s$ of every skill and the general part g. The prior and every measurement m of
 * $d_s + g$ with variance v add to a precision matrix J and a vector h, with $J x = h$ for the means and $J^{-1}$ for the
 * covariances. Skills are eliminated before those they rest on, so that J stays sparse, and of the inverse only what lies
 * on that pattern is computed (Takahashi, Fagan & Chen 1973).
 */
import { generalVariance, indexOfSkill, inherited, inOrder, needsOf, ownVarianceOf, priorMeanOf } from "./prior.ts";
import type { Belief } from "./response.ts";
import type { Learner } from "./state.ts";

const n = inOrder.length;
const width = n + 1;
/** The place of a skill in the elimination, last in the graph first; the general part comes after all of them. */
const placeOf = (s: number) => n - 1 - s;
const general = n;

const priorPrecision = precisionOfPrior();
const pattern = patternOf(priorPrecision);

/** Adds w·uuᵀ for a vector u with a few entries. */
function addSquare(j: Float64Array, w: number, u: readonly (readonly [number, number])[]): void {
  for (const [a, x] of u) for (const [b, y] of u) j[a * width + b]! += w * x * y;
}

/** $\sum_s (d_s - c\,\overline{d_{needs}})^2 / v_s + g^2 / v_g$, as a matrix. */
function precisionOfPrior(): Float64Array {
  const j = new Float64Array(width ** 2);
  for (const [s, skill] of inOrder.entries()) {
    const needs = needsOf(skill).map((needed) => indexOfSkill.get(needed) ?? 0);
    const from = needs.map((p) => [placeOf(p), -inherited / needs.length] as const);
    addSquare(j, 1 / ownVarianceOf(skill), [[placeOf(s), 1], ...from]);
  }
  j[general * width + general]! += 1 / generalVariance;
  return j;
}

/** For each place the later ones that it is tied to when its turn comes, the general part always among them. */
function patternOf(j: Float64Array): readonly Int32Array[] {
  const tied = Array.from(
    { length: width },
    (_, i) =>
      new Set(
        Array.from({ length: width }, (_, k) => k).filter((k) => k > i && (k === general || j[i * width + k] !== 0)),
      ),
  );
  return tied.map((later, i) => {
    for (const a of later) for (const b of later) if (a < b) tied[a]?.add(b);
    return Int32Array.from(tied[i] ?? []).sort();
  });
}

/** The belief about the trait of every skill, in the order of `inOrder`. */
export function traitsOf(learner: Learner): Belief[] {
  const j = priorPrecision.slice();
  const x = new Float64Array(width);
  for (const [skill, { trait }] of learner) {
    const i = placeOf(indexOfSkill.get(skill) ?? 0);
    const precision = 1 / trait.variance;
    const told = precision * (trait.mean - priorMeanOf(skill));
    x[i]! += told;
    x[general]! += told;
    j[i * width + i]! += precision;
    j[i * width + general]! += precision;
    j[general * width + general]! += precision;
  }
  eliminate(j, x);
  substitute(j, x);
  return inOrder.map((skill, s) => {
    const i = placeOf(s);
    const mean = priorMeanOf(skill) + x[i]! + x[general]!;
    return { mean, variance: j[i * width + i]! + 2 * j[i * width + general]! + j[general * width + general]! };
  });
}

/** J = LDLᵀ in place: D on the diagonal, Lᵀ right of it; x becomes L⁻¹h. Right of the diagonal only. */
function eliminate(j: Float64Array, x: Float64Array): void {
  for (let i = 0; i < width; i++) {
    const later = pattern[i]!;
    const pivot = j[i * width + i]!;
    for (let p = 0; p < later.length; p++) {
      const a = later[p]!;
      const factor = j[i * width + a]! / pivot;
      for (let q = p; q < later.length; q++) j[a * width + later[q]!]! -= factor * j[i * width + later[q]!]!;
      x[a]! -= factor * x[i]!;
    }
    for (const a of later) j[i * width + a]! /= pivot;
  }
}

/** From last to first: x becomes the means, and J its inverse on the pattern. */
function substitute(j: Float64Array, x: Float64Array): void {
  const factors = new Float64Array(width);
  for (let i = width - 1; i >= 0; i--) {
    const later = pattern[i]!;
    const pivot = j[i * width + i]!;
    for (const a of later) factors[a] = j[i * width + a]!;
    let mean = x[i]! / pivot;
    let variance = 1 / pivot;
    for (const a of later) {
      let covariance = 0;
      for (const b of later) covariance -= factors[b]! * (a < b ? j[a * width + b]! : j[b * width + a]!);
      j[i * width + a] = covariance;
      variance -= factors[a]! * covariance;
      mean -= factors[a]! * x[a]!;
    }
    j[i * width + i] = variance;
    x[i] = mean;
  }
}
