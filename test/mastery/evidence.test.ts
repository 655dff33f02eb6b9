import { describe, expect, it } from "vitest";
import type { Level } from "#lib/exercise/exercise.ts";
import { choice, choices, expression, integer, order, scalar, shape } from "#lib/exercise/kinds.ts";
import { type Evidence, evidenceOf, type JudgedPart } from "#lib/mastery/evidence.ts";
import { guessOf } from "#lib/mastery/guess.ts";
import { sample } from "./exercise.ts";

const part = (step: string, verdict: JudgedPart["verdict"], at?: string): JudgedPart => ({
  step,
  verdict,
  malrules: at ? [{ at }] : [],
});

/** "skill outcome", with what it shares the part with in brackets. */
const told = (level: Level, parts: JudgedPart[], hints = 0) =>
  evidenceOf(sample, level, parts, hints).map(
    ({ skill, outcome, with: others }: Evidence) => `${skill} ${outcome} [${[...others].sort().join(" ")}]`,
  );

describe("the evidence of a submission", () => {
  it("tells of every skill that a right last step rests on", () => {
    expect(told(2, [part("a", "right")]).sort()).toEqual([
      "dot-products right [linear-layers sigmoid]",
      "linear-layers right [dot-products sigmoid]",
      "sigmoid right [dot-products linear-layers]",
    ]);
  });

  it("tells of a skill once, by the part that shows it first", () => {
    expect(told(1, [part("z", "right"), part("a", "right")]).sort()).toEqual([
      "dot-products right [linear-layers]",
      "linear-layers right [dot-products]",
      "sigmoid right []",
    ]);
  });

  it("counts what is carried forward as a success of its own skill, and the mistake where it was made", () => {
    expect(told(1, [part("z", "wrong"), part("a", "carried")]).sort()).toEqual([
      "dot-products wrong [linear-layers]",
      "linear-layers wrong [dot-products]",
      "sigmoid carried []",
    ]);
  });

  it("counts a recognised mistake against the skill of its step alone, also of one that is not asked", () => {
    expect(told(2, [part("a", "wrong", "dot")])).toEqual(["dot-products wrong []"]);
    expect(evidenceOf(sample, 2, [part("a", "wrong", "dot")], 0)[0]?.asked).toBe("sigmoid");
  });

  it("takes a right answer after hints as such", () => {
    expect(told(3, [part("which", "right")], 2)).toEqual(["choosing-activations hinted []"]);
  });

  it("takes a wrong answer after hints as wrong, and a blank one too", () => {
    expect(told(3, [part("which", "wrong")], 1)).toEqual(["choosing-activations wrong []"]);
    expect(told(3, [part("which", "blank")])).toEqual(["choosing-activations wrong []"]);
  });

  it.each(["imprecise", "form", "undecided"] as const)("learns nothing from a part that is %s", (verdict) => {
    expect(told(2, [part("a", verdict)])).toEqual([]);
  });

  it("names the exercise, the level and the chance of guessing", () => {
    expect(evidenceOf(sample, 3, [part("which", "right")], 0)).toEqual([
      {
        skill: "choosing-activations",
        exercise: "activations/sample",
        level: 3,
        outcome: "right",
        guess: 0.25,
        with: [],
      },
    ]);
  });
});

describe("the chance of guessing", () => {
  const options = ["a", "b", "c", "d"].map((id) => ({ id, text: id }));
  it.each([
    ["one of four options", choice(options), 1 / 4],
    ["any of four options", choices(options), 1 / 16],
    ["an order of four", order(options), 1 / 24],
    ["a number", scalar(), 0],
    ["a formula", expression({ variables: ["x"] }), 0],
  ] as const)("is known for %s", (_, spec, chance) => {
    expect(guessOf(spec)).toBeCloseTo(chance, 15);
  });

  it("is small, but not nothing, for whole numbers and shapes", () => {
    for (const spec of [integer(), shape()]) {
      expect(guessOf(spec)).toBeGreaterThan(0);
      expect(guessOf(spec)).toBeLessThanOrEqual(0.1);
    }
  });
});
