/** Second partial derivatives, and which way a surface curves (beyond section 2.3). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, formulaMatrix, integer, matrix } from "#lib/exercise/kinds.ts";
import { num, par } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

/** a·x^n·y^m. */
const term = z.object({ a: z.int(), n: z.int().min(0), m: z.int().min(0) });
type Term = z.infer<typeof term>;
type Terms = readonly Term[];
const params = z.object({
  story: z.int().min(0).max(3),
  terms: z.array(term).min(1),
  at: z.object({ x: z.int(), y: z.int() }),
});

const stories = [
  "The loss of a model with two weights $x$ and $y$ is",
  "A surface lies over the plane at the height",
  "Here is a function of two variables:",
  "A score depends on two settings $x$ and $y$ as follows:",
] as const;

const plane = { variables: ["x", "y"] } as const;
const power = (letter: string, n: number) => (n === 0 ? "" : n === 1 ? letter : `${letter}^${n}`);
function sum(terms: Terms): Expr {
  const parts = terms
    .filter(({ a }) => a !== 0)
    .map(({ a, n, m }) => {
      const letters = [power("x", n), power("y", m)].filter((part) => part !== "");
      const size = Math.abs(a) === 1 && letters.length > 0 ? letters : [`${Math.abs(a)}`, ...letters];
      return `${a < 0 ? "-" : "+"} ${size.join("*")}`;
    });
  return formula(parts.length === 0 ? "0" : parts.join(" ").replace(/^\+ /, "").replace(/^- /, "-"), "x", "y");
}
const by = (terms: Terms, letter: "n" | "m"): Term[] =>
  terms.flatMap((t) => (t[letter] === 0 ? [] : [{ ...t, a: t.a * t[letter], [letter]: t[letter] - 1 }]));
/** The same with the exponents lowered but not brought down. */
const lowered = (terms: Terms, letter: "n" | "m"): Term[] =>
  terms.flatMap((t) => (t[letter] === 0 ? [] : [{ ...t, [letter]: t[letter] - 1 }]));

const made = (rule: (terms: Terms) => readonly (readonly Terms[])[]) =>
  remembered((terms: Terms): readonly (readonly Expr[])[] => rule(terms).map((line) => line.map(sum)));
const second = made((f) => {
  const [fx, fy] = [by(f, "n"), by(f, "m")];
  return [
    [by(fx, "n"), by(fx, "m")],
    [by(fy, "n"), by(fy, "m")],
  ];
});
const withoutMixed = made((f) => [
  [by(by(f, "n"), "n"), []],
  [[], by(by(f, "m"), "m")],
]);
const firstOnly = made((f) => [
  [by(f, "n"), by(by(f, "n"), "m")],
  [by(by(f, "m"), "n"), by(f, "m")],
]);
const swapped = made((f) => {
  const mixed = by(by(f, "n"), "m");
  return [
    [by(by(f, "m"), "m"), mixed],
    [mixed, by(by(f, "n"), "n")],
  ];
});
const factorLost = made((f) => {
  const mixed = lowered(by(f, "n"), "m");
  return [
    [lowered(by(f, "n"), "n"), mixed],
    [mixed, lowered(by(f, "m"), "m")],
  ];
});
const valuesAt = (entries: readonly (readonly Expr[])[], x: number, y: number) =>
  entries.map((line) => line.map((entry) => evaluateClean(entry, new Map(Object.entries({ x, y })))));
const entriesOf = (H: readonly (readonly number[])[]) => ({
  xx: H[0]?.[0] ?? 0,
  xy: H[0]?.[1] ?? 0,
  yy: H[1]?.[1] ?? 0,
});
const gridTex = (cells: readonly (readonly string[])[]) =>
  `\\begin{bmatrix} ${cells.map((line) => line.join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
const symbols = gridTex([
  ["\\frac{\\partial^2 f}{\\partial x^2}", "\\frac{\\partial^2 f}{\\partial x\\,\\partial y}"],
  ["\\frac{\\partial^2 f}{\\partial y\\,\\partial x}", "\\frac{\\partial^2 f}{\\partial y^2}"],
]);

const ways = [
  { id: "up", text: "It curves upwards in every direction: near there it is convex." },
  { id: "down", text: "It curves downwards in every direction: near there it is concave." },
  { id: "saddle", text: "It curves upwards in some directions and downwards in others, like a saddle." },
] as const;

export default exercise({
  id: "calculus/hessian",
  version: 1,
  title: "The Hessian",
  summary: "Find the second partial derivatives of a function of two variables, and tell which way it curves.",
  skills: ["second-derivatives"],
  source: { section: "2.3", formulas: ["gradient"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    if (level === 1) {
      const terms = [
        { a: signed(rng.int(2, 9)), n: 2, m: 0 },
        { a: signed(rng.int(2, 9)), n: 1, m: 1 },
        { a: signed(rng.int(2, 9)), n: 0, m: 2 },
        {
          a: signed(rng.int(2, 9)),
          ...rng.pick([
            { n: 1, m: 0 },
            { n: 0, m: 1 },
          ]),
        },
      ];
      return { story, terms, at: { x: 0, y: 0 } };
    }
    // f = ax³ + bx²y + cxy + dy². At the point |6ax| is larger than |2by|, and c follows from the mixed derivative there.
    const [x, y] = [2 * rng.pick([1, -1]), signed(rng.int(2, 3))];
    const [a, b] = [signed(rng.int(2, 3)), signed(rng.int(2, 3))];
    const xx = 6 * a * x + 2 * b * y;
    const way = rng.pick(["definite", "definite", "opposite", "mixed"]);
    const d = (way === "opposite" ? -1 : 1) * Math.sign(xx) * (way === "mixed" ? 2 : rng.int(3, 5));
    const xy = signed(way === "mixed" ? rng.int(15, 18) : rng.int(2, 5));
    const c = xy - 2 * b * x;
    const terms = [
      { a, n: 3, m: 0 },
      { a: b, n: 2, m: 1 },
      { a: d, n: 0, m: 2 },
      { a: c === 0 ? 3 : c, n: 1, m: 1 },
    ];
    return { story, terms, at: { x, y } };
  })
  .prompt(({ story, terms, at }, level) =>
    [
      stories[story],
      `$$f(x, y) = ${toTex(sum(terms))}$$`,
      {
        1: "Find its **Hessian** $H$, the matrix of its second partial derivatives, with $x$ first.",
        2: "Find its **Hessian** $H(x, y)$, the matrix of its second partial derivatives, with $x$ first.",
        3: `Find the value of its **Hessian** $H$, the matrix of its second partial derivatives, with $x$ first, at the point $(${at.x}, ${at.y})$, and the determinant of $H$ there. Which way does $f$ curve at that point?`,
      }[level],
    ].join("\n\n"),
  )
  .step("hessian", formulaMatrix(plane), ({ terms }) => second(terms), {
    label: "H",
    words: "the Hessian of f",
    hint: "Differentiate by $x$ and by $y$ first; then each of the two once more by $x$ and by $y$. The mixed derivatives are equal.",
    formula: symbols,
    work: ({ terms }) => {
      const [fx, fy] = [toTex(sum(by(terms, "n"))), toTex(sum(by(terms, "m")))];
      const cell = (letter: string, inside: string) =>
        `\\tfrac{\\partial}{\\partial ${letter}}\\left(${inside}\\right)`;
      return gridTex([
        [cell("x", fx), cell("y", fx)],
        [cell("x", fy), cell("y", fy)],
      ]);
    },
    malrules: {
      "mixed-dropped": {
        value: ({ terms }) => withoutMixed(terms),
        says: "Off the diagonal there are zeros. A term with both letters has a mixed derivative: by one letter, then by the other.",
      },
      "differentiated-once": {
        value: ({ terms }) => firstOnly(terms),
        says: "On the diagonal are first derivatives. Each of them is differentiated once more by the same letter.",
      },
      "diagonal-swapped": {
        value: ({ terms }) => swapped(terms),
        says: "The entries of the diagonal have changed places: twice by $x$ comes first.",
      },
      "factor-lost": {
        value: ({ terms }) => factorLost(terms),
        says: "In the second differentiation the exponents went down but did not come down as factors.",
      },
    },
  })
  .step("H", matrix({ rule: { exact: true } }), ({ at }, s) => valuesAt(s.hessian, at.x, at.y), {
    label: "H(x_0, y_0)",
    words: "the Hessian at the point",
    hint: "Put the numbers of the point into every entry.",
    formula: ({ at }) => `H(${num(at.x)}, ${num(at.y)})`,
    work: ({ at }, s) =>
      gridTex(s.hessian.map((line) => line.map((entry) => toTex(substitute(entry, new Map(Object.entries(at))))))),
    malrules: {
      "coordinates-swapped": {
        value: ({ at }, s) => valuesAt(s.hessian, at.y, at.x),
        says: "The coordinates have changed places: in $(x, y)$ the first number is $x$.",
      },
    },
  })
  .step(
    "det",
    integer(),
    (_, s) => {
      const { xx, xy, yy } = entriesOf(s.H);
      return xx * yy - xy ** 2;
    },
    {
      label: "\\det H",
      words: "the determinant of the Hessian at the point",
      hint: "Multiply the entries of the diagonal and take the product of the other two off.",
      formula: "H_{11}H_{22} - H_{12}H_{21}",
      work: (_, s) => {
        const { xx, xy, yy } = entriesOf(s.H);
        return `${num(xx)} \\cdot ${par(yy)} - ${par(xy)} \\cdot ${par(xy)}`;
      },
      malrules: {
        "products-added": {
          value: (_, s) => {
            const { xx, xy, yy } = entriesOf(s.H);
            return xx * yy + xy ** 2;
          },
          says: "The two products were added. The one off the diagonal is taken away.",
        },
        "mixed-once": {
          value: (_, s) => {
            const { xx, xy, yy } = entriesOf(s.H);
            return xx * yy - xy;
          },
          says: "The mixed derivative stands in the matrix twice: its square is taken off.",
        },
      },
    },
  )
  .step("way", choice(ways), (_, s) => (s.det < 0 ? "saddle" : entriesOf(s.H).xx > 0 ? "up" : "down"), {
    label: "\\text{curvature}",
    words: "which way f curves at the point",
    hint: "A negative determinant means eigenvalues of both signs. If it is positive, both have the sign that the entries of the diagonal share.",
    formula: "\\text{by the signs of } \\det H \\text{ and } H_{11}",
    malrules: {
      "diagonal-alone": {
        value: (_, s) => {
          const { xx, yy } = entriesOf(s.H);
          if (s.det > 0 || Math.sign(xx) !== Math.sign(yy)) return undefined;
          return xx > 0 ? "up" : "down";
        },
        says: "The diagonal tells only how $f$ curves along the axes. Between them the mixed derivative counts: look at the sign of the determinant.",
      },
      "determinant-alone": {
        value: (_, s) => (s.det < 0 ? "down" : entriesOf(s.H).xx > 0 ? undefined : "up"),
        says: "The sign of the determinant alone does not tell up from down: it is the product of the two curvatures. What is it if both are negative, what if they differ in sign?",
      },
      "definite-as-saddle": {
        value: (_, s) => (s.det > 0 ? "saddle" : undefined),
        says: "For a saddle the two curvatures have opposite signs. What sign has their product, the determinant, then?",
      },
    },
  })
  .asks({ 1: ["hessian"], 2: ["hessian"], 3: ["H", "det", "way"] })
  .check(({ terms, at: { x, y } }) => {
    const whole = sum(terms);
    const [fx, fy] = [differentiate(whole, "x"), differentiate(whole, "y")];
    // Numbers: reverse-mode autodiff of the first derivatives; their curvature by the eigenvalues.
    const slope = (of: Terms) => (u: Value, v: Value) =>
      of.map(({ a, n, m }) => u.pow(n).mul(v.pow(m)).mul(a)).reduce((left, right) => left.add(right));
    const H = [gradient(slope(by(terms, "n")), [x, y]), gradient(slope(by(terms, "m")), [x, y])];
    const { xx, xy, yy } = entriesOf(H);
    const root = Math.sqrt((xx - yy) ** 2 + 4 * xy ** 2);
    const [least, greatest] = [(xx + yy - root) / 2, (xx + yy + root) / 2];
    return {
      hessian: [fx, fy].map((f) => [differentiate(f, "x"), differentiate(f, "y")]),
      H,
      det: Math.round(least * greatest),
      way: least > 0 ? "up" : greatest < 0 ? "down" : "saddle",
    };
  });
