/** The normal equation for a straight line: XᵀX, Xᵀy, θ, a prediction, and when XᵀX has an inverse (example 7). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plain, terms, vec } from "#lib/exercise/tex.ts";
import { type Matrix, matvec, product, transpose } from "#lib/math/matrix.ts";
import { leastSquares } from "#lib/math/solve.ts";
import { dot, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  x: z.array(z.int()).min(3).max(5),
  y: z.array(z.int()).min(3).max(5),
  /** Where a prediction is asked, and another column for X; neither below level 3. */
  at: z.int(),
  extra: z.array(z.int()),
});
type Params = z.infer<typeof params>;

// biome-ignore format: a table of stories
/** What x and y are; y grows with x in the first three, and falls in the others. */
const stories = [
  { x: "the hours of practice", y: "the points in a test", one: "a learner" },
  { x: "the number of rooms", y: "the price in ten thousands", one: "a house" },
  { x: "the days since sowing", y: "the height in cm", one: "a plant" },
  { x: "the age in years", y: "the price in hundreds", one: "a bicycle" },
  { x: "the distance to the router in m", y: "the signal strength in percent", one: "a phone" },
  { x: "the price of a ticket", y: "the number of seats sold", one: "an evening" },
] as const;

/** Of a 2 × 2 matrix, or of the single number that is left without an intercept. */
const adjugate = (m: Matrix): number[][] => {
  const [[a = 1, b = 0] = [], [c = 0, d = 1] = []] = m;
  return m.length === 1
    ? [[1]]
    : [
        [d, -b],
        [-c, a],
      ];
};
const determinant = ([[a = 1, b = 0] = [], [c = 0, d = 1] = []]: Matrix) => a * d - b * c;
const line = (theta: readonly number[], at: number) =>
  theta.length === 1 ? (theta[0] ?? 0) * at : (theta[0] ?? 0) + (theta[1] ?? 0) * at;

export default exercise({
  id: "linear-algebra/normal-equation",
  version: 1,
  title: "The normal equation",
  summary: "Fit a straight line to data by the normal equation, and tell when there is just one solution.",
  skills: ["least-squares", "inverses", "matrix-products"],
  source: { section: "1.3", examples: [7], formulas: ["normal-equation"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    const x = rng.shuffle([2, 3, 4, 5, 6, 7, 8]).slice(0, level + 2);
    const slope = story < 3 ? rng.int(2, 5) : -rng.int(2, 5);
    const intercept = story < 3 ? rng.int(9, 15) : rng.int(50, 60);
    // Off the line by a vector that is orthogonal to x and to a column of ones, so that θ is whole.
    const [a = 0, b = 0, c = 0] = x;
    const off = [b - c, c - a, a - b];
    const y = x.map((xi, i) => intercept + slope * xi + (off[i] ?? 0));
    if (level < 3) return { story, x, y, at: 0, extra: [] };
    const [factor, constant, wrong, by] = [rng.int(2, 3), rng.int(2, 9), rng.int(0, 4), rng.pick([0, 0, 2, -2])];
    return {
      story,
      x,
      y,
      at: rng.int(9, 12),
      extra: x.map((xi, i) => factor * xi + constant + (i === wrong ? by : 0)),
    };
  })
  .prompt(({ story, x, y, at, extra }, level) => {
    const about = stories[story] ?? stories[0];
    const cells = (name: string, v: readonly number[]) => `| ${[name, ...v].join(" | ")} |`;
    return [
      `Each column of this table is ${about.one}; $x$ is ${about.x}, $y$ is ${about.y}.`,
      [
        cells("$x$", x),
        cells(
          "---",
          x.map(() => Number.NaN),
        ).replaceAll("NaN", "--:"),
        cells("$y$", y),
      ].join("\n"),
      "The line $\\hat{y} = \\theta_0 + \\theta_1 x$ is to be fitted by least squares. In the design matrix $X$, the column of ones for the intercept $\\theta_0$ comes first.",
      {
        1: "Prepare the normal equation $X^{\\top}X\\,\\theta = X^{\\top}y$: compute $X^{\\top}X$ and $X^{\\top}y$.",
        2: "Find $\\theta = (\\theta_0, \\theta_1)$ by the **normal equation**.",
        3: `Find $\\theta = (\\theta_0, \\theta_1)$ by the **normal equation**, and predict $\\hat{y}$ at $x = ${at}$.\n\nSomebody wants to add the column $${vec(extra)}$ to $X$, as a third feature. Would $X^{\\top}X$ then still have an **inverse**?`,
      }[level],
    ].join("\n\n");
  })
  .step("X", matrix({ rule: { exact: true } }), ({ x }) => x.map((xi) => [1, xi]), {
    label: "X",
    words: "the design matrix",
    hint: "Each sample is a row: a 1 for the intercept, then its feature.",
    formula: "\\begin{bmatrix} 1 & x_1 \\\\ \\vdots & \\vdots \\\\ 1 & x_n \\end{bmatrix}",
    malrules: {
      "no-intercept": {
        value: ({ x }) => x.map((xi) => [xi]),
        says: "The column of ones is missing. Without it the line is forced through the origin, and there is no $\\theta_0$.",
      },
      "columns-swapped": {
        value: ({ x }) => x.map((xi) => [xi, 1]),
        says: "The columns of $X$ have changed places: here the ones come first, so that $\\theta_0$ is the intercept.",
      },
    },
  })
  .step("XtX", matrix({ rule: { exact: true } }), (_, s) => product(transpose(s.X), s.X), {
    label: "X^{\\top}X",
    words: "the matrix X transposed times X",
    hint: "Multiply every column of X by every column of X.",
    skill: "matrix-products",
    formula: "\\begin{bmatrix} n & \\sum x_i \\\\ \\sum x_i & \\sum x_i^2 \\end{bmatrix}",
    work: ({ x }, s) =>
      s.X[0]?.length === 2
        ? `\\begin{bmatrix} ${x.length} & ${terms(x)} \\\\ ${terms(x)} & ${x.map((xi) => `${xi}^2`).join(" + ")} \\end{bmatrix}`
        : mat(product(transpose(s.X), s.X)),
    malrules: {
      "samples-for-features": {
        // Asked by itself for three samples only: what follows from it has no inverse.
        value: (_, s) => (s.X.length === 3 ? product(s.X, transpose(s.X)) : undefined),
        says: "This is $XX^{\\top}$, with a row for each sample. $X^{\\top}X$ has a row and a column for each column of $X$.",
      },
      "square-of-the-sum": {
        value: ({ x }) => [
          [x.length, sum(x)],
          [sum(x), sum(x) ** 2],
        ],
        says: "The sum was squared. The last entry is the sum of the squares: square each $x_i$, then add up.",
      },
    },
  })
  .step("Xty", vector({ rule: { exact: true } }), ({ y }, s) => matvec(transpose(s.X), y), {
    label: "X^{\\top}y",
    words: "the vector X transposed times y",
    hint: "Multiply every column of X by y.",
    skill: "matrix-products",
    formula: "\\begin{bmatrix} \\sum y_i \\\\ \\sum x_i y_i \\end{bmatrix}",
    work: ({ x, y }) =>
      `\\begin{bmatrix} ${terms(y)} \\\\ ${x.map((xi, i) => `${xi} \\cdot ${par(y[i] ?? 0)}`).join(" + ")} \\end{bmatrix}`,
    malrules: {
      "sums-multiplied": {
        value: ({ x, y }) => [sum(y), sum(x) * sum(y)],
        says: "The two sums were multiplied. The second entry is the sum of the products $x_i y_i$: multiply within each sample, then add up.",
      },
    },
  })
  .step("theta", vector(), (_, s) => matvec(adjugate(s.XtX), s.Xty).map((t) => t / determinant(s.XtX)), {
    label: "\\theta",
    words: "the parameters theta",
    hint: "Invert the 2 × 2 matrix and multiply the vector by it.",
    formula: "(X^{\\top}X)^{-1}X^{\\top}y",
    work: (_, s) => `\\dfrac{1}{${num(determinant(s.XtX))}} ${mat(adjugate(s.XtX))} ${vec(s.Xty)}`,
    malrules: {
      "inverse-forgotten": {
        value: (_, s) => s.Xty,
        says: "This is $X^{\\top}y$. The normal equation multiplies it by the inverse of $X^{\\top}X$.",
      },
      "not-inverted": {
        value: (_, s) => matvec(s.XtX, s.Xty),
        says: "The vector was multiplied by $X^{\\top}X$ itself. To solve for $\\theta$, multiply by the inverse.",
      },
      "determinant-forgotten": {
        value: (_, s) => matvec(adjugate(s.XtX), s.Xty),
        says: "The inverse is not yet divided by the determinant of $X^{\\top}X$.",
      },
    },
  })
  .step("prediction", scalar({ workingDigits: 5 }), ({ at }, s) => line(s.theta, at), {
    label: "\\hat{y}",
    words: "the prediction",
    hint: "Put the new x into the fitted line.",
    formula: "\\theta_0 + \\theta_1 x",
    work: ({ at }, s) => `${num(s.theta[0] ?? 0)} + ${par(s.theta[1] ?? 0)} \\cdot ${at}`,
    malrules: {
      "intercept-dropped": {
        value: ({ at }, s) => (s.theta[1] ?? 0) * at,
        says: "The intercept $\\theta_0$ is missing from the prediction.",
      },
      "parameters-swapped": {
        value: ({ at }, s) => (s.theta[1] ?? 0) + (s.theta[0] ?? 0) * at,
        says: "The parameters have changed places: the slope $\\theta_1$ is what $x$ is multiplied by.",
      },
    },
  })
  .step(
    "still",
    choice([
      { id: "yes", text: "Yes, it would have an inverse." },
      { id: "no", text: "No, it would be singular." },
    ]),
    ({ x, extra }) => (isOnLine(x, extra) ? "no" : "yes"),
    {
      label: "\\text{inverse}",
      words: "whether the larger matrix would have an inverse",
      hint: "XᵀX has an inverse just when no column of X can be made of the others. Try to write the new column as a multiple of x plus a number.",
      skill: "inverses",
      formula: "\\text{are the columns independent?}",
      malrules: {
        "columns-differ": {
          value: ({ x, extra }) => (isOnLine(x, extra) ? "yes" : undefined),
          says: "The columns are different, but that is not enough. Compare how the new column and $x$ grow from sample to sample.",
        },
        "nearly-dependent": {
          value: ({ x, extra }) => (isOnLine(x, extra) ? undefined : "no"),
          says: "The new column follows $x$ closely, but look at every sample: does one multiple of $x$ plus one number give all of them?",
        },
      },
    },
  )
  .asks({ 1: ["XtX", "Xty"], 2: ["theta"], 3: ["theta", "prediction", "still"] })
  .figures({
    solution: ({ x, y }, s) => {
      const [low, high] = [Math.min(...x) - 1, Math.max(...x) + 1];
      const ends = [low, high].map((at) => `(${at}, ${plain(line(s.theta, at), 4)})`);
      return {
        figure: "curve",
        alt: `The samples (${x.map((xi, i) => `${xi}, ${y[i]}`).join("), (")}) as points, and the fitted line from ${ends.join(" to ")} between them.`,
        xLabel: "x",
        yLabel: "y",
        points: Array.from({ length: 25 }, (_, i) => low + ((high - low) * i) / 24).map((at) => ({
          x: Number(at.toFixed(4)),
          y: Number(line(s.theta, at).toFixed(4)),
        })),
        marks: x.map((xi, i) => ({ x: xi, y: y[i] ?? 0, label: "" })),
      };
    },
  })
  .check(({ x, y, at, extra }) => {
    // The slope as covariance by variance, from the differences of all pairs, in exact fractions; the rank by Householder.
    const pairs = (u: readonly number[], v: readonly number[]) =>
      u.reduce((t, a, i) => t + u.reduce((r, b, k) => r + (a - b) * ((v[i] ?? 0) - (v[k] ?? 0)), 0), 0);
    const slope = new Fraction(pairs(x, y), pairs(x, x));
    const total = (v: readonly number[]) => v.reduce((t, u) => t + u, 0);
    const intercept = new Fraction(total(y)).sub(slope.mul(total(x))).div(x.length);
    const columns = x.map((xi, i) => [1, xi, extra[i] ?? 0]);
    return {
      XtX: [
        [x.length, total(x)],
        [total(x), dot(x, x)],
      ],
      Xty: [total(y), dot(x, y)],
      theta: [intercept.valueOf(), slope.valueOf()],
      prediction: intercept.add(slope.mul(at)).valueOf(),
      still: leastSquares(columns, y) === "rank-deficient" ? "no" : "yes",
    };
  });

/** Whether v is a multiple of x plus a constant. */
function isOnLine(x: readonly number[], v: readonly number[]): boolean {
  const [x0 = 0, x1 = 0] = x;
  const [v0 = 0, v1 = 0] = v;
  return x.every((xi, i) => (xi - x0) * (v1 - v0) === ((v[i] ?? 0) - v0) * (x1 - x0));
}
