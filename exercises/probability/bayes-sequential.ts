/** Bayes' theorem again and again: the posterior of one finding is the prior of the next (continues example 16). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(4),
  prior: rate,
  /** P(D) after a finding that came before; at level 1 only, otherwise 0. */
  before: z.number().min(0).lt(1),
  /** P(+ given D) and P(+ given not D) of each test, and whether it came out positive. */
  tests: z
    .array(z.object({ hit: rate, alarm: rate, positive: z.boolean() }))
    .min(1)
    .max(3),
});
type Params = z.infer<typeof params>;
type Test = Params["tests"][number];

const stories = [
  { subject: "A patient is tested for a disease $D$", test: "test" },
  { subject: "A part is checked for a defect $D$", test: "camera" },
  { subject: "A log entry may belong to an attack $D$", test: "monitor" },
  { subject: "A payment may be a fraud $D$", test: "rule" },
  { subject: "A field may be infested with a pest $D$", test: "trap" },
] as const;

const ordinals = ["first", "second", "third"] as const;
const testOf = ({ tests }: Params, k: number): Test => tests[k] ?? { hit: 0.5, alarm: 0.5, positive: true };
const sign = ({ positive }: Test) => (positive ? "+" : "-");
/** How likely the result of a test is with D and without it. */
const withD = ({ hit, positive }: Test) => (positive ? hit : 1 - hit);
const withoutD = ({ alarm, positive }: Test) => (positive ? alarm : 1 - alarm);
const product = (x: number, y: number) => `${num(x)} \\cdot ${num(y)}`;
const share = (x: number, y: number) => x / (x + y);
const updated = (prior: number, test: Test) => share(prior * withD(test), (1 - prior) * withoutD(test));

/** P(D) before the first of the listed results. */
const start = ({ before, prior }: Params) => (before > 0 ? before : prior);
/** The two weights of the k-th update, of D and of not D, whose shares of their sum are the posterior. */
const weights = (k: 0 | 1 | 2) => ({
  withD: {
    label: `a_${k + 1}`,
    words: `the weight of D with the ${ordinals[k]} result`,
    hint: "Multiply what is known of $D$ so far by how likely this result is with $D$.",
    formula: (p: Params) => `p_${k}\\,P(${sign(testOf(p, k))} \\mid D)`,
    work: (prior: number, p: Params) => product(prior, withD(testOf(p, k))),
  },
  withoutD: {
    label: `b_${k + 1}`,
    words: `the weight of not D with the ${ordinals[k]} result`,
    hint: "The same without $D$.",
    formula: (p: Params) => `(1 - p_${k})\\,P(${sign(testOf(p, k))} \\mid \\lnot D)`,
    work: (prior: number, p: Params) => product(1 - prior, withoutD(testOf(p, k))),
  },
  posterior: {
    label: `p_${k + 1}`,
    words: `the probability of D after the ${ordinals[k]} result`,
    formula: `\\dfrac{a_${k + 1}}{a_${k + 1} + b_${k + 1}}`,
    work: (a: number, b: number) => `\\dfrac{${num(a)}}{${num(a)} + ${num(b)}}`,
  },
});
const [one, two, three] = [weights(0), weights(1), weights(2)];
const asPositive = (prior: number, { hit, alarm, positive }: Test) =>
  positive ? undefined : share(prior * hit, (1 - prior) * alarm);
const saysPositive =
  "A negative result was counted as a positive one. Its rates are the complements: $P(- \\mid D) = 1 - P(+ \\mid D)$, and the same without $D$.";
const unweighted = {
  says: "The two rates were compared without the prior, as if $D$ were as frequent as not. Weigh them with what is known already.",
};
const notUpdated =
  "This starts from the first prior again. What was learnt before is lost that way: begin from the probability that it led to.";

export default exercise({
  id: "probability/bayes-sequential",
  version: 1,
  title: "One finding after another",
  summary: "Update a probability with several independent findings, each posterior being the next prior.",
  skills: ["bayes-updates", "bayes"],
  source: { section: "3.3", examples: [16], formulas: ["bayes"] },
})
  .params(params, (rng, level): Params => {
    const test = (positive: boolean): Test => ({ hit: rng.int(78, 96) / 100, alarm: rng.int(6, 19) / 100, positive });
    const negativeAt = level === 1 ? 3 : rng.int(level === 2 ? 1 : 0, level === 2 ? 2 : 1);
    return {
      story: rng.int(0, 4),
      prior: rng.int(level === 3 ? 6 : 2, level === 3 ? 14 : 9) / 100,
      before: level === 1 ? rng.int(16, 44) / 100 : 0,
      tests: rng.list(level, (k) => test(k !== negativeAt)),
    };
  })
  .prompt((p, level) => {
    const { subject, test } = stories[p.story] ?? stories[0];
    const rates = p.tests.map(
      ({ hit, alarm, positive }, k) =>
        `- ${level === 1 ? "second" : ordinals[k]} ${test}: $P(+ \\mid D) = ${num(hit)}$ and $P(+ \\mid \\lnot D) = ${num(alarm)}$; the result is **${positive ? "positive" : "negative"}**`,
    );
    return [
      level === 1
        ? `${subject}, of which the base rate is $P(D) = ${num(p.prior)}$. The result of a first ${test} has raised the probability of $D$ to $p_0 = ${num(p.before)}$. Now comes another:`
        : `${subject}, of which the base rate is $p_0 = P(D) = ${num(p.prior)}$. These results come in, one after another:`,
      rates.join("\n"),
      "With $D$ and also without it, the results are independent of each other.",
      {
        1: "How likely is $D$ now?",
        2: "How likely is $D$ after the first result, and how likely after both?",
        3: "How likely is $D$ after the first result, after the first two, and after all three?",
      }[level],
    ].join("\n\n");
  })
  .step("a_1", scalar(), (p) => start(p) * withD(testOf(p, 0)), {
    ...one.withD,
    skill: "bayes",
    work: (p) => one.withD.work(start(p), p),
  })
  .step("b_1", scalar(), (p) => (1 - start(p)) * withoutD(testOf(p, 0)), {
    ...one.withoutD,
    skill: "bayes",
    work: (p) => one.withoutD.work(start(p), p),
  })
  .step("first", scalar({ workingDigits: 4 }), (_, s) => share(s.a_1, s.b_1), {
    ...one.posterior,
    skill: "bayes",
    hint: "The two weights together are how likely the result was; which share of that is $D$?",
    work: (_, s) => one.posterior.work(s.a_1, s.b_1),
    malrules: {
      "prior-not-updated": {
        value: (p) => (p.before > 0 ? updated(p.prior, testOf(p, 0)) : undefined),
        says: notUpdated,
      },
      "prior-ignored": { value: (p) => share(withD(testOf(p, 0)), withoutD(testOf(p, 0))), ...unweighted },
      "result-as-positive": { value: (p) => asPositive(start(p), testOf(p, 0)), says: saysPositive },
      "not-normalized": {
        value: (_, s) => s.a_1,
        says: "This is the probability of $D$ and this result together. Given the result, divide by how likely the result was.",
      },
    },
  })
  .step("a_2", scalar(), (p, s) => s.first * withD(testOf(p, 1)), {
    ...two.withD,
    work: (p, s) => two.withD.work(s.first, p),
  })
  .step("b_2", scalar(), (p, s) => (1 - s.first) * withoutD(testOf(p, 1)), {
    ...two.withoutD,
    work: (p, s) => two.withoutD.work(s.first, p),
  })
  .step("second", scalar({ workingDigits: 4 }), (_, s) => share(s.a_2, s.b_2), {
    ...two.posterior,
    hint: "Once more the share of $D$; what the first result led to was the prior.",
    work: (_, s) => two.posterior.work(s.a_2, s.b_2),
    malrules: {
      "prior-not-updated": { value: (p) => updated(p.prior, testOf(p, 1)), says: notUpdated },
      "result-as-positive": { value: (p, s) => asPositive(s.first, testOf(p, 1)), says: saysPositive },
    },
  })
  .step("a_3", scalar(), (p, s) => s.second * withD(testOf(p, 2)), {
    ...three.withD,
    work: (p, s) => three.withD.work(s.second, p),
  })
  .step("b_3", scalar(), (p, s) => (1 - s.second) * withoutD(testOf(p, 2)), {
    ...three.withoutD,
    work: (p, s) => three.withoutD.work(s.second, p),
  })
  .step("third", scalar({ workingDigits: 4 }), (_, s) => share(s.a_3, s.b_3), {
    ...three.posterior,
    hint: "And once more, from what the first two results led to.",
    work: (_, s) => three.posterior.work(s.a_3, s.b_3),
    malrules: {
      "prior-not-updated": { value: (p) => updated(p.prior, testOf(p, 2)), says: notUpdated },
      "result-as-positive": { value: (p, s) => asPositive(s.second, testOf(p, 2)), says: saysPositive },
      "second-left-out": {
        value: (p, s) => updated(s.first, testOf(p, 2)),
        says: "This starts from the probability after the first result. The second result has changed it since.",
      },
    },
  })
  .asks({ 1: ["first"], 2: ["first", "second"], 3: ["first", "second", "third"] })
  .figures({
    solution: (p, s) => {
      const beliefs = [
        p.prior,
        ...(p.before > 0
          ? [p.before, s.first]
          : p.tests.length > 2
            ? [s.first, s.second, s.third]
            : [s.first, s.second]),
      ];
      return {
        figure: "bars",
        alt: `Bars of the probability of D: ${beliefs.map((x, k) => `${k === 0 ? "at first" : `after ${k} result${k > 1 ? "s" : ""}`} ${plain(x, 3)}`).join(", ")}.`,
        bars: beliefs.map((value, k) => ({ label: k === 0 ? "base rate" : `after ${k}`, value })),
      };
    },
  })
  .examples({
    // The test of example 16, twice: after the first positive result 1/6, after the second 0.798.
    "16": {
      level: 2,
      params: {
        story: 0,
        prior: 0.01,
        before: 0,
        tests: [
          { hit: 0.99, alarm: 0.05, positive: true },
          { hit: 0.99, alarm: 0.05, positive: true },
        ],
      },
    },
  })
  .check(({ prior, before, tests }) => {
    // By odds, all at once: the odds are multiplied with the likelihood ratio of every result so far.
    const exact = (x: number) => new Fraction(String(x));
    const complement = (x: Fraction) => x.neg().add(1);
    const ratios = tests.map(({ hit, alarm, positive }) =>
      positive ? exact(hit).div(exact(alarm)) : complement(exact(hit)).div(complement(exact(alarm))),
    );
    const after = (start: number, count: number) => {
      const odds = ratios.slice(0, count).reduce((all, x) => all.mul(x), exact(start).div(complement(exact(start))));
      return odds.div(odds.add(1)).valueOf();
    };
    return { first: after(before > 0 ? before : prior, 1), second: after(prior, 2), third: after(prior, 3) };
  });
