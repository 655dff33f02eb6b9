/** Logarithms to any base by natural ones, and from one base to another. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** The base: at level 2 the one that is given, at level 3 only for the draw. */
  from: z.int().min(2),
  /** At level 2 the base that is asked for. */
  to: z.int().min(2),
  /** What the logarithms are taken of. */
  x: z.int().min(2),
  u: z.int().min(2),
  /** A logarithm that is given. */
  known: z.number(),
  /** The logarithm of the number that is asked for last. */
  last: z.number(),
});
type Params = z.infer<typeof params>;

/** What is counted by a logarithm of x to the base b. */
const direct = [
  (b: number, x: number) =>
    `A search tree with ${b} children to each node needs this many levels for ${x} leaves, before rounding up:`,
  (b: number, x: number) =>
    `A quantity grows by the factor ${b} every year. After $y$ years it is ${x} times as large:`,
  (b: number, x: number) =>
    `A code with ${b} symbols tells ${x} equally frequent messages apart by words of this mean length, at best:`,
  (b: number, x: number) =>
    `In each round of a contest, one of ${b} goes on. From ${x} down to one takes, before rounding up,`,
  (b: number, x: number) =>
    `An outcome has the probability $\\frac{1}{${x}}$. With logarithms to the base ${b}, the surprise at it is`,
] as const;
/** Who measured what, as a logarithm to one base. */
const measured = [
  "The evidence for a hypothesis is the logarithm of a Bayes factor $x$",
  "The surprise at a rare event is the logarithm of $x$, one over its probability",
  "A test gives the logarithm of a likelihood ratio $x$",
  "The perplexity $x$ of a language model is reported by its logarithm",
  "The number $x$ of configurations of a system is told by its logarithm",
] as const;
const unknown = [
  "A plot has a logarithmic axis, but its base is not written on it.",
  "A library computes logarithms to a base that its manual does not tell.",
  "A score is a logarithm to a base that nobody remembers.",
  "An old log file holds logarithms to an unknown base.",
  "A paper does not say to which base its logarithms are.",
] as const;

const inverted =
  "The quotient is upside down. The base goes below: a larger base needs a smaller exponent, so it makes the logarithm smaller.";
const difference =
  "The two logarithms were subtracted, which gives the logarithm of a quotient. To change the base, divide one by the other.";
const undivided = "This is still the natural logarithm. Divide it by the natural logarithm of the new base.";

const ln = (label: string, words: string, of: (p: Params) => number) => ({
  label,
  words: `the natural logarithm of ${words}`,
  hint: "Take the natural logarithm, and keep a digit or two more than you will need.",
  formula: (p: Params) => `\\ln ${num(of(p))}`,
});
const written = { without: ["logarithms"] } as const;

export default exercise({
  id: "logarithms/change-of-base",
  version: 1,
  title: "Changing the base",
  summary: "Find logarithms to any base by natural ones, turn one base into another, and find an unknown base.",
  skills: ["logarithms"],
  source: { section: "4.1", examples: [21], formulas: ["logarithm-definition", "log-base"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    if (level === 1) {
      // Not bases near e, nor powers of the base.
      const from = rng.pick([2, 5, 6, 7, 12, 15]);
      return { story, from, to: 2, x: rng.int(15, 98) * 10 + rng.pick([1, 3, 7, 9]), u: 2, known: 0, last: 0 };
    }
    if (level === 2) {
      const [from = 10, to = 2] = rng.shuffle([2, 5, 6, 7, 10]);
      return { story, from, to, x: 2, u: 2, known: rng.int(13, 89) / 10, last: 0 };
    }
    const x = rng.int(2, 9) * 10 + rng.pick([1, 3, 7, 9]);
    const u = rng.int(2, 9) * 100 + rng.int(1, 9) * 11;
    return { story, from: 2, to: 2, x, u, known: rng.int(13, 29) / 10, last: rng.pick([0.3, 0.4, 0.6, 0.7, 1.3, 1.4]) };
  })
  .prompt((p, level) => {
    const { story, from, to, x, u, known, last } = p;
    return {
      1: `${(direct[story] ?? direct[0])(from, x)}\n\n$$y = \\log_{${from}} ${x}$$\n\nHow large is $y$, as a decimal number?`,
      2: `${measured[story]}: $\\log_{${from}} x = ${num(known)}$.\n\nHow large is the **natural** logarithm $\\ln x$, and how large is $\\log_{${to}} x$?`,
      3: `${unknown[story]} Only one value is known: $\\log_b ${x} = ${num(known)}$.\n\nFind the base $b$, then $y = \\log_b ${u}$, and then the number $v$ with $\\log_b v = ${num(last)}$.`,
    }[level];
  })
  .step(
    "ln_x",
    scalar({ workingDigits: 4 }),
    ({ x }) => Math.log(x),
    ln("\\ln x", "x", ({ x }) => x),
  )
  .step(
    "ln_from",
    scalar({ workingDigits: 4 }),
    ({ from }) => Math.log(from),
    ln("\\ln b", "the base", ({ from }) => from),
  )
  .step("log", scalar(written), (_, s) => s.ln_x / s.ln_from, {
    label: "y",
    words: "the logarithm y",
    hint: "From $b^y = x$ follows $y \\ln b = \\ln x$. Divide by the logarithm of the base.",
    formula: "\\log_b x = \\dfrac{\\ln x}{\\ln b}",
    work: (_, s) => `\\dfrac{${num(s.ln_x)}}{${num(s.ln_from)}}`,
    malrules: {
      inverted: { value: (_, s) => s.ln_from / s.ln_x, says: inverted },
      difference: { value: (_, s) => s.ln_x - s.ln_from, says: difference },
      "not-divided": { value: (_, s) => s.ln_x, says: undivided },
      "quotient-first": {
        value: (p) => p.x / p.from,
        says: "The numbers themselves were divided. It is their logarithms that are divided.",
      },
    },
  })
  .step("ln_known", scalar(written), (p, s) => p.known * s.ln_from, {
    label: "\\ln x",
    words: "the natural logarithm of x",
    hint: "The given logarithm is $\\frac{\\ln x}{\\ln b}$. Solve for $\\ln x$.",
    formula: "\\log_b x \\cdot \\ln b",
    work: (p, s) => `${num(p.known)} \\cdot ${num(s.ln_from)}`,
    malrules: {
      "divided-instead": {
        value: (p, s) => p.known / s.ln_from,
        says: "Here the logarithm to the base is given and the natural one is asked: multiply by $\\ln b$ instead of dividing by it.",
      },
      "log-of-log": {
        value: (p) => Math.log(p.known),
        says: "The logarithm was taken of a number that is already a logarithm. It only has to be scaled.",
      },
      added: {
        value: (p, s) => p.known + s.ln_from,
        says: "The logarithm of the base was added. Bases differ by a factor: from $x = b^y$ follows $\\ln x = y \\ln b$.",
      },
    },
  })
  .step(
    "ln_to",
    scalar({ workingDigits: 4 }),
    ({ to }) => Math.log(to),
    ln("\\ln c", "the new base", ({ to }) => to),
  )
  .step("log_to", scalar({ ...written, workingDigits: 4 }), (_, s) => s.ln_known / s.ln_to, {
    label: "\\log_c x",
    words: "the logarithm to the new base",
    hint: "Divide the natural logarithm by that of the new base.",
    formula: "\\dfrac{\\ln x}{\\ln c}",
    work: (_, s) => `\\dfrac{${num(s.ln_known)}}{${num(s.ln_to)}}`,
    malrules: {
      multiplied: {
        value: (_, s) => s.ln_known * s.ln_to,
        says: "To come from $\\ln$ to another base, divide by the logarithm of that base; multiplying leads the other way.",
      },
      "bases-swapped": {
        value: (p, s) => (p.known * s.ln_to) / s.ln_from,
        says: "The two bases have changed places. To a larger base, the logarithm of the same number is smaller.",
      },
    },
  })
  .step("ln_b", scalar({ workingDigits: 5 }), (p, s) => s.ln_x / p.known, {
    label: "\\ln b",
    words: "the natural logarithm of the base",
    hint: "Write the known logarithm with natural ones and solve for $\\ln b$.",
    formula: "\\dfrac{\\ln x}{\\log_b x}",
    work: (p, s) => `\\dfrac{${num(s.ln_x)}}{${num(p.known)}}`,
    malrules: {
      inverted: {
        value: (p, s) => p.known / s.ln_x,
        says: "The quotient is upside down: from $\\log_b x = \\frac{\\ln x}{\\ln b}$ follows $\\ln b = \\frac{\\ln x}{\\log_b x}$.",
      },
      multiplied: {
        value: (p, s) => p.known * s.ln_x,
        says: "The known logarithm was multiplied. In $y \\ln b = \\ln x$ it is a factor of $\\ln b$, so it divides on the other side.",
      },
    },
  })
  .step("b", scalar({ workingDigits: 5 }), (_, s) => Math.exp(s.ln_b), {
    label: "b",
    words: "the base b",
    hint: "Undo the natural logarithm.",
    formula: "e^{\\ln b} = x^{1/y}",
    work: (_, s) => `e^{${num(s.ln_b)}}`,
    malrules: {
      "divided-numbers": {
        value: (p) => p.x / p.known,
        says: "The number was divided by its logarithm. The base was raised to it: $b^y = x$, so take the $y$-th root.",
      },
    },
  })
  .step(
    "ln_u",
    scalar({ workingDigits: 5 }),
    ({ u }) => Math.log(u),
    ln("\\ln u", "u, the next number", ({ u }) => u),
  )
  .step("log_u", scalar({ ...written, workingDigits: 5 }), (_, s) => s.ln_u / s.ln_b, {
    label: "y",
    words: "the logarithm y",
    hint: "Change the base: divide the natural logarithm by that of the base you found.",
    formula: "\\dfrac{\\ln u}{\\ln b}",
    work: (_, s) => `\\dfrac{${num(s.ln_u)}}{${num(s.ln_b)}}`,
    malrules: {
      inverted: { value: (_, s) => s.ln_b / s.ln_u, says: inverted },
      difference: { value: (_, s) => s.ln_u - s.ln_b, says: difference },
      proportional: {
        value: (p) => (p.known * p.u) / p.x,
        says: "This takes the logarithm to grow in proportion with the number. Equal factors in the number are equal steps of its logarithm.",
      },
    },
  })
  .step("v", scalar({ workingDigits: 5 }), (p, s) => Math.exp(p.last * s.ln_b), {
    label: "v",
    words: "the number v",
    hint: "Undo the logarithm: raise the base to it.",
    formula: "b^{\\,\\log_b v}",
    work: (p, s) => `${num(s.b)}^{${num(p.last)}}`,
    malrules: {
      multiplied: {
        value: (p, s) => p.last * s.b,
        says: "The base was multiplied by the logarithm. A logarithm is an exponent: raise the base to it.",
      },
      "base-e": {
        value: (p) => Math.exp(p.last),
        says: "This is the power of $e$. The logarithm is one to the base $b$, so $b$ is what to raise.",
      },
    },
  })
  .asks({ 1: ["log"], 2: ["ln_known", "log_to"], 3: ["b", "log_u", "v"] })
  .figures({
    solution: ({ from, x, u, to, known, last }, s) => {
      const isDirect = known === 0;
      const [b, ends] = isDirect ? [from, [x]] : last === 0 ? [to, [Math.exp(s.ln_known)]] : [s.b, [x, u]];
      if (!isDirect && last === 0) return undefined;
      const most = Math.max(...ends) * 1.1;
      const at = (t: number) => ({ x: rounded(t), y: rounded(Math.log(t) / Math.log(b)) });
      const marks = ends.map((t) => ({ ...at(t), label: `x = ${plain(t)}` }));
      return {
        figure: "curve",
        alt: `The curve of the logarithm to the base ${plain(b, 4)} rises ever more slowly. Marked on it: ${marks.map((mark) => `at ${mark.label} its height is ${plain(mark.y, 3)}`).join("; ")}.`,
        xLabel: "x",
        yLabel: "logarithm of x",
        points: Array.from({ length: 41 }, (_, i) => at(most * (0.01 + (0.99 * i * i) / 1600))),
        marks,
      };
    },
  })
  .examples({
    "21": { level: 1, params: { story: 1, from: 2, to: 2, x: 8, u: 2, known: 0, last: 0 } },
  })
  .check(({ from, to, x, u, known, last }) => {
    // Base 2 instead of e, and powers instead of exponentials.
    const log = (t: number, base: number) => Math.log2(t) / Math.log2(base);
    const [top, bottom] = new Fraction(known === 0 ? 1 : known).toFraction().split("/").map(Number);
    const b = x ** ((bottom ?? 1) / (top ?? 1));
    return {
      log: log(x, from),
      ln_known: log(from ** known, Math.E),
      log_to: log(from ** known, to),
      b,
      log_u: known * log(u, x),
      v: x ** (last / (known === 0 ? 1 : known)),
    };
  });

function rounded(x: number): number {
  return Math.round(x * 10000) / 10000;
}
