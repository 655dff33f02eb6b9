/** Random formulas, and rewritings of them that are right wherever both sides are defined. */
import fc from "fast-check";
import { binary, call, type Expr, inside, literal, negate } from "#lib/expression/expr.ts";

export const x: Expr = { type: "variable", name: "x" };
export const y: Expr = { type: "variable", name: "y" };
const e: Expr = { type: "constant", name: "e" };
const one = literal("1");
const two = literal("2");

const atoms = fc.oneof(
  { weight: 4, arbitrary: fc.constant(x) },
  { weight: 2, arbitrary: fc.constant(y) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => literal(`${n}`)) },
  { weight: 1, arbitrary: fc.constantFrom("0.5", "1.25", "0.1", "2.5").map(literal) },
);

/** Rational functions of x and y, at most `depth` deep. */
export const rational = (depth: number): fc.Arbitrary<Expr> =>
  depth === 0
    ? atoms
    : fc.oneof(
        { weight: 1, arbitrary: atoms },
        {
          weight: 4,
          arbitrary: fc
            .tuple(fc.constantFrom("+", "-", "*", "/" as const), rational(depth - 1), rational(depth - 1))
            .map(([op, a, b]) => binary(op, a, b)),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(rational(depth - 1), fc.integer({ min: 2, max: 3 }))
            .map(([a, n]) => binary("^", a, literal(`${n}`))),
        },
        { weight: 1, arbitrary: rational(depth - 1).map(negate) },
      );

/** Functions that are defined for all reals and stay within range there. */
const everywhere = ["sin", "cos", "atan", "tanh", "sigmoid", "abs", "relu"] as const;

/** Formulas with functions of all kinds. */
export const formula = (depth: number): fc.Arbitrary<Expr> =>
  depth === 0
    ? atoms
    : fc.oneof(
        { weight: 3, arbitrary: rational(depth) },
        {
          weight: 2,
          arbitrary: fc.tuple(fc.constantFrom(...everywhere), formula(depth - 1)).map(([fn, a]) => call(fn, a)),
        },
        { weight: 1, arbitrary: fc.tuple(formula(depth - 1), formula(depth - 1)).map(([a, b]) => binary("+", a, b)) },
        { weight: 1, arbitrary: fc.tuple(formula(depth - 1), formula(depth - 1)).map(([a, b]) => binary("*", a, b)) },
        { weight: 1, arbitrary: formula(depth - 1).map((a) => binary("^", e, call("tanh", a))) },
        { weight: 1, arbitrary: formula(depth - 1).map((a) => call("ln", binary("+", one, binary("^", a, two)))) },
        { weight: 1, arbitrary: formula(depth - 1).map((a) => call("sqrt", binary("+", two, call("abs", a)))) },
      );

type Rewriting = (node: Expr) => Expr | undefined;
type Binary = Extract<Expr, { type: "binary" }>;
const onBinary =
  (ops: string, rewrite: (node: Binary) => Expr | undefined): Rewriting =>
  (node) =>
    node.type === "binary" && ops.includes(node.op) ? rewrite(node) : undefined;
const onCall =
  (fn: string, rewrite: (arg: Expr) => Expr): Rewriting =>
  (node) =>
    node.type === "call" && node.fn === fn && node.args[0] ? rewrite(node.args[0]) : undefined;
const isSum = (node: Expr): node is Binary => node.type === "binary" && (node.op === "+" || node.op === "-");

/** Each turns some nodes into another formula of the same function, and does not apply to the others. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  reorder: onBinary("+*", ({ op, left, right }) => binary(op, right, left)),
  regroup: onBinary("+*", ({ op, left, right }) =>
    left.type === "binary" && left.op === op ? binary(op, left.left, binary(op, left.right, right)) : undefined,
  ),
  expand: onBinary("*", ({ left, right }) =>
    isSum(right) ? binary(right.op, binary("*", left, right.left), binary("*", left, right.right)) : undefined,
  ),
  "factor out 3": (node) => binary("*", literal("3"), binary("/", node, literal("3"))),
  "square a binomial": onBinary("^", ({ left, right }) =>
    isSum(left) && right.type === "number" && right.value === 2
      ? binary(
          "+",
          binary(left.op, binary("^", left.left, two), binary("*", two, binary("*", left.left, left.right))),
          binary("^", left.right, two),
        )
      : undefined,
  ),
  "power as product": onBinary("^", ({ left, right }) =>
    right.type === "number" && right.value === 3 ? binary("*", left, binary("^", left, two)) : undefined,
  ),
  "difference as sum": onBinary("-", ({ left, right }) => binary("+", left, negate(right))),
  "quotient as product": onBinary("/", ({ left, right }) => binary("*", left, binary("^", right, negate(one)))),
  "half as decimal": (node) => (node.type === "number" && node.text === "0.5" ? binary("/", one, two) : undefined),
  // Not in an exponent, where only a number may stand over a negative base.
  "add and take away": (node) => (node.type === "number" ? undefined : binary("-", binary("+", node, y), y)),
  "two signs": (node) => negate(negate(node)),
  Pythagoras: onCall("sin", (a) => binary("/", binary("-", one, binary("^", call("cos", a), two)), call("sin", a))),
  "sigmoid by exp": onCall("sigmoid", (a) => binary("/", one, binary("+", one, call("exp", negate(a))))),
  "tanh by sigmoid": onCall("tanh", (a) => binary("-", binary("*", two, call("sigmoid", binary("*", two, a))), one)),
  "abs by root": onCall("abs", (a) => call("sqrt", binary("^", a, two))),
  "ReLU by abs": onCall("relu", (a) => binary("/", binary("+", a, call("abs", a)), two)),
  "e to the as exp": onBinary("^", ({ left, right }) => (left === e ? call("exp", right) : undefined)),
};

/** The formula with the k-th node that the rewriting applies to rewritten, counted from the leaves. */
export function rewritten(expr: Expr, rewrite: Rewriting, k: number): Expr {
  let left = k;
  const walk = (node: Expr): Expr => {
    const kept = withParts(node, inside(node).map(walk));
    const other = left >= 0 ? rewrite(kept) : undefined;
    return other && left-- === 0 ? other : kept;
  };
  return walk(expr);
}

function withParts(node: Expr, parts: readonly Expr[]): Expr {
  const [a, b] = parts;
  if (node.type === "binary" && a && b) return binary(node.op, a, b);
  if (node.type === "call") return call(node.fn, ...parts);
  if (node.type === "negate" && a) return negate(a);
  return node;
}

/** The formula with another in the place of a variable. */
export function substituted(expr: Expr, name: string, by: Expr): Expr {
  if (expr.type === "variable" && expr.name === name) return by;
  return withParts(
    expr,
    inside(expr).map((part) => substituted(part, name, by)),
  );
}
