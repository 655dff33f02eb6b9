/** Softmax: from logits to probabilities, given or from a linear layer (examples 34 and 35, practice 5). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, terms, vec } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { logSumExp } from "#lib/math/logs.ts";
import { matvec } from "#lib/math/matrix.ts";
import { add, argmax, oneHot, scale, sum } from "#lib/math/vector.ts";

const stories = [
  { scores: "An image classifier scores a photo", classes: ["cat", "dog", "bird"] },
  { scores: "A newsroom's classifier scores an article", classes: ["politics", "sport", "culture"] },
  { scores: "A game agent scores its three moves", classes: ["left", "right", "jump"] },
  { scores: "A language model scores the next word", classes: ["sun", "rain", "snow"] },
] as const;

export default exercise({
  id: "activations/softmax",
  version: 1,
  title: "Softmax",
  summary: "Turn the logits of a classifier into probabilities that add up to one.",
  skills: ["softmax", "linear-layers"],
  source: { section: "5.2", examples: [34, 35], practice: [5], formulas: ["softmax"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** Empty at level 3, where the layer below gives the logits. */
      logits: z.array(z.number()),
      W: z.array(z.array(z.number())),
      x: z.array(z.number()),
      b: z.array(z.number()),
    }),
    (rng, level) => {
      const story = rng.int(0, 3);
      // In tenths: no two logits are near each other, nor so far apart that one class takes it all.
      const tenths = rng.shuffle([-14, -9, -6, -3, 4, 7, 12, 15, 18, 21, 24, 27]).slice(0, 3);
      if (level < 3) return { story, logits: tenths.map((t) => t / 10), W: [], x: [], b: [] };
      const x = rng.list(2, () => rng.int(2, 5) * rng.pick([1, -1]));
      const W = tenths.map(() => x.map(() => rng.pick([2, 3, 4, 5, 6, 7, 8, 9]) * rng.pick([1, -1])));
      const b = tenths.map((t, i) => t - (W[i] ?? []).reduce((total, w, j) => total + w * (x[j] ?? 0), 0));
      return { story, logits: [], W: W.map((row) => row.map((w) => w / 10)), x, b: b.map((t) => t / 10) };
    },
  )
  .prompt(({ story, logits, W, x, b }, level) => {
    const { scores, classes } = stories[story] ?? stories[0];
    const as = `${scores} as *${classes[0]}*, *${classes[1]}* or *${classes[2]}*`;
    return {
      1: `${as}, with the logits\n\n$$z = ${vec(logits)}$$\n\nDo the first half of a **softmax**: the exponential of each logit, and the sum of the exponentials.`,
      2: `${as}, with the logits\n\n$$z = ${vec(logits)}$$\n\nTurn them into probabilities with the **softmax**.`,
      3: `${as}. Its last layer turns the features $x$ into the logits $z = Wx + b$, with\n\n$$W = ${mat(W)}, \\qquad x = ${vec(x)}, \\qquad b = ${vec(b)}$$\n\nCompute the **logits**, and from them the **probabilities** of the three classes.`,
    }[level];
  })
  .step("z", vector(), ({ W, x, b }) => add(matvec(W, x), b), {
    label: "z",
    words: "the logits",
    hint: "Multiply each row of W with the features, and add the bias of that row.",
    skill: "linear-layers",
    formula: "Wx + b",
    work: ({ W, x, b }) => column(W.map((row, i) => terms([...row.map((w, j) => w * (x[j] ?? 0)), b[i] ?? 0]))),
    malrules: {
      "bias-dropped": {
        value: ({ W, x }) => matvec(W, x),
        says: "This is $Wx$. The layer adds a bias to each logit: $Wx + b$.",
      },
      "bias-subtracted": {
        value: ({ W, x, b }) => add(matvec(W, x), scale(-1, b)),
        says: "The bias was taken off. The layer adds it: $Wx + b$; mind the signs.",
      },
    },
  })
  .step("exponentials", vector({ without: ["exponentials"] }), (p, s) => logitsOf(p, s).map(Math.exp), {
    label: "u",
    words: "the exponentials of the logits",
    hint: "Take the exponential of every logit; all of them come out positive, also where the logit is negative.",
    formula: "\\begin{bmatrix} e^{z_1} \\\\ e^{z_2} \\\\ e^{z_3} \\end{bmatrix}",
    work: (p, s) => column(logitsOf(p, s).map((z) => `e^{${num(z)}}`)),
    malrules: {
      "exponential-missing": {
        value: (p, s) => (Math.abs(sum(logitsOf(p, s))) > 1e-6 ? [...logitsOf(p, s)] : undefined),
        says: "These are the logits, or shares of them. The softmax takes the exponential of each logit first.",
      },
      "exponent-sign": {
        value: (p, s) => logitsOf(p, s).map((z) => Math.exp(-z)),
        says: "The sign in the exponent is turned round: it is $e^{z}$, so a larger logit gives a larger probability. ($e^{-z}$ belongs to the sigmoid.)",
      },
      "base-ten": {
        value: (p, s) => logitsOf(p, s).map((z) => 10 ** z),
        says: "These are powers of 10. The softmax takes powers of $e \\approx 2.718$.",
      },
    },
  })
  .step("total", scalar({ without: ["exponentials"] }), (_, s) => sum(s.exponentials), {
    label: "S",
    words: "the sum of the exponentials",
    hint: "Add the exponentials up.",
    formula: "\\sum_{j} e^{z_j}",
    work: (_, s) => s.exponentials.map((u) => par(u)).join(" + "),
    malrules: {
      "logits-added": {
        value: (p, s) => (Math.abs(sum(logitsOf(p, s))) > 1e-6 ? sum(logitsOf(p, s)) : undefined),
        says: "This adds up the logits. What the softmax divides by is the sum of their exponentials.",
      },
      "largest-for-sum": {
        value: (_, s) => Math.max(...s.exponentials),
        says: "This is only the largest exponential. The probabilities add up to 1 only if each is divided by the sum of all.",
      },
    },
  })
  .step(
    "probabilities",
    vector({ without: ["exponentials"], equality: "distribution", scale: "common" }),
    (_, s) => s.exponentials.map((u) => u / s.total),
    {
      label: "\\operatorname{softmax}(z)",
      words: "the probabilities of the classes",
      hint: "Divide each exponential by the sum of all of them; then they add up to 1.",
      formula: "\\dfrac{1}{S}\\, u",
      work: (_, s) => column(s.exponentials.map((u) => `${num(u)} / ${num(s.total)}`)),
      malrules: {
        "not-normalised": {
          value: (_, s) => [...s.exponentials],
          says: "These are the exponentials. Probabilities add up to 1: divide each by the sum.",
        },
        "largest-takes-all": {
          value: (_, s) => oneHot(argmax(s.exponentials), s.exponentials.length),
          says: "This gives everything to the largest logit. The softmax is soft: the other classes keep a share each.",
        },
      },
    },
  )
  .asks({ 1: ["exponentials", "total"], 2: ["probabilities"], 3: ["z", "probabilities"] })
  .figures({
    solution: ({ story }, s) => {
      const { classes } = stories[story] ?? stories[0];
      const bars = s.probabilities.map((value, i) => ({ label: classes[i] ?? "", value }));
      const told = bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ");
      return { figure: "bars", alt: `The probabilities as bars that add up to 1: ${told}.`, bars };
    },
  })
  .examples({
    "34": { level: 2, params: { story: 0, logits: [2, 1, 0.1], W: [], x: [], b: [] } },
    "35": { level: 2, params: { story: 0, logits: [5, 2, 0.1], W: [], x: [], b: [] } },
    "practice-5": { level: 2, params: { story: 0, logits: [1, 2, 3], W: [], x: [], b: [] } },
  })
  .check(({ logits, W, x, b }) => {
    const exact = W.map((row, i) =>
      row.reduce((total, w, j) => total.add(new Fraction(w).mul(x[j] ?? 0)), new Fraction(b[i] ?? 0)).valueOf(),
    );
    const z = logits.length > 0 ? logits : exact;
    // The softmax is the gradient of ln(Σ exp z).
    const smoothMaximum = (...variables: Value[]) =>
      variables
        .map((v) => v.exp())
        .reduce((u, v) => u.add(v))
        .log();
    return {
      z,
      exponentials: z.map((zi) => Math.cosh(zi) + Math.sinh(zi)),
      total: Math.exp(logSumExp(z)),
      probabilities: gradient(smoothMaximum, z),
    };
  });

/** The logits as given, or as the layer gave them. */
function logitsOf(p: { logits: readonly number[] }, s: { z: readonly number[] }): readonly number[] {
  return p.logits.length > 0 ? p.logits : s.z;
}
