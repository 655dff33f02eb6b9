/** Random formulas, and their values where rounding can be told from a mistake. */
import fc from "fast-check";
import { evaluate } from "#lib/expression/evaluate.ts";
import { binary, call, type Expr, inside, literal, negate, some } from "#lib/expression/expr.ts";

const names = ["x", "y"];

const unary = [
  ..."exp ln sqrt cbrt abs sin cos tan sec csc cot asin acos atan sinh cosh tanh asinh acosh atanh sigmoid relu".split(
    " ",
  ),
];

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => literal(`${n}`)) },
  { weight: 1, arbitrary: fc.constantFrom("0.5", "0.1", "2.50", "1e-1").map(literal) },
  { weight: 1, arbitrary: fc.constantFrom<Expr>({ type: "constant", name: "e" }, { type: "constant", name: "pi" }) },
  { weight: 6, arbitrary: fc.constantFrom(...names).map((name): Expr => ({ type: "variable", name })) },
);

/** Formulas over x and y with every operator and function, up to a depth. */
export const treeOf = (maxDepth: number): fc.Arbitrary<Expr> =>
  fc.letrec<{ expr: Expr }>((tie) => ({
    expr: fc.oneof(
      { maxDepth, withCrossShrink: true },
      leaf,
      {
        weight: 6,
        arbitrary: fc
          .tuple(fc.constantFrom("+", "-", "*", "/"), tie("expr"), tie("expr"))
          .map(([op, left, right]): Expr => binary(op, left, right)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            tie("expr"),
            fc.oneof(
              fc.constantFrom("2", "3", "0", "1", "0.5").map(literal),
              fc.constantFrom("1", "2", "3").map((q) => binary("/", literal("1"), literal(q))),
              fc.constant(negate(literal("1"))),
              tie("expr"),
            ),
          )
          .map(([left, right]) => binary("^", left, right)),
      },
      { weight: 1, arbitrary: tie("expr").map(negate) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...unary), tie("expr")).map(([fn, arg]) => call(fn, arg)) },
      { weight: 1, arbitrary: fc.tuple(tie("expr"), tie("expr")).map(([a, b]) => call("log", a, b)) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom("max", "min"), tie("expr"), tie("expr"))
          .map(([fn, a, b]) => call(fn, a, b)),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie("expr"), fc.integer({ min: 2, max: 5 }))
          .map(([a, n]) => call("root", a, literal(`${n}`))),
      },
    ),
  })).expr;

/** Places without any pattern, on both sides of zero. */
export const places: readonly ReadonlyMap<string, number>[] = [
  [0.7312, 1.4171],
  [-0.6123, 0.8349],
  [1.9137, -1.2741],
  [-2.3179, -0.4463],
  [0.2719, 3.1833],
].map(
  ([x = 0, y = 0]) =>
    new Map([
      ["x", x],
      ["y", y],
    ]),
);

/** Whether a power has 0 for its base or exponent, where JavaScript knows more than algebra: NaN ** 0 is 1. */
export const hasPowerOfZero = (expr: Expr, at: ReadonlyMap<string, number>): boolean =>
  some(
    expr,
    (node) =>
      node.type === "binary" && node.op === "^" && (evaluate(node.right, at) === 0 || evaluate(node.left, at) === 0),
  );

/** Whether every part of a formula is undefined, zero, or of a size at which rounding stays small. */
export const isWellScaled = (expr: Expr, at: ReadonlyMap<string, number>): boolean => {
  const size = Math.abs(evaluate(expr, at));
  return (
    (Number.isNaN(size) || size === 0 || (size > 1e-3 && size < 1e4)) &&
    inside(expr).every((part) => isWellScaled(part, at))
  );
};
