/**
 * What is left of a vector where only its direction counts, or only the differences of its entries: the unit vector
 * $x/\lVert x\rVert$, or $x - \bar x$. Two vectors are equal in that sense if these are, on one common scale.
 */
import type { KindSpec } from "./kinds.ts";
import { guard, radius } from "./rule.ts";

/** The two senses of equality that have a normal form. */
export type Normalised = "direction" | "shift";

/** The sense of equality that goes by a normal form, if the step has one. */
export const normalisedBy = (spec: KindSpec): Normalised | undefined =>
  "equality" in spec && (spec.equality === "direction" || spec.equality === "shift") ? spec.equality : undefined;

export interface NormalForm {
  entries: readonly number[];
  /** How far each entry moves at most while the original ones move within their windows. */
  spread: readonly number[];
  /** What floating point may add to an entry. */
  noise: number;
}

/** The normal form of some numbers with a window around each; undefined for the zero vector, which has no direction. */
export const normalForm = (
  sense: Normalised,
  x: readonly number[],
  window: readonly number[],
): NormalForm | undefined => (sense === "direction" ? unitVector(x, window) : centred(x, window));

/** $\hat x_k$ moves by at most $(w_k + |\hat x_k| \sum_j |\hat x_j| w_j) / \lVert x\rVert$. */
function unitVector(x: readonly number[], window: readonly number[]): NormalForm | undefined {
  const largest = Math.max(...x.map(Math.abs), 0);
  if (largest === 0) return undefined;
  const scaled = x.map((xk) => xk / largest);
  const norm = Math.hypot(...scaled);
  const entries = scaled.map((xk) => xk / norm);
  const moves = x.map((_, k) => (window[k] ?? 0) / largest / norm);
  const along = entries.reduce((sum, u, k) => sum + Math.abs(u) * moves[k]!, 0);
  return { entries, spread: entries.map((u, k) => moves[k]! + Math.abs(u) * along), noise: guard(1) };
}

function centred(x: readonly number[], window: readonly number[]): NormalForm {
  const mean = meanOf(x);
  const moved = meanOf(x.map((_, k) => window[k] ?? 0));
  return {
    entries: x.map((xk) => xk - mean),
    spread: x.map((_, k) => (window[k] ?? 0) + moved),
    noise: guard(Math.max(...x.map(Math.abs), 0)),
  };
}

const meanOf = (x: readonly number[]): number => x.reduce((sum, xk) => sum + xk / x.length, 0);

/** The largest entry, from which the unit of the last digit is taken. */
export const scaleOf = ({ entries }: NormalForm): number => Math.max(...entries.map(Math.abs), 0);

/** The accept radius around each entry of a reference's normal form. */
export function radiiOf(spec: KindSpec, form: NormalForm): number[] {
  const scale = scaleOf(form);
  return form.spread.map((w) => radius(spec, [scale], 0, w));
}
