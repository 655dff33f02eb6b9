/** Joint probabilities: a conditional times what it is conditioned on, twice and thrice (example 15). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { fraction, scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { exactValue, formulaOf, ratio } from "#lib/expression/rational.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(4),
  a: rate,
  /** P(B given A) and P(B given not A); of the second the prompt shows P(B) at level 1. */
  bGivenA: rate,
  bGivenNotA: rate,
  /** At level 3: three are drawn of `size`, of which `special` are of one kind. */
  size: z.int(),
  special: z.int(),
});
type Params = z.infer<typeof params>;

const stories = [
  ["An incoming message is looked at.", "it is spam", "it contains the word “lottery”"],
  ["A visitor of a shop's page is observed.", "they came by an advertisement", "they buy something"],
  ["A part is taken off a production line.", "it was made at night", "it is faulty"],
  ["A patient comes to a clinic.", "they have the flu", "they have a fever"],
  ["A learner takes an exam.", "they have done the exercises", "they pass"],
] as const;

const boxes = [
  ["A test set of", "images, of which", "are mislabelled, is checked by drawing three of its images", "mislabelled"],
  ["An auditor draws three of", "invoices;", "of these hold an error. The three are drawn", "wrong"],
  ["From a batch of", "chips, of which", "are defective, three are taken", "defective"],
  ["A jury of three is drawn by lot from", "people, of whom", "are teachers. They are drawn", "teachers"],
  ["Of", "messages in a folder,", "are spam. Three of the messages are opened", "spam"],
] as const;

const product = (x: number, y: number) => `${num(x)} \\cdot ${num(y)}`;
const overall = ({ a, bGivenA, bGivenNotA }: Params) => a * bGivenA + (1 - a) * bGivenNotA;
const over = (above: number, below: number) => `\\dfrac{${above}}{${below}}`;
/** A product of exact quotients, in lowest terms. */
const multiplied = (...factors: readonly Expr[]): Expr =>
  formulaOf(
    factors.reduce(
      (all, factor) => {
        const { num: above, den: below } = exactValue(factor) ?? { num: 0n, den: 1n };
        return { num: all.num * above, den: all.den * below };
      },
      { num: 1n, den: 1n },
    ),
  );
/** The number of ordered triples: n(n − 1)(n − 2). */
const triples = (n: number) => n * (n - 1) * (n - 2);

export default exercise({
  id: "probability/joint",
  version: 1,
  title: "Joint probability",
  summary: "Find the probability that several things happen together, when one bears on the next.",
  skills: ["joint-probability"],
  source: { section: "3.1", examples: [15], formulas: ["product-of-conditional"] },
})
  .params(
    params,
    (rng, level): Params => ({
      story: rng.int(0, 4),
      a: level === 1 ? rng.pick([0.2, 0.3, 0.4, 0.6, 0.7]) : rng.int(21, 69) / 100,
      bGivenA: (5 * rng.int(9, 17)) / 100,
      bGivenNotA: (5 * rng.int(1, 7)) / 100,
      size: level === 3 ? rng.int(14, 49) : 0,
      special: level === 3 ? rng.int(5, 12) : 0,
    }),
  )
  .prompt((p, level) => {
    if (level === 3) {
      const [before, behind, drawn, kind] = boxes[p.story] ?? boxes[0];
      return [
        `${before} ${p.size} ${behind} ${p.special} ${drawn} one after another, **without putting any back**; each that is left is as likely as any other.`,
        `What is the probability that **all three** are ${kind}, and what is the probability that **exactly two** of the three are, in whatever order? ($A_i$ stands for the event that the $i$-th one is of this kind.)`,
      ].join("\n\n");
    }
    const [scene, isA, isB] = stories[p.story] ?? stories[0];
    const events = `${scene} Two events: $A$, ${isA}; and $B$, ${isB}.`;
    if (level === 1)
      return `${events}\n\nKnown are $P(A) = ${num(p.a)}$, $P(B) = ${num(overall(p))}$ and $P(B \\mid A) = ${num(p.bGivenA)}$. What is the joint probability $P(A \\cap B)$?`;
    return [
      events,
      `Known are $P(A) = ${num(p.a)}$, $P(B \\mid A) = ${num(p.bGivenA)}$ and $P(B \\mid A^c) = ${num(p.bGivenNotA)}$, where $A^c$ means that $A$ does not happen.`,
      "Compute the joint probabilities $P(A \\cap B)$, $P(A \\cap B^c)$ and $P(A^c \\cap B)$.",
    ].join("\n\n");
  })
  .step("both", scalar(), ({ a, bGivenA }) => bGivenA * a, {
    label: "P(A \\cap B)",
    words: "the probability of A and B",
    hint: "$P(B \\mid A)$ is a share of $A$, and $A$ itself is a share of everything: multiply the two.",
    formula: "P(B \\mid A)\\,P(A)",
    work: ({ a, bGivenA }) => product(bGivenA, a),
    malrules: {
      "as-if-independent": {
        value: (p) => p.a * overall(p),
        says: "This is $P(A)\\,P(B)$, as if the two were independent. Here $A$ changes how likely $B$ is: use $P(B \\mid A)$.",
      },
      "conditional-as-joint": {
        value: ({ bGivenA }) => bGivenA,
        says: "This is $P(B \\mid A)$, where $A$ is taken for granted. For both to happen, $A$ must happen too.",
      },
      divided: {
        value: ({ a, bGivenA }) => (a < bGivenA ? a / bGivenA : bGivenA / a),
        says: "The two were divided. $P(B \\mid A) = P(A \\cap B)/P(A)$, so the joint probability is a product.",
      },
    },
  })
  .step("not_b_given_a", scalar(), ({ bGivenA }) => 1 - bGivenA, {
    label: "P(B^c \\mid A)",
    words: "the probability that B fails, given A",
    hint: "Within $A$, either $B$ happens or it does not.",
    formula: "1 - P(B \\mid A)",
    work: ({ bGivenA }) => `1 - ${num(bGivenA)}`,
    malrules: {
      "other-condition": {
        value: ({ bGivenNotA }) => bGivenNotA,
        says: "$P(B \\mid A^c)$ was taken for $P(B^c \\mid A)$. The bar separates what happens from what is known: here $A$ is known, and $B$ fails.",
      },
    },
  })
  .step("only_a", scalar(), ({ a }, s) => s.not_b_given_a * a, {
    label: "P(A \\cap B^c)",
    words: "the probability of A without B",
    hint: "The share of $A$, times the share of $A$ in which $B$ fails.",
    formula: "P(B^c \\mid A)\\,P(A)",
    work: ({ a }, s) => product(s.not_b_given_a, a),
    malrules: {
      "conditional-as-joint": {
        value: (_, s) => s.not_b_given_a,
        says: "This is a share of $A$ alone. The joint probability is a share of everything: multiply by $P(A)$.",
      },
    },
  })
  .step("not_a", scalar(), ({ a }) => 1 - a, {
    label: "P(A^c)",
    words: "the probability that A fails",
    hint: "Either $A$ happens or it does not.",
    formula: "1 - P(A)",
    work: ({ a }) => `1 - ${num(a)}`,
    malrules: {
      "same-weight": {
        value: ({ a }) => a,
        says: "$P(B \\mid A^c)$ was weighed with $P(A)$. It is a share of those without $A$: weigh it with $P(A^c)$.",
      },
    },
  })
  .step("only_b", scalar(), ({ bGivenNotA }, s) => bGivenNotA * s.not_a, {
    label: "P(A^c \\cap B)",
    words: "the probability of B without A",
    hint: "The same product, where $A$ fails.",
    formula: "P(B \\mid A^c)\\,P(A^c)",
    work: ({ bGivenNotA }, s) => product(bGivenNotA, s.not_a),
    malrules: {
      "conditional-complemented": {
        value: ({ bGivenA }, s) => (1 - bGivenA) * s.not_a,
        says: "$P(B \\mid A^c)$ was taken to be $1 - P(B \\mid A)$. These belong to different groups and need not add up to 1; both are given.",
      },
    },
  })
  .step("first", fraction(), ({ special, size }) => ratio(special, size), {
    label: "P(A_1)",
    words: "the probability that the first is of the kind",
    hint: "Of all that may be drawn first, how many are of the kind?",
    formula: "\\dfrac{k}{n}",
    work: ({ special, size }) => over(special, size),
  })
  .step("second", fraction(), ({ special, size }) => ratio(special - 1, size - 1), {
    label: "P(A_2 \\mid A_1)",
    words: "the probability that the second is of the kind, given that the first was",
    hint: "One of the kind is gone, and so there is one fewer in all.",
    formula: "\\dfrac{k - 1}{n - 1}",
    work: ({ special, size }) => over(special - 1, size - 1),
  })
  .step("third", fraction(), ({ special, size }) => ratio(special - 2, size - 2), {
    label: "P(A_3 \\mid A_1 \\cap A_2)",
    words: "the probability that the third is of the kind, given that the first two were",
    hint: "Two of the kind are gone by now.",
    formula: "\\dfrac{k - 2}{n - 2}",
    work: ({ special, size }) => over(special - 2, size - 2),
  })
  .step("third_other", fraction(), ({ special, size }) => ratio(size - special, size - 2), {
    label: "P(A_3^c \\mid A_1 \\cap A_2)",
    words: "the probability that the third is not of the kind, given that the first two were",
    hint: "The others are all still there, among the two fewer that are left.",
    formula: "\\dfrac{n - k}{n - 2}",
    work: ({ special, size }) => over(size - special, size - 2),
  })
  .step("all_three", fraction(), (_, s) => multiplied(s.first, s.second, s.third), {
    label: "P(A_1 \\cap A_2 \\cap A_3)",
    words: "the probability that all three are of the kind",
    hint: "Multiply link by link: each factor is conditional on all that came before it.",
    formula: "P(A_1)\\,P(A_2 \\mid A_1)\\,P(A_3 \\mid A_1 \\cap A_2)",
    work: ({ special: k, size: n }) => `${over(k, n)} \\cdot ${over(k - 1, n - 1)} \\cdot ${over(k - 2, n - 2)}`,
    malrules: {
      "put-back": {
        value: ({ special, size }) => ratio(special ** 3, size ** 3),
        says: "Each draw was given the same probability, as if what was drawn had been put back. After each draw there is one fewer, of the kind and in all.",
      },
      "total-unchanged": {
        value: ({ special, size }) => ratio(triples(special), size ** 3),
        says: "The number of the kind went down with each draw, but the number of all did not. What is drawn is missing from both.",
      },
    },
  })
  .step("exactly_two", fraction(), (_, s) => multiplied(ratio(3), s.first, s.second, s.third_other), {
    label: "P(\\text{exactly two})",
    words: "the probability that exactly two of the three are of the kind",
    hint: "Find the probability that the odd one comes last. It may as well come first or second, each with the same probability.",
    formula: "3 \\cdot P(A_1)\\,P(A_2 \\mid A_1)\\,P(A_3^c \\mid A_1 \\cap A_2)",
    work: ({ special: k, size: n }) =>
      `3 \\cdot ${over(k, n)} \\cdot ${over(k - 1, n - 1)} \\cdot ${over(n - k, n - 2)}`,
    malrules: {
      "one-order": {
        value: ({ special: k, size: n }) => ratio(k * (k - 1) * (n - k), triples(n)),
        says: "This is the probability of a single order. The one that is different can come first, second or third.",
      },
      "put-back": {
        value: ({ special: k, size: n }) => ratio(3 * k * k * (n - k), n ** 3),
        says: "Each draw was given the same probabilities, as if what was drawn had been put back. After each draw there is one fewer.",
      },
    },
  })
  .asks({ 1: ["both"], 2: ["both", "only_a", "only_b"], 3: ["all_three", "exactly_two"] })
  .figures({
    solution: ({ a, bGivenA, bGivenNotA, size }) =>
      size > 0
        ? undefined
        : {
            figure: "areas",
            alt: `A square of area 1 in two columns: A, ${plain(a)} wide, and not A, ${plain(1 - a)} wide. B fills ${plain(bGivenA)} of the height of the first column, an area of ${plain(a * bGivenA)}, and ${plain(bGivenNotA)} of the height of the second.`,
            columns: [
              { label: "A", width: a, part: bGivenA },
              { label: "not A", width: 1 - a, part: bGivenNotA },
            ],
            partLabel: "B",
          },
  })
  .examples({
    // The P(B) shown is the coherent one of example 17, 0.127; the tutorial's 0.05 is smaller than the joint probability.
    "15": { level: 1, params: { story: 0, a: 0.3, bGivenA: 0.4, bGivenNotA: 0.01, size: 0, special: 0 } },
  })
  .check(({ a, bGivenA, bGivenNotA, size: n, special: k }) => {
    if (n > 0) {
      // Counts subsets instead of draws: choices of three out of n, by how many of the kind are among them.
      const choose = (m: number, r: number) =>
        Array.from({ length: r }).reduce<number>((c, _, i) => (c * (m - i)) / (i + 1), 1);
      const all = choose(n, 3);
      return { all_three: ratio(choose(k, 3), all), exactly_two: ratio(choose(k, 2) * choose(n - k, 1), all) };
    }
    // Natural frequencies of ten thousand cases.
    const everybody = new Fraction(10_000);
    const inA = everybody.mul(String(a));
    const both = inA.mul(String(bGivenA));
    const onlyB = everybody.sub(inA).mul(String(bGivenNotA));
    const share = (count: Fraction) => count.div(everybody).valueOf();
    return { both: share(both), only_a: share(inA.sub(both)), only_b: share(onlyB) };
  });
