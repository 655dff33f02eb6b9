import { describe, expect, it } from "vitest";
import { type GivenAnswer, groupsOf } from "#lib/course/review/groups.ts";
import type { StepReceipt } from "#lib/grading/receipt.ts";

const step = (name: string, more: Partial<StepReceipt> = {}): StepReceipt => ({
  step: name,
  label: name,
  words: name,
  raw: "1",
  readAs: { tex: "1", text: "1" },
  rule: "exact",
  verdict: "right",
  score: 1,
  feedback: [],
  carriedFrom: [],
  isFirstError: false,
  reference: { tex: "1", text: "1" },
  interval: null,
  margin: null,
  malrules: [],
  nearMiss: null,
  ...more,
});

const wrong = (name: string, text: string, more: Partial<StepReceipt> = {}) =>
  step(name, { verdict: "wrong", score: 0, raw: text, readAs: { tex: text, text }, isFirstError: true, ...more });

let n = 0;
function given(student: string, numbers: string, ...steps: StepReceipt[]): GivenAnswer {
  const about = { graderVersion: 2, exercise: "a/b", version: 1, level: 1, countsAsTry: true } as const;
  const receipt = { ...about, verdict: "wrong", score: 0, steps } as const;
  return { submission: `s${++n}`, student, numbers, score: 0, overridden: false, receipt };
}

const shape = (answers: readonly GivenAnswer[]) =>
  groupsOf(answers).map(({ kind, step: at, students, answers: { length } }) => [kind, at, students, length]);

describe("the answers to an item", () => {
  const dropped = { malrules: [{ at: "z", id: "drops-bias" }] };

  it("are together where a mistake with a name went wrong first, whatever the numbers", () => {
    const answers = [
      given("anna", "v1", wrong("z", "3", dropped), step("a", { verdict: "carried" })),
      given("ben", "v2", wrong("z", "7", dropped), wrong("a", "9", { isFirstError: false })),
      given("ben", "v2", wrong("z", "7", dropped)),
      given("cleo", "v3", step("z"), wrong("a", "3", { malrules: [{ at: "a", id: "drops-bias" }] })),
    ];
    expect(shape(answers)).toEqual([
      ["malrule", "z", 2, 3],
      ["malrule", "a", 1, 1],
    ]);
  });

  it("are together by value only among those who have the same numbers, by what was read and not by what was typed", () => {
    const same = [given("anna", "all", wrong("z", "1/2", { raw: "0.5" })), given("ben", "all", wrong("z", "1/2"))];
    expect(shape(same)).toEqual([["value", "z", 2, 2]]);
    const own = [given("anna", "v1", wrong("z", "1/2")), given("ben", "v2", wrong("z", "1/2"))];
    expect(shape(own)).toEqual([
      ["value", "z", 1, 1],
      ["value", "z", 1, 1],
    ]);
  });

  it("stand in this order: what waits for a person, mistakes with a name, near misses, values, and last what is right", () => {
    const answers = [
      given("anna", "v1", step("z")),
      given("anna", "v1", wrong("z", "5")),
      given("anna", "v1", step("z", { verdict: "blank", readAs: null, raw: "", isFirstError: true })),
      given("ben", "v2", step("z", { verdict: "blank", readAs: null, raw: "", isFirstError: true })),
      given("anna", "v1", step("z", { verdict: "imprecise" })),
      given("anna", "v1", wrong("z", "5", { nearMiss: "sign" })),
      given("anna", "v1", wrong("z", "6", dropped)),
      given("anna", "v1", wrong("z", "5", { verdict: "undecided", isFirstError: false }), wrong("a", "1", dropped)),
    ];
    expect(shape(answers)).toEqual([
      ["undecided", "z", 1, 1],
      ["malrule", "z", 1, 1],
      ["near-miss", "z", 1, 1],
      ["form", "z", 1, 1],
      ["value", "z", 2, 2],
      ["value", "z", 1, 1],
      ["right", null, 1, 1],
    ]);
  });
});
