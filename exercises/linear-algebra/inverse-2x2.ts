/** The inverse of a 2 × 2 matrix, and when there is none (section 1.3). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, set, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import { inverse, solve } from "#lib/math/solve.ts";

const line = z.tuple([z.int(), z.int()]);
const square = z.tuple([line, line]);
type Square = z.infer<typeof square>;
const params = z.object({
  story: z.int().min(0).max(3),
  /** One matrix that has an inverse, or two of which one has. */
  matrices: z.array(square).min(1).max(2),
  /** At level 3 t is added to the diagonal of the only matrix; the inverse is asked where it is `at`, and that of `times` the matrix. */
  at: z.int(),
  times: z.int(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A layer without a bias multiplies its input by",
  "A camera mixes two signals by multiplying them by",
  "Two coordinates are changed into two others by",
  "Let a linear map of the plane have",
] as const;

const ids = ["A", "B"] as const;
const determinant = ([[a, b], [c, d]]: Square) => a * d - b * c;
const permanent = ([[a, b], [c, d]]: Square) => a * d + b * c;
const shifted = ([[a, b], [c, d]]: Square, t: number): Square => [
  [a + t, b],
  [c, d + t],
];
const fallback: Square = [
  [2, 2],
  [3, 7],
];
const divided = (by: number, rows: Square) => rows.map((r) => r.map((x) => x / by));

// All matrices of these entries: the ones with short inverses, and the singular ones whose rows differ.
const entries = [2, 3, 4, 5, 6, -2, -3, -4, -5, -6];
const every = entries.flatMap((a) =>
  entries.flatMap((b) =>
    entries.flatMap((c) =>
      entries.map(
        (d): Square => [
          [a, b],
          [c, d],
        ],
      ),
    ),
  ),
);
const regular = every.filter((m) => [2, 4, 5, 8, 10].includes(Math.abs(determinant(m))) && permanent(m) !== 0);
const singular = every.filter((m) => determinant(m) === 0 && Math.abs(m[0][0]) !== Math.abs(m[1][0]));

/** Those that t·I can be added to for whole t until they are singular: minus their eigenvalues, which are whole and differ. */
const whole = regular.filter((m) => {
  const root = Math.sqrt((m[0][0] - m[1][1]) ** 2 + 4 * m[0][1] * m[1][0]);
  return root > 0 && Number.isInteger(root);
});

/** Which one has an inverse. */
const index = ({ matrices }: Params) =>
  Math.max(
    0,
    matrices.findIndex((m) => determinant(m) !== 0),
  );
const first = ({ matrices }: Params): Square => matrices[0] ?? fallback;
const squareOf = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Matrix): Square => [
  [a, b],
  [c, d],
];

type Shifted = Readonly<Record<"shifted", Matrix>>;
/** All matrices whose determinants are needed, and the one that is inverted. */
const needed = (p: Params, s: Shifted) => (p.at === 0 ? p.matrices : [squareOf(s.shifted)]);
const inverted = (p: Params, s: Shifted) => (p.at === 0 ? (p.matrices[index(p)] ?? fallback) : squareOf(s.shifted));

/** The real roots of (t + a)(t + d) − bc, with the sign of bc as given. */
function roots([[a, b], [c, d]]: Square, sign = 1): number[] | undefined {
  const discriminant = (a - d) ** 2 + 4 * sign * b * c;
  if (discriminant < 0) return undefined;
  const root = Math.sqrt(discriminant);
  return [...new Set([(-a - d - root) / 2, (-a - d + root) / 2])];
}

const withLetter = ([[a, b], [c, d]]: Square) => {
  const entry = (x: number) => (x === 0 ? "t" : plusTerm("t", x));
  return `\\begin{bmatrix} ${entry(a)} & ${num(b)} \\\\ ${num(c)} & ${entry(d)} \\end{bmatrix}`;
};
const products = ([[a, b], [c, d]]: Square) => `${num(a)} \\cdot ${par(d)} - ${par(b)} \\cdot ${par(c)}`;

export default exercise({
  id: "linear-algebra/inverse-2x2",
  version: 1,
  title: "Inverse of a 2 × 2 matrix",
  summary: "Tell by the determinant whether a 2 × 2 matrix has an inverse, and write the inverse down.",
  skills: ["inverses"],
  source: { section: "1.3", formulas: ["inverse-solves"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    const good = regular[rng.int(0, regular.length - 1)] ?? fallback;
    if (level === 1) return { story, matrices: [good], at: 0, times: 1 };
    const bad = singular[rng.int(0, singular.length - 1)] ?? fallback;
    if (level === 2) return { story, matrices: rng.shuffle([good, bad]), at: 0, times: 1 };
    const [[a, b], [c, d]] = whole[rng.int(0, whole.length - 1)] ?? fallback;
    const at = rng.int(2, 5) * rng.pick([1, -1]);
    return {
      story,
      matrices: [
        [
          [a - at, b],
          [c, d - at],
        ],
      ],
      at,
      times: rng.pick([2, 4, 5]),
    };
  })
  .prompt((p, level) => {
    const intro = stories[p.story] ?? stories[0];
    if (level === 1) return `${intro} the matrix\n\n$$A = ${mat(first(p))}$$\n\nCompute the **inverse** $A^{-1}$.`;
    if (level === 2) {
      const both = p.matrices.map((m, i) => `${ids[i]} = ${mat(m)}`).join(",\\qquad ");
      return `${intro} one of the matrices\n\n$$${both}$$\n\nOne of the two can be undone, the other is **singular**. Which one has an inverse, and what is that inverse?`;
    }
    return [
      `${intro} a matrix that depends on a number $t$:`,
      `$$A(t) = ${withLetter(first(p))}$$`,
      `For which $t$ is $A(t)$ **singular**? For $t = ${num(p.at)}$ it is not: compute the inverse of $A = A(${num(p.at)})$, and also that of $${p.times}A$.`,
    ].join("\n\n");
  })
  .step("critical", set(), (p) => roots(first(p)) ?? [], {
    label: "\\{t : A(t) \\text{ is singular}\\}",
    words: "the values of t for which A(t) is singular",
    hint: "Write the determinant as a polynomial in t and find its zeros.",
    formula: (p) => {
      const [[a, b], [c, d]] = first(p);
      return `\\{t : (${a === 0 ? "t" : plusTerm("t", a)})(${d === 0 ? "t" : plusTerm("t", d)}) - ${par(b)} \\cdot ${par(c)} = 0\\}`;
    },
    malrules: {
      "products-added": {
        value: (p) => roots(first(p), -1),
        says: "The two products in the determinant were added. The second one is taken away: $ad - bc$.",
      },
      "signs-of-zeros": {
        value: (p) => roots(first(p))?.map((t) => -t),
        says: "The signs are turned round. A factor $t - r$ is zero at $t = r$: put your numbers into the determinant.",
      },
      "zero-on-the-diagonal": {
        value: (p) => [...new Set([-first(p)[0][0], -first(p)[1][1]])],
        says: "These make an entry of the diagonal zero. A matrix may have zeros and still an inverse: what counts is the determinant.",
      },
    },
  })
  .step("shifted", matrix({ rule: { exact: true } }), (p) => shifted(first(p), p.at), {
    label: "A",
    words: "the matrix A at the given t",
    hint: "Put the number in for t. It stands on the diagonal only.",
    formula: ({ at }) => `A(${num(at)})`,
    malrules: {
      "added-everywhere": {
        value: (p) => {
          const rows = first(p).map((r) => r.map((x) => x + p.at));
          return determinant(squareOf(rows)) === 0 ? undefined : rows;
        },
        says: "The number was added to all entries. In $A(t)$ the letter stands on the diagonal only.",
      },
      "number-ignored": {
        value: (p) => (determinant(first(p)) === 0 ? undefined : first(p)),
        says: "This belongs to $t = 0$. Put the number that is asked for into the diagonal first.",
      },
    },
  })
  .step("dets", vector({ rule: { exact: true } }), (p, s) => needed(p, s).map(determinant), {
    label: "\\det",
    words: "the determinant of each matrix",
    hint: "Multiply down the main diagonal, and take the product of the other diagonal off. Where that is 0 there is no inverse.",
    formula: "ad - bc",
    work: (p, s) => needed(p, s).map(products).join(" \\text{ and } "),
    malrules: {
      "products-added": {
        value: (p, s) => {
          const values = needed(p, s).map(permanent);
          return values.includes(0) ? undefined : values;
        },
        says: "The two products in the determinant were added. The second one is taken away: $ad - bc$.",
      },
    },
  })
  .step(
    "which",
    choice(ids.map((id) => ({ id, text: `$${id}$ has an inverse` }))),
    (_, s) => ids[s.dets[0] !== 0 ? 0 : 1],
    {
      label: "\\text{invertible}",
      words: "which matrix has an inverse",
      hint: "A matrix with the determinant 0 squeezes the plane onto a line, and nothing can undo that.",
      formula: "\\text{the one with } \\det \\neq 0",
      malrules: {
        "singular-chosen": {
          value: (_, s) => ids[s.dets[0] !== 0 ? 1 : 0],
          says: "The rows of this one are multiples of each other, so its determinant is 0: it is the one that cannot be undone.",
        },
      },
    },
  )
  .step(
    "inverse",
    matrix(),
    (p, s) => {
      const [[a, b], [c, d]] = inverted(p, s);
      return divided(s.dets[p.at === 0 ? index(p) : 0] ?? 1, [
        [d, -b],
        [-c, a],
      ]);
    },
    {
      label: "\\text{inverse}",
      words: "the inverse matrix",
      hint: "Swap the two entries of the diagonal, turn the signs of the other two round, and divide everything by the determinant.",
      formula: "\\dfrac{1}{ad - bc} \\begin{bmatrix} d & -b \\\\ -c & a \\end{bmatrix}",
      work: (p, s) => {
        const [[a, b], [c, d]] = inverted(p, s);
        return `\\dfrac{1}{${num(s.dets[p.at === 0 ? index(p) : 0] ?? 1)}} ${mat([
          [d, -b],
          [-c, a],
        ])}`;
      },
      malrules: {
        "determinant-forgotten": {
          value: (p, s) => {
            const [[a, b], [c, d]] = inverted(p, s);
            return [
              [d, -b],
              [-c, a],
            ];
          },
          says: "This is not yet divided by the determinant. Multiplied by the matrix it gives $\\det$ times the identity.",
        },
        "diagonal-not-swapped": {
          value: (p, s) => {
            const [[a, b], [c, d]] = inverted(p, s);
            return divided(s.dets[p.at === 0 ? index(p) : 0] ?? 1, [
              [a, -b],
              [-c, d],
            ]);
          },
          says: "The entries of the diagonal stayed where they were. They change places: $d$ comes first, then $a$.",
        },
        "signs-kept": {
          value: (p, s) => {
            const [[a, b], [c, d]] = inverted(p, s);
            return divided(s.dets[p.at === 0 ? index(p) : 0] ?? 1, [
              [d, b],
              [c, a],
            ]);
          },
          says: "The entries beside the diagonal kept their signs. They are turned round: $-b$ and $-c$.",
        },
        transposed: {
          value: (p, s) => {
            const [[a, b], [c, d]] = inverted(p, s);
            return divided(s.dets[p.at === 0 ? index(p) : 0] ?? 1, [
              [d, -c],
              [-b, a],
            ]);
          },
          says: "The entries beside the diagonal have changed places. Only those on the diagonal do; $-b$ and $-c$ stay where they are.",
        },
        reciprocals: {
          value: (p, s) => {
            const rows = inverted(p, s);
            return rows.flat().includes(0) ? undefined : rows.map((r) => r.map((x) => 1 / x));
          },
          says: "Every entry was turned into its reciprocal. The inverse undoes the whole map: the product of both matrices must be the identity.",
        },
      },
    },
  )
  .step("of_multiple", matrix(), (p, s) => s.inverse.map((r) => r.map((x) => x / p.times)), {
    label: "(kA)^{-1}",
    words: "the inverse of the multiple of A",
    hint: "To undo a stretch by a number, divide by it.",
    formula: "\\frac{1}{k} A^{-1}",
    work: (p, s) => `\\frac{1}{${p.times}} ${mat(s.inverse)}`,
    malrules: {
      "factor-kept": {
        value: (p, s) => s.inverse.map((r) => r.map((x) => p.times * x)),
        says: "The inverse was multiplied by the factor. Try it: $kA$ times $kA^{-1}$ is $k^2$ times the identity.",
      },
      "factor-squared": {
        value: (p, s) => s.inverse.map((r) => r.map((x) => x / p.times ** 2)),
        says: "Only the determinant grows by $k^2$. The entries of the swapped matrix grow by $k$ as well, so one factor is left.",
      },
      "same-inverse": {
        value: (_, s) => s.inverse,
        says: "This is the inverse of $A$ itself. A matrix $k$ times as large has another one.",
      },
    },
  })
  .asks({ 1: ["inverse"], 2: ["which", "inverse"], 3: ["critical", "inverse", "of_multiple"] })
  .figures({
    solution: (p, s) => {
      const [[a, b], [c, d]] = inverted(p, s);
      const [origin, u, v] = [
        { x: 0, y: 0 },
        { x: a, y: c },
        { x: b, y: d },
      ];
      const corner = { x: a + b, y: c + d };
      return {
        figure: "plane",
        alt: `The matrix sends the unit vectors to the arrows [${plain(a)}, ${plain(c)}] and [${plain(b)}, ${plain(d)}], which are not on one line: their parallelogram has the area ${plain(Math.abs(determinant(inverted(p, s))))}, the size of the determinant.`,
        xLabel: "x",
        yLabel: "y",
        arrows: [
          { from: origin, to: u, label: "first column", tone: "result" },
          { from: origin, to: v, label: "second column", tone: "result" },
          { from: u, to: corner, label: "", tone: "faint" },
          { from: v, to: corner, label: "", tone: "faint" },
        ],
        points: [],
        lines: [],
      };
    },
  })
  .check((p) => {
    // By elimination in lib/math; singular is what has no solution for some unit vector; whole t by trying.
    const isSingular = (m: Square) => solve(m, [1, 0]) === "singular";
    const regularOne = p.at === 0 ? p.matrices.find((m) => !isSingular(m)) : shifted(first(p), p.at);
    const exactly = (k: number) => {
      const result = inverse((regularOne ?? []).map((r) => r.map((x) => k * x)));
      return result === "singular" ? [] : result;
    };
    const tried = Array.from({ length: 201 }, (_, i) => i - 100).filter((t) => isSingular(shifted(first(p), t)));
    const which = p.matrices.findIndex((m) => !isSingular(m)) === 0 ? "A" : "B";
    return { critical: tried, which, inverse: exactly(1), of_multiple: exactly(p.times) };
  });
