/** Two affine layers are one affine layer, unless something non-linear stands between them (§5.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, par, plainRow, plusTerm, vec } from "#lib/exercise/tex.ts";
import { relu } from "#lib/math/activations.ts";
import { hadamard, type Matrix, matvec, plus, product } from "#lib/math/matrix.ts";
import { add, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A network has two layers and no activation between them.",
  "Somebody forgot the activation function between the two layers of a network.",
  "To save time, two layers of a network without an activation between them are to be merged.",
  "A signal is mixed twice, one affine map after the other.",
] as const;

const exact = { rule: { exact: true } } as const;

/** Row times column, written out. */
const products = (row: Vector, x: Vector) => row.map((w, j) => `${par(w)} \\cdot ${par(x[j] ?? 0)}`).join(" + ");

export default exercise({
  id: "activations/linear-collapse",
  version: 1,
  title: "Why layers need activations",
  summary: "Merge two affine layers into one, and see how a ReLU between them makes the difference.",
  skills: ["linear-collapse", "relu"],
  source: { section: "5.1", formulas: ["linear-collapse"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      W1: z.array(z.array(z.number()).min(1)).min(1),
      b1: z.array(z.number()),
      W2: z.array(z.array(z.number()).min(1)).min(1),
      b2: z.array(z.number()),
      x: z.array(z.number()),
    }),
    (rng, level) => {
      const sign = () => rng.pick([1, -1]);
      // One entry of each matrix is negative.
      const square = () => {
        const at = rng.int(0, 3);
        const entries = rng.list(4, (i) => rng.int(2, 5) * (i === at ? -1 : 1));
        return [entries.slice(0, 2), entries.slice(2)];
      };
      const [W1, W2] = [square(), square()];
      const story = rng.int(0, 3);
      const bias = () => rng.list(2, () => rng.int(2, 6) * sign());
      if (level === 1) return { story, W1, b1: [], W2, b2: [], x: [] };
      if (level === 2) return { story, W1, b1: bias(), W2, b2: bias(), x: [] };
      // The first layer gives one positive and one negative number, so that a ReLU cuts one of them.
      const x = rng.list(2, () => rng.int(2, 4) * sign());
      const first = sign();
      const b1 = matvec(W1, x).map((wx, i) => {
        const wanted = i === 0 ? first : -first;
        return (rng.shuffle([2, 3, 4, 5, 6, 7]).find((t) => t * wanted !== wx) ?? 2) * wanted - wx;
      });
      return { story, W1, b1, W2, b2: bias(), x };
    },
  )
  .prompt(({ story, W1, b1, W2, b2, x }, level) => {
    const matrices = `W_1 = ${mat(W1)}, \\qquad W_2 = ${mat(W2)}`;
    const layers = `The first computes $z_1 = W_1x + b_1$, the second $z_2 = W_2z_1 + b_2$, with\n\n$$${matrices}${level > 1 ? `, \\qquad b_1 = ${vec(b1)}, \\qquad b_2 = ${vec(b2)}` : ""}$$`;
    return {
      1: `${stories[story] ?? stories[0]} The layers have no biases: the first computes $z_1 = W_1x$, the second $z_2 = W_2z_1$, with\n\n$$${matrices}$$\n\nWhich **single matrix** $W$ gives $z_2 = Wx$ for every $x$?`,
      2: `${stories[story] ?? stories[0]} ${layers}\n\nWhich **matrix** $W$ and which **bias** $b$ give $z_2 = Wx + b$ for every $x$?`,
      3: `${stories[story] ?? stories[0]} ${layers}\n\nFind $W$ and $b$ so that $z_2 = Wx + b$ for every $x$, and compute $z_2$ for $x = ${vec(x)}$. Then put a **ReLU** between the layers: what is $y = W_2\\operatorname{ReLU}(W_1x + b_1) + b_2$ for this $x$?`,
    }[level];
  })
  .step("W", matrix(exact), ({ W1, W2 }) => product(W2, W1), {
    label: "W",
    words: "the matrix of the single layer",
    hint: "Put the first layer into the second: what is applied first stands on the right.",
    formula: "W_2W_1",
    work: ({ W1, W2 }) =>
      column(
        W2.map((r) =>
          [0, 1]
            .map((j) =>
              products(
                r,
                W1.map((w) => w[j] ?? 0),
              ),
            )
            .join(" & "),
        ),
      ),
    malrules: {
      "order-reversed": {
        value: ({ W1, W2 }) => product(W1, W2),
        says: "This is $W_1W_2$. The input meets $W_1$ first, so $W_1$ stands next to it, on the right.",
      },
      entrywise: {
        value: ({ W1, W2 }) => hadamard(W2, W1),
        says: "The matrices were multiplied entry by entry. One map after the other is a matrix product: rows times columns.",
      },
      "matrices-added": {
        value: ({ W1, W2 }) => plus(W1, W2),
        says: "The matrices were added. The second layer is applied to what the first gives, so they are multiplied.",
      },
    },
  })
  .step("b", vector(exact), ({ b1, W2, b2 }) => add(matvec(W2, b1), b2), {
    label: "b",
    words: "the bias of the single layer",
    hint: "The first bias goes through the second layer as well; the second one is added after that.",
    formula: "W_2b_1 + b_2",
    work: ({ b1, W2, b2 }) => column(W2.map((r, i) => plusTerm(products(r, b1), b2[i] ?? 0))),
    malrules: {
      "first-bias-not-mapped": {
        value: ({ b1, b2 }) => add(b1, b2),
        says: "The biases were added as they are. The first is part of $z_1$, which the second layer multiplies by $W_2$.",
      },
      "first-bias-dropped": {
        value: ({ b2 }) => b2,
        says: "This is the second bias alone. The first one reaches the output too, by way of $W_2$.",
      },
      "second-bias-dropped": {
        value: ({ b1, W2 }) => matvec(W2, b1),
        says: "The second layer has a bias of its own, which is added at the end.",
      },
      "mapped-by-the-first": {
        value: ({ W1, b1, b2 }) => add(matvec(W1, b1), b2),
        says: "The first bias was multiplied by $W_1$. It is added after $W_1$ and meets $W_2$ next.",
      },
    },
  })
  .step("z2", vector(exact), ({ x }, s) => add(matvec(s.W, x), s.b), {
    label: "z_2",
    words: "the output without a ReLU",
    hint: "One layer is enough now: apply the single matrix and the single bias.",
    formula: "Wx + b",
    work: ({ x }, s) => column(s.W.map((r, i) => plusTerm(products(r, x), s.b[i] ?? 0))),
    malrules: {
      "bias-dropped": {
        value: ({ x }, s) => matvec(s.W, x),
        says: "This is $Wx$. The single layer has a bias, too.",
      },
    },
  })
  .step("h", vector(exact), ({ W1, b1, x }) => add(matvec(W1, x), b1).map(relu), {
    label: "h",
    words: "what the ReLU lets through",
    hint: "Now the merged layer is of no use: compute the first layer by itself and cut what is negative off.",
    skill: "relu",
    formula: "\\operatorname{ReLU}(W_1x + b_1)",
    work: ({ W1, b1, x }) => column(W1.map((r, i) => `\\max(0, ${plusTerm(products(r, x), b1[i] ?? 0)})`)),
    malrules: {
      "absolute-value": {
        value: ({ W1, b1, x }) => add(matvec(W1, x), b1).map(Math.abs),
        says: "A negative number was turned round. ReLU makes it 0.",
      },
      "bias-after": {
        value: ({ W1, b1, x }) => add(matvec(W1, x).map(relu), b1),
        says: "The first bias was added after the ReLU. It belongs inside: $\\operatorname{ReLU}(W_1x + b_1)$.",
      },
    },
  })
  .step("y", vector(exact), ({ W2, b2 }, s) => add(matvec(W2, s.h), b2), {
    label: "y",
    words: "the output with the ReLU",
    hint: "Send what came through the ReLU into the second layer.",
    skill: "relu",
    formula: "W_2h + b_2",
    work: ({ W2, b2 }, s) => column(W2.map((r, i) => plusTerm(products(r, s.h), b2[i] ?? 0))),
    malrules: {
      "not-cut": {
        value: ({ W1, b1, W2, b2, x }) => add(matvec(W2, add(matvec(W1, x), b1)), b2),
        says: "This is the output without the ReLU. One entry of $W_1x + b_1$ is negative: what becomes of it?",
      },
      "cut-at-the-end": {
        value: ({ W1, b1, W2, b2, x }) => add(matvec(W2, add(matvec(W1, x), b1)), b2).map(relu),
        says: "The ReLU was applied at the end. It stands between the layers, and the output may be negative.",
      },
    },
  })
  .asks({ 1: ["W"], 2: ["W", "b"], 3: ["W", "b", "z2", "y"] })
  .figures({
    solution: ({ W1, b1, b2, x }, s) => {
      if (x.length === 0) return undefined;
      const z1 = add(matvec(W1, x), b1);
      const nodes = ["x", "z_1", "h", "y", "z_2"].map((label, i) => ({
        id: label,
        label,
        column: [0, 1, 2, 3, 3][i] ?? 0,
        row: [0.5, 0.5, 1, 1, 0][i] ?? 0,
        value: plainRow([x, z1, s.h, s.y, s.z2][i] ?? b2),
      }));
      return {
        figure: "graph",
        alt: `Two ways from x = ${plainRow(x)} over z₁ = ${plainRow(z1)}: straight on into the second layer to z₂ = ${plainRow(s.z2)}, or through a ReLU, which leaves ${plainRow(s.h)}, to y = ${plainRow(s.y)}.`,
        nodes,
        edges: [
          { from: "x", to: "z_1", label: "W_1, b_1" },
          { from: "z_1", to: "z_2", label: "W_2, b_2" },
          { from: "z_1", to: "h", label: "\\operatorname{ReLU}" },
          { from: "h", to: "y", label: "W_2, b_2" },
        ],
      };
    },
  })
  .check(({ W1, b1, W2, b2, x }) => {
    // The merged layer is known by what the two layers do to 0 and to the unit vectors, in exact fractions.
    const layer = (W: Matrix, b: Vector, v: readonly Fraction[]) =>
      W.map((r, i) => r.reduce((total, w, j) => total.add((v[j] ?? new Fraction(0)).mul(w)), new Fraction(b[i] ?? 0)));
    const both = (v: Vector) =>
      layer(
        W2,
        b2,
        layer(
          W1,
          b1,
          v.map((vi) => new Fraction(vi)),
        ),
      );
    const origin = both([0, 0]);
    const columns = [
      [1, 0],
      [0, 1],
    ].map((e) => both(e).map((y, i) => y.sub(origin[i] ?? 0).valueOf()));
    const live = layer(
      W1,
      b1,
      x.map((xi) => new Fraction(xi)),
    ).map((zi) => (zi.compare(0) > 0 ? zi : new Fraction(0)));
    return {
      W: W2.map((_, i) => columns.map((c) => c[i] ?? 0)),
      b: origin.map((y) => y.valueOf()),
      z2: both(x).map((y) => y.valueOf()),
      y: layer(W2, b2, live).map((y) => y.valueOf()),
    };
  });
