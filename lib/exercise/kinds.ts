/**
 * The declared half of every answer kind: what value a step of that kind has, and its options as plain JSON.
 * The other half, which reads, compares and prints, is `lib/grading/kinds/<kind>.ts`; a mapped type over
 * `KindName` ties the two, so that a kind with a missing half does not compile.
 */
import { z } from "zod";
import type { Expr } from "#lib/expression/expr.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";

/** How a submitted number is compared with the reference; see docs/concepts.md. */
export const toleranceSchema = z.union([
  z.object({ exact: z.literal(true) }),
  z.object({ within: z.object({ abs: z.number().nonnegative(), rel: z.number().nonnegative() }) }),
  z.object({ digits: z.int().min(1).max(12) }),
  z.object({ decimals: z.int().min(0).max(12) }),
]);
export type Tolerance = z.infer<typeof toleranceSchema>;

/** Names that a formula may use, in any spelling: `x`, `w_1`, `θ`. */
const variablesSchema = z.array(z.string().min(1)).readonly();

/** An end of an open interval; null where it has none. */
const endSchema = z.number().nullable();

/**
 * Two formulas are equal as real functions of their variables on an open domain: an interval for each variable, all
 * reals where none is given.
 */
const equivalentSchema = z.object({
  equivalent: z.object({
    variables: variablesSchema,
    domain: z.record(z.string(), z.tuple([endSchema, endSchema]).readonly()).optional(),
  }),
});
export type Equivalence = z.infer<typeof equivalentSchema>;

export const ruleSchema = z.union([toleranceSchema, equivalentSchema]);
export type Rule = z.infer<typeof ruleSchema>;

/** What a typed number may be made of, from any arithmetic down to a plain literal. */
const formSchema = z.enum(["arithmetic", "fraction", "plain"]);
export type Form = z.infer<typeof formSchema>;

/** Functions that a step refuses, so that the prompt typed back is not an answer. */
const withoutSchema = z.array(z.enum(["logarithms", "exponentials", "powers", "roots"])).readonly();

/** What a formula must look like besides being right. */
const shapeOfFormula = z.enum(["any", "expanded", "factored", "single-logarithm", "expanded-logarithms", "reduced"]);
export type FormulaForm = z.infer<typeof shapeOfFormula>;

const written = { form: formSchema, without: withoutSchema };

const numeric = {
  rule: toleranceSchema,
  ...written,
  /** Significant digits that the prompt asks to keep while working; the rule's own number when absent. */
  workingDigits: z.int().min(1).max(15).optional(),
};

const entrywise = {
  ...numeric,
  /** With `equivalent`, the entries are formulas. */
  rule: ruleSchema,
  /** "common" takes the unit of the last digit from the largest entry. */
  scale: z.enum(["entry", "common"]),
  /**
   * Which values count as equal: all entries alike; as probabilities, whose sum must fit too; up to a positive factor
   * (a direction); up to an added constant (a shift); or the same entries in any order.
   */
  equality: z.enum(["entries", "distribution", "direction", "shift", "any-order"]),
};

const optionsSchema = z
  .array(z.object({ id: z.string().min(1), text: z.string().min(1) }))
  .min(2)
  .readonly();

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
  z.object({
    kind: z.literal("fraction"),
    without: withoutSchema,
    /** Whether it must be in lowest terms. */
    reduced: z.boolean(),
  }),
  z.object({ kind: z.literal("vector"), ...entrywise, size: z.number().positive() }),
  z.object({ kind: z.literal("matrix"), ...entrywise, size: z.number().positive() }),
  z.object({ kind: z.literal("set"), ...written, rule: ruleSchema, size: z.number().positive() }),
  z.object({
    kind: z.literal("shape"),
    /** Letters that sizes may be made of, as in n×p; none where all sizes are numbers. */
    variables: variablesSchema.optional(),
  }),
  z.object({
    kind: z.literal("expression"),
    rule: equivalentSchema,
    form: shapeOfFormula,
    without: withoutSchema,
  }),
  z.object({ kind: z.literal("choice"), options: optionsSchema }),
  z.object({ kind: z.literal("choices"), options: optionsSchema }),
  z.object({ kind: z.literal("order"), options: optionsSchema }),
]);
export type KindSpec = z.infer<typeof kindSpecSchema>;
export type KindName = KindSpec["kind"];
export type SpecOf<K extends KindName> = Extract<KindSpec, { kind: K }>;

/** Sizes of each axis, or the word for a product that does not exist. */
export type Shape = Vector | "undefined";
/** One size of an array: a number, or a formula such as n + 1. */
export type Size = number | Expr;
/** A shape whose sizes may be letters. */
export type LetteredShape = readonly Size[] | "undefined";
export type Formulas = readonly Expr[];
export type FormulaMatrix = readonly Formulas[];

interface Values {
  number: number;
  integer: number;
  /** A quotient of two whole numbers, exactly: see `ratio`. */
  fraction: Expr;
  vector: Vector | Formulas;
  matrix: Matrix | FormulaMatrix;
  /** Each element once, in any order. */
  set: Vector | Formulas;
  shape: LetteredShape;
  expression: Expr;
  choice: string;
  /** The ids of all options that hold, in the order of the options. */
  choices: readonly string[];
  /** The ids of all options, first to last. */
  order: readonly string[];
}
export type ValueOf<K extends KindName> = Values[K];
export type Value = Values[KindName];

/** What the value of a step with this spec is: numbers or formulas by its rule. */
export type StepValue<S extends KindSpec> = S extends { kind: "vector" | "set"; rule: Equivalence }
  ? Formulas
  : S extends { kind: "vector" | "set" }
    ? Vector
    : S extends { kind: "matrix"; rule: Equivalence }
      ? FormulaMatrix
      : S extends { kind: "matrix" }
        ? Matrix
        : S extends { kind: "shape"; variables: readonly string[] }
          ? LetteredShape
          : S extends { kind: "shape" }
            ? Shape
            : ValueOf<S["kind"]>;

type Options<K extends KindName> = Partial<Omit<SpecOf<K>, "kind">>;
type Numeric<K extends "vector" | "matrix" | "set"> = SpecOf<K> & { rule: Tolerance };
type Symbolic<K extends "vector" | "matrix" | "set"> = SpecOf<K> & { rule: Equivalence };
type NumericOptions<K extends "vector" | "matrix" | "set"> = Partial<Omit<Numeric<K>, "kind">>;

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

/** A quotient of whole numbers, compared exactly. */
export const fraction = (options: Options<"fraction"> = {}): SpecOf<"fraction"> => ({
  kind: "fraction",
  without: [],
  reduced: false,
  ...options,
});

/** A vector of any length, compared entry by entry. */
export const vector = (options: NumericOptions<"vector"> = {}): Numeric<"vector"> => ({
  kind: "vector",
  ...entrywiseDefaults,
  ...options,
});

/** A matrix of any shape, compared entry by entry. */
export const matrix = (options: NumericOptions<"matrix"> = {}): Numeric<"matrix"> => ({
  kind: "matrix",
  ...entrywiseDefaults,
  ...options,
});

/** A set of numbers: in any order, each once. */
export const set = (options: NumericOptions<"set"> = {}): Numeric<"set"> => ({
  kind: "set",
  ...numericDefaults,
  size: 1,
  ...options,
});

/** The variables of a formula and, where it is not all reals, the domain on which it is compared. */
export type Domain = Equivalence["equivalent"];

/** A formula, equal as a function on its domain. */
export const expression = (on: Domain, options: Omit<Options<"expression">, "rule"> = {}): SpecOf<"expression"> => ({
  kind: "expression",
  rule: { equivalent: on },
  form: "any",
  without: [],
  ...options,
});

/** A vector whose entries are formulas: ∇f = [2x, 8y]. */
export const formulaVector = (on: Domain): Symbolic<"vector"> => ({ ...vector(), rule: { equivalent: on } });

/** A matrix whose entries are formulas. */
export const formulaMatrix = (on: Domain): Symbolic<"matrix"> => ({ ...matrix(), rule: { equivalent: on } });

/** A set of formulas. */
export const formulaSet = (on: Domain): Symbolic<"set"> => ({ ...set(), rule: { equivalent: on } });

/** The shape of an array in numbers, or "undefined". */
export const shape = (): SpecOf<"shape"> => ({ kind: "shape" });

/** The shape of an array in letters, such as n×p, or "undefined". */
export const letteredShape = (variables: readonly string[]): SpecOf<"shape"> & { variables: readonly string[] } => ({
  kind: "shape",
  variables,
});

/** One of several options; its value is the option's id. */
export const choice = (options: SpecOf<"choice">["options"]): SpecOf<"choice"> => ({ kind: "choice", options });

/** Every option that holds, and no other. */
export const choices = (options: SpecOf<"choices">["options"]): SpecOf<"choices"> => ({ kind: "choices", options });

/** All options in their right order; they are listed as given, so give them in another. */
export const order = (options: SpecOf<"order">["options"]): SpecOf<"order"> => ({ kind: "order", options });

/** The rule of a kind; kinds without a tolerance are exact. */
export const ruleOf = (spec: KindSpec): Rule => ("rule" in spec ? spec.rule : { exact: true });

/** All numbers of a value, row by row; none for what is not made of numbers. */
export function entriesOf(value: Value): readonly number[] {
  if (typeof value === "number") return [value];
  if (!isList(value)) return [];
  if (isVector(value)) return value;
  const entries: number[] = [];
  for (const row of value)
    if (typeof row === "number") entries.push(row);
    else if (isList(row)) for (const x of row) if (typeof x === "number") entries.push(x);
  return entries;
}

/** The same value with its k-th number, counted row by row, replaced. */
export function withEntry(value: Value, k: number, x: number): Value {
  if (typeof value === "number") return x;
  if (isVector(value)) return value.with(k, x);
  if (!isMatrix(value)) return value;
  const width = value[0]?.length ?? 1;
  const row = Math.floor(k / width);
  return value.map((cells, i) => (i === row ? cells.with(k - row * width, x) : cells));
}

/** Lists of any kind; `Array.isArray` alone does not narrow readonly ones. */
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const isVector = (value: Value): value is Vector => isList(value) && value.every(isNumber);

const isNumber = (x: unknown): x is number => typeof x === "number";

export const isMatrix = (value: Value): value is Matrix =>
  isList(value) && value.length > 0 && value.every((row) => isList(row) && row.every(isNumber));

/** Numbers, and what is made of numbers alone. */
export type NumericValue = number | Vector | Matrix;
export const isNumeric = (value: Value): value is NumericValue =>
  typeof value === "number" || isVector(value) || isMatrix(value);

/** The sizes of the axes of a value: `[]` for a number, `[n]` for a vector, `[m, n]` for a matrix. */
export function axesOf(value: Value): readonly number[] {
  if (!isList(value)) return [];
  const first = value[0];
  return isList(first) ? [value.length, first.length] : [value.length];
}

/** Whether two values have the same axes; what their cells hold does not matter. */
export function haveSameAxes(a: Value, b: Value): boolean {
  const [x, y] = [axesOf(a), axesOf(b)];
  return x.length === y.length && x.every((size, i) => size === y[i]);
}
