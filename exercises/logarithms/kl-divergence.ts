/** The Kullback–Leibler divergence: of two distributions, in both directions, and as cross-entropy less entropy. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row } from "#lib/exercise/tex.ts";
import { klDivergence } from "#lib/math/logs.ts";
import { sum } from "#lib/math/vector.ts";

const distribution = z.array(z.number().min(0).lt(1)).min(2).max(4);
const params = z.object({
  story: z.int().min(0).max(3),
  /** The true distribution; one entry is 0 at level 3. */
  p: distribution,
  /** The model, and at level 3 a second one. */
  q: distribution,
  r: distribution,
});
type Params = z.infer<typeof params>;

const stories = [
  { truth: "The colours that customers choose", model: "A forecast" },
  { truth: "The outcomes of a game", model: "A betting model" },
  { truth: "The next words after “good”", model: "A language model" },
  { truth: "The kinds of weather at a place", model: "A climate model" },
] as const;

const at = (v: readonly number[], i: number): number => v[i] ?? 0;
/** p·ln(a/b) in each entry, and 0 where p is. */
const weighted = (p: readonly number[], ratio: (i: number) => number): number[] =>
  p.map((x, i) => (x === 0 ? 0 : x * Math.log(ratio(i))));
/** −p·ln q in each entry. */
const surprises = (p: readonly number[], q: readonly number[]): number[] => weighted(p, (i) => 1 / at(q, i));
const added = (xs: readonly number[]): string => xs.map((x) => par(x)).join(" + ");

const crossed =
  "This is the cross-entropy of the two. The divergence is what it has beyond the entropy of the first: take the logarithm of the quotient.";
const baseTwo =
  "This is in bits, with logarithms to base 2. The question asks for natural logarithms, which gives nats.";

/** One divergence: the contributions of the outcomes, with first and second in their places. */
const contributions = (
  label: string,
  words: string,
  first: (p: Params) => readonly number[],
  second: (p: Params) => readonly number[],
) => ({
  label,
  words,
  hint: "For each outcome, take the logarithm of the quotient of both probabilities, and weigh it with the first of the two. Some are negative.",
  formula: label === "t" ? "\\Bigl[p_i \\ln \\tfrac{p_i}{q_i}\\Bigr]_i" : "\\Bigl[q_i \\ln \\tfrac{q_i}{p_i}\\Bigr]_i",
  work: (p: Params) => column(first(p).map((x, i) => `${num(x)} \\ln \\tfrac{${num(x)}}{${num(at(second(p), i))}}`)),
  malrules: {
    direction: {
      value: (p: Params) => weighted(second(p), (i) => at(second(p), i) / at(first(p), i)),
      says: "The two distributions have changed places. The divergence is not symmetric: the first one gives the weights and stands above the line.",
    },
    "cross-entropy": {
      value: (p: Params) => weighted(first(p), (i) => 1 / at(second(p), i)),
      says: crossed,
    },
    unweighted: {
      value: (p: Params) => first(p).map((x, i) => Math.log(x / at(second(p), i))),
      says: "The logarithms were added without weights. Each counts as often as its outcome happens: multiply by the first distribution.",
    },
    "base-two": {
      value: (p: Params) => weighted(first(p), (i) => at(first(p), i) / at(second(p), i)).map((x) => x / Math.LN2),
      says: baseTwo,
    },
    "sizes-only": {
      value: (p: Params) => weighted(first(p), (i) => at(first(p), i) / at(second(p), i)).map(Math.abs),
      says: "The signs of the contributions were dropped. Where the second distribution gives more than the first, the logarithm is negative and stays so.",
    },
  },
});

const summed = (label: string, words: string, formula: string) => ({
  label,
  words,
  hint: "Add the contributions. The sum is never negative.",
  formula,
});

/** What each outcome adds to the cross-entropy of p with a distribution. */
const crossTerms = (label: string, letter: string, model: (p: Params) => readonly number[]) => ({
  label,
  words:
    letter === "p"
      ? "what each outcome adds to the entropy"
      : `what each outcome adds to the cross-entropy with ${letter}`,
  hint: "Weigh minus the logarithm of each probability that is predicted with the true one. What never happens counts nothing.",
  formula: `\\bigl[-p_i \\ln ${letter}_i\\bigr]_i`,
  work: (p: Params) => column(p.p.map((x, i) => (x === 0 ? "0" : `-${num(x)} \\ln ${num(at(model(p), i))}`))),
  malrules: {
    direction: {
      value: (p: Params) =>
        letter === "p" ? undefined : p.p.map((x, i) => (x === 0 ? 0 : -at(model(p), i) * Math.log(x))),
      says: "The two distributions have changed places. The truth gives the weights, and the logarithm is taken of the prediction.",
    },
    unweighted: {
      value: (p: Params) => p.p.map((x, i) => (x === 0 ? 0 : -Math.log(at(model(p), i)))),
      says: "The logarithms were added without weights. Multiply each by the true probability of its outcome.",
    },
    "base-two": {
      value: (p: Params) => surprises(p.p, model(p)).map((x) => x / Math.LN2),
      says: baseTwo,
    },
  },
});
const crossSum = (label: string, words: string, letter: string) => ({
  label,
  words,
  hint: "Add the contributions of all outcomes.",
  formula: `-\\sum_i p_i \\ln ${letter}_i`,
});

/** The divergence as cross-entropy less entropy. */
const excess = (letter: string, cross: (s: Losses) => number) => ({
  label: `D(p \\,\\|\\, ${letter})`,
  words: `the divergence of ${letter} from p`,
  hint: "Of the cross-entropy, the entropy of the truth cannot be avoided. The rest is the divergence.",
  formula: `H(p, ${letter}) - H(p)`,
  work: (_: Params, s: Losses) => `${num(cross(s))} - ${num(s.H)}`,
  malrules: {
    "cross-entropy": { value: (_: Params, s: Losses) => cross(s), says: crossed },
    reversed: {
      value: (_: Params, s: Losses) => s.H - cross(s),
      says: "The difference is the other way round. No prediction costs less than the entropy of the truth, so a divergence is never negative.",
    },
  },
});
interface Losses {
  H: number;
  H_q: number;
  H_r: number;
}

const kept = { workingDigits: 5 } as const;

export default exercise({
  id: "logarithms/kl-divergence",
  version: 1,
  title: "Kullback–Leibler divergence",
  summary: "Measure how far a model's distribution is from the true one, in either direction, and compare two models.",
  skills: ["entropy", "cross-entropy"],
  source: { section: "4.3" },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    const hundredths = (xs: readonly number[]) => xs.map((x) => x / 100);
    if (level === 1) {
      // Not mirror images of each other, and well apart.
      const p = rng.pick([rng.int(12, 38), rng.int(62, 88)]);
      const q = p < 50 ? p + rng.int(16, 40) : p - rng.int(16, 40);
      return { story, p: hundredths([p, 100 - p]), q: hundredths([q, 100 - q]), r: [0.5, 0.5] };
    }
    const three = () => {
      const [a, b] = [rng.int(11, 19), rng.int(23, 34)];
      return [a, b, 100 - a - b];
    };
    const turned = ([a = 0, b = 0, c = 0]: readonly number[]) =>
      rng.pick([
        [b, c, a],
        [c, a, b],
        [c, b, a],
      ]);
    if (level === 2) {
      const order = rng.shuffle([0, 1, 2]);
      const arranged = (xs: readonly number[]) => hundredths(order.map((i) => xs[i] ?? 0));
      return { story, p: arranged(three()), q: arranged(turned(three())), r: [0.5, 0.5] };
    }
    // The first three happen; of the fourth, both models predict a little.
    const order = rng.shuffle([0, 1, 2, 3]);
    const arranged = (xs: readonly number[]) => hundredths(order.map((i) => xs[i] ?? 0));
    const little = (xs: readonly number[], x: number) => [...xs.slice(0, 2), (xs[2] ?? 0) - x, x];
    const model = () => little(three(), rng.int(3, 11));
    const [near, far] = [model(), little(turned(three()), 0)];
    const off = little(
      [...far.slice(0, 2), far[2] ?? 0].sort((x, y) => y - x),
      rng.int(3, 9),
    );
    const models = rng.shuffle([near, off]);
    return { story, p: arranged([...three(), 0]), q: arranged(models[0] ?? near), r: arranged(models[1] ?? off) };
  })
  .prompt(({ story, p, q, r }, level) => {
    const { truth, model } = stories[story] ?? stories[0];
    const start = `${truth} have the probabilities $p = ${row(p)}$.`.replace(
      "by kind of day, have",
      "by kind of day, has",
    );
    return {
      1: `${start} ${model} gives $q = ${row(q)}$ instead.\n\nHow large is the **Kullback–Leibler divergence** $D(p \\,\\|\\, q)$ of the model $q$ from the truth $p$, with natural logarithms?`,
      2: `${start} ${model} gives $q = ${row(q)}$ instead.\n\nHow large is the **Kullback–Leibler divergence** $D(p \\,\\|\\, q)$, and how large is it in the other direction, $D(q \\,\\|\\, p)$? Use natural logarithms.`,
      3: `${start} ${model} gives $q = ${row(q)}$, another one gives $r = ${row(r)}$.\n\nWith natural logarithms, compute the **entropy** $H(p)$, the **Kullback–Leibler divergences** $D(p \\,\\|\\, q)$ and $D(p \\,\\|\\, r)$, each as cross-entropy less entropy, and say which model is nearer to the truth by this measure.`,
    }[level];
  })
  .step(
    "t",
    vector(kept),
    ({ p, q }) => weighted(p, (i) => at(p, i) / at(q, i)),
    contributions(
      "t",
      "what each outcome adds to the divergence",
      ({ p }) => p,
      ({ q }) => q,
    ),
  )
  .step("D", scalar(kept), (_, s) => sum(s.t), {
    ...summed("D(p \\,\\|\\, q)", "the divergence of q from p", "\\sum_i p_i \\ln \\tfrac{p_i}{q_i}"),
    work: (_, s) => added(s.t),
  })
  .step(
    "u",
    vector(kept),
    ({ p, q }) => weighted(q, (i) => at(q, i) / at(p, i)),
    contributions(
      "u",
      "what each outcome adds in the other direction",
      ({ q }) => q,
      ({ p }) => p,
    ),
  )
  .step("D_back", scalar(kept), (_, s) => sum(s.u), {
    ...summed("D(q \\,\\|\\, p)", "the divergence of p from q", "\\sum_i q_i \\ln \\tfrac{q_i}{p_i}"),
    work: (_, s) => added(s.u),
  })
  .step(
    "v",
    vector(kept),
    ({ p }) => surprises(p, p),
    crossTerms("v", "p", ({ p }) => p),
  )
  .step("H", scalar(kept), (_, s) => sum(s.v), {
    ...crossSum("H(p)", "the entropy of p", "p"),
    work: (_, s) => added(s.v),
  })
  .step("v_q", vector(kept), ({ p, q }) => surprises(p, q), {
    ...crossTerms("v_q", "q", ({ q }) => q),
    skill: "cross-entropy",
  })
  .step("H_q", scalar(kept), (_, s) => sum(s.v_q), {
    ...crossSum("H(p, q)", "the cross-entropy of p with q", "q"),
    skill: "cross-entropy",
    work: (_, s) => added(s.v_q),
  })
  .step("v_r", vector(kept), ({ p, r }) => surprises(p, r), {
    ...crossTerms("v_r", "r", ({ r }) => r),
    skill: "cross-entropy",
  })
  .step("H_r", scalar(kept), (_, s) => sum(s.v_r), {
    ...crossSum("H(p, r)", "the cross-entropy of p with r", "r"),
    skill: "cross-entropy",
    work: (_, s) => added(s.v_r),
  })
  .step(
    "D_q",
    scalar(kept),
    (_, s) => s.H_q - s.H,
    excess("q", (s) => s.H_q),
  )
  .step(
    "D_r",
    scalar(kept),
    (_, s) => s.H_r - s.H,
    excess("r", (s) => s.H_r),
  )
  .step(
    "nearer",
    choice([
      { id: "q", text: "the first model" },
      { id: "r", text: "the second model" },
    ]),
    (_, s) => (s.D_q < s.D_r ? "q" : "r"),
    {
      label: "\\text{nearer}",
      words: "which model is nearer to the truth",
      hint: "The smaller divergence belongs to the nearer model; 0 would mean that it is the truth itself.",
      formula: "\\text{the one with the smaller divergence}",
      work: (_, s) => `\\min(${num(s.D_q)},\\ ${num(s.D_r)})`,
      malrules: {
        "larger-divergence": {
          value: (_, s) => (s.D_q < s.D_r ? "r" : "q"),
          says: "This is the model with the larger divergence. A divergence tells how far one is off.",
        },
      },
    },
  )
  .asks({ 1: ["D"], 2: ["D", "D_back"], 3: ["H", "D_q", "D_r", "nearer"] })
  .figures({
    solution: ({ p, q }, s) => {
      const t = p.map((x, i) => (x === 0 ? 0 : x * Math.log(x / at(q, i))));
      const bars = t.map((x, i) => ({ label: `outcome ${i + 1}`, value: Math.round(x * 10000) / 10000 }));
      return {
        figure: "bars",
        alt: `What each outcome adds to the divergence of q from p: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}. Together they are ${plain(p.includes(0) ? s.D_q : s.D, 3)}.`,
        bars,
      };
    },
  })
  .check(({ p, q, r }) => {
    // The library's divergence for D, and sample-by-sample likelihoods for the entropy: the logarithm of Π p^p.
    const H = -Math.log(p.reduce((product, x) => product * x ** x, 1));
    const [D_q, D_r] = [klDivergence(p, q), p.length === r.length ? klDivergence(p, r) : 0];
    return { D: D_q, D_back: p.includes(0) ? 0 : klDivergence(q, p), H, D_q, D_r, nearer: D_q < D_r ? "q" : "r" };
  });
