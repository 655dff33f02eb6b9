/** How probabilities of a softmax change with the logits: one entry, the whole Jacobian, a gradient on its way back. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, vec } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { logSumExp } from "#lib/math/logs.ts";
import { dot, hadamard, type Vector } from "#lib/math/vector.ts";

const stories = [
  { who: "An image classifier", classes: ["cat", "dog", "bird"] },
  { who: "A language model", classes: ["sun", "rain", "snow"] },
  { who: "A game agent", classes: ["left", "right", "jump"] },
  { who: "A newsroom’s classifier", classes: ["politics", "sport", "culture"] },
  { who: "A classifier of sounds", classes: ["bell", "drum", "voice"] },
] as const;

/** A matrix entry by entry from the probabilities. */
const table = (p: Vector, entry: (pi: number, pj: number, same: boolean) => number) =>
  p.map((pi, i) => p.map((pj, j) => entry(pi, pj, i === j)));

export default exercise({
  id: "activations/softmax-jacobian",
  version: 1,
  title: "The Jacobian of the softmax",
  summary: "Find how each probability changes with each logit, and send a gradient back through the softmax.",
  skills: ["softmax-properties", "softmax"],
  source: { section: "5.2", formulas: ["softmax"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The probabilities; at level 3 they come from the logits. */
      p: z.array(z.number()),
      /** The class that is looked at and the one whose logit moves, counted from 1. */
      i: z.int().min(1).max(3),
      j: z.int().min(1).max(3),
      z: z.array(z.number()),
      g: z.array(z.number()),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      if (level === 3) {
        const tenths = rng.shuffle([-14, -9, -6, -3, 4, 7, 12, 15, 18, 21]).slice(0, 3);
        const g = rng.list(3, () => (rng.int(3, 19) * rng.pick([1, -1])) / 10);
        return { story, p: [], i: 1, j: 2, z: tenths.map((t) => t / 10), g };
      }
      // In hundredths; all three differ by 3 at least.
      const least = rng.int(11, 26);
      const middle = least + rng.int(3, Math.floor((100 - 3 * least) / 2) - 2);
      const p = rng.shuffle([least, middle, 100 - least - middle]).map((t) => t / 100);
      if (level === 2) return { story, p, i: 1, j: 2, z: [], g: [] };
      const i = rng.int(1, 3);
      return { story, p, i, j: rng.int(0, 1) === 0 ? i : (i % 3) + 1, z: [], g: [] };
    },
  )
  .prompt(({ story, p, i, j, z, g }, level) => {
    const { who, classes } = stories[story] ?? stories[0];
    const names = `*${classes[0]}*, *${classes[1]}* and *${classes[2]}*`;
    return {
      1: `${who} has a softmax at its end, $p = \\operatorname{softmax}(z)$. For ${names} it gives $p = ${vec(p)}$.\n\nHow fast does the probability of *${classes[i - 1]}* change with the logit of *${classes[j - 1]}*? Compute $\\dfrac{\\partial p_${i}}{\\partial z_${j}}$.`,
      2: `${who} has a softmax at its end, $p = \\operatorname{softmax}(z)$. For ${names} it gives $p = ${vec(p)}$.\n\nCompute its **Jacobian** $J$ there: the matrix with $J_{ij} = \\dfrac{\\partial p_i}{\\partial z_j}$ in row $i$ and column $j$.`,
      3: `${who} has a softmax at its end, $p = \\operatorname{softmax}(z)$. For ${names} the logits are $z = ${vec(z)}$, and back from some loss $L$ came the gradient $\\dfrac{\\partial L}{\\partial p} = ${vec(g)}$.\n\nCompute the **probabilities** and send the gradient through the softmax: $\\dfrac{\\partial L}{\\partial z}$.`,
    }[level];
  })
  .step("entry", scalar(), ({ p, i, j }) => (p[i - 1] ?? 0) * (Number(i === j) - (p[j - 1] ?? 0)), {
    label: "\\dfrac{\\partial p_i}{\\partial z_j}",
    words: "the rate of change of the probability with the logit",
    hint: "Is it the logit of the same class? Then the probability grows; with the logit of another class it shrinks.",
    formula: ({ i, j }) => (i === j ? `p_${i}(1 - p_${i})` : `-p_${i}\\,p_${j}`),
    work: ({ p, i, j }) =>
      i === j
        ? `${num(p[i - 1] ?? 0)}\\,(1 - ${num(p[i - 1] ?? 0)})`
        : `-${num(p[i - 1] ?? 0)} \\cdot ${num(p[j - 1] ?? 0)}`,
    malrules: {
      "sign-missing": {
        value: ({ p, i, j }) => (i === j ? undefined : (p[i - 1] ?? 0) * (p[j - 1] ?? 0)),
        says: "When another logit grows, does this probability grow or shrink? All of them add up to 1.",
      },
      "own-rule": {
        value: ({ p, i, j }) => (i === j ? undefined : (p[i - 1] ?? 0) * (1 - (p[i - 1] ?? 0))),
        says: "This is how the probability changes with its own logit. Here the logit of another class moves.",
      },
      "mixed-rule": {
        value: ({ p, i, j }) => (i === j ? undefined : (p[i - 1] ?? 0) * (1 - (p[j - 1] ?? 0))),
        says: "The one in $1 - p_j$ belongs to the class's own logit only. For another class, just the product is left, with its sign.",
      },
      "other-rule": {
        value: ({ p, i, j }) => (i === j ? 0 - (p[i - 1] ?? 0) ** 2 : undefined),
        says: "This is the rule for the logit of another class. With its own logit a probability grows: $p_i(1 - p_i)$.",
      },
      "without-the-rest": {
        value: ({ p, i, j }) => (i === j ? (p[i - 1] ?? 0) : undefined),
        says: "This is the probability itself. Its growth slows down the nearer it comes to 1: a factor $1 - p_i$ is missing.",
      },
    },
  })
  .step("J", matrix(), ({ p }) => table(p, (pi, pj, same) => pi * (Number(same) - pj)), {
    label: "J",
    words: "the Jacobian of the softmax",
    hint: "On the diagonal stands what the own logit does, off it what the other logits do. Each row and each column adds up to 0.",
    formula: "\\operatorname{diag}(p) - p\\,p^\\top",
    work: ({ p }) =>
      column(
        p.map((pi, i) =>
          p.map((pj, j) => (i === j ? `${num(pi)}\\,(1 - ${num(pi)})` : `-${num(pi)} \\cdot ${num(pj)}`)).join(" & "),
        ),
      ),
    malrules: {
      "sign-missing": {
        value: ({ p }) => table(p, (pi, pj, same) => (same ? pi * (1 - pi) : pi * pj)),
        says: "Off the diagonal the signs are missing: when another logit grows, a probability shrinks.",
      },
      "diagonal-alone": {
        value: ({ p }) => table(p, (pi, _, same) => (same ? pi * (1 - pi) : 0)),
        says: "Off the diagonal stand zeros, as if the softmax worked entry by entry. Every probability depends on every logit.",
      },
      "diagonal-forgotten": {
        value: ({ p }) => table(p, (pi, pj) => 0 - pi * pj),
        says: "On the diagonal a part is missing: with its own logit a probability grows.",
      },
      "mixed-rule": {
        value: ({ p }) => table(p, (pi, pj) => pi * (1 - pj)),
        says: "The one in $1 - p_j$ belongs on the diagonal only. Check that each row adds up to 0.",
      },
    },
  })
  .step("u", vector({ without: ["exponentials"] }), (params) => params.z.map(Math.exp), {
    label: "u",
    words: "the exponentials of the logits",
    hint: "Take the exponential of every logit.",
    skill: "softmax",
    formula: "e^{z} \\quad\\text{(entry by entry)}",
    work: (params) => column(params.z.map((zi) => `e^{${num(zi)}}`)),
    malrules: {
      "base-ten": {
        value: (params) => params.z.map((zi) => 10 ** zi),
        says: "This goes on from powers of 10. The softmax takes powers of $e \\approx 2.718$.",
      },
    },
  })
  .step(
    "softmax",
    vector({ without: ["exponentials"], equality: "distribution", scale: "common" }),
    (_, s) => {
      const total = s.u.reduce((a, b) => a + b, 0);
      return s.u.map((ui) => ui / total);
    },
    {
      label: "p",
      words: "the probabilities of the classes",
      hint: "Divide each exponential by the sum of all.",
      skill: "softmax",
      formula: "\\dfrac{1}{\\sum_j u_j}\\,u",
      work: (_, s) => `\\dfrac{1}{${s.u.map((ui) => par(ui)).join(" + ")}} ${vec(s.u)}`,
      malrules: {
        "not-normalised": {
          value: (_, s) => s.u,
          says: "These are the exponentials. Probabilities add up to 1: divide each by the sum.",
        },
      },
    },
  )
  .step("mean", scalar({ workingDigits: 5 }), ({ g }, s) => dot(s.softmax, g), {
    label: "m",
    words: "the mean of the gradient under the probabilities",
    hint: "Weigh the entries of the gradient by the probabilities.",
    formula: "\\textstyle\\sum_j p_j\\,\\dfrac{\\partial L}{\\partial p_j}",
    work: ({ g }, s) => g.map((gj, j) => `${num(s.softmax[j] ?? 0)} \\cdot ${par(gj)}`).join(" + "),
    malrules: {
      "plain-mean": {
        value: ({ g }) => g.reduce((a, b) => a + b, 0) / g.length,
        says: "The entries of the gradient were averaged alike. Each counts with the probability of its class.",
      },
      "plain-sum": {
        value: ({ g }) => g.reduce((a, b) => a + b, 0),
        says: "The entries of the gradient were summed. In the sum each is weighed by the probability of its class.",
      },
    },
  })
  .step(
    "dL_dz",
    vector({ workingDigits: 5, scale: "common" }),
    ({ g }, s) => g.map((gi, i) => (s.softmax[i] ?? 0) * (gi - s.mean)),
    {
      label: "\\dfrac{\\partial L}{\\partial z}",
      words: "the gradient by the logits",
      hint: "Multiply the Jacobian, which is symmetric, with the gradient: that takes the mean off each entry and multiplies it by the probability.",
      formula: "p \\odot \\left(\\dfrac{\\partial L}{\\partial p} - m\\right)",
      work: ({ g }, s) => column(g.map((gi, i) => `${num(s.softmax[i] ?? 0)} \\cdot (${num(gi)} - ${par(s.mean)})`)),
      malrules: {
        "mean-missing": {
          value: ({ g }, s) => hadamard(g, s.softmax),
          says: "What the other probabilities do is missing. The entries of $\\partial L / \\partial z$ must add up to 0.",
        },
        entrywise: {
          value: ({ g }, s) => g.map((gi, i) => gi * (s.softmax[i] ?? 0) * (1 - (s.softmax[i] ?? 0))),
          says: "Only the diagonal of the Jacobian was used, as for a sigmoid. Every logit moves every probability.",
        },
        "probability-missing": {
          value: ({ g }, s) => g.map((gi) => gi - s.mean),
          says: "The mean was taken off, but the factor $p_i$ in front is missing.",
        },
        untouched: {
          value: ({ g }) => g,
          says: "This is the gradient by the probabilities. On its way back it passes the Jacobian of the softmax.",
        },
      },
    },
  )
  .asks({ 1: ["entry"], 2: ["J"], 3: ["softmax", "dL_dz"] })
  .cases(({ p, i, j }) => (p.length > 0 && i === j ? "own logit" : "all"))
  .figures({
    solution: ({ story, p }, s) => {
      if (p.length > 0) return undefined;
      const { classes } = stories[story] ?? stories[0];
      const bars = s.dL_dz.map((value, k) => ({ label: classes[k] ?? "", value }));
      return {
        figure: "bars",
        alt: `The gradient by the logits as bars above and below zero, which add up to 0: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}.`,
        bars,
      };
    },
  })
  .check(({ p, i, j, z, g }) => {
    // The i-th probability as a function of the logits, by autodiff; ln p are logits that belong to p.
    const at = z.length > 0 ? z : p.map(Math.log);
    const probability = (k: number) => (vs: readonly Value[]) => {
      const exps = vs.map((v) => v.exp());
      const total = exps.reduce((a, b) => a.add(b));
      return (exps[k] ?? total).div(total);
    };
    const rows = at.map((_, k) => gradient((...vs) => probability(k)(vs), at));
    const loss = (...vs: Value[]) => g.map((gk, k) => probability(k)(vs).mul(gk)).reduce((a, b) => a.add(b));
    const total = logSumExp(at);
    return {
      entry: rows[i - 1]?.[j - 1] ?? 0,
      J: rows,
      softmax: at.map((zi) => Math.exp(zi - total)),
      dL_dz: z.length > 0 ? gradient(loss, z) : [],
    };
  });
