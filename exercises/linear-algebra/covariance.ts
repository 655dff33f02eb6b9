/** Column means, the centred data, their covariance matrix by either divisor, and a correlation (example 6). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plain, plainRow, terms } from "#lib/exercise/tex.ts";
import { type Matrix, product, scaled, transpose } from "#lib/math/matrix.ts";

// biome-ignore format: a table of stories
/** What a row is, one and several of them, and what the columns are. */
const stories = [
  { one: "house", many: "houses", columns: ["rooms", "age in years", "distance to the centre in km"] },
  { one: "learner", many: "learners", columns: ["points in algebra", "points in statistics", "hours of practice"] },
  { one: "loaf", many: "loaves", columns: ["minutes of kneading", "hours of rest", "height in cm"] },
  { one: "day", many: "days", columns: ["reading of sensor A", "reading of sensor B", "reading of sensor C"] },
  { one: "shop", many: "shops", columns: ["staff", "price of a meal", "rating out of 20"] },
] as const;

const params = z.object({
  story: z.int().min(0).max(4),
  X: z.array(z.array(z.int()).min(2)).min(3),
  divisor: z.enum(["n", "n-1"]),
});
type Params = z.infer<typeof params>;

/** All lists of four whole numbers from −5 to 5 that add up to 0, without 0 and without one number twice. */
const sizes = [2, 3, 4, 5, 1].flatMap((d) => [d, -d]);
const fours = sizes.flatMap((a) =>
  sizes.flatMap((b) =>
    sizes.map((c) => [a, b, c, -(a + b + c)]).filter((d) => new Set(d).size === 4 && sizes.includes(d[3] ?? 0)),
  ),
);
const threes = sizes.flatMap((a) =>
  sizes.map((b) => [a, b, -(a + b)]).filter((d) => new Set(d).size === 3 && sizes.includes(d[2] ?? 0)),
);

const words = ["no", "one", "two", "three", "four"] as const;
const sum = (v: readonly number[]) => v.reduce((total, x) => total + x, 0);
const columnSums = (X: Matrix) => transpose(X).map(sum);
const takenOff = (X: Matrix, off: (i: number, j: number) => number) => X.map((r, i) => r.map((x, j) => x - off(i, j)));
const divide = ({ X, divisor }: Params) => (divisor === "n" ? X.length : X.length - 1);
/** What is taken off an entry: the mean of its column; of its row, where the means are as many as the rows. */
const by = (X: Matrix, means: readonly number[]) => (i: number, j: number) =>
  means[means.length === X.length ? i : j] ?? 0;
const scatter = (X: Matrix) => product(transpose(X), X);

export default exercise({
  id: "linear-algebra/covariance",
  version: 1,
  title: "Covariance matrix",
  summary:
    "Centre the columns of a data matrix, find how its features vary together, and compare them by a correlation.",
  skills: ["covariance", "data-matrices"],
  source: { section: "1.2", examples: [6], formulas: ["covariance"] },
})
  .params(params, (rng, level): Params => {
    const patterns = level === 1 ? threes : fours;
    const columns = rng.list(level === 3 ? 3 : 2, () => {
      const mean = rng.int(10, 15);
      const deviations = patterns[rng.int(0, patterns.length - 1)] ?? [];
      return deviations.map((d) => mean + d);
    });
    return { story: rng.int(0, 4), X: transpose(columns), divisor: level === 3 ? "n-1" : rng.pick(["n", "n-1"]) };
  })
  .prompt(({ story, X, divisor }, level) => {
    const { one, many, columns } = stories[story] ?? stories[0];
    const names = columns.slice(0, X[0]?.length).map((name, j) => `${name} ($x_${j + 1}$)`);
    const how =
      divisor === "n"
        ? `These ${many} are all there are, so divide by their number $n$.`
        : `These ${many} are a sample from many more; divide by $n - 1$ for an unbiased estimate.`;
    return [
      `Of ${words[X.length] ?? X.length} ${many}, ${words[names.length]} features were written down: ${names.slice(0, -1).join(", ")} and ${names.at(-1)}. Each row of the data matrix is one ${one}:`,
      `$$X = ${mat(X)}$$`,
      {
        1: "Compute the **means** of the features, as a vector, and the **centred** data matrix $X_c$.",
        2: `Compute the **covariance matrix** $\\Sigma$ of the features. ${how}`,
        3: `Compute the **covariance matrix** $\\Sigma$ of the features, and the **correlation** $\\rho_{12}$ of $x_1$ and $x_2$. ${how}`,
      }[level],
    ].join("\n\n");
  })
  .step("means", vector(), ({ X }) => columnSums(X).map((total) => total / X.length), {
    label: "\\bar{x}",
    words: "the means of the features",
    hint: "A feature is a column: add up each column and divide by the number of rows.",
    skill: "data-matrices",
    formula: "\\Bigl(\\frac{1}{n}\\textstyle\\sum_i X_{ij}\\Bigr)_j",
    work: ({ X }) =>
      `\\begin{bmatrix} ${transpose(X)
        .map((column) => `(${terms(column)})/${X.length}`)
        .join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      "means-of-rows": {
        value: ({ X }) => X.map((r) => sum(r) / r.length),
        says: "The means of the rows were taken. A row is one sample and holds different features; a mean belongs to a feature, and features are columns.",
      },
      "one-less": {
        value: ({ X }) => columnSums(X).map((total) => total / (X.length - 1)),
        says: "A mean divides by the number of samples $n$. Only a variance or covariance may divide by $n - 1$.",
      },
    },
  })
  .step("centred", matrix(), ({ X }, s) => takenOff(X, by(X, s.means)), {
    label: "X_c",
    words: "the centred data matrix",
    hint: "Take the mean of its column off every entry. Each column then adds up to 0.",
    formula: "\\bigl(X_{ij} - \\bar{x}_j\\bigr)",
    work: ({ X }, s) =>
      `\\begin{bmatrix} ${X.map((r) => r.map((x, j) => `${num(x)} - ${par(s.means[j] ?? 0)}`).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      "not-centred": {
        value: ({ X }) => X,
        says: "The data were taken as they are. Covariance is about distances from the mean: take the column means off first.",
      },
      "grand-mean": {
        value: ({ X }) => {
          const mean = sum(X.flat()) / X.flat().length;
          return takenOff(X, () => mean);
        },
        says: "One mean of all the numbers was taken off everywhere. Every feature has a mean of its own.",
      },
    },
  })
  .step("sigma", matrix(), (p, s) => scaled(1 / divide(p), scatter(s.centred)), {
    label: "\\Sigma",
    words: "the covariance matrix",
    hint: "Multiply every centred column by every centred column, entry by entry, add up, and divide as the exercise says.",
    formula: ({ divisor }) => `\\frac{1}{${divisor}}\\, X_c^{\\top} X_c`,
    work: (p, s) => `\\frac{1}{${divide(p)}} ${mat(scatter(s.centred))}`,
    malrules: {
      "other-divisor": {
        value: (p, s) => scaled(1 / (2 * p.X.length - 1 - divide(p)), scatter(s.centred)),
        says: "The divisor is the other one of the two. Look again at whether the exercise asks for $n$ or for $n - 1$.",
      },
      undivided: {
        value: (_, s) => scatter(s.centred),
        says: "These are the sums of products. A covariance is their mean: the division is still to come.",
      },
      "samples-for-features": {
        value: (p, s) => scaled(1 / divide(p), product(s.centred, transpose(s.centred))),
        says: "This is $X_c X_c^{\\top}$, which compares samples with one another. The covariance matrix has a row and a column for each feature.",
      },
    },
  })
  .step(
    "rho",
    scalar({ workingDigits: 4 }),
    (_, s) => (s.sigma[0]?.[1] ?? 0) / Math.sqrt((s.sigma[0]?.[0] ?? 1) * (s.sigma[1]?.[1] ?? 1)),
    {
      label: "\\rho_{12}",
      words: "the correlation of the first two features",
      hint: "Divide the covariance of the two features by the product of their standard deviations.",
      formula: "\\dfrac{\\Sigma_{12}}{\\sqrt{\\Sigma_{11}\\,\\Sigma_{22}}}",
      work: (_, { sigma: [[a = 0, b = 0] = [], second = []] }) =>
        `\\dfrac{${num(b)}}{\\sqrt{${num(a)} \\cdot ${num(second[1] ?? 0)}}}`,
      malrules: {
        "by-variances": {
          value: (_, s) => (s.sigma[0]?.[1] ?? 0) / ((s.sigma[0]?.[0] ?? 1) * (s.sigma[1]?.[1] ?? 1)),
          says: "This divides by the variances. A correlation divides by standard deviations, their square roots, so that it has no unit.",
        },
        "covariance-kept": {
          value: (_, s) => s.sigma[0]?.[1] ?? 0,
          says: "This is the covariance itself. The correlation brings it between $-1$ and $1$ by the standard deviations.",
        },
      },
    },
  )
  .asks({ 1: ["means", "centred"], 2: ["sigma"], 3: ["sigma", "rho"] })
  .figures({
    solution: ({ X }, s) => ({
      figure: "plane",
      alt: `The first two centred features of each sample as a point: ${s.centred.map((r) => plainRow(r.slice(0, 2))).join(", ")}. Their mean is the origin; before, it was ${plain(s.means[0] ?? 0, 4)} and ${plain(s.means[1] ?? 0, 4)}.`,
      xLabel: "x₁ − mean",
      yLabel: "x₂ − mean",
      arrows: [],
      points: s.centred.map(([x = 0, y = 0], i) => ({ x, y, label: `${(X[i] ?? []).slice(0, 2).join(", ")}` })),
      lines: [],
    }),
  })
  .examples({
    "6": {
      level: 2,
      params: {
        story: 0,
        divisor: "n",
        X: [
          [1, 2],
          [2, 4],
          [3, 5],
        ],
      },
    },
    "6-unbiased": {
      level: 2,
      params: {
        story: 0,
        divisor: "n-1",
        X: [
          [1, 2],
          [2, 4],
          [3, 5],
        ],
      },
    },
  })
  .check(({ X, divisor }) => {
    // Exactly, and without a mean: covariances from the differences of all pairs of samples.
    const n = X.length;
    const columns = transpose(X);
    const means = columns.map((column) => column.reduce((t, x) => t.add(x), new Fraction(0)).div(n));
    const pairs = (u: readonly number[], v: readonly number[]) =>
      u.reduce((t, a, i) => t + u.reduce((r, b, k) => r + (a - b) * ((v[i] ?? 0) - (v[k] ?? 0)), 0), 0);
    const over = 2 * n * (divisor === "n" ? n : n - 1);
    const [u = [], v = []] = columns;
    return {
      means: means.map((m) => m.valueOf()),
      centred: X.map((r) => r.map((x, j) => new Fraction(x).sub(means[j] ?? 0).valueOf())),
      sigma: columns.map((a) => columns.map((b) => new Fraction(pairs(a, b), over).valueOf())),
      rho: pairs(u, v) / Math.sqrt(pairs(u, u) * pairs(v, v)),
    };
  });
