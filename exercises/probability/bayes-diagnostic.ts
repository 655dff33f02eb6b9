/** What a positive and a negative test tell of a condition, given its base rate (example 16, practice problem 3). */
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
  sensitivity: rate,
  /** P(+ given ¬D), or else its complement P(− given ¬D). */
  gives: z.enum(["false-positive-rate", "specificity"]),
  given: rate,
  /** P(D) in another group, which is given the same test; unused below level 3. */
  elsewhere: rate,
});
type Params = z.infer<typeof params>;

const stories = [
  { says: "A screening test looks for a disease $D$ in everybody of a certain age.", others: "patients with symptoms" },
  { says: "A camera reports ($+$) the parts that it takes for defective ($D$).", others: "parts from a worn machine" },
  {
    says: "A monitor raises the alarm ($+$) when it takes traffic for an attack $D$.",
    others: "visitors of a new server",
  },
  { says: "A model flags ($+$) the card payments that it takes for fraud $D$.", others: "payments from abroad" },
] as const;

/** P(+ given ¬D), as it stands in the prompt or as computed from the specificity. */
const falsePositives = ({ gives, given }: Params, s: { fpr: number }) => (gives === "specificity" ? s.fpr : given);
const product = (x: number, y: number) => `${num(x)} \\cdot ${num(y)}`;
const fraction = (x: number, y: number) => `\\dfrac{${num(x)}}{${num(y)}}`;
/** 1 − x without the noise of 1 - 0.94. */
const complement = (x: number) => roundDigits(1 - x, 14);

export default exercise({
  id: "probability/bayes-diagnostic",
  version: 1,
  title: "What a test result tells",
  summary: "From a base rate and the error rates of a test to the probability of the condition, after either result.",
  skills: ["bayes", "total-probability", "joint-probability", "conditional-probability"],
  source: { section: "3.3", examples: [16], practice: [3], formulas: ["bayes", "total-probability"] },
})
  .params(params, (rng, level) => {
    const error = rng.int(3, 14);
    const gives: Params["gives"] = level === 3 ? "specificity" : "false-positive-rate";
    return {
      story: rng.int(0, 3),
      prior: rng.pick([1, 2, 3, 4, 5, 6, 8]) / 100,
      sensitivity: rng.pick([82, 84, 85, 88, 91, 92, 93, 94, 95, 96, 97, 98]) / 100,
      gives,
      given: (level === 3 ? 100 - error : error) / 100,
      elsewhere: level === 3 ? rng.pick([15, 20, 25, 30, 35]) / 100 : 0.5,
    };
  })
  .prompt(({ story, prior, sensitivity, gives, given, elsewhere }, level) => {
    const error =
      gives === "specificity"
        ? `its specificity is $P(- \\mid \\lnot D) = ${num(given)}$`
        : `its false positive rate is $P(+ \\mid \\lnot D) = ${num(given)}$`;
    return [
      stories[story]?.says,
      `The base rate is $P(D) = ${num(prior)}$. Its sensitivity is $P(+ \\mid D) = ${num(sensitivity)}$, and ${error}.`,
      {
        1: "How likely is a positive result? And how likely is $D$ once the result is **positive**?",
        2: "How likely is $D$ after a **positive** result, and how likely after a **negative** one?",
        3: `How likely is $D$ after a **positive** result, and after a **negative** one? And after a positive one among ${stories[story]?.others}, where $P'(D) = ${num(elsewhere)}$?`,
      }[level],
    ].join("\n\n");
  })
  .step("fpr", scalar(), (p) => complement(p.given), {
    label: "P(+ \\mid \\lnot D)",
    words: "the false positive rate",
    hint: "Without the condition, a test is either negative or falsely positive: the two rates add up to 1.",
    skill: "conditional-probability",
    formula: "1 - P(- \\mid \\lnot D)",
    work: (p) => `1 - ${num(p.given)}`,
    malrules: {
      "specificity-as-false-positives": {
        value: (p) => p.given,
        says: "The specificity was taken for the false positive rate. It tells how many healthy cases are rightly negative.",
      },
    },
  })
  .step("joint", scalar(), (p) => p.prior * p.sensitivity, {
    label: "P(D \\cap +)",
    words: "the probability of D and a positive result",
    hint: "True positives: the share with the condition, times the share of these that test positive.",
    skill: "joint-probability",
    formula: "P(D)\\,P(+ \\mid D)",
    work: (p) => product(p.prior, p.sensitivity),
  })
  .step("false_alarm", scalar(), (p, s) => complement(p.prior) * falsePositives(p, s), {
    label: "P(\\lnot D \\cap +)",
    words: "the probability of no D and a positive result",
    hint: "False alarms: the share without the condition, times the share of these that test positive nevertheless.",
    skill: "joint-probability",
    formula: "(1 - P(D))\\,P(+ \\mid \\lnot D)",
    work: (p, s) => product(complement(p.prior), falsePositives(p, s)),
    malrules: {
      "false-positives-as-specificity": {
        value: (p, s) => (p.gives === "specificity" ? undefined : (1 - p.prior) * (1 - falsePositives(p, s))),
        says: "The false positive rate was turned into its complement. It is already the share of cases without $D$ that test positive.",
      },
    },
  })
  .step("positive", scalar(), (_, s) => s.joint + s.false_alarm, {
    label: "P(+)",
    words: "the probability of a positive result",
    hint: "A positive result is either a true positive or a false alarm: add the two.",
    skill: "total-probability",
    formula: "P(D \\cap +) + P(\\lnot D \\cap +)",
    work: (_, s) => `${num(s.joint)} + ${num(s.false_alarm)}`,
    malrules: {
      unweighted: {
        value: (p, s) => p.sensitivity + falsePositives(p, s),
        says: "The two rates were added as they are. Each counts only for its own group: weigh them with $P(D)$ and $1 - P(D)$.",
      },
      "false-alarms-forgotten": {
        value: (_, s) => s.joint,
        says: "Positive results come from cases without $D$ too; these false alarms are missing.",
      },
    },
  })
  .step("posterior", scalar(), (_, s) => s.joint / s.positive, {
    label: "P(D \\mid +)",
    words: "the probability of D after a positive result",
    hint: "Of all positive results, which share are true positives?",
    formula: "\\dfrac{P(D \\cap +)}{P(+)}",
    work: (_, s) => fraction(s.joint, s.positive),
    malrules: {
      inverse: {
        value: (p) => p.sensitivity,
        says: "This is $P(+ \\mid D)$, the sensitivity. The question turns it round: $P(D \\mid +)$.",
      },
      "base-rate-ignored": {
        value: (p, s) => p.sensitivity / (p.sensitivity + falsePositives(p, s)),
        says: "The base rate is left out, as if $D$ were as frequent as not. Most of those tested do not have it.",
      },
      "joint-as-posterior": {
        value: (_, s) => s.joint,
        says: "This is $P(D \\cap +)$, a share of everybody. Given a positive result, only the positive ones count: divide by $P(+)$.",
      },
    },
  })
  .step("missed", scalar(), (p) => p.prior * complement(p.sensitivity), {
    label: "P(D \\cap -)",
    words: "the probability of D and a negative result",
    hint: "Missed cases: the share with the condition, times the share of these that test negative.",
    skill: "joint-probability",
    formula: "P(D)\\,(1 - P(+ \\mid D))",
    work: (p) => product(p.prior, complement(p.sensitivity)),
  })
  .step("cleared", scalar(), (p, s) => complement(p.prior) * complement(falsePositives(p, s)), {
    label: "P(\\lnot D \\cap -)",
    words: "the probability of no D and a negative result",
    hint: "Rightly cleared: the share without the condition, times the share of these that test negative.",
    skill: "joint-probability",
    formula: "(1 - P(D))\\,(1 - P(+ \\mid \\lnot D))",
    work: (p, s) => product(complement(p.prior), complement(falsePositives(p, s))),
  })
  .step("negative", scalar(), (_, s) => s.missed + s.cleared, {
    label: "P(-)",
    words: "the probability of a negative result",
    hint: "A negative result is either a missed case or a rightly cleared one.",
    skill: "total-probability",
    formula: "P(D \\cap -) + P(\\lnot D \\cap -)",
    work: (_, s) => `${num(s.missed)} + ${num(s.cleared)}`,
  })
  .step("posterior_negative", scalar(), (_, s) => s.missed / s.negative, {
    label: "P(D \\mid -)",
    words: "the probability of D after a negative result",
    hint: "Of all negative results, which share are missed cases?",
    formula: "\\dfrac{P(D \\cap -)}{P(-)}",
    work: (_, s) => fraction(s.missed, s.negative),
    malrules: {
      "one-minus-positive": {
        value: (_, s) => 1 - s.posterior,
        says: "This is $1 - P(D \\mid +) = P(\\lnot D \\mid +)$, still after a positive result. A negative one needs a division by $P(-)$.",
      },
      inverse: {
        value: (p) => 1 - p.sensitivity,
        says: "This is $P(- \\mid D)$, the share of cases that the test misses. The question turns it round: $P(D \\mid -)$.",
      },
      "base-rate-ignored": {
        value: (p, s) => (1 - p.sensitivity) / (2 - p.sensitivity - falsePositives(p, s)),
        says: "The base rate is left out, as if $D$ were as frequent as not.",
      },
    },
  })
  .step(
    "positive_elsewhere",
    scalar(),
    (p, s) => p.elsewhere * p.sensitivity + complement(p.elsewhere) * falsePositives(p, s),
    {
      label: "P'(+)",
      words: "the probability of a positive result in the other group",
      hint: "The test is the same, and so are its rates; weigh them with the base rate of the other group.",
      skill: "total-probability",
      formula: "P'(D)\\,P(+ \\mid D) + (1 - P'(D))\\,P(+ \\mid \\lnot D)",
      work: (p, s) =>
        `${product(p.elsewhere, p.sensitivity)} + ${product(complement(p.elsewhere), falsePositives(p, s))}`,
    },
  )
  .step("posterior_elsewhere", scalar(), (p, s) => (p.elsewhere * p.sensitivity) / s.positive_elsewhere, {
    label: "P'(D \\mid +)",
    words: "the probability of D after a positive result in the other group",
    hint: "True positives over all positives once more, both counted in the other group.",
    formula: "\\dfrac{P'(D)\\,P(+ \\mid D)}{P'(+)}",
    work: (p, s) => `\\dfrac{${product(p.elsewhere, p.sensitivity)}}{${num(s.positive_elsewhere)}}`,
    malrules: {
      "same-posterior": {
        value: (_, s) => s.posterior,
        says: "This is the answer for the first group. What a positive result means depends on the base rate.",
      },
      "old-evidence": {
        value: (p, s) => (p.elsewhere * p.sensitivity) / s.positive,
        says: "This was divided by the first group's $P(+)$. With another base rate, positive results are more frequent too.",
      },
    },
  })
  .asks({
    1: ["positive", "posterior"],
    2: ["posterior", "posterior_negative"],
    3: ["posterior", "posterior_negative", "posterior_elsewhere"],
  })
  .figures({
    prompt: (p) =>
      p.gives === "specificity" ? undefined : square(p, "how much of the positive area has D is the question"),
    solution: (p, s) =>
      square(
        p,
        `of the positive area, the part with D is ${plain(s.posterior, 3)}; of the rest, ${plain(s.posterior_negative, 3)}`,
      ),
  })
  .examples({
    "16": {
      level: 1,
      params: { story: 0, prior: 0.01, sensitivity: 0.99, gives: "false-positive-rate", given: 0.05, elsewhere: 0.5 },
    },
    "practice-3": {
      level: 1,
      params: { story: 0, prior: 0.01, sensitivity: 0.95, gives: "false-positive-rate", given: 0.1, elsewhere: 0.5 },
    },
  })
  .check((p) => {
    // Natural frequencies: count a large group into the four cells of (condition, result), in whole numbers.
    const count = (prior: number) => {
      const everybody = new Fraction(10 ** 6);
      const ill = everybody.mul(String(prior));
      const well = everybody.sub(ill);
      const found = ill.mul(String(p.sensitivity));
      const right = well.mul(String(p.given));
      const alarms = p.gives === "specificity" ? well.sub(right) : right;
      return { everybody, found, alarms, missed: ill.sub(found), cleared: well.sub(alarms) };
    };
    const { everybody, found, alarms, missed, cleared } = count(p.prior);
    const other = count(p.elsewhere);
    return {
      positive: found.add(alarms).div(everybody).valueOf(),
      posterior: found.div(found.add(alarms)).valueOf(),
      posterior_negative: missed.div(missed.add(cleared)).valueOf(),
      posterior_elsewhere: other.found.div(other.found.add(other.alarms)).valueOf(),
    };
  });

/** Everybody as a unit square: a column with D and one without, and in each the part that tests positive. */
function square(p: Params, conclusion: string) {
  const alarms = p.gives === "specificity" ? complement(p.given) : p.given;
  const rest = complement(p.prior);
  return {
    figure: "areas" as const,
    alt: `A square of area 1 in two columns: with D, ${plain(p.prior)} wide, and without D, ${plain(rest)} wide. The positive part fills ${plain(p.sensitivity)} of the height of the first column and ${plain(alarms)} of the second; ${conclusion}.`,
    columns: [
      { label: "D", width: p.prior, part: p.sensitivity },
      { label: "not D", width: rest, part: alarms },
    ],
    partLabel: "positive",
  };
}
