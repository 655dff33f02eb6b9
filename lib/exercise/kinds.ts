/**
 * The declared half of every answer kind: what value a step of that kind has, and its options as plain JSON.
 * The other half, which reads, compares and prints, is `lib/grading/kinds/<kind>.ts`; a mapped type over
 * `KindName` ties the two, so that a kind with a missing half does not compile.
 */
import { z } from "zod";
import type { Matrix } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";

/** How a submitted value is compared with the reference; see docs/concepts.md. */
export const ruleSchema = z.union([
  z.object({ exact: z.literal(true) }),
  z.object({ within: z.object({ abs: z.number().nonnegative(), rel: z.number().nonnegative() }) }),
  z.object({ digits: z.int().min(1).max(12) }),
  z.object({ decimals: z.int().min(0).max(12) }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** What a typed number may be made of, from any arithmetic down to a plain literal. */
const formSchema = z.enum(["arithmetic", "fraction", "plain"]);
export type Form = z.infer<typeof formSchema>;

/** Functions that a step refuses, so that the prompt typed back is not an answer. */
const withoutSchema = z.array(z.enum(["logarithms", "exponentials", "powers", "roots"])).readonly();

const numeric = {
  rule: ruleSchema,
  form: formSchema,
  without: withoutSchema,
  /** Significant digits that the prompt asks to keep while working; the rule's own number when absent. */
  workingDigits: z.int().min(1).max(15).optional(),
};

const entrywise = {
  ...numeric,
  /** "common" takes the unit of the last digit from the largest entry. */
  scale: z.enum(["entry", "common"]),
  /** Which vectors count as equal: all entries alike, or as probabilities whose sum must fit too. */
  equality: z.enum(["entries", "distribution"]),
};

const optionSchema = z.object({ id: z.string().min(1), text: z.string().min(1) });

export const kindSpecSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("number"),
    ...numeric,
    /** Where the prompt asks for percent, the value is the number before the percent sign. */
    unit: z.enum(["none", "percent"]),
    /** What one unit of this quantity is worth, for the tolerance around a reference of zero. */
    size: z.number().positive(),
  }),
  z.object({
    kind: z.literal("integer"),
    form: formSchema,
    without: withoutSchema,
    /** Digits to keep on the way to it, where rounding earlier could lead to another whole number. */
    workingDigits: numeric.workingDigits,
  }),
  z.object({ kind: z.literal("vector"), ...entrywise, size: z.number().positive() }),
  z.object({ kind: z.literal("matrix"), ...entrywise, size: z.number().positive() }),
  z.object({ kind: z.literal("shape") }),
  z.object({ kind: z.literal("choice"), options: z.array(optionSchema).min(2).readonly() }),
]);
export type KindSpec = z.infer<typeof kindSpecSchema>;
export type KindName = KindSpec["kind"];
export type SpecOf<K extends KindName> = Extract<KindSpec, { kind: K }>;

/** Sizes of each axis, or the word for a product that does not exist. */
export type Shape = Vector | "undefined";

interface Values {
  number: number;
  integer: number;
  vector: Vector;
  matrix: Matrix;
  shape: Shape;
  choice: string;
}
export type ValueOf<K extends KindName> = Values[K];
export type Value = Values[KindName];

type Options<K extends KindName> = Partial<Omit<SpecOf<K>, "kind">>;

const numericDefaults = { rule: { digits: 3 }, form: "arithmetic", without: [] } as const;
const entrywiseDefaults = { ...numericDefaults, scale: "entry", equality: "entries", size: 1 } as const;

/** A real number; three significant digits unless said otherwise. */
export const scalar = (options: Options<"number"> = {}): SpecOf<"number"> => ({
  kind: "number",
  ...numericDefaults,
  unit: "none",
  size: 1,
  ...options,
});

/** A whole number, compared exactly. */
export const integer = (options: Options<"integer"> = {}): SpecOf<"integer"> => ({
  kind: "integer",
  form: "arithmetic",
  without: [],
  ...options,
});

/** A vector of any length, compared entry by entry. */
export const vector = (options: Options<"vector"> = {}): SpecOf<"vector"> => ({
  kind: "vector",
  ...entrywiseDefaults,
  ...options,
});

/** A matrix of any shape, compared entry by entry. */
export const matrix = (options: Options<"matrix"> = {}): SpecOf<"matrix"> => ({
  kind: "matrix",
  ...entrywiseDefaults,
  ...options,
});

/** The shape of an array, or "undefined". */
export const shape = (): SpecOf<"shape"> => ({ kind: "shape" });

/** One of several options; its value is the option's id. */
export const choice = (options: SpecOf<"choice">["options"]): SpecOf<"choice"> => ({ kind: "choice", options });

/** The rule of a kind; kinds without a tolerance are exact. */
export const ruleOf = (spec: KindSpec): Rule => ("rule" in spec ? spec.rule : { exact: true });

/** All numbers of a value, row by row; none for a choice or an undefined shape. */
export function entriesOf(value: Value): number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "string") return [];
  return value.flatMap((row) => (typeof row === "number" ? [row] : [...row]));
}

/** The same value with its k-th number, counted row by row, replaced. */
export function withEntry(value: Value, k: number, x: number): Value {
  if (typeof value === "number") return x;
  if (typeof value === "string") return value;
  let at = 0;
  const swap = (old: number) => (at++ === k ? x : old);
  return isMatrix(value) ? value.map((row) => row.map(swap)) : value.map(swap);
}

export const isMatrix = (value: Value): value is Matrix => Array.isArray(value) && Array.isArray(value[0]);

/** The sizes of the axes of a value: `[]` for a number, `[n]` for a vector, `[m, n]` for a matrix. */
export function axesOf(value: Value): readonly number[] {
  if (typeof value === "number" || typeof value === "string") return [];
  return isMatrix(value) ? [value.length, value[0]?.length ?? 0] : [value.length];
}
