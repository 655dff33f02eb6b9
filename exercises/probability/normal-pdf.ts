/** The density of a normal distribution: at a point, of a sample, and to tell two classes apart (section 3.4). */
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { normalPdf } from "#lib/math/normal.ts";

const normal = z.object({ x: z.number(), mean: z.number(), variance: z.number().positive() });
type Normal = z.infer<typeof normal>;
const params = z.object({
  story: z.int().min(0).max(5),
  /** A value with its distribution; at level 2 a second value of the same, at level 3 the same value in another class. */
  points: z.array(normal).min(1).max(2),
  /** P(A) of the first class; at level 3 only, otherwise 0. */
  prior: z.number().min(0).lt(1),
});
type Params = z.infer<typeof params>;

const stories = [
  { of: "the length of a message, in words", classes: ["spam", "wanted mail"] },
  { of: "the temperature of a bearing, in degrees", classes: ["worn bearings", "sound bearings"] },
  { of: "the duration of a call, in minutes", classes: ["complaints", "orders"] },
  { of: "the width of a leaf, in millimetres", classes: ["one species", "another species"] },
  { of: "the age of a visitor, in years", classes: ["buyers", "others"] },
  { of: "the pulse of a runner, in beats above rest", classes: ["sprints", "long runs"] },
] as const;

const at = ({ points }: Params, k: 0 | 1): Normal => points[k] ?? { x: 0, mean: 0, variance: 1 };
const isClasses = ({ prior }: Params) => prior > 0;
const isSample = (p: Params) => p.points.length === 2 && !isClasses(p);

/** The steps to the density at the k-th point: its exponent, its factor and their product. */
function density(k: 0 | 1, name: string) {
  const i = `${k + 1}`;
  return {
    exponent: {
      label: `e_${i}`,
      words: `the exponent of ${name}`,
      hint: "Square how far $x$ is from the mean, and divide by twice the variance; the exponent is negative.",
      formula: "-\\dfrac{(x - \\mu)^2}{2\\sigma^2}",
      work: (p: Params) => {
        const { x, mean, variance } = at(p, k);
        return `-\\dfrac{(${num(x)} - ${par(mean)})^2}{2 \\cdot ${num(variance)}}`;
      },
      malrules: {
        "sd-for-variance": {
          value: (p: Params) => -((at(p, k).x - at(p, k).mean) ** 2) / (2 * Math.sqrt(at(p, k).variance)),
          says: "It was divided by $2\\sigma$. Below the square stands the variance: $2\\sigma^2$.",
        },
        "sign-lost": {
          value: (p: Params) => (at(p, k).x - at(p, k).mean) ** 2 / (2 * at(p, k).variance),
          says: "The exponent has lost its minus sign. The density falls away from the mean.",
        },
        "two-missing": {
          value: (p: Params) => -((at(p, k).x - at(p, k).mean) ** 2) / at(p, k).variance,
          says: "The 2 below the square is missing: the exponent is $-(x - \\mu)^2/(2\\sigma^2)$.",
        },
      },
    },
    factor: {
      label: `c_${i}`,
      words: `the factor in front of ${name}`,
      hint: "The factor makes the area under the curve 1. It belongs to the curve, whatever $x$ is.",
      formula: "\\dfrac{1}{\\sqrt{2\\pi\\sigma^2}}",
      work: (p: Params) => `\\dfrac{1}{\\sqrt{2\\pi \\cdot ${num(at(p, k).variance)}}}`,
      malrules: {
        "factor-missing": {
          value: () => 1,
          says: "The factor in front is missing. Without it the area under the curve is not 1.",
        },
        "root-missing": {
          value: (p: Params) => 1 / (2 * Math.PI * at(p, k).variance),
          says: "There is a root in the factor: $1/\\sqrt{2\\pi\\sigma^2}$.",
        },
      },
    },
    density: {
      label: `f_${i}`,
      words: name,
      hint: "Multiply the factor by the exponential.",
      formula: `c_${i}\\,e^{e_${i}}`,
    },
  };
}
const [first, second] = [density(0, "the first density"), density(1, "the second density")];
const factorAt = (k: 0 | 1) => (p: Params) => 1 / Math.sqrt(2 * Math.PI * at(p, k).variance);
const exponentAt = (k: 0 | 1) => (p: Params) => -((at(p, k).x - at(p, k).mean) ** 2) / (2 * at(p, k).variance);

export default exercise({
  id: "probability/normal-pdf",
  version: 1,
  title: "The normal density",
  summary: "Evaluate the density of a normal distribution, and weigh two classes by it.",
  skills: ["normal-distribution", "bayes"],
  source: { section: "3.4", formulas: ["normal-density"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    const away = () => rng.int(2, 5) * rng.pick([1, -1]);
    const mean = rng.int(22, 48);
    if (level === 1) return { story, points: [{ x: mean + away(), mean, variance: rng.int(2, 5) ** 2 }], prior: 0 };
    const variance = rng.pick([6, 7, 8, 10, 11, 12, 13, 14, 15, 17]);
    if (level === 2) {
      const [one, other] = rng.shuffle([2, 3, 4, 5]);
      const points = [one ?? 2, -(other ?? 3)].map((off) => ({ x: mean + off, mean, variance }));
      return { story, points: rng.shuffle(points), prior: 0 };
    }
    const [off, away2] = [rng.int(2, 5), rng.int(2, 5)];
    const x = mean + off;
    return {
      story,
      points: [
        { x, mean, variance },
        { x, mean: x + away2, variance: rng.pick([18, 19, 20, 21, 22, 23, 24, 26]) },
      ],
      prior: rng.pick([15, 20, 25, 30, 35, 40, 45, 55, 60, 65]) / 100,
    };
  })
  .prompt((p, level) => {
    const { of, classes } = stories[p.story] ?? stories[0];
    const [one, other] = [at(p, 0), at(p, 1)];
    if (level === 1)
      return `Let $X$ be ${of}, normally distributed with the mean $\\mu = ${num(one.mean)}$ and the standard deviation $\\sigma = ${num(Math.sqrt(one.variance))}$, so $X \\sim \\mathcal{N}(${num(one.mean)}, ${num(Math.sqrt(one.variance))}^2)$.\n\nWhat is its density $f_1 = f(x)$ at $x = ${num(one.x)}$?`;
    if (level === 2)
      return `Let $X$ be ${of}, normally distributed with the mean $\\mu = ${num(one.mean)}$ and the **variance** $\\sigma^2 = ${num(one.variance)}$. Two values are measured independently, $x_1 = ${num(one.x)}$ and $x_2 = ${num(other.x)}$.\n\nWhat are their densities $f_1$ and $f_2$, and what is the **likelihood** of the two together, the product of the densities?`;
    return [
      `A classifier goes by ${of}. In each of two classes, that is normally distributed:`,
      `- $A$, ${classes[0]}: mean ${num(one.mean)}, variance ${num(one.variance)}\n- $B$, ${classes[1]}: mean ${num(other.mean)}, variance ${num(other.variance)}`,
      `The prior of $A$ is $P(A) = ${num(p.prior)}$, and all others are in $B$. The value $x = ${num(one.x)}$ is measured. What are the densities $f_1$ in $A$ and $f_2$ in $B$ at this value, and what is the posterior $P(A \\mid x)$, with the densities as likelihoods?`,
    ].join("\n\n");
  })
  .step("e_1", scalar(), exponentAt(0), first.exponent)
  .step("c_1", scalar(), factorAt(0), first.factor)
  .step("f_1", scalar(), (_, s) => s.c_1 * Math.exp(s.e_1), {
    ...first.density,
    work: (_, s) => `${num(s.c_1)} \\cdot e^{${num(s.e_1)}}`,
    malrules: {
      "factor-divided": {
        value: (_, s) => Math.exp(s.e_1) / s.c_1,
        says: "The exponential was multiplied by the root. The root stands below the line.",
      },
    },
  })
  .step("e_2", scalar(), exponentAt(1), second.exponent)
  .step("c_2", scalar(), factorAt(1), second.factor)
  .step("f_2", scalar(), (p, s) => (isSample(p) ? s.c_1 : s.c_2) * Math.exp(s.e_2), {
    ...second.density,
    formula: (p) => (isSample(p) ? "c_1\\,e^{e_2}" : "c_2\\,e^{e_2}"),
    work: (p, s) => `${num(isSample(p) ? s.c_1 : s.c_2)} \\cdot e^{${num(s.e_2)}}`,
  })
  .step("likelihood", scalar({ workingDigits: 4 }), (_, s) => s.f_1 * s.f_2, {
    label: "f_1 f_2",
    words: "the likelihood of both values",
    hint: "The values are independent: multiply their densities.",
    formula: "f_1 \\cdot f_2",
    work: (_, s) => `${num(s.f_1)} \\cdot ${num(s.f_2)}`,
    malrules: {
      "densities-added": {
        value: (_, s) => s.f_1 + s.f_2,
        says: "The densities were added. Of independent values they are multiplied, like probabilities.",
      },
    },
  })
  .step("weight_a", scalar({ workingDigits: 4 }), (p, s) => p.prior * s.f_1, {
    label: "w_A",
    words: "the weight of class A",
    hint: "Weigh the density in a class with the prior of the class.",
    skill: "bayes",
    formula: "P(A)\\,f_1",
    work: (p, s) => `${num(p.prior)} \\cdot ${num(s.f_1)}`,
  })
  .step("weight_b", scalar({ workingDigits: 4 }), (p, s) => (1 - p.prior) * s.f_2, {
    label: "w_B",
    words: "the weight of class B",
    hint: "The same for the other class.",
    skill: "bayes",
    formula: "(1 - P(A))\\,f_2",
    work: (p, s) => `${num(1 - p.prior)} \\cdot ${num(s.f_2)}`,
  })
  .step("posterior", scalar({ workingDigits: 4 }), (_, s) => s.weight_a / (s.weight_a + s.weight_b), {
    label: "P(A \\mid x)",
    words: "the posterior probability of class A",
    hint: "Bayes' theorem: the share of class A in the sum of the two weights.",
    skill: "bayes",
    formula: "\\dfrac{w_A}{w_A + w_B}",
    work: (_, s) => `\\dfrac{${num(s.weight_a)}}{${num(s.weight_a)} + ${num(s.weight_b)}}`,
    malrules: {
      "prior-ignored": {
        value: (_, s) => s.f_1 / (s.f_1 + s.f_2),
        says: "The priors are left out, as if both classes were equally frequent. Weigh each density with the prior of its class.",
      },
      "not-normalized": {
        value: (_, s) => s.weight_a,
        says: "This is the weight of $A$ alone. A posterior is its share in the sum of both weights.",
      },
      odds: {
        value: (_, s) => s.weight_a / s.weight_b,
        says: "These are the odds of $A$ against $B$. Divide by the sum of the weights to get a probability.",
      },
    },
  })
  .asks({ 1: ["f_1"], 2: ["f_1", "f_2", "likelihood"], 3: ["f_1", "f_2", "posterior"] })
  .figures({
    solution: (p, s) => {
      const [one, other] = [at(p, 0), at(p, 1)];
      const classes = isClasses(p) ? [one, other] : [one];
      const lowest = Math.min(...classes.map(({ mean, variance }) => mean - 3 * Math.sqrt(variance)));
      const highest = Math.max(...classes.map(({ mean, variance }) => mean + 3 * Math.sqrt(variance)));
      const marks = [
        { x: one.x, y: roundDigits(s.f_1, 4), label: isClasses(p) ? "A" : "f₁" },
        ...(p.points.length > 1 ? [{ x: other.x, y: roundDigits(s.f_2, 4), label: isClasses(p) ? "B" : "f₂" }] : []),
      ];
      return {
        figure: "curves",
        alt: `${isClasses(p) ? `Two bell curves, of class A around ${plain(one.mean)} and of class B around ${plain(other.mean)}` : `A bell curve around ${plain(one.mean)}`}. Marked: ${marks.map(({ x, y }) => `at ${plain(x)} the height ${plain(y, 3)}`).join(", ")}.`,
        xLabel: "x",
        yLabel: "density",
        curves: classes.map(({ mean, variance }, i) => ({
          label: isClasses(p) ? (["A", "B"][i] ?? "") : "",
          points: Array.from({ length: 41 }, (_, j) => {
            const x = lowest + ((highest - lowest) * j) / 40;
            return { x: roundDigits(x, 4), y: roundDigits(normalPdf(x, mean, Math.sqrt(variance)), 4) };
          }),
        })),
        shaded: [],
        marks,
      };
    },
  })
  .check((p) => {
    // By logarithms: of the densities, of their product, and of the odds.
    const logs = p.points.map(
      ({ x, mean, variance }) => -(Math.log(2 * Math.PI * variance) + (x - mean) ** 2 / variance) / 2,
    );
    const [a = 0, b = 0] = logs;
    return {
      f_1: Math.exp(a),
      f_2: Math.exp(b),
      likelihood: Math.exp(a + b),
      posterior: isClasses(p) ? 1 / (1 + Math.exp(b - a + Math.log((1 - p.prior) / p.prior))) : 0,
    };
  });
