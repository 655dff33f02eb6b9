/** A small exercise that the tests of the contract use: variance as E[X²] − E[X]² of two numbers. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";

export const sample = exercise({
  id: "linear-algebra/sample",
  version: 3,
  title: "A sample",
  summary: "For tests.",
  skills: ["matrix-vector"],
  source: { section: "1" },
})
  .params(z.object({ a: z.number(), b: z.number() }), (rng) => ({ a: rng.int(2, 9), b: rng.int(2, 9) }))
  .prompt(({ a, b }) => `Of $${a}$ and $${b}$.`)
  .step("mean", scalar(), (p) => (p.a + p.b) / 2, {
    label: "\\bar x",
    words: "the mean",
    hint: "Add up and halve.",
    formula: "\\tfrac12(a + b)",
    malrules: { sum: { value: (p) => p.a + p.b, says: "Not halved." } },
  })
  .step("square", scalar(), (p) => (p.a ** 2 + p.b ** 2) / 2, {
    label: "\\overline{x^2}",
    words: "the mean of the squares",
    hint: "Square, add up, halve.",
    formula: "\\tfrac12(a^2 + b^2)",
    malrules: {
      inert: { value: () => undefined, says: "Never applies." },
      same: { value: (p) => (p.a ** 2 + p.b ** 2) / 2, says: "Gives the reference." },
    },
  })
  .step("unused", scalar(), (p) => p.a / 0, {
    label: "u",
    words: "a step that would break",
    hint: "Never needed.",
    formula: "a / 0",
  })
  .step("variance", scalar(), (_, s) => s.square - s.mean ** 2, {
    label: "s^2",
    words: "the variance",
    hint: "Subtract the square of the mean from the mean of the squares.",
    formula: "\\overline{x^2} - \\bar x^2",
    work: (_, s) => `${s.square} - ${s.mean}^2`,
    malrules: { "not-squared": { value: (_, s) => s.square - s.mean, says: "The mean was not squared." } },
  })
  .asks({ 1: ["mean"], 2: ["variance"], 3: ["mean", "variance"] })
  .check(({ a, b }) => ({ mean: a / 2 + b / 2, variance: ((a - b) / 2) ** 2 }));
