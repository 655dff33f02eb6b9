/** Precision, recall and F1: from a confusion table, and from scores and a threshold. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { fraction, integer } from "#lib/exercise/kinds.ts";
import { num } from "#lib/exercise/tex.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { ratio } from "#lib/expression/rational.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** True positives, false positives, false negatives, true negatives; empty at level 3. */
  table: z.array(z.int().positive()),
  /** At level 3 the score of each item, whether it is positive, and the least score that is taken for positive. */
  scores: z.array(z.number()),
  labels: z.array(z.int().min(0).max(1)),
  threshold: z.number(),
});
type Params = z.infer<typeof params>;

const stories = [
  { model: "A spam filter", items: "emails", yes: "spam", no: "wanted", said: "flagged", unsaid: "let through" },
  { model: "A test for an illness", items: "people", yes: "ill", no: "well", said: "positive", unsaid: "negative" },
  { model: "A fraud detector", items: "payments", yes: "fraud", no: "honest", said: "stopped", unsaid: "passed" },
  { model: "A search engine", items: "pages", yes: "relevant", no: "not relevant", said: "shown", unsaid: "not shown" },
  { model: "An inspection", items: "parts", yes: "faulty", no: "sound", said: "rejected", unsaid: "kept" },
] as const;
const storyOf = ({ story }: Params) => stories[story] ?? stories[0];

const cell = ({ table }: Params, i: number): number => table[i] ?? 0;
/** How many items of one label have a score that is taken for positive, or is not. */
const counted = ({ scores, labels }: Params, label: number, isTaken: (score: number) => boolean): number =>
  scores.filter((score, i) => labels[i] === label && isTaken(score)).length;

interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

const strict =
  "An item right at the threshold was left out. Items with a score of **at least** the threshold are taken for positive.";

/** A count of items: read from the table, or counted with the threshold. */
const count = (name: string, words: string, hint: string, at: number, label: 0 | 1, taken: boolean) => ({
  explained: {
    label: `\\text{${name}}`,
    words,
    hint,
    formula: (p: Params) => {
      const { yes, no, said, unsaid } = storyOf(p);
      return `|\\text{${label === 1 ? yes : no}} \\cap \\text{${taken ? said : unsaid}}|`;
    },
    work: (p: Params) => {
      const numbers = p.scores.flatMap((score, i) =>
        p.labels[i] === label && score >= p.threshold === taken ? [i + 1] : [],
      );
      return p.scores.length > 0 ? `|\\{${numbers.join(",\\ ")}\\}|` : `${cell(p, at)}`;
    },
    malrules: {
      "threshold-left-out": {
        value: (p: Params) =>
          p.scores.length > 0 ? counted(p, label, (score) => score > p.threshold === taken) : undefined,
        says: strict,
      },
    },
  },
  value: (p: Params) =>
    p.scores.length > 0 ? counted(p, label, (score) => score >= p.threshold === taken) : cell(p, at),
});
const tp = count("TP", "the true positives", "Count what was rightly taken for positive.", 0, 1, true);
const fp = count("FP", "the false positives", "Count what was taken for positive and is not.", 1, 0, true);
const fn = count("FN", "the false negatives", "Count what is positive and was missed.", 2, 1, false);

export default exercise({
  id: "probability/precision-recall",
  version: 1,
  title: "Precision and recall",
  summary: "Compute precision, recall, F1 and accuracy from a confusion table, or from scores with a threshold.",
  skills: ["error-measures"],
  source: { section: "3.5" },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    if (level < 3) {
      const [a, b, c] = rng.shuffle([rng.int(11, 19), rng.int(21, 29), rng.int(31, 49)]);
      return { story, table: [a ?? 1, b ?? 1, c ?? 1, rng.int(51, 98)], scores: [], labels: [], threshold: 0 };
    }
    // From the highest score down: the first `taken` are taken for positive, of them `right` rightly; five are positive.
    const [taken, right] = rng.pick<readonly [number, number]>([
      [4, 2],
      [4, 3],
      [6, 3],
      [6, 4],
      [7, 3],
      [7, 4],
    ]);
    const marks = (ones: number, length: number) => rng.shuffle(Array.from({ length }, (_, i) => (i < ones ? 1 : 0)));
    const labels = [...marks(right, taken), ...marks(5 - right, 10 - taken)];
    const hundredths = labels.map((_, i) => (9 - i) * 10 + rng.int(1, 9));
    const order = rng.shuffle(labels.map((_, i) => i));
    return {
      story,
      table: [],
      scores: order.map((i) => (hundredths[i] ?? 0) / 100),
      labels: order.map((i) => labels[i] ?? 0),
      threshold: (hundredths[taken - 1] ?? 0) / 100,
    };
  })
  .prompt((p, level) => {
    const { model, items, yes, no, said, unsaid } = storyOf(p);
    const ask = "All answers are exact fractions.";
    if (level < 3) {
      const table = [
        `| | ${said} | ${unsaid} |`,
        "| --- | --: | --: |",
        `| ${yes} | ${cell(p, 0)} | ${cell(p, 2)} |`,
        `| ${no} | ${cell(p, 1)} | ${cell(p, 3)} |`,
      ].join("\n");
      const more = level === 1 ? "" : ", the **$F_1$ score** (their harmonic mean), and the **accuracy**";
      return `${model} was tried on ${items} of which the truth is known; “${yes}” counts as positive.\n\n${table}\n\nCompute the **precision**${level === 1 ? " and" : ","} the **recall**${more}. ${ask}`;
    }
    const rows = p.scores.map((score, i) => `| ${i + 1} | ${num(score)} | ${p.labels[i] === 1 ? yes : no} |`);
    return `${model} gives ten ${items} a score; “${yes}” counts as positive.\n\n| | score | truth |\n| --: | --: | --- |\n${rows.join("\n")}\n\nEverything with a score of at least $t = ${num(p.threshold)}$ is ${said}. Compute the **precision**, the **recall** and the **$F_1$ score** (the harmonic mean of the two) at this threshold. ${ask}`;
  })
  .step("tp", integer(), tp.value, tp.explained)
  .step("fp", integer(), fp.value, fp.explained)
  .step("fn", integer(), fn.value, fn.explained)
  .step("precision", fraction(), (_, s) => ratio(s.tp, s.tp + s.fp), {
    label: "P",
    words: "the precision",
    hint: "Of all that was taken for positive, which share is positive indeed?",
    formula: "\\dfrac{\\text{TP}}{\\text{TP} + \\text{FP}}",
    work: (_, s) => `\\dfrac{${s.tp}}{${s.tp} + ${s.fp}}`,
    malrules: {
      "recall-for-precision": {
        value: (_, s) => ratio(s.tp, s.tp + s.fn),
        says: "This is the recall: it divides by all that is positive. The precision divides by all that was taken for positive.",
      },
      odds: {
        value: (_, s) => ratio(s.tp, s.fp),
        says: "This compares hits with false alarms. Divide by both together.",
      },
      complement: {
        value: (_, s) => ratio(s.fp, s.tp + s.fp),
        says: "This is the share of false alarms among what was taken for positive. The precision is the share of hits.",
      },
    },
  })
  .step("recall", fraction(), (_, s) => ratio(s.tp, s.tp + s.fn), {
    label: "R",
    words: "the recall",
    hint: "Of all that is positive, which share was found?",
    formula: "\\dfrac{\\text{TP}}{\\text{TP} + \\text{FN}}",
    work: (_, s) => `\\dfrac{${s.tp}}{${s.tp} + ${s.fn}}`,
    malrules: {
      "precision-for-recall": {
        value: (_, s) => ratio(s.tp, s.tp + s.fp),
        says: "This is the precision: it divides by all that was taken for positive. The recall divides by all that is positive.",
      },
      odds: {
        value: (_, s) => ratio(s.tp, s.fn),
        says: "This compares what was found with what was missed. Divide by both together.",
      },
      complement: {
        value: (_, s) => ratio(s.fn, s.tp + s.fn),
        says: "This is the share that was missed. The recall is the share that was found.",
      },
    },
  })
  .step("f1", fraction(), (_, s) => ratio(2 * s.tp, 2 * s.tp + s.fp + s.fn), {
    label: "F_1",
    words: "the F1 score",
    hint: "The harmonic mean is twice the product over the sum. In counts, the true positives are there twice.",
    formula: "\\dfrac{2PR}{P + R} = \\dfrac{2\\,\\text{TP}}{2\\,\\text{TP} + \\text{FP} + \\text{FN}}",
    work: (_, s) => `\\dfrac{2 \\cdot ${s.tp}}{2 \\cdot ${s.tp} + ${s.fp} + ${s.fn}}`,
    malrules: {
      "arithmetic-mean": {
        value: (_, s) => exactly(precisionOf(s).add(recallOf(s)).div(2)),
        says: "This is the ordinary mean of precision and recall. The harmonic mean is $\\frac{2PR}{P + R}$, nearer to the smaller of the two.",
      },
      "two-forgotten": {
        value: (_, s) => ratio(s.tp, 2 * s.tp + s.fp + s.fn),
        says: "The factor 2 is missing above the line. If precision and recall are equal, $F_1$ must be the same number.",
      },
      "positives-once": {
        value: (_, s) => ratio(s.tp, s.tp + s.fp + s.fn),
        says: "Here the true positives count once. In $F_1$ they count twice, above the line and below.",
      },
    },
  })
  .step("accuracy", fraction(), (p, s) => ratio(s.tp + cell(p, 3), everything(p, s)), {
    label: "A",
    words: "the accuracy",
    hint: "Which share of all was told right, of either kind?",
    formula: "\\dfrac{\\text{TP} + \\text{TN}}{\\text{TP} + \\text{FP} + \\text{FN} + \\text{TN}}",
    work: (p, s) => `\\dfrac{${s.tp} + ${cell(p, 3)}}{${s.tp} + ${s.fp} + ${s.fn} + ${cell(p, 3)}}`,
    malrules: {
      "positives-only": {
        value: (p, s) => ratio(s.tp, everything(p, s)),
        says: "Only the true positives were counted. What was rightly taken for negative is told right as well.",
      },
      "error-rate": {
        value: (p, s) => ratio(s.fp + s.fn, everything(p, s)),
        says: "This is the share that was told wrong. The accuracy is the share that was told right.",
      },
    },
  })
  .asks({ 1: ["precision", "recall"], 2: ["precision", "recall", "f1", "accuracy"], 3: ["precision", "recall", "f1"] })
  .figures({
    solution: (p, s) => {
      const bars = [
        { label: "found", value: s.tp },
        { label: "missed", value: s.fn },
        { label: "false alarms", value: s.fp },
      ];
      return {
        figure: "bars",
        alt: `Of the ${s.tp + s.fn} positive ${storyOf(p).items}, ${s.tp} were found and ${s.fn} missed; there were ${s.fp} false alarms.`,
        bars,
      };
    },
  })
  .check(({ table, scores, labels, threshold }) => {
    // Every item by itself: what it is, and what it was taken for.
    const [a = 0, b = 0, c = 0, d = 0] = table;
    const items =
      table.length > 0
        ? [
            ...Array.from({ length: a }, () => [true, true]),
            ...Array.from({ length: b }, () => [false, true]),
            ...Array.from({ length: c }, () => [true, false]),
            ...Array.from({ length: d }, () => [false, false]),
          ]
        : scores.map((score, i) => [labels[i] === 1, score >= threshold]);
    const found = items.filter(([is, was]) => is && was).length;
    const precision = new Fraction(found, items.filter(([, was]) => was).length);
    const recall = new Fraction(found, items.filter(([is]) => is).length);
    return {
      precision: exactly(precision),
      recall: exactly(recall),
      // The harmonic mean: the reciprocal of the mean of the reciprocals.
      f1: exactly(precision.inverse().add(recall.inverse()).div(2).inverse()),
      accuracy: ratio(items.filter(([is, was]) => is === was).length, items.length),
    };
  });

function everything(p: Params, { tp, fp, fn }: Counts): number {
  return tp + fp + fn + cell(p, 3);
}
function precisionOf({ tp, fp }: Counts): Fraction {
  return new Fraction(tp, tp + fp);
}
function recallOf({ tp, fn }: Counts): Fraction {
  return new Fraction(tp, tp + fn);
}

function exactly(x: Fraction): Expr {
  return ratio(Number(x.s * x.n), Number(x.d));
}
