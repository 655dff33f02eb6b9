/** Values, formulas and specs of every kind, as the laws of grading run over them. */
import fc from "fast-check";
import {
  choice,
  choices,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  integer,
  type KindSpec,
  letteredShape,
  matrix,
  order,
  scalar,
  set,
  shape,
  vector,
} from "#lib/exercise/kinds.ts";
import { binary, call, type Expr, literal, negate } from "#lib/expression/expr.ts";
import { ratio } from "#lib/expression/rational.ts";

export const seed = 20261122;
export const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
export const modest = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
export const rows = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([m, n]) => fc.array(fc.array(finite, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));

export const letters = { variables: ["x", "w_1", "θ"] };
export const three = [
  { id: "a", text: "It rises, slowly" },
  { id: "b", text: "It falls" },
  { id: "c", text: "It stays and waits" },
];

const specs: readonly KindSpec[] = [
  scalar(),
  scalar({ unit: "percent" }),
  scalar({ form: "plain", without: ["logarithms", "exponentials", "powers", "roots"] }),
  integer(),
  vector(),
  vector({ scale: "common", equality: "distribution" }),
  vector({ equality: "direction" }),
  vector({ equality: "shift" }),
  vector({ equality: "any-order" }),
  matrix(),
  matrix({ equality: "any-order" }),
  fraction(),
  fraction({ reduced: true }),
  set(),
  expression(letters),
  expression(letters, { form: "expanded" }),
  formulaVector(letters),
  formulaMatrix(letters),
  formulaSet(letters),
  shape(),
  letteredShape(["n", "p", "x"]),
  letteredShape(["n", "p"]),
  choice(three),
  choices(three),
  order(three),
];
export const names = specs.map((spec, i) => [`${spec.kind} ${i}`, spec] as const);

const leaf = (variables: readonly string[]): fc.Arbitrary<Expr> =>
  fc.oneof(
    fc.integer({ min: 0, max: 99 }).map((n) => literal(`${n}`)),
    fc.constantFrom(...variables).map((name): Expr => ({ type: "variable", name })),
  );
/** Formulas that are defined at most points: a learner's answers to calculus exercises. */
export const formula = (variables: readonly string[], maxDepth = 3): fc.Arbitrary<Expr> =>
  fc.letrec<{ expr: Expr }>((tie) => ({
    expr: fc.oneof(
      { maxDepth },
      leaf(variables),
      fc
        .tuple(fc.constantFrom("+", "-", "*"), tie("expr"), tie("expr"))
        .map(([op, left, right]): Expr => binary(op, left, right)),
      tie("expr").map(negate),
      fc.tuple(tie("expr"), fc.integer({ min: 2, max: 3 })).map(([base, n]) => binary("^", base, literal(`${n}`))),
      fc.tuple(fc.constantFrom("sin", "cos", "tanh", "sigmoid", "abs"), tie("expr")).map(([fn, of]) => call(fn, of)),
    ),
  })).expr;
export const formulas = formula(["x", "w_1", "theta"]);
export const size = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.constantFrom("n", "p", "x").map((name): Expr => ({ type: "variable", name })),
  fc.tuple(fc.constantFrom("n", "p", "x"), fc.integer({ min: 1, max: 9 })).chain(([name, k]) => {
    const letter: Expr = { type: "variable", name };
    return fc.constantFrom(binary("+", letter, literal(`${k}`)), binary("*", literal(`${k}`), letter));
  }),
);
export const quotient = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([num, den]) => ratio(num, den));
