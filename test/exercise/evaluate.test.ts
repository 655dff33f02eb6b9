import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, scalar, shape, vector } from "#lib/exercise/kinds.ts";
import { BrokenExercise } from "#lib/exercise/run.ts";
import { sample } from "./sample.ts";

const p = { a: 3, b: 7 };

describe("evaluation", () => {
  test("computes a step from the parameters and earlier steps", () => {
    const run = evaluate(sample, p);
    expect(run.value("mean")).toBe(5);
    expect(run.value("variance")).toBe(4);
  });

  test("evaluates only what is needed: a broken step that nobody asks for does no harm", () => {
    expect(() => evaluate(sample, p).value("variance")).not.toThrow();
    expect(() => evaluate(sample, p).value("unused")).toThrow(BrokenExercise);
  });

  test("observes what a step uses", () => {
    const run = evaluate(sample, p);
    expect(run.uses("variance")).toEqual(["square", "mean"]);
    expect(run.uses("mean")).toEqual([]);
    expect(run.cone("variance")).toEqual(["mean", "square", "variance"]);
    expect(run.inputs("mean")).toEqual([[3], [7]]);
  });

  test("flows a value given by hand through the graph", () => {
    expect(evaluate(sample, p, { given: { mean: 4 } }).value("variance")).toBe(13);
  });

  test("flows a malrule through the graph", () => {
    expect(evaluate(sample, p, { malrule: { step: "mean", id: "sum" } }).value("variance")).toBe(29 - 100);
  });

  test("computes anew only what a moved intermediate reaches", () => {
    expect(evaluate(sample, p).moved("variance", "mean", 4)).toEqual([13]);
    expect(evaluate(sample, p).moved("variance", "square", 30)).toEqual([5]);
  });

  test("takes the noise of a cancellation for zero, and never gives −0", () => {
    const cancelling = steps((x) => x + 0.2 - 0.3);
    expect(evaluate(cancelling, { x: 0.1 }).value("only")).toBe(0);
    expect(
      evaluate(
        steps((x) => -x),
        { x: 0 },
      ).value("only"),
    ).toBe(0);
    expect(
      evaluate(
        steps((x) => x / 2 ** 30),
        { x: 0.1 },
      ).value("only"),
    ).toBe(0.1 / 2 ** 30);
  });

  test("takes the noise off what is compared exactly, so that −0.9 is 936.1 − 937", () => {
    const difference = steps((x) => x - 937, scalar({ rule: { exact: true } }));
    expect(evaluate(difference, { x: 936.1 }).value("only")).toBe(-0.9);
    const third = steps((x) => x / 3, scalar({ rule: { exact: true } }));
    expect(evaluate(third, { x: 1 }).value("only")).toBe(1 / 3);
  });

  test("blames the exercise for a step that throws or is not finite, naming exercise and step", () => {
    const throwing = steps(() => {
      throw new Error("no such case");
    });
    expect(() => evaluate(throwing, { x: 1 }).value("only")).toThrow(
      /step only of linear-algebra\/one threw.*no such case/,
    );
    expect(() =>
      evaluate(
        steps((x) => Math.log(x)),
        { x: -1 },
      ).value("only"),
    ).toThrow(/not finite/);
  });
});

const steps = (value: (x: number) => number, kind = scalar()) =>
  exercise({
    id: "linear-algebra/one",
    version: 1,
    title: "One",
    summary: "One.",
    skills: ["matrix-vector"],
    source: { section: "1" },
  })
    .params(z.object({ x: z.number() }), () => ({ x: 1 }))
    .prompt(() => "")
    .step("only", kind, (params) => value(params.x), { label: "y", words: "y", hint: "y", formula: "y" })
    .asks({ 1: ["only"], 2: ["only"], 3: ["only"] })
    .check(() => ({ only: 0 }));

describe("consequences of malrules", () => {
  test("are found at the asked step and at those it rests on, without inert ones", () => {
    const found = consequences(sample, p, "variance").map(({ at, id, value }) => [at, id, value]);
    expect(found).toEqual([
      ["mean", "sum", -71],
      ["variance", "not-squared", 24],
    ]);
  });

  test("stop at a step whose value is given", () => {
    expect(consequences(sample, p, "variance", { given: { mean: 4 } }).map(({ id }) => id)).toEqual(["not-squared"]);
  });
});

test("the types of earlier steps are inferred along the chain", () => {
  exercise({
    id: "linear-algebra/types",
    version: 1,
    title: "",
    summary: "",
    skills: ["matrix-vector"],
    source: { section: "1" },
  })
    .params(z.object({ n: z.number() }), () => ({ n: 1 }))
    .prompt((params) => {
      expectTypeOf(params).toEqualTypeOf<{ n: number }>();
      return "";
    })
    .step("x", scalar(), () => 1, { label: "", words: "", hint: "", formula: "" })
    .step("v", vector(), () => [1], { label: "", words: "", hint: "", formula: "" })
    .step("m", matrix(), () => [[1]], { label: "", words: "", hint: "", formula: "" })
    .step("s", shape(), () => "undefined" as const, { label: "", words: "", hint: "", formula: "" })
    .step(
      "c",
      choice([
        { id: "a", text: "A" },
        { id: "b", text: "B" },
      ]),
      () => "a",
      { label: "", words: "", hint: "", formula: "" },
    )
    .step(
      "all",
      scalar(),
      (_, steps) => {
        expectTypeOf(steps.x).toEqualTypeOf<number>();
        expectTypeOf(steps.v).toEqualTypeOf<readonly number[]>();
        expectTypeOf(steps.m).toEqualTypeOf<readonly (readonly number[])[]>();
        expectTypeOf(steps.s).toEqualTypeOf<readonly number[] | "undefined">();
        expectTypeOf(steps.c).toEqualTypeOf<string>();
        // @ts-expect-error a step that does not come before is not there
        expect(steps.later).toBeUndefined();
        return 1;
      },
      { label: "", words: "", hint: "", formula: "" },
    );
});
