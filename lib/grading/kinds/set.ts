/** Sets of numbers or formulas: the same elements in any order, each counted once. */

import { matching } from "#lib/exercise/arrangement.ts";
import { partsOf } from "#lib/exercise/equal.ts";
import { entriesOf, type Formulas, isVector, type SpecOf, type Value } from "#lib/exercise/kinds.ts";
import { equivalent } from "#lib/expression/equivalence.ts";
import type { Expr } from "#lib/expression/expr.ts";
import type { Vector } from "#lib/math/vector.ts";
import { agreement, asFormula } from "../agreement.ts";
import { entryIsRight } from "../entries.ts";
import { formulaNearMiss } from "../formula-near-miss.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { NotRead, Read, Reading } from "../reading.ts";
import { type Entries, formulasOf, numbersOf, type ReadEntry, readRows } from "./array.ts";
import { listElements } from "./elements.ts";
import { printed, shown } from "./entrywise.ts";
import type { Kind } from "./kind.ts";

/** Most elements of a set. */
const most = 20;

export const set: Kind<"set"> = {
  read: readSet,
  print: (value) => `{${value.map(printed).join(", ")}}`,
  compare(submitted, reference, spec, window) {
    const verdict = agreement(spec, submitted, reference, window);
    if (verdict === "equal") return { right: true };
    if (verdict === "undecided") return { right: false, undecided: true };
    const says = inWords(countsOf(spec, submitted, reference, window));
    return says === undefined ? { right: false } : { right: false, says };
  },
  nearMiss(submitted, reference, spec, around) {
    const counts = countsOf(spec, submitted, reference, around.window);
    const says = inWords(counts);
    if (counts.missing === 1 && counts.extra === 0 && counts.right > 0 && says !== undefined)
      return { id: "missing", says };
    if (isVector(submitted) && isVector(reference)) return numericNearMiss(spec, submitted, reference, around);
    return formulaNearMiss(spec, submitted, reference);
  },
};

interface Counts {
  /** Elements of the reference that are there, and that are not. */
  right: number;
  missing: number;
  /** Submitted elements that are none of the reference. */
  extra: number;
  submitted: number;
}

function countsOf(spec: SpecOf<"set">, submitted: Value, reference: Value, window: readonly number[]): Counts {
  const t = entriesOf(reference);
  const [s, wanted] = [partsOf(submitted), partsOf(reference)];
  const fits = (i: number, k: number): boolean => {
    const [a, b] = [s[i], wanted[k]];
    if (a === undefined || b === undefined) return false;
    if (typeof a === "number" && !("equivalent" in spec.rule)) return entryIsRight(spec, a, t, k, window);
    return "equivalent" in spec.rule && equivalent(asFormula(a), asFormula(b), spec.rule.equivalent) === "equal";
  };
  const partner = matching(wanted.length, s.length, (k, i) => fits(i, k));
  const right = partner.filter((i) => i !== undefined).length;
  const extra = s.filter((_, i) => !wanted.some((__, k) => fits(i, k))).length;
  return { right, missing: wanted.length - right, extra, submitted: s.length };
}

/** What is missing or too much, in numbers; nothing where that would give the empty set away. */
function inWords({ right, missing, extra, submitted }: Counts): string | undefined {
  if (submitted === 0) return "You say that there is none; look again.";
  if (right === 0) return undefined;
  const [lost, added] = [counted(missing), counted(extra)];
  if (extra === 0) return `What is here belongs to it, but ${lost} missing.`;
  if (missing === 0) return `All that belongs to it is here, but ${added} too many.`;
  return `${right} of your ${submitted} elements ${right === 1 ? "is" : "are"} right.`;
}

const counted = (n: number): string => (n === 1 ? "one element is" : `${n} elements are`);

function readSet(raw: string, spec: SpecOf<"set">): Reading<Vector | Formulas> {
  return "equivalent" in spec.rule
    ? readElements(raw, formulasOf(spec.rule.equivalent.variables, spec))
    : readElements(raw, numbersOf(spec));
}

function readElements<V extends number | Expr>(raw: string, of: Entries<ReadEntry<V>>): Reading<readonly V[]> {
  if (raw.trim() === "") return refused("Type the elements, such as {1, -2}, or “none”.", [0, raw.length]);
  const listed = listElements(raw);
  if (listed.is === "refused") return refused(listed.message, listed.at);
  if (listed.is === "empty") return { outcome: "read", value: [], tex: "\\varnothing", text: "{}", written: [] };
  const elements = new Map<string, ReadEntry<V>>();
  for (const text of listed.texts) {
    const read = readList(text, of, listed.texts.length > 1);
    if (read.outcome !== "rows") return read;
    for (const element of read.elements) {
      const known = printed(element.value);
      if (!elements.has(known)) elements.set(known, element);
    }
  }
  if (elements.size > most) return refused(`There are more than ${most} elements here.`, [0, raw.length]);
  return setOf([...elements.values()]);
}

function setOf<V extends number | Expr>(elements: readonly ReadEntry<V>[]): Read<readonly V[]> {
  return {
    outcome: "read",
    value: elements.map(({ value }) => value),
    tex: `\\left\\{${elements.map(({ tex }) => tex).join(",\\ ")}\\right\\}`,
    text: `{${elements.map(({ value }) => shown(value)).join(", ")}}`,
    written: elements.map(({ written }) => written),
  };
}

/** The elements in the order they were typed. */
function readList<V extends number | Expr>(
  text: string,
  of: Entries<ReadEntry<V>>,
  isOneOfTwo: boolean,
): { outcome: "rows"; elements: readonly ReadEntry<V>[] } | NotRead {
  const read = readRows(text, of, (rows) => `{${rows.flat().join(", ")}}`);
  if (read.outcome === "rows" && read.by === "brackets")
    return refused("The elements are no lists of their own; leave out the inner brackets.", [0, text.length]);
  if (read.outcome === "rows") return { outcome: "rows", elements: read.rows.flat() };
  if (read.outcome === "ambiguous" && isOneOfTwo)
    return refused("Beside ±, this can be read in two ways; write the elements out.", read.at);
  return read;
}

const refused = (message: string, at: readonly [number, number]): Extract<NotRead, { outcome: "unreadable" }> => ({
  outcome: "unreadable",
  message,
  at,
  suggestion: null,
});
