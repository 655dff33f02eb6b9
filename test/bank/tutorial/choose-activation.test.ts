/** The guidelines of §5.3: sigmoid for two classes, softmax for several, none for regression. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/activations/choose-activation.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { judge } from "#lib/grading/judge.ts";
import { malrulesOf } from "./example.ts";

type Params = Parameters<typeof exercise.prompt>[0];

const of = (kind: Params["kind"], count: number, statements: string[] = []): Params => ({
  kind,
  task: 0,
  count,
  activations: ["tanh", "softmax", "identity", "relu", "sigmoid"],
  statements,
});

const judged = (level: 1 | 2 | 3, params: Params, raw: Record<string, string>) => {
  const outcome = judge(exercise, { params, level }, raw, { practice: true });
  if (outcome.outcome !== "judged") return outcome.outcome;
  return outcome.receipt.steps.map(({ verdict, malrules }) => [verdict, ...malrules.map(({ id }) => id)]);
};

describe("activations/choose-activation", () => {
  test.each([
    ["probability", "sigmoid"],
    ["classes", "softmax"],
    ["labels", "sigmoid"],
    ["real", "identity"],
    ["bounded", "tanh"],
  ] as const)("%s: %s", (kind, activation) => {
    expect(evaluate(exercise, of(kind, 4)).value("output")).toBe(activation);
  });

  test.each([
    ["labels", "softmax", "softmax-for-labels"],
    ["real", "sigmoid", "sigmoid-for-real"],
    ["classes", "sigmoid", "sigmoid-for-classes"],
    ["probability", "softmax", "softmax-for-one"],
    ["bounded", "identity", "identity-for-bounded"],
  ] as const)("%s with %s is named %s", (kind, activation, id) => {
    expect(judged(1, of(kind, 4), { output: activation })).toEqual([["wrong", id]]);
  });

  // By the definitions: seven classes share out 1, each softmax output grows at the expense of the others.
  test("what holds of a softmax over seven classes", () => {
    const listed = ["negative", "sums-to-one", "relu-bounded", "competing", "dying", "both-large"];
    const params = of("classes", 7, listed);
    expect(evaluate(exercise, params).value("statements")).toEqual(["sums-to-one", "competing", "dying"]);
    const raw = { output: "softmax", units: "7", statements: "dying, competing, sums-to-one" };
    expect(judged(3, params, raw)).toEqual([["right"], ["right"], ["right"]]);
    expect(judged(3, params, { ...raw, units: "6" })?.[1]).toEqual(["wrong", "last-left-out"]);
    expect(judged(3, params, { ...raw, statements: "dying, sums-to-one" })?.[2]).toEqual([
      "wrong",
      "misjudged-competing",
    ]);
  });

  test("a statement that is not listed is no option", () => {
    const params = of("labels", 3, ["dying", "negative"]);
    expect(judged(3, params, { output: "sigmoid", units: "3", statements: "collapse" })).toBe("unreadable");
  });

  test("every task tells how many numbers it asks for", () => {
    for (const kind of ["classes", "labels", "real", "bounded"] as const)
      for (const task of [0, 1, 2, 3, 4]) expect(exercise.prompt({ ...of(kind, 8), task }, 1)).toMatch(/\b8\b/);
  });

  test("it knows a second unit for the other case", () => {
    expect(malrulesOf(exercise)).toEqual(expect.arrayContaining(["units.unit-for-no", "units.one-for-all"]));
  });
});
