/** Multiples of vectors and their sums, and the vector that is missing from such a sum (section 1.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plainRow, plusTerm, terms, vec } from "#lib/exercise/tex.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { add, scale, subtract } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  u: z.array(z.int()).min(2),
  v: z.array(z.int()).min(2),
  a: z.int(),
  /** 1 at level 1, where the second vector stands by itself. */
  b: z.int(),
  /** The whole sum and the factor of the vector that is looked for; unused below level 3. */
  w: z.array(z.int()),
  c: z.int(),
});
type Params = z.infer<typeof params>;

const stories = [
  "Two movements of a drone are the vectors $u$ and $v$, in metres along each axis.",
  "Two words are embedded as the vectors $u$ and $v$.",
  "A mixing desk adds up sound tracks; $u$ and $v$ hold a few samples of two of them.",
  "An optimizer works with two directions in the space of its weights, $u$ and $v$.",
  "A day of baking and a day of shopping change a stock of ingredients by $u$ and by $v$.",
] as const;

const signed = (factor: number, name: string, first = false) =>
  `${factor < 0 ? "-" : first ? "" : "+"}${first ? "" : " "}${Math.abs(factor) === 1 ? "" : num(Math.abs(factor))}${name}`;

/** The sum in letters: `3u - 2v`. */
const combination = ({ a, b, c, w }: Params) =>
  `${signed(a, "u", true)} ${signed(b, "v")}${w.length > 0 ? ` ${signed(c, "x")}` : ""}`;

/** The second vector with its factor; by itself at level 1. */
const second = (p: Params, bv: () => readonly number[]) => (p.b === 1 ? p.v : bv());

export default exercise({
  id: "linear-algebra/vector-arithmetic",
  version: 1,
  title: "Adding and scaling vectors",
  summary: "Combine multiples of vectors, and find the vector that is missing from a sum.",
  skills: ["vectors"],
  source: { section: "1.1", formulas: ["vector-addition", "scalar-multiplication"] },
})
  .params(params, (rng, level): Params => {
    const n = level === 1 ? 2 : 3;
    const drawn = () => {
      const at = rng.int(0, n - 1);
      return rng.list(n, (i) => rng.int(2, 9) * (i === at ? -1 : 1));
    };
    const [u, v] = [drawn(), drawn()];
    const sizes = rng.shuffle([2, 3, 4, 5]);
    const [first = 2, other = 3, c = 4] = sizes;
    const negative = rng.int(0, 1);
    const a = level === 1 || negative === 0 ? first : -first;
    const b = level === 1 ? 1 : negative === 0 ? -other : other;
    const x = level === 3 ? drawn() : [];
    const w = x.map((xi, i) => a * (u[i] ?? 0) + b * (v[i] ?? 0) + c * xi);
    return { story: rng.int(0, 4), u, v, a, b, w, c: level === 3 ? c : 0 };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$u = ${vec(p.u)}, \\qquad v = ${vec(p.v)}${level === 3 ? `, \\qquad w = ${vec(p.w)}` : ""}$$`,
      level === 3
        ? `For a third vector $x$, it is known that $${combination(p)} = w$. Find $x$.`
        : `Compute $w = ${combination(p)}$.`,
    ].join("\n\n"),
  )
  .step("au", vector({ rule: { exact: true } }), ({ a, u }) => scale(a, u), {
    label: "\\text{first term}",
    words: "the first vector with its factor",
    hint: "A number multiplies a vector entry by entry.",
    formula: ({ a }) => signed(a, "u", true),
    work: ({ a, u }) => column(u.map((ui) => `${num(a)} \\cdot ${par(ui)}`)),
    malrules: {
      "first-entry-only": {
        value: ({ a, u }) => u.map((ui, i) => (i === 0 ? a * ui : ui)),
        says: "The factor of $u$ reached its first entry only. Every entry is multiplied by it.",
      },
      "added-to-entries": {
        value: ({ a, u }) => u.map((ui) => a + ui),
        says: "The factor of $u$ was added to its entries. It multiplies them.",
      },
    },
  })
  .step("bv", vector({ rule: { exact: true } }), ({ b, v }) => scale(b, v), {
    label: "\\text{second term}",
    words: "the second vector with its factor",
    hint: "The second factor multiplies every entry of its own vector, sign included.",
    formula: ({ b }) => signed(b, "v", true).trim(),
    work: ({ b, v }) => column(v.map((vi) => `${num(b)} \\cdot ${par(vi)}`)),
    malrules: {
      "sign-of-factor-lost": {
        value: ({ b, v }) => scale(-b, v),
        says: "The term with $v$ has the wrong sign: a minus in front of a vector turns the sign of each of its entries round.",
      },
    },
  })
  .step(
    "w",
    vector({ rule: { exact: true } }),
    (p, s) =>
      add(
        s.au,
        second(p, () => s.bv),
      ),
    {
      label: "w",
      words: "the sum w",
      hint: "Add the two vectors entry by entry: first to first, second to second.",
      formula: combination,
      work: (p, s) => column(s.au.map((x, i) => plusTerm(num(x), second(p, () => s.bv)[i] ?? 0))),
      malrules: {
        "factors-swapped": {
          value: ({ a, b, u, v }) => add(scale(b, u), scale(a, v)),
          says: "The factors stand at the wrong vectors. Look which one belongs to $u$ and which to $v$.",
        },
        "first-not-scaled": {
          value: (p, s) =>
            add(
              p.u,
              second(p, () => s.bv),
            ),
          says: "The vector $u$ went into the sum without its factor.",
        },
        "second-not-scaled": {
          value: (p, s) => (p.b === 1 ? undefined : add(s.au, p.v)),
          says: "The vector $v$ went into the sum without its factor.",
        },
        "one-factor-for-both": {
          value: ({ a, u, v }) => scale(a, add(u, v)),
          says: "The factor of $u$ was applied to $v$ as well. Scale each vector by its own factor before adding.",
        },
      },
    },
  )
  .step("rest", vector({ rule: { exact: true } }), ({ w }, s) => subtract(subtract(w, s.au), s.bv), {
    label: "\\text{term with } x",
    words: "what is left for the vector x with its factor",
    hint: "Take everything that is known to the other side: what remains there is the unknown vector with its factor.",
    formula: ({ a, b, c }) => `${signed(c, "x", true)} = w ${signed(-a, "u")} ${signed(-b, "v")}`,
    work: ({ w }, s) => column(w.map((wi, i) => terms([wi, -(s.au[i] ?? 0), -(s.bv[i] ?? 0)]))),
    malrules: {
      "added-instead": {
        value: ({ w }, s) => add(add(w, s.au), s.bv),
        says: "The known terms were added to the right-hand side. What changes sides changes its sign.",
      },
      "second-forgotten": {
        value: ({ w }, s) => subtract(w, s.au),
        says: "Only the term with $u$ was taken over. The term with $v$ is still on the side of $x$.",
      },
    },
  })
  .step("x", vector({ rule: { exact: true } }), ({ c }, s) => s.rest.map((r) => r / c), {
    label: "x",
    words: "the vector x",
    hint: "Undo the factor of the unknown vector: divide every entry by it.",
    formula: ({ c }) => `\\dfrac{1}{${num(c)}} \\cdot ${num(c)}x`,
    work: ({ c }, s) => `\\dfrac{1}{${num(c)}} ${vec(s.rest)}`,
    malrules: {
      undivided: {
        value: (_, s) => s.rest,
        says: "This is $x$ still with its factor. One more step takes that off.",
      },
      multiplied: {
        value: ({ c }, s) => scale(c, s.rest),
        says: "The factor of $x$ was multiplied once more. It is undone by dividing.",
      },
    },
  })
  .asks({ 1: ["w"], 2: ["w"], 3: ["x"] })
  .figures({
    solution: ({ u, v }, s) => {
      if (u.length !== 2) return undefined;
      const point = ([x = 0, y = 0]: readonly number[]) => ({ x, y });
      const from = { x: 0, y: 0 };
      return {
        figure: "plane",
        alt: `Arrows from the origin: u to ${plainRow(u)}, its multiple to ${plainRow(s.au)} on the same line, v to ${plainRow(v)}. Laid one behind the other, the multiple of u and v end at w = ${plainRow(s.w)}.`,
        xLabel: "x₁",
        yLabel: "x₂",
        arrows: [
          { from, to: point(s.au), label: "multiple of u", tone: "plain" },
          { from, to: point(u), label: "u", tone: "plain" },
          { from, to: point(v), label: "v", tone: "plain" },
          { from: point(s.au), to: point(s.w), label: "", tone: "faint" },
          { from: point(v), to: point(s.w), label: "", tone: "faint" },
          { from, to: point(s.w), label: "w", tone: "result" },
        ],
        points: [],
        lines: [],
      };
    },
  })
  .check(({ u, v, a, b, w, c }) => {
    // The sum is the matrix with the columns u and v, times its factors; x is solved for in fractions, entry by entry.
    const [over, minusA, minusB] = [new Fraction(1, c || 1), new Fraction(-a, c || 1), new Fraction(-b, c || 1)];
    return {
      w: matvec(transpose([u, v]), [a, b]),
      x: w.map((wi, i) =>
        over
          .mul(wi)
          .add(minusA.mul(u[i] ?? 0))
          .add(minusB.mul(v[i] ?? 0))
          .valueOf(),
      ),
    };
  });
