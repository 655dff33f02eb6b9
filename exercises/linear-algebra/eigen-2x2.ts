/** Eigenvalues and eigenvectors of a 2 × 2 matrix, by trace and determinant. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, set, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plusTerm, vec } from "#lib/exercise/tex.ts";
import { determinant, identity, matvec, minus, scaled, trace } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";

const stories = [
  "A layer without a bias multiplies by the matrix",
  "Each step of an iteration multiplies a vector by the matrix",
  "From one step to the next, the state of a recurrent network is multiplied by the matrix",
  "Let a linear map have the matrix",
] as const;

const row = z.tuple([z.int(), z.int()]);
const params = z.object({ story: z.int().min(0).max(3), A: z.tuple([row, row]) });
type Params = z.infer<typeof params>;

/** The real roots of λ² − tλ + d, ascending; undefined where there are none. */
function roots(t: number, d: number): number[] | undefined {
  const discriminant = t * t - 4 * d;
  if (discriminant < 0) return undefined;
  const root = Math.sqrt(discriminant);
  return [(t - root) / 2, (t + root) / 2];
}

/** The direction of a vector, its first entry positive, and without a common factor where both entries are whole. */
function direction([x, y]: readonly [number, number]): number[] {
  const sign = (x || y) < 0 ? -1 : 1;
  const common = Number.isInteger(x) && Number.isInteger(y) ? divisor(Math.abs(x), Math.abs(y)) : 1;
  return [x, y].map((entry) => (sign * entry) / common);
}
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

type Values = Readonly<Record<"eigenvalues", Vector>>;
const larger = ({ eigenvalues }: Values) => Math.max(...eigenvalues);
const smaller = ({ eigenvalues }: Values) => Math.min(...eigenvalues);

/** The eigenvector to one of the two eigenvalues, `other` being the other one. */
function eigenvector(which: "larger" | "smaller", own: (s: Values) => number, other: (s: Values) => number) {
  const at = ({ A: [[a, b]] }: Params, lambda: number) => direction([b, lambda - a]);
  return {
    value: (p: Params, s: Values) => at(p, own(s)),
    explained: {
      label: `v_{\\text{${which}}}`,
      words: `an eigenvector to the ${which} eigenvalue, with a positive first entry`,
      hint: `Solve (A − λI)v = 0 with the ${which} eigenvalue. Its rows say the same, so the first one is enough: an entry can be chosen.`,
      formula: "\\begin{bmatrix} a_{12} \\\\ \\lambda - a_{11} \\end{bmatrix} \\text{ or a multiple}",
      work: ({ A: [[a, b]] }: Params, s: Values) =>
        `\\begin{bmatrix} ${num(b)} \\\\ ${num(own(s))} - ${par(a)} \\end{bmatrix} \\sim ${vec(direction([b, own(s) - a]))}`,
      malrules: {
        "other-eigenvalue": {
          value: (p: Params, s: Values) => at(p, other(s)),
          says: `This is an eigenvector, but not to the ${which} eigenvalue: multiply it by $A$ and look by how much it grows.`,
        },
        "sign-of-row": {
          value: ({ A: [[a, b]] }: Params, s: Values) => direction([b, a - own(s)]),
          says: "One entry has the wrong sign. The row says $(a_{11} - \\lambda)x + a_{12}y = 0$: put your entries in.",
        },
        "entries-swapped": {
          value: ({ A: [[a, b]] }: Params, s: Values) => direction([own(s) - a, b]),
          says: "The entries have changed places. The row says $(a_{11} - \\lambda)x + a_{12}y = 0$: put your entries in.",
        },
        "of-the-transpose": {
          value: ({ A: [[a], [c]] }: Params, s: Values) => direction([c, own(s) - a]),
          says: "This belongs to $A^{\\top}$: a column of $A - \\lambda I$ was used where a row is needed.",
        },
      },
    },
  };
}
const large = eigenvector("larger", larger, smaller);
const small = eigenvector("smaller", smaller, larger);

export default exercise({
  id: "linear-algebra/eigen-2x2",
  version: 1,
  title: "Eigenvalues and eigenvectors",
  summary: "Find the eigenvalues of a 2 × 2 matrix, and which way its eigenvectors point.",
  skills: ["eigenvalues"],
  source: { section: "1.3" },
})
  .params(params, (rng, level): Params => {
    const entry = () => rng.pick([1, 2, 3]) * rng.pick([1, -1]);
    const [p, q] = [rng.pick([1, 2]), rng.pick([1, 2, -1, -2])];
    // A = mI + k·vuᵀ has the eigenvalues m, to what is orthogonal to u, and m + k(u·v), to v; u·v must not be 0.
    const [r, first] = [level === 1 ? p : entry(), level === 1 ? q : entry()];
    const s = r * p + first * q === 0 ? 2 * first : first;
    const gap = (r * p + s * q) * (level === 1 ? rng.pick([1, -1, 2, -2]) : 1);
    const k = gap / (r * p + s * q);
    const isShort = (x: number) => Math.abs(x) < 2;
    const [m = 2] = rng
      .shuffle([2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [n, -n]))
      .filter((n) => ![n + gap, n + k * p * r, n + k * q * s, 2 * n + gap].some(isShort));
    return {
      story: rng.int(0, 3),
      A: [
        [m + k * p * r, k * p * s],
        [k * q * r, m + k * q * s],
      ],
    };
  })
  .prompt(({ story, A }, level) =>
    [
      `${stories[story]}\n\n$$A = ${mat(A)}$$`,
      {
        1: "What are its eigenvalues?",
        2: "What are its eigenvalues, and which way does an eigenvector to the **larger** one point? Of the two ways, give the one with a positive first entry; its length is free.",
        3: "What are its eigenvalues, and which way does an eigenvector to **each** of them point? Of the two ways, give the one with a positive first entry; its length is free.",
      }[level],
    ].join("\n\n"),
  )
  .step("trace", integer(), ({ A }) => trace(A), {
    label: "\\operatorname{tr} A",
    words: "the trace of A",
    hint: "Add up the diagonal. This is the sum of the eigenvalues.",
    formula: "a_{11} + a_{22}",
    work: ({ A: [[a], [, d]] }) => plusTerm(num(a), d),
  })
  .step("determinant", integer(), ({ A: [[a, b], [c, d]] }) => a * d - b * c, {
    label: "\\det A",
    words: "the determinant of A",
    hint: "Take the product of the other diagonal from that of the main one. This is the product of the eigenvalues.",
    formula: "a_{11}a_{22} - a_{12}a_{21}",
    work: ({ A: [[a, b], [c, d]] }) => `${num(a)} \\cdot ${par(d)} - ${par(b)} \\cdot ${par(c)}`,
    malrules: {
      "products-added": {
        value({ A: [[a, b], [c, d]] }) {
          const added = a * d + b * c;
          return roots(a + d, added) && added;
        },
        says: "The two products in the determinant were added. The second one is taken away: $a_{11}a_{22} - a_{12}a_{21}$.",
      },
    },
  })
  .step("eigenvalues", set(), (_, s) => roots(s.trace, s.determinant) ?? [], {
    label: "\\{\\lambda_1, \\lambda_2\\}",
    words: "the eigenvalues",
    hint: "Look for the two numbers with the trace as their sum and the determinant as their product; or solve the quadratic equation.",
    formula: "\\{\\lambda : \\lambda^2 - (\\operatorname{tr} A)\\lambda + \\det A = 0\\}",
    work: (_, s) => `\\dfrac{${num(s.trace)} \\pm \\sqrt{${par(s.trace)}^2 - 4 \\cdot ${par(s.determinant)}}}{2}`,
    malrules: {
      diagonal: {
        value: ({ A: [[a], [, d]] }) => [...new Set([a, d])].sort((x, y) => x - y),
        says: "These are the diagonal entries. They are the eigenvalues of a triangular matrix; here, both other entries count too.",
      },
      "trace-sign": {
        value: (_, s) => roots(-s.trace, s.determinant),
        says: "The signs are turned round: the equation is $\\lambda^2 - (\\operatorname{tr} A)\\lambda + \\det A = 0$, and the sum of the eigenvalues is the trace.",
      },
      "determinant-sign": {
        value: (_, s) => roots(s.trace, -s.determinant),
        says: "The product of these is minus the determinant: in $\\lambda^2 - (\\operatorname{tr} A)\\lambda + \\det A$, it is added.",
      },
      "half-forgotten": {
        value: (_, s) => roots(s.trace, s.determinant)?.map((lambda) => 2 * lambda),
        says: "These are twice too large: the formula for the roots is divided by 2. Their sum must be the trace.",
      },
    },
  })
  .step("v_larger", vector({ equality: "direction" }), large.value, large.explained)
  .step("v_smaller", vector({ equality: "direction" }), small.value, small.explained)
  .asks({ 1: ["eigenvalues"], 2: ["eigenvalues", "v_larger"], 3: ["eigenvalues", "v_larger", "v_smaller"] })
  .check(({ A }) => {
    // By trying: whole numbers at which A − λI is singular, and whole vectors that A only stretches.
    const whole = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const isRoot = (lambda: number) => determinant(minus(A, scaled(lambda, identity(2)))) === 0;
    const eigenvalues = whole(-60, 60).filter(isRoot);
    const stretched = (lambda: number) =>
      whole(1, 20)
        .flatMap((x) => whole(-20, 20).map((y) => [x, y]))
        .find((v) => `${matvec(A, v)}` === `${v.map((x) => lambda * x)}`);
    const [v_smaller = [], v_larger = []] = eigenvalues.map(stretched);
    return { eigenvalues, v_larger, v_smaller };
  });
