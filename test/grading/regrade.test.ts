import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { integer } from "#lib/exercise/kinds.ts";
import { judge } from "#lib/grading/judge.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { type Change, regrade } from "#lib/grading/regrade.ts";
import type { StoredAnswer } from "#lib/grading/replay.ts";
import { faultsOfRules, withRules } from "#lib/grading/with-rules.ts";
import { kindsOfAll, neuron, neuronParams } from "./chain.ts";

const options = { practice: false };

/** An answer to level 2 of the neuron (z = 1.31, L = σ(1.31)² = 0.620174…), judged and stored. */
function stored(student: string, raw: Record<string, string>, more: Partial<StoredAnswer> = {}): StoredAnswer {
  const exercise = more.exercise ?? neuron;
  const judgement = judge(exercise, { params: neuronParams, level: 2 }, raw, options);
  const receipt = judgement.outcome === "judged" ? judgement.receipt : null;
  const credit = more.credit ?? 1;
  const score = (receipt?.score ?? 0) * credit;
  const id = `${student} ${Object.values(raw).join(" ")}`;
  return { id, student, exercise, level: 2, params: neuronParams, raw, options, credit, receipt, score, ...more };
}

/** The neuron with one step's declaration changed, as another version. */
const version = (n: number, step: string, change: Partial<Exercise["steps"][number]>): Exercise => ({
  ...neuron,
  version: n,
  steps: neuron.steps.map((known) => (known.name === step ? { ...known, ...change } : known)),
});

const right = stored("ruth", { z: "1.31", L: "0.620" });
/** The bias is dropped, 0.7 · 1.3 = 0.91, and the loss rightly follows: σ(0.91)² = 0.712994…² = 0.508361…. */
const dropped = stored("anna", { z: "0.91", L: "0.508" });
/** Right to three digits, and no further. */
const coarse = stored("otto", { z: "1.314", L: "0.620" });

const lower: Change = { rules: { z: { digits: 5 } } };
const dry = (answers: readonly StoredAnswer[], change: Change, neverLower = false) =>
  regrade(answers, change, { neverLower });

test("the answers are stored as they are worth", () => {
  expect([right, dropped, coarse].map(({ score }) => score)).toEqual([1, 0.5, 1]);
});

describe("a changed tolerance", () => {
  test("is followed by the verdict, by what is carried, and by the words of the receipt", () => {
    // |1.6 − 1.31| = 0.29, and 35 % of 1.31 are 0.4585. From 1.6 the loss is σ(1.6)² = 0.832018…² = 0.692255….
    const own = stored("mona", { z: "1.6", L: "0.692" });
    const { students, unchanged, failures } = dry([right, own], {
      rules: { z: { within: { abs: 0, rel: 0.35 } } },
    });
    expect(students).toMatchObject([
      {
        student: "mona",
        before: 0.5,
        after: 1,
        changes: [
          {
            id: own.id,
            before: { verdict: "partly", score: 0.5 },
            after: { verdict: "right", score: 1 },
            kept: false,
            steps: [
              { step: "z", before: { verdict: "wrong", score: 0 }, after: { verdict: "right", score: 1 } },
              { step: "L", before: { verdict: "carried", score: 1 }, after: { verdict: "right", score: 1 } },
            ],
          },
        ],
      },
    ]);
    expect({ unchanged, failures }).toEqual({ unchanged: 1, failures: [] });
    const receipt = receiptSchema.parse(students[0]?.changes[0]?.receipt);
    expect(receipt.steps[0]).toMatchObject({ rule: "within 35 %", malrules: [] });
  });

  test("warns of the malrules that it reaches, also where no answer gave one", () => {
    // Around the malrules’ value 0.91 it reaches 0.3185: with 0.4585 that is more than the 0.40 between them. For the
    // bias subtracted, 0.51, it is 0.4585 + 0.1785 = 0.637, less than 0.80.
    const { warnings } = dry([right], { rules: { z: { within: { abs: 0, rel: 0.35 } } } });
    expect(warnings).toEqual([
      {
        id: right.id,
        student: "ruth",
        reaches: [
          { step: "z", at: "z", id: "bias-dropped" },
          { step: "z", at: "z", id: "bias-lost" },
        ],
      },
    ]);
    expect(dry([right], lower).warnings).toEqual([]);
  });

  test("moves the rounding window of the step with it", () => {
    // To two digits, a = 0.7875… moves by 0.005 and L by 2a · 0.005 = 0.0079 (z has three digits only and stays); with
    // half a unit of 0.01 that is 0.0129. 0.632 is 0.0118 off; to three digits all of this is a tenth.
    const answer = stored("emil", { z: "1.31", L: "0.632" });
    expect(answer.score).toBe(0.5);
    expect(dry([answer], { rules: { L: { digits: 2 } } }).students).toMatchObject([{ before: 0.5, after: 1 }]);
  });

  test("may lower a score, unless never lower is asked for", () => {
    // To five digits z must be within 0.00005 of 1.31.
    const [diff] = dry([coarse, right], lower).students;
    expect(diff).toMatchObject({ student: "otto", before: 1, after: 0.5, changes: [{ kept: false }] });
    const [kept] = dry([coarse, right], lower, true).students;
    expect(kept).toMatchObject({ before: 1, after: 1, changes: [{ kept: true, after: { score: 0.5 } }] });
  });

  test("fits only what has a tolerance", () => {
    const exact = { digits: 3 } as const;
    expect(faultsOfRules(kindsOfAll, { v: exact, M: exact, share: exact })).toEqual([]);
    expect(faultsOfRules(kindsOfAll, { count: exact, way: exact, size: exact, none: exact })).toHaveLength(4);
    expect(faultsOfRules(neuron, { z: { digits: 0 } })).toHaveLength(1);
    expect(() => withRules(neuron, { none: exact })).toThrow(RangeError);
    expect(dry([right, dropped], { rules: { none: exact } })).toMatchObject({
      students: [],
      unchanged: 0,
      failures: [
        { id: right.id, score: 1, why: expect.stringContaining("none") },
        { id: dropped.id, score: 0.5, why: expect.stringContaining("none") },
      ],
    });
  });

  test("is refused for a variant whose value has none of the decimals asked for", () => {
    const { failures, students } = dry([right], { rules: { L: { decimals: 0 } } });
    expect(failures).toMatchObject([{ score: 1, why: expect.stringContaining("L") }]);
    expect(students).toEqual([]);
    expect(dry([right], { rules: { L: { decimals: 1 } } }).failures).toEqual([]);
  });
});

describe("changed weights and credit", () => {
  test("weigh the parts anew", () => {
    // z counts 1 and is wrong, L counts 3 and is carried: 3/4.
    expect(dry([dropped, right], { weights: { z: 1, L: 3 } })).toMatchObject({
      students: [{ student: "anna", before: 0.5, after: 0.75, changes: [{ steps: [] }] }],
      unchanged: 1,
    });
  });

  test("take off what carried values are worth", () => {
    expect(dry([dropped], { carriedCredit: 0.5 }).students).toMatchObject([{ before: 0.5, after: 0.25 }]);
  });

  test("leave the share that hints took off", () => {
    const hinted = stored("anna", dropped.raw, { credit: 0.8 });
    expect(hinted.score).toBeCloseTo(0.4, 12);
    const [diff] = dry([hinted], { weights: { z: 1, L: 3 } }).students;
    expect(diff?.after).toBeCloseTo(0.6, 12);
  });
});

describe("another version", () => {
  test("judges by its own steps, and signs the receipt", () => {
    const corrected = version(2, "z", {
      value: (p) =>
        z
          .object({ w: z.number(), x: z.number() })
          .transform((q) => q.w * q.x)
          .parse(p),
    });
    const { students } = dry([right, dropped], { exercise: corrected });
    // With z = 0.91 and L = 0.508 right, 1.31 is wrong without a name, and 0.620 follows from it.
    expect(students).toMatchObject([
      { student: "ruth", before: 1, after: 0.5, changes: [{ receipt: { version: 2 } }] },
      { student: "anna", before: 0.5, after: 1, changes: [{ receipt: { version: 2 } }] },
    ]);
  });

  const failing: readonly (readonly [string, Exercise, RegExp])[] = [
    ["takes other parameters", { ...neuron, version: 3, schema: z.object({ depth: z.number() }) }, /parameters/],
    [
      "throws",
      version(4, "z", {
        value: () => {
          throw new Error("no such thing");
        },
      }),
      /fails.*no such thing/,
    ],
    ["asks for a part more", { ...neuron, version: 5, asks: { ...neuron.asks, 2: ["z", "a", "L"] } }, /“a”/],
    ["is of another exercise", kindsOfAll, /test\/kinds/],
  ];
  test.each(failing)("that %s is listed as a failure, and the score stays", (_, exercise, why) => {
    const { students, unchanged, failures } = dry([right, dropped], { exercise });
    expect({ students, unchanged }).toEqual({ students: [], unchanged: 0 });
    expect(failures).toMatchObject([
      { id: right.id, student: "ruth", score: 1, why: expect.stringMatching(why) },
      { id: dropped.id, student: "anna", score: 0.5, why: expect.stringMatching(why) },
    ]);
  });

  test("that asks for a part less judges what is left", () => {
    const fewer: Exercise = { ...neuron, version: 6, asks: { ...neuron.asks, 2: ["z"] } };
    expect(dry([dropped], { exercise: fewer }).students).toMatchObject([
      { before: 0.5, after: 0, changes: [{ steps: [{ step: "L", after: null }, { step: "z" }].slice(0, 1) }] },
    ]);
  });

  test("that reads less keeps the score of what it cannot read, and judges what it now can", () => {
    const arithmetic = stored("ines", { z: "0.7*1.3+0.4", L: "0.620" });
    const plain = version(7, "z", { spec: { ...integer(), form: "plain" } });
    expect(arithmetic.score).toBe(1);
    expect(dry([arithmetic], { exercise: plain }).failures).toMatchObject([
      { score: 1, why: expect.stringContaining("pre-activation") },
    ]);
    const then = stored("ines", arithmetic.raw, { exercise: plain });
    expect(then.receipt).toBeNull();
    expect(dry([then], {})).toMatchObject({ students: [], unchanged: 1, failures: [] });
    expect(dry([then], { exercise: neuron }).students).toMatchObject([
      { before: 0, after: 1, changes: [{ before: { verdict: "unreadable" }, after: { verdict: "right" } }] },
    ]);
  });
});

test("no change changes nothing", () => {
  expect(dry([right, dropped, coarse], {})).toEqual({ students: [], unchanged: 3, failures: [], warnings: [] });
});

test("totals are over all answers of a student, those that fail or stay included", () => {
  const other = stored("otto", { z: "1.31", L: "0.620" });
  const again = stored("otto", { z: "1.31", L: "9" });
  expect(dry([coarse, other, again], lower).students).toMatchObject([
    { student: "otto", before: 2.5, after: 2, changes: [{ id: coarse.id }] },
  ]);
});

test("the same answers give the same diff, and are left as they were", () => {
  const answers = [right, dropped, coarse];
  const before = JSON.stringify(answers);
  const [first, second] = [dry(answers, lower), dry(answers, lower)];
  expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  expect(JSON.stringify(answers)).toBe(before);
});
