/** A naive Bayes spam filter: joint probability, evidence and posterior for one, two and three words (example 17). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(3),
  prior: rate,
  /** How often each word occurs in spam, and how often in other mail. */
  spam: z.array(rate).min(1).max(3),
  ham: z.array(rate).min(1).max(3),
  /** Whether the last word is missing from the message. */
  lastAbsent: z.boolean(),
});
type Params = z.infer<typeof params>;

const stories = [
  ["lottery", "winner", "meeting"],
  ["free", "offer", "regards"],
  ["prize", "click", "attached"],
  ["pills", "discount", "thanks"],
] as const;

/** P(message given the class): of the words that are there, and the step for the one that is not. */
const likelihood = ({ lastAbsent }: Params, rates: readonly number[], absent: () => number) =>
  (lastAbsent ? [...rates.slice(0, -1), absent()] : rates).reduce((product, x) => product * x, 1);
const inSpam = (p: Params, s: { message_spam: number }) => (p.spam.length === 1 ? (p.spam[0] ?? 0) : s.message_spam);
const inHam = (p: Params, s: { message_ham: number }) => (p.ham.length === 1 ? (p.ham[0] ?? 0) : s.message_ham);

const times = (factors: readonly number[]) => factors.map((x) => num(x)).join(" \\cdot ");
const lastOf = (rates: readonly number[]) => rates.at(-1) ?? 0;
/** 1 − x without the noise of 1 - 0.9. */
const complement = (x: number) => roundDigits(1 - x, 14);
const naive = (p: Params, given: string) =>
  p.spam
    .map((_, i) => `P(${p.lastAbsent && i === p.spam.length - 1 ? "\\lnot " : ""}w_${i + 1} \\mid ${given})`)
    .join("\\,");
const presentForAbsent =
  "The last word is not in the message. What counts is how often it is missing: one minus its rate.";
const summed = "Independent words are combined by multiplying their probabilities, not by adding them.";

export default exercise({
  id: "probability/bayes-spam",
  version: 1,
  title: "A spam filter",
  summary: "From how often words occur in spam to the probability that a message is spam.",
  skills: ["bayes", "total-probability", "joint-probability"],
  source: { section: "3.3", examples: [15, 17], formulas: ["bayes", "total-probability", "product-of-conditional"] },
  scarce: { 1: "One word leaves a prior and two rates, all of them round." },
})
  .params(params, (rng, level) => {
    // Two words that spam has more often, and a third one that other mail has more often.
    const spam = [rng.int(3, 7) * 5, rng.int(5, 9) * 5, rng.int(2, 5) * 5].slice(0, level);
    const ham = [rng.int(3, 9), rng.int(11, 19), rng.pick([30, 35, 60, 65, 70])].slice(0, level);
    return {
      story: rng.int(0, 3),
      prior: (rng.int(4, 9) * 5) / 100,
      spam: spam.map((x) => x / 100),
      ham: ham.map((x) => x / 100),
      lastAbsent: level === 3,
    };
  })
  .prompt(({ story, prior, spam, ham, lastAbsent }) => {
    const words = (stories[story] ?? stories[0]).slice(0, spam.length).map((word) => `“${word}”`);
    const rates = (i: number, event: string) =>
      `$P(${event} \\mid S) = ${num(spam[i] ?? 0)}$ and $P(${event} \\mid \\lnot S) = ${num(ham[i] ?? 0)}$`;
    const share = `The share $P(S) = ${num(prior)}$ of all mail is spam.`;
    const asked =
      "Compute the joint probability $P(S \\cap M)$, the evidence $P(M)$, and the posterior $P(S \\mid M)$ that the filter goes by.";
    const [first, second, third] = words;
    if (second === undefined) {
      const message = `A message with the word ${first} comes in; call that $M$. Among spam and among other mail, the shares of such messages are ${rates(0, "M")}.`;
      return [share, message, asked].join("\n\n");
    }
    const last = third === undefined ? "" : lastAbsent ? `, but **not** ${third}` : ` and ${third}`;
    return [
      `${share} These words occur in spam ($S$) and in other mail ($\\lnot S$), in either independently of each other:`,
      words.map((word, i) => `- $w_${i + 1}$, ${word}: ${rates(i, `w_${i + 1}`)}`).join("\n"),
      `A message $M$ contains ${first} and ${second}${last}.`,
      asked,
    ].join("\n\n");
  })
  .step("absent_spam", scalar(), ({ spam }) => complement(lastOf(spam)), {
    label: "P(\\lnot w_3 \\mid S)",
    words: "the probability that spam lacks the third word",
    hint: "A word that is missing is a finding too: take the complement of its rate.",
    formula: "1 - P(w_3 \\mid S)",
    work: ({ spam }) => `1 - ${num(lastOf(spam))}`,
    malrules: { "present-for-absent": { value: ({ spam }) => lastOf(spam), says: presentForAbsent } },
  })
  .step("absent_ham", scalar(), ({ ham }) => complement(lastOf(ham)), {
    label: "P(\\lnot w_3 \\mid \\lnot S)",
    words: "the probability that other mail lacks the third word",
    hint: "The same complement for other mail.",
    formula: "1 - P(w_3 \\mid \\lnot S)",
    work: ({ ham }) => `1 - ${num(lastOf(ham))}`,
    malrules: { "present-for-absent": { value: ({ ham }) => lastOf(ham), says: presentForAbsent } },
  })
  .step("message_spam", scalar(), (p, s) => likelihood(p, p.spam, () => s.absent_spam), {
    label: "P(M \\mid S)",
    words: "the probability of this message, given spam",
    hint: "Given the class, the words are independent: multiply their probabilities.",
    skill: "joint-probability",
    formula: (p) => naive(p, "S"),
    work: ({ spam, lastAbsent }, s) => times(lastAbsent ? [...spam.slice(0, -1), s.absent_spam] : spam),
    malrules: { summed: { value: ({ spam }) => spam.reduce((t, x) => t + x, 0), says: summed } },
  })
  .step("message_ham", scalar(), (p, s) => likelihood(p, p.ham, () => s.absent_ham), {
    label: "P(M \\mid \\lnot S)",
    words: "the probability of this message, given other mail",
    hint: "The same product with the rates of other mail.",
    skill: "joint-probability",
    formula: (p) => naive(p, "\\lnot S"),
    work: ({ ham, lastAbsent }, s) => times(lastAbsent ? [...ham.slice(0, -1), s.absent_ham] : ham),
    malrules: { summed: { value: ({ ham }) => ham.reduce((t, x) => t + x, 0), says: summed } },
  })
  .step("joint", scalar(), (p, s) => inSpam(p, s) * p.prior, {
    label: "P(S \\cap M)",
    words: "the joint probability of spam and this message",
    hint: "The share of spam, times the share of spam that looks like this.",
    skill: "joint-probability",
    formula: "P(M \\mid S)\\,P(S)",
    work: (p, s) => times([inSpam(p, s), p.prior]),
    malrules: {
      "prior-forgotten": {
        value: (p, s) => inSpam(p, s),
        says: "This is $P(M \\mid S)$, a share of the spam alone. The joint probability is a share of all mail: multiply by $P(S)$.",
      },
    },
  })
  .step("joint_ham", scalar(), (p, s) => inHam(p, s) * complement(p.prior), {
    label: "P(\\lnot S \\cap M)",
    words: "the joint probability of other mail and this message",
    hint: "Other mail may look like this too: its share of all mail, times its own rate.",
    skill: "joint-probability",
    formula: "P(M \\mid \\lnot S)\\,(1 - P(S))",
    work: (p, s) => times([inHam(p, s), complement(p.prior)]),
    malrules: {
      "rate-of-spam-complemented": {
        value: (p, s) => (1 - inSpam(p, s)) * (1 - p.prior),
        says: "Other mail was given the rate $1 - P(M \\mid S)$. The two rates need not add up to 1: $P(M \\mid \\lnot S)$ is a number of its own.",
      },
    },
  })
  .step("evidence", scalar(), (_, s) => s.joint + s.joint_ham, {
    label: "P(M)",
    words: "the probability of such a message",
    hint: "Such a message is either spam or not: add the two joint probabilities.",
    skill: "total-probability",
    formula: "P(S \\cap M) + P(\\lnot S \\cap M)",
    work: (_, s) => `${num(s.joint)} + ${num(s.joint_ham)}`,
    malrules: {
      unweighted: {
        value: (p, s) => inSpam(p, s) + inHam(p, s),
        says: "The rates were added as they are. Each belongs to its own share of the mail: weigh them with $P(S)$ and $1 - P(S)$.",
      },
    },
  })
  .step("posterior", scalar(), (_, s) => s.joint / s.evidence, {
    label: "P(S \\mid M)",
    words: "the probability that the message is spam",
    hint: "Of all such messages, which share is spam?",
    formula: "\\dfrac{P(S \\cap M)}{P(M)}",
    work: (_, s) => `\\dfrac{${num(s.joint)}}{${num(s.evidence)}}`,
    malrules: {
      "divided-by-other-mail": {
        value: (_, s) => s.joint / s.joint_ham,
        says: "This was divided by $P(\\lnot S \\cap M)$, which gives the odds. Such odds may exceed 1, a probability may not: divide by $P(M)$, spam included.",
      },
      "divided-by-prior": {
        value: (p, s) => s.joint / p.prior,
        says: "This was divided by $P(S)$, which only leads back to $P(M \\mid S)$. Divide by how frequent the message is.",
      },
      "joint-as-posterior": {
        value: (_, s) => s.joint,
        says: "This is the share of all mail that is spam and looks like this. Given the message, divide by $P(M)$.",
      },
    },
  })
  .asks({
    1: ["joint", "evidence", "posterior"],
    2: ["joint", "evidence", "posterior"],
    3: ["joint", "evidence", "posterior"],
  })
  .figures({
    prompt: (p) =>
      p.spam.length === 1
        ? square(p, p.spam[0] ?? 0, p.ham[0] ?? 0, "how much of it is spam is the question")
        : undefined,
    solution: (p, s) => square(p, inSpam(p, s), inHam(p, s), `of it, ${plain(s.posterior, 3)} is spam`),
  })
  .examples({
    "17": { level: 1, params: { story: 0, prior: 0.3, spam: [0.4], ham: [0.01], lastAbsent: false } },
  })
  .check(({ prior, spam, ham, lastAbsent }) => {
    // Enumerates both classes and every pattern of words, in exact fractions, and adds up the patterns like the message.
    const seen = spam.map((_, i) => !(lastAbsent && i === spam.length - 1));
    const patterns = Array.from({ length: 2 ** spam.length }, (_, bits) => spam.map((_, i) => (bits >> i) % 2 === 1));
    const outcomes = [true, false].flatMap((isSpam) =>
      patterns.map((pattern) => {
        const share = new Fraction(String(prior));
        const rates = (isSpam ? spam : ham).map((x) => new Fraction(String(x)));
        const factors = rates.map((x, i) => (pattern[i] ? x : x.neg().add(1)));
        return {
          isSpam,
          pattern,
          probability: factors.reduce((t, x) => t.mul(x), isSpam ? share : share.neg().add(1)),
        };
      }),
    );
    const total = (those: typeof outcomes) => those.reduce((t, { probability }) => t.add(probability), new Fraction(0));
    const alike = outcomes.filter(({ pattern }) => pattern.every((there, i) => there === seen[i]));
    const [joint, evidence] = [total(alike.filter(({ isSpam }) => isSpam)), total(alike)];
    return { joint: joint.valueOf(), evidence: evidence.valueOf(), posterior: joint.div(evidence).valueOf() };
  });

/** All mail as a unit square: a column of spam and one of other mail, and in each the part that looks like the message. */
function square({ prior }: Params, spam: number, ham: number, conclusion: string) {
  const rest = complement(prior);
  return {
    figure: "areas" as const,
    alt: `All mail as a square of area 1 in two columns: spam, ${plain(prior)} wide, and other mail, ${plain(rest)} wide. Messages like this one fill ${plain(spam)} of the height of the first column and ${plain(ham)} of the second; ${conclusion}.`,
    columns: [
      { label: "spam", width: prior, part: spam },
      { label: "other mail", width: rest, part: ham },
    ],
    partLabel: "messages like this one",
  };
}
