/** FILL IN: what the exercise is about, and its place in the tutorial. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plusTerm } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

// FILL IN: some settings, so that drilling does not become pattern matching. None may change the numbers.
const stories = [
  ["A model predicts the price of a house from its size", "size", "price"],
  ["A sensor turns a temperature into a voltage", "temperature", "voltage"],
  ["A streaming service predicts a rating from the minutes watched", "minutes", "rating"],
] as const;

export default exercise({
  id: "topic/slug",
  version: 1,
  // FILL IN: title, one sentence for the catalogue, the skills (lib/exercise/skills.ts; first the one it
  // is about) and the place in the tutorial.
  title: "The squared error of a line",
  summary: "Predict with a line, square the error, and step against the gradient.",
  skills: ["loss-gradients", "gradient-descent"],
  source: { section: "2.2", examples: [11] },
})
  .params(
    // FILL IN: the parameters, and how whole numbers from `rng` make them. Construct what is well posed; do not filter.
    z.object({ story: z.int().min(0).max(2), x: z.number(), y: z.number(), w: z.number(), b: z.number() }),
    (rng) => ({
      story: rng.int(0, 2),
      x: rng.int(2, 9),
      y: rng.int(11, 39),
      w: rng.decimal(1.2, 4.8, 1),
      b: rng.decimal(2.1, 7.9, 1),
    }),
  )
  // FILL IN: the text, in Markdown with $TeX$. The page itself says which precision is wanted.
  .prompt(({ story, x, y, w, b }, level) => {
    const [setting, from, to] = stories[story] ?? stories[0];
    return [
      `${setting}: $\\hat y = wx + b$ with $w = ${num(w)}$ and $b = ${num(b)}$.`,
      `For the ${from} $x = ${num(x)}$ the true ${to} is $y = ${num(y)}$.`,
      {
        1: "What does the model predict?",
        2: "How large is the squared error $L = (\\hat y - y)^2$?",
        3: "What is the gradient of the squared error $L = (\\hat y - y)^2$ by the weight, and what is the weight after one step of gradient descent with the learning rate $0.01$?",
      }[level],
    ].join("\n\n");
  })
  // FILL IN: the steps, each as a learner would write it down. Earlier ones are there as `s`. A step that takes another
  // skill than the first says so: what is learnt about a person, and what they are told to read, follows from it.
  .step("prediction", scalar(), (p) => p.w * p.x + p.b, {
    label: "\\hat y",
    words: "the prediction",
    hint: "Multiply the input by the weight, then add the bias.",
    formula: "wx + b",
    work: ({ x, w, b }) => plusTerm(`${num(w)} \\cdot ${num(x)}`, b),
    // FILL IN: the mistakes people make at this step, each with feedback that tells where to look.
    malrules: {
      "bias-dropped": {
        value: (p) => p.w * p.x,
        says: "This is $wx$. The prediction is $wx + b$: look where the bias went.",
      },
      "bias-multiplied": {
        value: (p) => p.w * (p.x + p.b),
        says: "The bias was multiplied too. It is added last, after the weight has done its work.",
      },
    },
  })
  .step("error", scalar(), (p, s) => s.prediction - p.y, {
    label: "\\hat y - y",
    words: "the error",
    hint: "Take the truth off the prediction.",
    formula: "\\hat y - y",
    work: ({ y }, s) => `${num(s.prediction)} - ${num(y)}`,
  })
  .step("loss", scalar({ workingDigits: 5 }), (_, s) => s.error ** 2, {
    label: "L",
    words: "the squared error",
    hint: "Square the error.",
    formula: "(\\hat y - y)^2",
    work: (_, s) => `${par(s.error)}^2`,
    malrules: {
      "not-squared": {
        value: (_, s) => Math.abs(s.error),
        says: "This is the size of the error. The loss is its square.",
      },
    },
  })
  .step("slope", scalar({ workingDigits: 5 }), (p, s) => 2 * s.error * p.x, {
    label: "\\dfrac{\\partial L}{\\partial w}",
    words: "the gradient of the loss by the weight",
    hint: "Differentiate the square from the outside in; the last link of the chain is the input.",
    formula: "2(\\hat y - y)\\,x",
    work: ({ x }, s) => `2 \\cdot ${par(s.error)} \\cdot ${num(x)}`,
    malrules: {
      "input-missing": {
        value: (_, s) => 2 * s.error,
        says: "The inner derivative is missing: $\\hat y$ depends on $w$ through $wx$, so a factor $x$ comes along.",
      },
      "factor-two": {
        value: (p, s) => s.error * p.x,
        says: "The factor 2 from the square is missing: $(u^2)' = 2u$.",
      },
    },
  })
  .step("w_new", scalar({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => p.w - 0.01 * s.slope, {
    label: "w_{\\text{new}}",
    words: "the new weight",
    hint: "Step against the gradient, scaled by the learning rate.",
    skill: "gradient-descent",
    formula: "w - 0.01\\,\\dfrac{\\partial L}{\\partial w}",
    work: ({ w }, s) => `${num(w)} - 0.01 \\cdot ${par(s.slope)}`,
    malrules: {
      ascent: {
        value: (p, s) => p.w + 0.01 * s.slope,
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
    },
  })
  // FILL IN: what each level asks. Level 3 is not level 1 with larger numbers.
  .asks({ 1: ["prediction"], 2: ["loss"], 3: ["slope", "w_new"] })
  // FILL IN: the tutorial's own numbers, if it has any.
  .examples({ "11": { level: 2, params: { story: 0, x: 2, y: 5, w: 1, b: 1 } } })
  // FILL IN: the asked answers by another route than the steps; here, reverse-mode autodiff.
  .check(({ x, y, w, b }) => {
    const [slope = 0] = gradient((u) => u.mul(x).add(b).sub(y).pow(2), [w]);
    const prediction = b + x * w;
    return { prediction, loss: prediction ** 2 - 2 * prediction * y + y * y, slope, w_new: w - slope / 100 };
  });
