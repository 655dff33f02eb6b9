import { describe, expect, test } from "vitest";
import type { Level } from "#lib/exercise/exercise.ts";
import { judge } from "#lib/grading/judge.ts";
import type { JudgeOptions } from "#lib/grading/options.ts";
import { judgementSchema, learnerReceipt, type Receipt } from "#lib/grading/receipt.ts";
import { kindsOfAll, neuron, neuronParams, softmax } from "./chain.ts";

const practice: JudgeOptions = { practice: true };

/** Judges, and holds the result to the schema that stores it. */
function neuronReceipt(raw: Record<string, string>, level: Level = 1, options = practice): Receipt {
  const judgement = judgementSchema.parse(
    JSON.parse(JSON.stringify(judge(neuron, { params: neuronParams, level }, raw, options))),
  );
  if (judgement.outcome !== "judged") throw new Error(`not judged: ${JSON.stringify(judgement.parts)}`);
  return judgement.receipt;
}

const verdicts = (receipt: Receipt) => receipt.steps.map(({ verdict }) => verdict).join(" ");

// z = 1.31, a = σ(1.31) = 0.787511…, L = 0.620174…
describe("right", () => {
  test("every part right is right, with score 1", () => {
    const receipt = neuronReceipt({ z: "1.31", a: "0.788", L: "0.620" });
    expect(receipt).toMatchObject({
      verdict: "right",
      score: 1,
      countsAsTry: true,
      exercise: "test/neuron",
      version: 1,
    });
    expect(receipt.steps.every(({ feedback }) => feedback.length === 0)).toBe(true);
  });

  test("a right value carries on, whatever its rounding", () => {
    // 0.788² = 0.620944 and (0.787511…)² = 0.620174: the window of a rounded to three digits takes it in.
    expect(verdicts(neuronReceipt({ z: "1.31", a: "0.788", L: "0.620944" }))).toBe("right right right");
    // 1.314 is right to three digits; σ(1.314) = 0.788180…
    expect(verdicts(neuronReceipt({ z: "1.314", a: "0.78818", L: "0.62122" }))).toBe("right right right");
  });

  test("the parts may be weighted", () => {
    const options = { practice: true, weights: { z: 1, a: 1, L: 2 } };
    expect(neuronReceipt({ z: "1.31", a: "0.788", L: "99" }, 1, options).score).toBe(0.5);
  });
});

describe("malrules", () => {
  test("all tied ones at the step are named, and nothing else", () => {
    const [z] = neuronReceipt({ z: "0.91", a: "0.788", L: "0.620" }).steps;
    expect(z).toMatchObject({
      verdict: "wrong",
      score: 0,
      feedback: ["Where did the bias go?", "There is a bias too."],
      malrules: [
        { at: "z", id: "bias-dropped" },
        { at: "z", id: "bias-lost" },
      ],
      nearMiss: null,
    });
  });

  test("one is recognised through the graph where only the last step is asked", () => {
    // σ(0.91 − 0.4) = σ(0.51) = 0.624806…, squared 0.390383…
    const [loss] = neuronReceipt({ L: "0.390" }, 3).steps;
    expect(loss).toMatchObject({ verdict: "wrong", malrules: [{ at: "z", id: "bias-subtracted" }] });
  });

  test("one is recognised from the learner's own earlier values", () => {
    // z = 2 is wrong without a name; tanh(2) = 0.964028
    const [, a] = neuronReceipt({ z: "2", a: "0.964", L: "0.620" }).steps;
    expect(a).toMatchObject({ verdict: "wrong", malrules: [{ at: "a", id: "tanh" }] });
  });

  test("one of a distribution is recognised although its entries do not add up to 1", () => {
    const judged = judge(
      softmax,
      { params: { logits: [2, 1, 0.1] }, level: 2 },
      { probs: "[7.389, 2.718, 1.105]" },
      practice,
    );
    expect(judged).toMatchObject({ receipt: { steps: [{ malrules: [{ at: "probs", id: "unnormalised" }] }] } });
  });
});

describe("too few digits", () => {
  test("is said, and costs no try where nothing else is wrong", () => {
    const receipt = neuronReceipt({ z: "1.3", a: "0.788", L: "0.620" });
    expect(receipt).toMatchObject({ verdict: "imprecise", countsAsTry: false });
    expect(receipt.steps[0]).toMatchObject({
      verdict: "imprecise",
      feedback: ["Right so far; give 3 significant digits."],
    });
    expect(receipt.steps.some(({ isFirstError }) => isFirstError)).toBe(false);
  });

  test("costs a try where another part is wrong", () => {
    expect(neuronReceipt({ z: "1.3", a: "0.788", L: "99" })).toMatchObject({ verdict: "partly", countsAsTry: true });
  });

  test("what is built on it is carried", () => {
    // σ(1.3) = 0.785835, squared 0.617537
    const receipt = neuronReceipt({ z: "1.3", a: "0.78583", L: "0.61754" });
    expect(verdicts(receipt)).toBe("imprecise carried carried");
    expect(receipt.verdict).toBe("imprecise");
  });
});

describe("carried forward", () => {
  test("a mistake is charged once, where it was made", () => {
    // z by a malrule: 0.91; σ(0.91) = 0.713000…, squared 0.508369…
    const receipt = neuronReceipt({ z: "0.91", a: "0.713", L: "0.508" });
    expect(verdicts(receipt)).toBe("wrong carried carried");
    expect(receipt).toMatchObject({ verdict: "partly", score: 2 / 3 });
    expect(receipt.steps[0]).toMatchObject({ isFirstError: true });
    expect(receipt.steps[1]).toMatchObject({ carriedFrom: ["z"], isFirstError: false, malrules: [] });
    expect(receipt.steps[2]).toMatchObject({ carriedFrom: ["a"] });
    expect(receipt.steps[1]?.feedback).toEqual(["Right from your own value of $z$; the mistake is there."]);
    expect(receipt.steps[2]?.feedback).toEqual(["Right from your own value of $a$; the mistake came earlier."]);
  });

  test("also through a step that is not asked", () => {
    expect(verdicts(neuronReceipt({ z: "0.91", L: "0.508" }, 2))).toBe("wrong carried");
  });

  test("from a value without a name that lies within a factor of 10", () => {
    // σ(2) = 0.880797, squared 0.775803
    expect(verdicts(neuronReceipt({ z: "2", a: "0.881", L: "0.776" }))).toBe("wrong carried carried");
  });

  test("from a near miss: the sign of z turned round", () => {
    // σ(−1.31) = 0.212489, squared 0.0451516
    const receipt = neuronReceipt({ z: "-1.31", a: "0.212", L: "0.0452" });
    expect(verdicts(receipt)).toBe("wrong carried carried");
    expect(receipt.steps[0]).toMatchObject({ nearMiss: "sign" });
  });

  test("not from a value further off", () => {
    // σ(14) = 0.99999917, and squaring 1 is no work
    expect(verdicts(neuronReceipt({ z: "14", a: "1.000", L: "1.00" }))).toBe("wrong wrong wrong");
  });

  test("z = 0 buys nothing", () => {
    expect(verdicts(neuronReceipt({ z: "0", a: "0.5", L: "0.25" }))).toBe("wrong wrong carried");
    expect(verdicts(neuronReceipt({ z: "0", L: "0.25" }, 2))).toBe("wrong wrong");
  });

  test("pays the fraction that the assignment sets", () => {
    const { steps, score } = neuronReceipt({ z: "0.91", a: "0.713", L: "0.620" }, 1, {
      practice: false,
      carriedCredit: 0.5,
    });
    expect(steps[1]).toMatchObject({ verdict: "carried", score: 0.5 });
    expect(score).toBe(0.5);
  });

  test("a step right by the reference is right, also behind a wrong one", () => {
    expect(verdicts(neuronReceipt({ z: "2", a: "0.788", L: "0.620" }))).toBe("wrong right right");
  });

  test("entries of a vector carry on", () => {
    // (4, 1, 0.01) are squares; divided by 5.01: 0.798, 0.200, 0.002
    const params = { logits: [2, 1, 0.1] };
    const judged = judge(softmax, { params, level: 1 }, { exps: "4, 1, 0.01", probs: "0.798, 0.200, 0.002" }, practice);
    expect(judged).toMatchObject({ receipt: { steps: [{ malrules: [{ id: "squares" }] }, { verdict: "carried" }] } });
  });
});

describe("blank and unreadable parts", () => {
  test("a blank part scores 0, is no first error, and leaves the rest to be judged", () => {
    const receipt = neuronReceipt({ z: "", a: "0.788" });
    expect(verdicts(receipt)).toBe("blank right blank");
    expect(receipt).toMatchObject({ verdict: "partly", score: 1 / 3 });
    expect(receipt.steps.some(({ isFirstError }) => isFirstError)).toBe(false);
  });

  test("one unreadable part leaves everything unjudged, and the raw text is kept", () => {
    const raw = { z: "1,31", a: "0.788", L: "1/2π" };
    const judged = judgementSchema.parse(judge(neuron, { params: neuronParams, level: 1 }, raw, practice));
    expect(judged).toMatchObject({
      outcome: "unreadable",
      raw,
      parts: [
        { step: "z", at: [0, 4], suggestion: "1.31", readings: [] },
        { step: "L", readings: [{ typed: "1/2*pi" }, { typed: "1/(2*pi)" }] },
      ],
    });
    expect(JSON.stringify(judged)).not.toContain("reference");
  });

  test("an answer that is blank throughout costs nothing", () => {
    expect(judge(neuron, { params: neuronParams, level: 1 }, {}, practice).outcome).toBe("unreadable");
  });

  test("keys that are no steps are ignored", () => {
    const raw = Object.fromEntries([
      ["z", "1.31"],
      ["a", "0.788"],
      ["L", "0.620"],
      ["__proto__", "x"],
      ["extra", "1/0"],
    ]);
    expect(neuronReceipt(raw).verdict).toBe("right");
  });
});

describe("near misses", () => {
  const near: readonly (readonly [Level, string, string, string | null])[] = [
    [1, "v", "[-1, -2, -6]", "sign"],
    [1, "v", "[1, -2, 6]", "sign"],
    [1, "v", "[2, 4, 12]", "factor-2"],
    [1, "v", "[0.5, 1, 3]", "factor-2"],
    [1, "v", "[3, 6, 18]", "factor-n"],
    [1, "v", "[6, 2, 1]", "order"],
    [1, "v", "[1, 2, 7]", null],
    [1, "v", "[1, 2]", null],
    [1, "M", "[[1, 3], [2, 4]]", "transposed"],
    [1, "M", "[[4, 3], [2, 1]]", "order"],
    [1, "size", "3x100", "transposed"],
    [1, "size", "3x99", null],
    [1, "count", "-3", "sign"],
    [1, "count", "2.5", null],
    [2, "share", "94.5", "percent"],
    [2, "share", "-0.945", "sign"],
    [2, "share", "1.058", "reciprocal"],
    [2, "share", "1.89", "factor-2"],
    [2, "share", "0.94", "imprecise"],
    [2, "angle", "36", "degrees"],
    [2, "angle", "0.62", "truncated"],
    [2, "bits", "2.81", "log-base"],
    [2, "bits", "0.845", "log-base"],
    [2, "bits", "1.945", "right"],
    [2, "bits", "1.94", "truncated"],
    [3, "mean", "9.30", "factor-n"],
    [3, "mean", "1.03", "factor-n"],
  ];

  test.each(near)("level %i, %s = %s: %s", (level, step, typed, id) => {
    const judged = judge(kindsOfAll, { params: { n: 3 }, level }, { [step]: typed }, practice);
    if (judged.outcome !== "judged") throw new Error("not judged");
    const found = judged.receipt.steps.find((part) => part.step === step);
    if (id === "imprecise" || id === "right") expect(found?.verdict).toBe(id);
    else expect(found).toMatchObject({ verdict: "wrong", nearMiss: id });
  });

  test("the value of another step is named as that", () => {
    expect(neuronReceipt({ z: "1.31", a: "1.31", L: "0.620" }).steps[1]).toMatchObject({
      nearMiss: "another-step",
      feedback: ["This is the pre-activation z; the activation a is asked for."],
    });
  });

  test("a wrong shape says which one came in, and not which is right", () => {
    const judged = judge(kindsOfAll, { params: { n: 3 }, level: 1 }, { v: "[1, 2]", M: "[1, 2, 3]" }, practice);
    expect(judged).toMatchObject({
      receipt: {
        steps: [
          {},
          { feedback: ["You gave 2 entries; count how many there must be."] },
          { feedback: ["You gave a $1 \\times 3$ matrix; work out which shape it must have."] },
          {},
          {},
        ],
      },
    });
  });
});

describe("the receipt", () => {
  test("tells the rule, the interval with its ends inwards, and the margin", () => {
    const [z] = neuronReceipt({ z: "1.3125", a: "0.788", L: "0.620" }).steps;
    expect(z).toMatchObject({
      readAs: { tex: "1.3125", text: "1.3125" },
      rule: "3 significant digits",
      interval: "from 1.305 to 1.315",
      margin: 0.5,
      reference: { text: "1.31" },
    });
  });

  test("how far off is said in practice only", () => {
    const raw = { z: "1.4", a: "0.788", L: "0.620" };
    expect(neuronReceipt(raw).steps[0]?.feedback).toEqual(["It is within 10 % of the right value, but too large."]);
    expect(neuronReceipt(raw, 1, { practice: false }).steps[0]?.feedback).toEqual([
      "This comes from no mistake that is known here: go through the step once more.",
    ]);
  });

  test("the learner's version holds no reference, interval, margin or malrule until it is revealed", () => {
    const receipt = neuronReceipt({ z: "0.91", a: "5", L: "7" });
    const withheld = JSON.stringify(learnerReceipt(receipt, { reveal: false }));
    for (const kept of ["reference", "interval", "margin", "malrules", "1.31", "0.787", "0.620"])
      expect(withheld).not.toContain(kept);
    expect(learnerReceipt(receipt, { reveal: true }).steps[0]).toMatchObject({
      reference: { text: "1.31" },
      interval: "from 1.305 to 1.315",
    });
  });

  test("the same answer gives the same receipt", () => {
    const raw = { z: "0.91", a: "0.713", L: "0.6" };
    expect(neuronReceipt(raw)).toEqual(neuronReceipt(raw));
  });
});
