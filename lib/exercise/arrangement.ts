/** Which entry of what was submitted stands for which of the reference: in place, in any order, or as elements of a set. */
import { axesOf, type KindSpec, type Value } from "./kinds.ts";

/** How entries are told apart from one another: each by its place, in any order, or as elements that count once. */
export type Sense = "in-place" | "any-order" | "set";

export const senseOf = (spec: KindSpec): Sense =>
  spec.kind === "set" ? "set" : "equality" in spec && spec.equality === "any-order" ? "any-order" : "in-place";

/** How many entries go together: in any order, a matrix is a list of rows. */
export const widthOf = (spec: KindSpec, reference: Value): number =>
  spec.kind === "matrix" ? (axesOf(reference)[1] ?? 1) : 1;

interface Counts {
  submitted: number;
  reference: number;
  width: number;
}

/**
 * For each entry of the reference, the place of the one that was submitted for it; undefined where they do not all
 * fit. In any order, each is used once. In a set, each element of the reference has one of its own, and what is left
 * over is the same as another within the tolerance.
 */
export function arrangement(
  sense: Sense,
  { submitted, reference, width }: Counts,
  fits: (i: number, k: number) => boolean,
): readonly number[] | undefined {
  if (sense !== "set" && submitted !== reference) return undefined;
  if (sense === "in-place") for (let k = 0; k < reference; k++) if (!fits(k, k)) return undefined;
  const places = Array.from({ length: reference }, (_, k) => k);
  if (sense === "in-place") return places;
  const columns = Array.from({ length: width }, (_, j) => j);
  const rowFits = (i: number, k: number) => columns.every((j) => fits(i * width + j, k * width + j));
  const rows = submitted / width;
  const partner = matching(reference / width, rows, (k, i) => rowFits(i, k));
  if (partner.includes(undefined)) return undefined;
  const used = new Set(partner);
  for (let i = 0; i < rows; i++) if (!used.has(i) && !partner.some((_, k) => rowFits(i, k))) return undefined;
  return places.map((k) => (partner[Math.floor(k / width)] ?? 0) * width + (k % width));
}

/**
 * A matching of as many as can be: for each one on the left its partner on the right, each used once at most. By
 * augmenting paths (Kuhn), so that the order of either side makes no difference.
 */
export function matching(
  left: number,
  right: number,
  fits: (i: number, j: number) => boolean,
): readonly (number | undefined)[] {
  const all = Array.from({ length: right }, (_, j) => j);
  const edges = Array.from({ length: left }, (_, i) => all.filter((j) => fits(i, j)));
  const taken = new Map<number, number>();
  const place = (i: number, tried: Set<number>): boolean =>
    (edges[i] ?? []).some((j) => {
      if (tried.has(j)) return false;
      tried.add(j);
      const holder = taken.get(j);
      if (holder !== undefined && !place(holder, tried)) return false;
      taken.set(j, i);
      return true;
    });
  for (let i = 0; i < left; i++) place(i, new Set());
  const partner = new Map([...taken].map(([j, i]) => [i, j]));
  return edges.map((_, i) => partner.get(i));
}
