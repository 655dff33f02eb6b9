/** A small exercise for the tests: dot (unasked) → z → a, each of another skill, and a choice that rests on nothing. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar } from "#lib/exercise/kinds.ts";

const said = { label: "x", words: "x", hint: "x", formula: "x" };

export const sample = exercise({
  id: "activations/sample",
  version: 1,
  title: "Sample",
  summary: "A sample.",
  skills: ["sigmoid", "linear-layers", "dot-products", "choosing-activations"],
  source: { section: "5" },
})
  .params(z.object({ w: z.number(), x: z.number(), b: z.number() }), (rng) => ({
    w: rng.int(1, 9),
    x: rng.int(1, 9),
    b: rng.int(1, 9),
  }))
  .prompt(() => "Compute.")
  .step("dot", scalar(), (p) => p.w * p.x, {
    ...said,
    skill: "dot-products",
    malrules: { added: { value: (p) => p.w + p.x, says: "Added." } },
  })
  .step("z", scalar(), (p, s) => s.dot + p.b, { ...said, skill: "linear-layers" })
  .step("a", scalar(), (_, s) => 1 / (1 + Math.exp(-s.z)), { ...said, skill: "sigmoid" })
  .step(
    "which",
    choice([
      { id: "relu", text: "ReLU" },
      { id: "tanh", text: "tanh" },
      { id: "sigmoid", text: "sigmoid" },
      { id: "softmax", text: "softmax" },
    ]),
    () => "relu",
    { ...said, skill: "choosing-activations" },
  )
  .asks({ 1: ["z", "a"], 2: ["a"], 3: ["which"] })
  .check(() => ({}));
