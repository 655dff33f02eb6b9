import { describe, expect, it } from "vitest";
import { preview } from "#components/answers/preview.ts";
import { symbolsOf } from "#components/answers/symbols.ts";
import { ticksIn, withTick } from "#components/answers/ticks.ts";
import { examplesOf, hasPalette } from "#components/answers/typing.ts";
import {
  choices,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  integer,
  type KindSpec,
  letteredShape,
  matrix,
  scalar,
  set,
  shape,
  vector,
} from "#lib/exercise/kinds.ts";
import { read } from "#lib/grading/kinds/table.ts";

const on = (...variables: string[]) => ({ variables });

describe("ticked options", () => {
  const ids = ["relu", "sigmoid", "tanh"];

  it("are named in the order of the options, whichever came first", () => {
    expect(withTick(withTick("", ids, "tanh", true), ids, "relu", true)).toBe("relu, tanh");
    expect(withTick("relu, tanh", ids, "relu", false)).toBe("tanh");
  });

  it("tell none of them from no answer yet", () => {
    expect(ticksIn("", ids)).toEqual({ ids: [], isNone: false });
    expect(ticksIn("none", ids)).toEqual({ ids: [], isNone: true });
    expect(withTick("none", ids, "relu", true)).toBe("relu");
    expect(withTick("relu", ids, "relu", false)).toBe("");
  });

  it("are read by the kind as they are written", () => {
    const spec = choices(ids.map((id) => ({ id, text: `The ${id} function` })));
    expect(read("relu, tanh", spec)).toMatchObject({ outcome: "read", value: ["relu", "tanh"] });
    expect(read("none", spec)).toMatchObject({ outcome: "read", value: [] });
    expect(read("", spec).outcome).toBe("unreadable");
  });
});

const typed: readonly (readonly [string, KindSpec])[] = [
  ["a number", scalar()],
  ["a plain number", scalar({ form: "plain" })],
  ["percent", scalar({ unit: "percent" })],
  ["a whole number", integer()],
  ["a fraction", fraction()],
  ["a vector", vector()],
  ["a vector of formulas", formulaVector(on("x", "y"))],
  ["a matrix", matrix()],
  ["a matrix of formulas", formulaMatrix(on("w_1"))],
  ["a set", set()],
  ["a set of formulas", formulaSet(on("θ"))],
  ["a shape", shape()],
  ["a shape in letters", letteredShape(["n", "p"])],
  ["a formula", expression(on("x"))],
  ["a formula in several variables", expression(on("w_1", "θ"))],
  ["a formula without variables", expression(on())],
  ["a formula multiplied out", expression(on("x"), { form: "expanded" })],
  ["a product of factors", expression(on("x"), { form: "factored" })],
  ["a single logarithm", expression(on("x"), { form: "single-logarithm" })],
  ["logarithms of letters", expression(on("x"), { form: "expanded-logarithms" })],
  ["a quotient in lowest terms", expression(on("x"), { form: "reduced" })],
];

describe("the hint of a field", () => {
  it.each(typed)("gives examples of %s that can be typed there", (_, spec) => {
    const examples = examplesOf(spec);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect({ of: example, ...read(example, spec) }).toMatchObject({ of: example, outcome: "read" });
  });
});

describe("the palette", () => {
  const names = (spec: KindSpec) => symbolsOf(spec).map(({ name }) => name);

  it("is there for formulas, sets and fractions, and not for plain numbers", () => {
    for (const spec of [expression(on("x")), formulaVector(on("x")), set(), fraction()]) {
      expect(hasPalette(spec)).toBe(true);
      expect(symbolsOf(spec).length).toBeGreaterThan(1);
    }
    for (const spec of [scalar(), vector(), matrix(), shape()]) {
      expect(hasPalette(spec)).toBe(false);
      expect(symbolsOf(spec)).toEqual([]);
    }
  });

  it("offers the variables that no key types, in letters that read as them", () => {
    const spec = expression(on("x", "theta", "w_1", "β_2"));
    const variables = symbolsOf(spec).slice(0, 3);
    expect(variables.map(({ shown, index }) => [shown, index])).toEqual([
      ["θ", undefined],
      ["w", "1"],
      ["β", "2"],
    ]);
    const names = ["theta", "w_1", "beta_2"];
    for (const [i, { before }] of variables.entries())
      expect(read(before, spec)).toMatchObject({ value: { type: "variable", name: names[i] } });
  });

  it("offers no function that the step refuses, and no sigmoid where σ is a variable", () => {
    expect(names(expression(on("x"), { without: ["logarithms", "roots"] }))).not.toContain("natural logarithm");
    expect(names(expression(on("x"), { without: ["logarithms", "roots"] }))).not.toContain("square root");
    expect(names(expression(on("x")))).toContain("sigmoid");
    expect(names(expression(on("σ")))).toEqual(expect.not.arrayContaining(["sigmoid"]));
  });

  it("inserts what reads around an x", () => {
    const spec = expression(on("x"));
    for (const { before, after, name } of symbolsOf(spec)) {
      const text = after === "" ? (name === "divided by" ? `1${before}x` : `x${before}`) : `${before}x${after}`;
      expect({ of: text, ...read(text, spec) }).toMatchObject({ of: text, outcome: "read" });
    }
  });
});

describe("the live reading", () => {
  it("shows what a formula comes to for numbers alone", () => {
    expect(preview("1/4", scalar())).toMatchObject({ outcome: "read", value: "0.25" });
    expect(preview("0.25", scalar())).toMatchObject({ outcome: "read", value: undefined });
    expect(preview("1/4", fraction())).toMatchObject({ outcome: "read", value: undefined });
    expect(preview("x^2", expression(on("x")))).toMatchObject({ outcome: "read", value: undefined });
    expect(preview("[1/4, 2]", vector())).toMatchObject({ outcome: "read", value: undefined });
  });

  it("counts the empty cells of a grid without complaining", () => {
    expect(preview("[1, □; 3, 4]", matrix())).toEqual({ outcome: "incomplete", message: "One cell is still empty." });
    expect(preview("[1, □; □, 4]", matrix())).toEqual({ outcome: "incomplete", message: "2 cells are still empty." });
  });

  it("explains a quoted cell by what stands in it, and marks its place", () => {
    expect(preview('["0,5"; 2]', matrix())).toMatchObject({ outcome: "unreadable", suggestion: "0.5", at: [1, 6] });
  });

  it("offers both readings of a vector of formulas", () => {
    const reading = preview("[1/2x, y]", formulaVector(on("x", "y")));
    expect(reading.outcome === "ambiguous" && reading.readings).toHaveLength(2);
  });
});
