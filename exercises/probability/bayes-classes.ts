/** Bayes' theorem over three or four classes: a posterior vector from priors and likelihoods (continues example 17). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, plain } from "#lib/exercise/tex.ts";
import { argmax, hadamard, sum } from "#lib/math/vector.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(4),
  priors: z.array(rate).min(3).max(4),
  /** How likely each finding is, given each class. */
  findings: z.array(z.array(rate).min(3).max(4)).min(1).max(2),
  /** Whether the last finding is missing from what was observed. */
  lastAbsent: z.boolean(),
});
type Params = z.infer<typeof params>;

const stories = [
  {
    begins: "A message is sorted into one of the classes",
    classes: ["private", "work", "newsletter", "spam"],
    findings: ["it contains the word “offer”", "it has an attachment"],
  },
  {
    begins: "A patient with a cough has one of the conditions",
    classes: ["cold", "flu", "asthma", "allergy"],
    findings: ["a fever", "a runny nose"],
  },
  {
    begins: "A photo shows one of the scenes",
    classes: ["street", "forest", "room", "beach"],
    findings: ["much green", "a person"],
  },
  {
    begins: "A machine that stopped has one of the faults",
    classes: ["motor", "sensor", "software", "cable"],
    findings: ["an error message", "a smell of burning"],
  },
  {
    begins: "A text is in one of the genres",
    classes: ["news", "essay", "poem", "novel"],
    findings: ["the word “moon”", "direct speech"],
  },
] as const;

const storyOf = ({ story }: Params) => stories[story] ?? stories[0];
const classesOf = (p: Params) => storyOf(p).classes.slice(0, p.priors.length);
const times = (x: readonly number[], y: readonly number[]) =>
  column(x.map((xi, i) => `${num(xi)} \\cdot ${num(y[i] ?? 0)}`));
const over = (x: readonly number[], by: number) => column(x.map((xi) => `\\frac{${num(xi)}}{${num(by)}}`));
const firstOf = ({ findings }: Params) => findings[0] ?? [];
const lastOf = ({ findings }: Params) => findings.at(-1) ?? [];
const ids = ["1", "2", "3", "4"] as const;

type Seen = Readonly<Record<"absent" | "likelihood", readonly number[]>>;
/** P(observation given each class): one finding as it is given, or the step that combines two. */
const likelihoods = (p: Params, s: Seen) => (p.findings.length === 1 ? firstOf(p) : s.likelihood);

export default exercise({
  id: "probability/bayes-classes",
  version: 1,
  title: "A posterior over several classes",
  summary: "Weigh the likelihoods of three or four classes with their priors, and normalize them to a posterior.",
  skills: ["bayes-updates", "bayes", "total-probability"],
  source: { section: "3.3", examples: [17], formulas: ["bayes", "total-probability"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    // In hundredths; the last prior is what the others leave.
    const [one, two] = [5 * rng.int(2, 4), 5 * rng.int(5, 7)];
    const three = level === 3 ? 5 * rng.int(2, 3) + 10 : 100 - one - two;
    const priors = rng.shuffle(level === 3 ? [one, two, three, 100 - one - two - three] : [one, two, three]);
    // The bands of the likelihoods are apart; of the four, three classes leave out an end.
    const bands = () => [rng.int(3, 9), rng.int(16, 29), rng.int(42, 58), rng.int(71, 88)];
    const rates = () => {
      const from = level === 3 ? 0 : rng.int(0, 1);
      return rng.shuffle(bands().slice(from, from + priors.length));
    };
    return {
      story,
      priors: priors.map((x) => x / 100),
      findings: rng.list(level === 1 ? 1 : 2, () => rates().map((x) => x / 100)),
      lastAbsent: level === 3,
    };
  })
  .prompt((p, level) => {
    const { begins, findings } = storyOf(p);
    const classes = classesOf(p);
    const names = classes.map((name, i) => `*${name}* ($C_${i + 1}$)`);
    const listed = `${begins} ${names.slice(0, -1).join(", ")} and ${names.at(-1)}, and no other.`;
    const events = findings.slice(0, p.findings.length).map((name, i) => `$E_${i + 1}$, ${name}`);
    const table = [
      `| class | prior | ${p.findings.map((_, i) => `$P(E_${i + 1} \\mid C_i)$`).join(" | ")} |`,
      `| --- | --: | ${p.findings.map(() => "--:").join(" | ")} |`,
      ...classes.map(
        (name, i) => `| ${name} | ${num(p.priors[i] ?? 0)} | ${p.findings.map((f) => num(f[i] ?? 0)).join(" | ")} |`,
      ),
    ].join("\n");
    return [
      `${listed} The table shows how frequent each class is, and how likely in it ${p.findings.length === 1 ? `the finding ${events[0]}, is` : `are the findings ${events.join(", and ")}; within a class, they are independent`}.`,
      table,
      {
        1: "$E_1$ was found; call that $E$. What is $P(E)$ over all classes, and what is the **posterior** probability of each class, in the order of the table?",
        2: "Both were found; call that $E$. What is $P(E)$ over all classes, and what is the **posterior** probability of each class, in the order of the table?",
        3: "$E_1$ was found, but $E_2$ was looked for and **not** found; call that $E$. What is the **posterior** probability of each class, in the order of the table, which class is the most probable, and how likely is it that this class is **not** the true one?",
      }[level],
    ].join("\n\n");
  })
  .step("absent", vector(), (p) => lastOf(p).map((x) => 1 - x), {
    label: "\\bigl(P(E_2^c \\mid C_i)\\bigr)_i",
    words: "the probability that the second finding is absent, given each class",
    hint: "That a finding is absent tells something as well: take the complement in every class.",
    formula: "\\bigl(1 - P(E_2 \\mid C_i)\\bigr)_i",
    work: (p) => column(lastOf(p).map((x) => `1 - ${num(x)}`)),
    malrules: {
      "present-for-absent": {
        value: lastOf,
        says: "The second finding was not there. What counts is how often it is absent, one minus its rate.",
      },
    },
  })
  .step("likelihood", vector(), (p, s) => hadamard(firstOf(p), p.lastAbsent ? s.absent : lastOf(p)), {
    label: "\\bigl(P(E \\mid C_i)\\bigr)_i",
    words: "the likelihood of what was observed, given each class",
    hint: "Within a class the findings are independent: multiply, class by class.",
    formula: ({ lastAbsent }) => `\\bigl(P(E_1 \\mid C_i)\\,P(E_2${lastAbsent ? "^c" : ""} \\mid C_i)\\bigr)_i`,
    work: (p, s) => times(firstOf(p), p.lastAbsent ? s.absent : lastOf(p)),
    malrules: {
      "rates-added": {
        value: (p, s) => (p.lastAbsent ? s.absent : lastOf(p)).map((x, i) => x + (firstOf(p)[i] ?? 0)),
        says: "The two rates of each class were added. That both happen has the product of the two, since they are independent within a class.",
      },
    },
  })
  .step("joint", vector(), (p, s) => hadamard(p.priors, likelihoods(p, s)), {
    label: "\\bigl(P(C_i \\cap E)\\bigr)_i",
    words: "the joint probability of each class and the observation",
    hint: "Weigh the likelihood of every class with its prior.",
    skill: "bayes",
    formula: "\\bigl(P(C_i)\\,P(E \\mid C_i)\\bigr)_i",
    work: (p, s) => times(p.priors, likelihoods(p, s)),
    malrules: {
      "priors-ignored": {
        value: (p, s) => likelihoods(p, s),
        says: "The priors are left out, as if all classes were equally frequent. Weigh each likelihood with its prior.",
      },
    },
  })
  .step("evidence", scalar(), (_, s) => sum(s.joint), {
    label: "P(E)",
    words: "the probability of the observation",
    hint: "The observation comes with one class or another: add up over the classes.",
    skill: "total-probability",
    formula: "\\textstyle\\sum_i P(C_i \\cap E)",
    work: (_, s) => s.joint.map((x) => num(x)).join(" + "),
    malrules: {
      "plain-mean": {
        value: (p, s) => sum(likelihoods(p, s)) / p.priors.length,
        says: "This is the plain mean of the likelihoods. The classes are not equally frequent: weigh each with its prior.",
      },
    },
  })
  .step(
    "posterior",
    vector({ scale: "common", equality: "distribution", workingDigits: 4 }),
    (_, s) => s.joint.map((x) => x / s.evidence),
    {
      label: "\\bigl(P(C_i \\mid E)\\bigr)_i",
      words: "the posterior probability of each class",
      hint: "Divide every joint probability by the evidence; then they add up to 1.",
      formula: "\\left(\\dfrac{P(C_i \\cap E)}{P(E)}\\right)_i",
      work: (_, s) => over(s.joint, s.evidence),
      malrules: {
        "not-normalized": {
          value: (_, s) => s.joint,
          says: "These are the joint probabilities. They do not add up to 1: given the observation, divide each by the evidence.",
        },
        "divided-by-largest": {
          value: (_, s) => s.joint.map((x) => x / Math.max(...s.joint)),
          says: "Everything was divided by the largest entry, which now is 1. Divide by the sum, so that all of them together make 1.",
        },
      },
    },
  )
  .step("winner", choice(ids.map((id) => ({ id, text: `$C_${id}$` }))), (_, s) => ids[argmax(s.posterior)] ?? "1", {
    label: "\\text{most probable}",
    words: "the most probable class",
    hint: "Look for the largest posterior probability, not for the largest prior or likelihood.",
    formula: "\\operatorname{argmax}_i\\, P(C_i \\mid E)",
    malrules: {
      "largest-prior": {
        value: (p) => ids[argmax(p.priors)],
        says: "This class is the most frequent one before anything is observed. The findings have shifted the weights.",
      },
      "largest-likelihood": {
        value: (p, s) => ids[argmax(likelihoods(p, s))],
        says: "In this class the observation is the least surprising. But its prior counts as well: compare the posteriors.",
      },
    },
  })
  .step("error", scalar({ workingDigits: 4 }), (_, s) => 1 - Math.max(...s.posterior), {
    label: "P(\\text{error})",
    words: "the probability that the most probable class is not the true one",
    hint: "It is wrong whenever one of the other classes is the true one.",
    formula: "1 - \\max_i P(C_i \\mid E)",
    work: (_, s) => `1 - ${num(Math.max(...s.posterior))}`,
    malrules: {
      "right-for-wrong": {
        value: (_, s) => Math.max(...s.posterior),
        says: "This is how likely the class is to be the true one. Asked is the opposite.",
      },
    },
  })
  .asks({ 1: ["evidence", "posterior"], 2: ["evidence", "posterior"], 3: ["posterior", "winner", "error"] })
  .figures({
    solution: (p, s) => ({
      figure: "bars",
      alt: `Bars of the posterior probabilities: ${classesOf(p)
        .map((name, i) => `${name} ${plain(s.posterior[i] ?? 0, 3)}, where its prior was ${plain(p.priors[i] ?? 0)}`)
        .join("; ")}.`,
      bars: classesOf(p).map((label, i) => ({ label, value: s.posterior[i] ?? 0 })),
    }),
  })
  .check(({ priors, findings, lastAbsent }) => {
    // In exact fractions, one finding at a time: each posterior is the prior of the next.
    const exact = (x: number) => new Fraction(String(x));
    const rates = findings.map((f, k) =>
      f.map((x) => (lastAbsent && k === findings.length - 1 ? exact(x).neg().add(1) : exact(x))),
    );
    let evidence = new Fraction(1);
    let beliefs = priors.map(exact);
    for (const rate of rates) {
      const weighed = beliefs.map((x, i) => x.mul(rate[i] ?? 0));
      const total = weighed.reduce((all, x) => all.add(x), new Fraction(0));
      evidence = evidence.mul(total);
      beliefs = weighed.map((x) => x.div(total));
    }
    const posterior = beliefs.map((x) => x.valueOf());
    const sorted = [...beliefs].sort((x, y) => y.compare(x));
    const [best = new Fraction(1), ...others] = sorted;
    const error = others.reduce((all, x) => all.add(x), new Fraction(0)).valueOf();
    return { evidence: evidence.valueOf(), posterior, winner: ids[beliefs.indexOf(best)] ?? "", error };
  });
