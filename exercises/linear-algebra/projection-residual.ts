/** Projection onto a vector and onto the columns of X; residuals, and what they are orthogonal to (beyond §1.3). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, terms, vec } from "#lib/exercise/tex.ts";
import { matvec, product, transpose } from "#lib/math/matrix.ts";
import { dot, norm, scale, subtract, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The vector that is projected onto, at level 1; else the only feature, to which a column of ones is added. */
  x: z.array(z.int()).min(3).max(4),
  y: z.array(z.number()).min(3).max(4),
  /** The parameters to be judged, at level 2. */
  theta: z.array(z.number()),
});
type Params = z.infer<typeof params>;

const stories = [
  [
    "The ratings that somebody gave to three films are to be explained by one pattern: what is the closest multiple of it?",
    "hours of practice, and $y$ points in a test",
  ],
  [
    "A recording is to be explained by one sound: how much of it is in there?",
    "the distance of a run, and $y$ its minutes",
  ],
  [
    "Three sensor readings are to be explained by a single source, which they hear with different strengths.",
    "the load of a spring, and $y$ its length",
  ],
  [
    "A data point is compressed to one direction: only its component along that direction is kept.",
    "the age of a tree, and $y$ its height",
  ],
] as const;

/** Four different numbers from 2 to 9 whose mean is whole. */
const whole = [2, 3, 4, 5, 6, 7, 8, 9];
const fours = whole.flatMap((a) =>
  whole.flatMap((b) =>
    whole.flatMap((c) => whole.map((d) => [a, b, c, d]).filter((v) => new Set(v).size === 4 && sum(v) % 4 === 0)),
  ),
);

const design = (x: readonly number[]) => x.map((xi) => [1, xi]);

/** What goes wrong with the values on the line. */
const fittedMalrules = {
  "intercept-dropped": {
    value: (p: Params, s: { theta: readonly number[] }) => scale(s.theta[1] ?? 0, p.x),
    says: "The intercept is missing from the fitted values: each is $\\theta_0 + \\theta_1 x_i$.",
  },
  "parameters-swapped": {
    value: (p: Params, s: { theta: readonly number[] }) => p.x.map((xi) => (s.theta[1] ?? 0) + (s.theta[0] ?? 0) * xi),
    says: "The parameters have changed places: $\\theta_1$ is the slope and meets the feature.",
  },
};

export default exercise({
  id: "linear-algebra/projection-residual",
  version: 1,
  title: "Projections and residuals",
  summary: "Project data onto a vector or a line of best fit, and see what the residual is orthogonal to.",
  skills: ["least-squares", "dot-products"],
  source: { section: "1.3" },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    if (level === 1) {
      // y is a multiple of a and something orthogonal to it.
      const [a, b, c] = rng
        .shuffle([2, 3, 4, 5])
        .slice(0, 3)
        .map((n) => n * rng.pick([1, 1, -1]));
      const [k, m] = [rng.pick([1.5, 2.5, 2, 3, 0.5]), rng.pick([1, -1])];
      const x = [a ?? 2, b ?? 3, c ?? 4];
      const off = rng.pick<readonly [number, number, number]>([
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ]);
      const y = x.map((xi) => k * xi);
      const [i, j] = off;
      y[i] = (y[i] ?? 0) + m * (x[j] ?? 0);
      y[j] = (y[j] ?? 0) - m * (x[i] ?? 0);
      return { story, x, y, theta: [] };
    }
    const x = fours[rng.int(0, fours.length - 1)] ?? [];
    const [slope, intercept, at] = [rng.int(2, 4), rng.int(12, 19), rng.int(0, 3)];
    // Off the line by a vector that is orthogonal to x and to a column of ones, so that the best θ is whole.
    const [a = 0, b = 0, c = 0] = x.filter((_, i) => i !== at);
    const off = [b - c, c - a, a - b];
    off.splice(at, 0, 0);
    const y = x.map((xi, i) => intercept + slope * xi + (off[i] ?? 0));
    if (level === 3) return { story, x, y, theta: [] };
    const [turned, lifted] = rng.pick<readonly [number, number]>([
      [0, 0],
      [0, 0],
      [1, 0],
      [-1, 0],
      [0, 2],
      [0, -2],
    ]);
    return { story, x, y, theta: [intercept - (turned * sum(x)) / 4 + lifted, slope + turned] };
  })
  .prompt(({ story, x, y, theta }, level) => {
    const [projected, fitted] = stories[story] ?? stories[0];
    if (level === 1)
      return `${projected}\n\n$$a = ${vec(x)},\\qquad y = ${vec(y)}$$\n\nCompute the **projection** $\\hat{y}$ of $y$ onto $a$, and the **residual** $r$ that is left of $y$.`;
    const data = `In a data set, $x$ is ${fitted}:\n\n$$x = ${vec(x)},\\qquad y = ${vec(y)}$$`;
    return [
      data,
      level === 2
        ? `Somebody fitted the line $\\hat{y} = \\theta_0 + \\theta_1 x$ with $\\theta_0 = ${num(theta[0] ?? 0)}$ and $\\theta_1 = ${num(theta[1] ?? 0)}$. Compute the **residuals** $r = y - \\hat{y}$, and $X^{\\top}r$, where the columns of $X$ are the ones and $x$, in this order. Is this the line of least squares?`
        : "Fit the line $\\hat{y} = \\theta_0 + \\theta_1 x$ by **least squares**. Give $\\theta = (\\theta_0, \\theta_1)$, the **residuals** $r = y - \\hat{y}$, and the **sum of their squares**.",
    ].join("\n\n");
  })
  .step("coefficient", scalar(), ({ x, y }) => dot(x, y) / dot(x, x), {
    label: "c",
    words: "how often a is in y",
    hint: "Divide the dot product of a and y by that of a with itself.",
    skill: "dot-products",
    formula: "\\dfrac{a \\cdot y}{a \\cdot a}",
    work: ({ x, y }) => `\\dfrac{${num(dot(x, y))}}{${num(dot(x, x))}}`,
    malrules: {
      "not-scaled": {
        value: ({ x, y }) => dot(x, y),
        says: "The dot product was not divided by anything. It grows with the length of $a$; the projection must not.",
      },
      "by-the-length": {
        value: ({ x, y }) => dot(x, y) / norm(x),
        says: "This divides by the length of $a$ once. Since $a$ is multiplied with the result again, it takes $a \\cdot a$, the square of the length.",
      },
      "by-the-other": {
        value: ({ x, y }) => dot(x, y) / dot(y, y),
        says: "This divides by $y \\cdot y$. The vector that is projected onto, $a$, is the one to divide by.",
      },
    },
  })
  .step("projection", vector({ workingDigits: 4 }), ({ x }, s) => scale(s.coefficient, x), {
    label: "\\hat{y}",
    words: "the projection of y onto a",
    hint: "Multiply a by that number.",
    formula: "c\\,a",
    work: ({ x }, s) => `${num(s.coefficient)} ${vec(x)}`,
    malrules: {
      "along-y": {
        value: ({ y }, s) => scale(s.coefficient, y),
        says: "This is a multiple of $y$. The projection lies along the vector that is projected onto.",
      },
    },
  })
  .step("left", vector({ workingDigits: 4 }), ({ y }, s) => subtract(y, s.projection), {
    label: "r",
    words: "the residual",
    hint: "Take the projection off y. What is left is at a right angle to a: test it by a dot product.",
    formula: "y - \\hat{y}",
    work: ({ y }, s) => `${vec(y)} - ${vec(s.projection)}`,
    malrules: {
      "sign-turned": {
        value: ({ y }, s) => subtract(s.projection, y),
        says: "The signs are turned round: the residual is $y - \\hat{y}$, what has to be added to the projection to get $y$.",
      },
      "vector-taken-off": {
        value: ({ x, y }) => subtract(y, x),
        says: "The vector $a$ itself was taken off. Take off the projection, the right multiple of it.",
      },
    },
  })
  .step("XtX", matrix({ rule: { exact: true } }), ({ x }) => product(transpose(design(x)), design(x)), {
    label: "X^{\\top}X",
    words: "the matrix X transposed times X",
    hint: "With a column of ones before x, this holds the number of samples, the sum of x and the sum of its squares.",
    formula: "\\begin{bmatrix} n & \\sum x_i \\\\ \\sum x_i & \\sum x_i^2 \\end{bmatrix}",
    malrules: {
      "square-of-the-sum": {
        value: ({ x }) => [
          [x.length, sum(x)],
          [sum(x), sum(x) ** 2],
        ],
        says: "The sum of $x$ was squared in $X^{\\top}X$, where the sum of the squares belongs.",
      },
    },
  })
  .step("Xty", vector({ rule: { exact: true } }), ({ x, y }) => [sum(y), dot(x, y)], {
    label: "X^{\\top}y",
    words: "the vector X transposed times y",
    hint: "Add up y, and add up the products of x and y.",
    formula: "\\begin{bmatrix} \\sum y_i \\\\ \\sum x_i y_i \\end{bmatrix}",
    malrules: {
      "sums-multiplied": {
        value: ({ x, y }) => [sum(y), sum(x) * sum(y)],
        says: "The sums of $x$ and $y$ were multiplied, where the sum of the products $x_i y_i$ belongs.",
      },
    },
  })
  .step(
    "theta",
    vector(),
    ({ theta }, s) => {
      if (theta.length > 0) return theta;
      const [[n = 0, t = 0] = [], [, q = 0] = [0]] = s.XtX;
      const [u = 0, v = 0] = s.Xty;
      return [(q * u - t * v) / (n * q - t * t), (n * v - t * u) / (n * q - t * t)];
    },
    {
      label: "\\theta",
      words: "the parameters theta",
      hint: "Solve the normal equation.",
      formula: ({ theta }) => (theta.length > 0 ? "(\\theta_0, \\theta_1)" : "(X^{\\top}X)^{-1}X^{\\top}y"),
      work: (p, s) => (p.theta.length > 0 ? vec(p.theta) : `${mat(s.XtX)}^{-1} ${vec(s.Xty)}`),
      malrules: {
        "inverse-forgotten": {
          value: (p, s) => (p.theta.length > 0 ? undefined : s.Xty),
          says: "This is $X^{\\top}y$. It is still to be multiplied by the inverse of $X^{\\top}X$.",
        },
        "through-the-origin": {
          value: ({ x, y, theta }) => (theta.length > 0 ? undefined : [0, dot(x, y) / dot(x, x)]),
          says: "This line goes through the origin. With a column of ones in $X$ the intercept is free, and the slope changes too.",
        },
      },
    },
  )
  .step("fitted", vector({ workingDigits: 5 }), ({ x }, s) => matvec(design(x), s.theta), {
    label: "\\hat{y}",
    words: "the fitted values",
    hint: "Put every x into the line.",
    formula: "X\\theta",
    work: ({ x }, s) => column(x.map((xi) => `${num(s.theta[0] ?? 0)} + ${par(s.theta[1] ?? 0)} \\cdot ${xi}`)),
    malrules: fittedMalrules,
  })
  .step("residual", vector({ workingDigits: 5 }), ({ y }, s) => subtract(y, s.fitted), {
    label: "r",
    words: "the residuals",
    hint: "Take the fitted values off the measured ones.",
    formula: "y - \\hat{y}",
    work: ({ y }, s) => `${vec(y)} - ${vec(s.fitted)}`,
    malrules: {
      "sign-turned": {
        value: ({ y }, s) => subtract(s.fitted, y),
        says: "The signs are turned round: a point above the line has a positive residual, $y - \\hat{y}$.",
      },
      absolute: {
        value: ({ y }, s) => subtract(y, s.fitted).map(Math.abs),
        says: "The signs were dropped. Residuals are signed: points above and below the line have to balance.",
      },
    },
  })
  .step("Xtr", vector({ workingDigits: 5 }), ({ x }, s) => matvec(transpose(design(x)), s.residual), {
    label: "X^{\\top}r",
    words: "the products of the columns of X with the residuals",
    hint: "Add up the residuals, then add up the products of x and residual.",
    skill: "dot-products",
    formula: "\\begin{bmatrix} \\sum r_i \\\\ \\sum x_i r_i \\end{bmatrix}",
    work: ({ x }, s) => column([terms(s.residual), s.residual.map((r, i) => `${x[i]} \\cdot ${par(r)}`).join(" + ")]),
    malrules: {
      "sums-multiplied": {
        value: ({ x }, s) => (sum(s.residual) === 0 ? undefined : [sum(s.residual), sum(x) * sum(s.residual)]),
        says: "The two sums were multiplied. The second entry adds up the products $x_i r_i$, sample by sample.",
      },
    },
  })
  .step(
    "best",
    choice([
      { id: "yes", text: "Yes: no other line has a smaller sum of squared residuals." },
      { id: "no", text: "No: another line has a smaller sum of squared residuals." },
    ]),
    (_, s) => (s.Xtr.every((t) => t === 0) ? "yes" : "no"),
    {
      label: "\\text{least squares}",
      words: "whether the line is that of least squares",
      hint: "The residuals of the best line are orthogonal to every column of X. Are these?",
      formula: "X^{\\top}r = 0\\ ?",
      malrules: {
        "residuals-not-zero": {
          value: (_, s) => (s.Xtr.every((t) => t === 0) ? "no" : undefined),
          says: "That residuals are left is no reason: no line goes through all points. What counts is whether they are orthogonal to the columns of $X$.",
        },
        "one-column-only": {
          value: (_, s) => (s.Xtr.every((t) => t === 0) ? undefined : "yes"),
          says: "Look at both entries of $X^{\\top}r$: as long as one is not 0, a change of that parameter makes the sum of squares smaller.",
        },
      },
    },
  )
  .step("rss", scalar({ workingDigits: 5 }), (_, s) => dot(s.residual, s.residual), {
    label: "\\|r\\|^2",
    words: "the sum of the squared residuals",
    hint: "Square every residual and add up.",
    formula: "\\textstyle\\sum r_i^2",
    work: (_, s) => s.residual.map((r) => `${par(r)}^2`).join(" + "),
    malrules: {
      "mean-of-squares": {
        value: (_, s) => dot(s.residual, s.residual) / s.residual.length,
        says: "This is the mean of the squares. The exercise asks for their sum.",
      },
      "absolute-values": {
        value: (_, s) => sum(s.residual.map(Math.abs)),
        says: "The absolute values were added. Least squares adds up squares.",
      },
    },
  })
  .asks({ 1: ["projection", "left"], 2: ["residual", "Xtr", "best"], 3: ["theta", "residual", "rss"] })
  .cases(({ x, y, theta }) => {
    const r = y.map((yi, i) => yi - (theta[0] ?? 0) - (theta[1] ?? 0) * (x[i] ?? 0));
    return theta.length === 0 ? "all" : sum(r) === 0 && dot(x, r) === 0 ? "best" : "not best";
  })
  .figures({
    solution: ({ x, y, theta }, s) => {
      if (x.length === 3) return undefined;
      const at = (xi: number) => (s.theta[0] ?? 0) + (s.theta[1] ?? 0) * xi;
      const [low, high] = [Math.min(...x) - 1, Math.max(...x) + 1];
      return {
        figure: "curve",
        alt: `The samples as points and the line ${theta.length > 0 ? "as given" : "of least squares"} from (${low}, ${plain(at(low), 4)}) to (${high}, ${plain(at(high), 4)}). From the line up to the points, the residuals are ${s.residual.map((r) => plain(r, 4)).join(", ")}.`,
        xLabel: "x",
        yLabel: "y",
        points: Array.from({ length: 25 }, (_, i) => low + ((high - low) * i) / 24).map((xi) => ({
          x: Number(xi.toFixed(4)),
          y: Number(at(xi).toFixed(4)),
        })),
        marks: x.map((xi, i) => ({ x: xi, y: y[i] ?? 0, label: `r${["₁", "₂", "₃", "₄"][i] ?? ""}` })),
      };
    },
  })
  .check(({ x, y, theta }) => {
    // Exactly: the line from the differences of all pairs; the projection as y less its part at a right angle.
    const f = (t: number) => new Fraction(String(t));
    const pairs = (v: readonly number[]) =>
      x.reduce((t, a, i) => t + x.reduce((u, b, k) => u + (a - b) * ((v[i] ?? 0) - (v[k] ?? 0)), 0), 0);
    const slope = theta.length > 0 ? f(theta[1] ?? 0) : new Fraction(pairs(y), pairs(x));
    const total = (v: readonly number[]) => v.reduce((t, u) => t.add(f(u)), f(0));
    const intercept =
      theta.length > 0
        ? f(theta[0] ?? 0)
        : total(y)
            .sub(slope.mul(total(x)))
            .div(x.length);
    const r = y.map((yi, i) =>
      f(yi)
        .sub(slope.mul(x[i] ?? 0))
        .sub(intercept),
    );
    const moments = [r.reduce((t, u) => t.add(u)), r.reduce((t, u, i) => t.add(u.mul(x[i] ?? 0)), f(0))];
    // r = y − (a·y / a·a) a, times a·a: Σ aⱼ(aⱼyᵢ − aᵢyⱼ).
    const left = y.map((yi, i) =>
      x
        .reduce(
          (t, xj, j) =>
            t.add(
              f(xj).mul(
                f(xj)
                  .mul(f(yi))
                  .sub(f(x[i] ?? 0).mul(f(y[j] ?? 0))),
              ),
            ),
          f(0),
        )
        .div(dot(x, x)),
    );
    return {
      left: left.map((t) => t.valueOf()),
      projection: left.map((t, i) =>
        f(y[i] ?? 0)
          .sub(t)
          .valueOf(),
      ),
      theta: [intercept.valueOf(), slope.valueOf()],
      residual: r.map((t) => t.valueOf()),
      Xtr: moments.map((t) => t.valueOf()),
      best: moments.every((t) => t.equals(0)) ? "yes" : "no",
      rss: r.reduce((t, u) => t.add(u.mul(u)), f(0)).valueOf(),
    };
  });
