/** §6.4: forward through the layers to the loss, back from the last layer to the first, then the update. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/algorithm-order.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { publicVariant } from "#lib/exercise/public.ts";
import { judge } from "#lib/grading/judge.ts";
import { malrulesOf } from "./example.ts";

type Params = Parameters<typeof exercise.prompt>[0];

// The input goes into Q, from there into K, and into R, which gives the prediction.
const byHand = [
  "batch",
  "forward-Q",
  "forward-K",
  "forward-R",
  "loss",
  "delta-R",
  "delta-K",
  "delta-Q",
  "gradients",
  "update",
];
const params: Params = {
  story: 0,
  layers: ["Q", "K", "R"],
  told: [2, 0, 3, 1],
  backward: "by-layer",
  batch: true,
  listed: byHand.toSorted(),
};
const short: Params = {
  story: 1,
  layers: ["T", "M"],
  told: [0, 1, 2],
  backward: "whole",
  batch: false,
  listed: ["update", "loss", "forward-M", "backward", "forward-T"],
};

const judged = (level: 1 | 3, p: Params, ids: readonly string[]) => {
  const outcome = judge(exercise, { params: p, level }, { order: ids.join(", ") }, { practice: true });
  if (outcome.outcome !== "judged") return outcome.outcome;
  const [step] = outcome.receipt.steps;
  return [step?.verdict, ...(step?.malrules.map(({ id }) => id) ?? [])];
};

describe("backpropagation/algorithm-order", () => {
  test("three layers with a mini-batch", () => {
    expect(evaluate(exercise, params).value("order")).toEqual(byHand);
    expect(judged(3, params, byHand)).toEqual(["right"]);
  });

  test("two layers with the way back as one item", () => {
    expect(evaluate(exercise, short).value("order")).toEqual(["forward-T", "forward-M", "loss", "backward", "update"]);
  });

  test("the text tells each connection once, in the order it is given", () => {
    expect(exercise.prompt(params, 3)).toContain(
      "The output of K goes into R. The input goes into Q. The output of R is the prediction. The output of Q goes into K.",
    );
  });

  test("only the items that the variant lists are options, in its order", () => {
    const [part] = publicVariant(exercise, short, 1).parts;
    expect(part && "options" in part.spec && part.spec.options.map(({ id }) => id)).toEqual(short.listed);
    expect(judged(1, short, ["forward-T", "forward-M", "loss", "backward", "batch"])).toBe("unreadable");
    expect(judged(1, short, ["forward-T", "forward-M", "loss", "backward"])).toBe("unreadable");
  });

  test.each([
    [["forward-T", "forward-M", "loss", "update", "backward"], "update-too-early"],
    [["backward", "forward-T", "forward-M", "loss", "update"], "backward-first"],
    [["update", "forward-T", "forward-M", "loss", "backward"], "update-first"],
    [["forward-T", "forward-M", "backward", "loss", "update"], "loss-after-backward"],
  ])("%j is named %s", (ids, id) => {
    expect(judged(1, short, ids)).toEqual(["wrong", id]);
  });

  test("it knows deltas from the first layer on", () => {
    expect(malrulesOf(exercise)).toContain("back.outer-layer-last");
    const wrong = byHand.toSpliced(5, 3, "delta-Q", "delta-K", "delta-R");
    expect(judged(3, params, wrong)).toEqual(["wrong", "outer-layer-last"]);
  });
});
