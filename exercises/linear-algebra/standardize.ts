/** Standard scores: with given statistics, of a column, and of a new sample by the statistics of the training data (example 4). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plainRow, row, terms, vec } from "#lib/exercise/tex.ts";
import { transpose } from "#lib/math/matrix.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** The features to be standardized, each as a list over the samples; none at level 1. */
  features: z.array(z.array(z.number()).min(2)),
  /** The other features that the matrix shows, on the right of the asked ones or on the left. */
  others: z.array(z.array(z.number())),
  otherFirst: z.boolean(),
  divisor: z.enum(["n", "n-1"]),
  /** A single sample, and at level 1 the statistics it is standardized by. */
  x: z.array(z.number()),
  means: z.array(z.number()),
  sds: z.array(z.number()),
});
type Params = z.infer<typeof params>;

const stories = [
  { one: "house", many: "houses", columns: ["age in years", "minutes to the centre", "rent in hundreds"] },
  { one: "runner", many: "runners", columns: ["age in years", "kilometres a week", "hours of sleep in a weekend"] },
  { one: "day", many: "days", columns: ["temperature in °C", "wind in km/h", "bicycles hired in tens"] },
  { one: "song", many: "songs", columns: ["loudness", "beats in ten seconds", "days in the charts"] },
  { one: "learner", many: "learners", columns: ["hours of practice", "points in algebra", "points in calculus"] },
] as const;

const sizes = [2, 3, 4, 5, 6, 7].flatMap((d) => [d, -d]);
/** Lists of four different whole numbers that add up to 0, without 0 and ±1: the deviations of a feature. */
const deviations = sizes.flatMap((a) =>
  sizes.flatMap((b) =>
    sizes.map((c) => [a, b, c, -a - b - c]).filter((d) => sizes.includes(d[3] ?? 0) && new Set(d).size === 4),
  ),
);

const sum = (v: readonly number[]) => v.reduce((t, x) => t + x, 0);
const divide = ({ features, divisor }: Params) => (features[0]?.length ?? 0) - (divisor === "n" ? 0 : 1);
const how = (divisor: Params["divisor"]) =>
  divisor === "n"
    ? "For the standard deviation, divide by the number $n$ of samples."
    : "For the standard deviation, divide by $n - 1$, as for a sample from many more.";

/** The matrix that is shown, with its columns. */
const shown = ({ features, others, otherFirst }: Params) =>
  transpose(otherFirst ? [...others, ...features] : [...features, ...others]);
const number = ({ others, otherFirst }: Params) => (otherFirst ? others.length + 1 : 1);

/** The standard scores of a list by its own mean and spread; what comes of taking a row for a column. */
function ownScores(list: readonly number[], less: number): number[] | undefined {
  const mean = sum(list) / list.length;
  const spread = Math.sqrt(sum(list.map((x) => (x - mean) ** 2)) / (list.length - less));
  return spread > 0 ? list.map((x) => (x - mean) / spread) : undefined;
}

const scores = {
  formula: "\\Bigl(\\dfrac{x_j - \\bar{x}_j}{s_j}\\Bigr)_j",
};

export default exercise({
  id: "linear-algebra/standardize",
  version: 1,
  title: "Standardizing features",
  summary: "Bring features to mean 0 and standard deviation 1, and treat a new sample in the same way.",
  skills: ["standardizing", "data-matrices"],
  source: { section: "1.2", examples: [4] },
})
  .params(params, (rng, level): Params => {
    const divisor = rng.pick<Params["divisor"]>(["n", "n-1"]);
    const blank = { story: rng.int(0, 4), divisor, otherFirst: rng.int(0, 1) === 1 };
    if (level === 1) {
      const means = rng.list(3, () => rng.int(21, 59));
      const minus = rng.int(0, 2);
      const x = means.map((m, j) => m + rng.int(3, 19) * (j === minus ? -1 : 1));
      return { ...blank, features: [], others: [], x, means, sds: rng.list(3, () => rng.int(4, 9)) };
    }
    const feature = () => {
      const mean = rng.int(12, 29);
      return (deviations[rng.int(0, deviations.length - 1)] ?? []).map((d) => mean + d);
    };
    if (level === 2)
      return {
        ...blank,
        features: [feature()],
        others: [rng.list(4, () => rng.int(31, 59))],
        x: [],
        means: [],
        sds: [],
      };
    const features = [feature(), feature()];
    const x = features.map((list) => sum(list) / 4 + rng.int(2, 9) * rng.pick([1, -1]));
    return { ...blank, features, others: [], x, means: [], sds: [] };
  })
  .prompt((p, level) => {
    const { one, many, columns } = stories[p.story] ?? stories[0];
    const [first, second] = columns;
    if (level === 1)
      return [
        `A ${one} has the features ${columns[0]}, ${columns[1]} and ${columns[2]}:`,
        `$$x = ${vec(p.x)}$$`,
        `Over all ${many}, the means of these features are $\\bar{x} = ${row(p.means)}$ and their standard deviations $s = ${row(p.sds)}$. **Standardize** this sample: give the vector $z$ of its standard scores.`,
      ].join("\n\n");
    const given = `Four ${many} are the rows of $X$; the columns are ${first} and ${second}.\n\n$$X = ${mat(shown(p))}$$`;
    return level === 2
      ? `${given}\n\n**Standardize** the feature in column ${number(p)}, ${columns[number(p) - 1]}: give its standard scores, one for each ${one}. ${how(p.divisor)}`
      : `${given}\n\nA model is trained on these data after **standardizing** both features. Then a new ${one} comes in, $x = ${row(p.x)}$. Give the standard deviations of the features, and the vector $z$ that the model must get for the new ${one}: scaled in the same way as the training data. ${how(p.divisor)}`;
  })
  .step("mean", vector(), ({ features }) => features.map((list) => sum(list) / list.length), {
    label: "\\bar{x}",
    words: "the mean",
    hint: "A feature is a column: add it up and divide by the number of samples.",
    skill: "data-matrices",
    formula: "\\Bigl(\\frac{1}{n}\\textstyle\\sum_i X_{ij}\\Bigr)_j",
    work: ({ features }) => column(features.map((list) => `(${terms(list)})/${list.length}`)),
    malrules: {
      "middle-of-the-range": {
        value: ({ features }) => features.map((list) => (Math.max(...list) + Math.min(...list)) / 2),
        says: "The middle between the smallest and the largest number was taken. The mean adds all of them up.",
      },
    },
  })
  .step(
    "centred",
    matrix(),
    ({ features }, s) => transpose(features.map((list, j) => list.map((x) => x - (s.mean[j] ?? 0)))),
    {
      label: "X - \\bar{x}",
      words: "the deviations from the mean",
      hint: "Take the mean of its column off every number. The deviations of a column add up to 0.",
      formula: "\\bigl(X_{ij} - \\bar{x}_j\\bigr)",
      work: ({ features }, s) =>
        `\\begin{bmatrix} ${transpose(features)
          .map((r) => r.map((x, j) => `${num(x)} - ${par(s.mean[j] ?? 0)}`).join(" & "))
          .join(" \\\\ ")} \\end{bmatrix}`,
    },
  )
  .step("variance", vector(), (p, s) => transpose(s.centred).map((list) => sum(list.map((d) => d * d)) / divide(p)), {
    label: "s^2",
    words: "the variance",
    hint: "Square the deviations, add up, and divide as the exercise says.",
    formula: ({ divisor }) => `\\Bigl(\\frac{1}{${divisor}}\\textstyle\\sum_i (X_{ij} - \\bar{x}_j)^2\\Bigr)_j`,
    work: (p, s) =>
      column(transpose(s.centred).map((list) => `(${list.map((d) => `${par(d)}^2`).join(" + ")})/${divide(p)}`)),
    malrules: {
      "other-divisor": {
        value: (p, s) =>
          transpose(s.centred).map((list) => sum(list.map((d) => d * d)) / (2 * list.length - 1 - divide(p))),
        says: "The divisor is the other one of $n$ and $n - 1$. Look again which one the exercise asks for.",
      },
      "absolute-deviations": {
        value: (_, s) => transpose(s.centred).map((list) => (sum(list.map(Math.abs)) / list.length) ** 2),
        says: "This is the mean distance from the mean. A standard deviation squares the deviations, averages, and takes the root.",
      },
    },
  })
  .step("sd", vector(), (_, s) => s.variance.map(Math.sqrt), {
    label: "s",
    words: "the standard deviations",
    hint: "The standard deviation is the square root of the variance; it has the unit of the feature.",
    formula: "\\sqrt{s^2}",
    work: (_, s) => column(s.variance.map((v) => `\\sqrt{${num(v)}}`)),
    malrules: {
      "variance-kept": {
        value: (_, s) => s.variance,
        says: "This is the variance in place of the standard deviation. Its square root is still to be taken.",
      },
      range: {
        value: ({ features }) => features.map((list) => Math.max(...list) - Math.min(...list)),
        says: "The range was used, from the smallest number to the largest. That is another way of scaling; here the standard deviation is asked for.",
      },
    },
  })
  .step("scores", vector(), (_, s) => s.centred.map((r) => (r[0] ?? 0) / (s.sd[0] ?? 1)), {
    label: "z",
    words: "the standard scores",
    hint: "Divide every deviation by the standard deviation.",
    formula: "\\Bigl(\\dfrac{X_{ij} - \\bar{x}_j}{s_j}\\Bigr)_i",
    work: (_, s) => `\\dfrac{1}{${num(s.sd[0] ?? 1)}} ${vec(s.centred.map((r) => r[0] ?? 0))}`,
    malrules: {
      "row-for-column": {
        value: (p) => ownScores(shown(p)[number(p) - 1] ?? [], p.divisor === "n" ? 0 : 1),
        says: "A row was standardized. A row holds different features of one sample; a feature is a column.",
      },
      "not-centred": {
        value: ({ features }, s) => (features[0] ?? []).map((x) => x / (s.sd[0] ?? 1)),
        says: "The numbers were divided by the standard deviation without taking the mean off first.",
      },
      "not-scaled": {
        value: (_, s) => s.centred.map((r) => r[0] ?? 0),
        says: "These are the deviations from the mean. Dividing by the standard deviation is still to come.",
      },
    },
  })
  .step(
    "deviations",
    vector({ rule: { exact: true } }),
    ({ x, means, features }, s) => x.map((xj, j) => xj - ((features.length > 0 ? s.mean : means)[j] ?? 0)),
    {
      label: "x - \\bar{x}",
      words: "the deviations of the sample from the means",
      hint: "Take off each feature its own mean; below it, the deviation is negative.",
      formula: "\\bigl(x_j - \\bar{x}_j\\bigr)_j",
      work: ({ x, means, features }, s) =>
        column(x.map((xj, j) => `${num(xj)} - ${par((features.length > 0 ? s.mean : means)[j] ?? 0)}`)),
      malrules: {
        "sign-turned-round": {
          value: ({ x, means, features }, s) => x.map((xj, j) => ((features.length > 0 ? s.mean : means)[j] ?? 0) - xj),
          says: "The sign is turned round: a value above the mean has a positive score.",
        },
        "not-centred": {
          value: ({ x }) => x,
          says: "The means were not taken off. A standard score counts from the mean.",
        },
      },
    },
  )
  .step(
    "z",
    vector(),
    ({ sds, features }, s) => s.deviations.map((d, j) => d / ((features.length > 0 ? s.sd : sds)[j] ?? 1)),
    {
      label: "z",
      words: "the standard scores of the sample",
      hint: "Divide each deviation by the standard deviation of its feature. A new sample is scaled by the statistics of the training data, never by its own.",
      ...scores,
      work: ({ sds, features }, s) =>
        column(s.deviations.map((d, j) => `${par(d)} / ${num((features.length > 0 ? s.sd : sds)[j] ?? 1)}`)),
      malrules: {
        "by-variance": {
          value: ({ sds }, s) => (sds.length > 0 ? s.deviations.map((d, j) => d / (sds[j] ?? 1) ** 2) : undefined),
          says: "The deviations were divided by the variances $s^2$. Divide by the standard deviations $s$.",
        },
        "not-scaled": {
          value: (_, s) => s.deviations,
          says: "These are deviations from the means, still in the units of the features. Divide each by its standard deviation.",
        },
        "row-for-column": {
          value: ({ x, divisor }) => ownScores(x, divisor === "n" ? 0 : 1),
          says: "The sample was standardized by the mean and spread of its own numbers. They are different features: each has its own mean and standard deviation, from all samples.",
        },
      },
    },
  )
  .asks({ 1: ["z"], 2: ["scores"], 3: ["sd", "z"] })
  .figures({
    solution: ({ features: [first = [], second = []], x }, s) =>
      second.length === 0 || x.length === 0
        ? undefined
        : {
            figure: "plane",
            alt: `The training data after standardizing, as points around the origin: ${s.centred.map((r) => plainRow(r.map((d, j) => d / (s.sd[j] ?? 1)))).join(", ")}. The new sample is at ${plainRow(s.z)}.`,
            xLabel: "z₁",
            yLabel: "z₂",
            arrows: [],
            points: [
              ...s.centred.map(([a = 0, b = 0], i) => ({
                x: a / (s.sd[0] ?? 1),
                y: b / (s.sd[1] ?? 1),
                label: `${plain(first[i] ?? 0)}, ${plain(second[i] ?? 0)}`,
              })),
              { x: s.z[0] ?? 0, y: s.z[1] ?? 0, label: "new" },
            ],
            lines: [],
          },
  })
  .examples({
    "4": {
      level: 2,
      params: {
        story: 0,
        features: [[1500, 2000, 1800]],
        others: [
          [2, 3, 3],
          [1, 2, 1.5],
        ],
        ...{ otherFirst: false, divisor: "n", x: [], means: [], sds: [] },
      },
    },
  })
  .check(({ features, divisor, x, means, sds }) => {
    // Without a mean: variances from the squared differences of all pairs, deviations from sums, in fractions.
    const statistics = features.map((list) => {
      const n = list.length;
      const total = list.reduce((t, v) => t.add(v), new Fraction(0));
      const pairs = list.reduce((t, v) => t + list.reduce((r, w) => r + (v - w) ** 2, 0), 0);
      const spread = Math.sqrt(new Fraction(pairs, 2 * n * (divisor === "n" ? n : n - 1)).valueOf());
      return { spread, score: (v: number) => new Fraction(v).mul(n).sub(total).div(n).valueOf() / spread };
    });
    return {
      sd: statistics.map(({ spread }) => spread),
      scores: (features[0] ?? []).map((v) => statistics[0]?.score(v) ?? Number.NaN),
      z: x.map((v, j) => statistics[j]?.score(v) ?? v / (sds[j] ?? 1) - (means[j] ?? 0) / (sds[j] ?? 1)),
    };
  });
