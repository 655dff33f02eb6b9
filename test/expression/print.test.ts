import fc from "fast-check";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { binary, call, type Expr, literal, negate } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { parse } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";

const seed = 20261122;
const names = ["x", "w_1", "theta"];

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((n) => literal(`${n}`)),
  fc.constantFrom("0.5", "2e-3", "1.50", ".25").map(literal),
  fc.constantFrom<Expr>({ type: "constant", name: "e" }, { type: "constant", name: "pi" }),
  fc.constantFrom(...names).map((name): Expr => ({ type: "variable", name })),
);
const tree = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/", "^"), tie("expr"), tie("expr"))
      .map(([op, left, right]): Expr => binary(op, left, right)),
    tie("expr").map(negate),
    fc
      .tuple(fc.constantFrom("sin", "ln", "sqrt", "abs", "sigmoid", "exp"), tie("expr"))
      .map(([fn, arg]) => call(fn, arg)),
    fc.tuple(tie("expr"), tie("expr")).map(([x, base]) => call("log", x, base)),
    fc.tuple(tie("expr"), tie("expr")).map(([a, b]) => call("max", a, b)),
  ),
})).expr;

test("what is printed as text reads back as the same tree", () => {
  fc.assert(
    fc.property(tree, (expr) => {
      const text = toText(expr);
      fc.pre(text.length <= 500);
      const parsed = parse(text, { names });
      expect(parsed.outcome === "parsed" ? parsed.expr : { text, parsed }).toEqual(expr);
    }),
    { seed, numRuns: 1000 },
  );
});

test("what is printed as TeX renders", () => {
  fc.assert(
    fc.property(tree, (expr) => {
      expect(() => katex.renderToString(toTex(expr), { throwOnError: true, strict: "error" })).not.toThrow();
    }),
    { seed, numRuns: 300 },
  );
});

describe("TeX as a textbook sets it", () => {
  test.each([
    ["1/3", "\\frac{1}{3}"],
    ["2x", "2 x"],
    ["2*3", "2 \\cdot 3"],
    ["x*2", "x \\cdot 2"],
    ["2(x+1)", "2 \\left(x + 1\\right)"],
    ["-2^2", "-2^{2}"],
    ["(-2)^2", "\\left(-2\\right)^{2}"],
    ["2^3^2", "2^{3^{2}}"],
    ["(2^3)^2", "\\left(2^{3}\\right)^{2}"],
    ["(1/2)^2", "\\left(\\frac{1}{2}\\right)^{2}"],
    ["x-(2-3)", "x - \\left(2 - 3\\right)"],
    ["x+(-2)", "x + \\left(-2\\right)"],
    ["--2", "-\\left(-2\\right)"],
    ["3*-2", "3 \\cdot \\left(-2\\right)"],
    ["2e-3", "2 \\cdot 10^{-3}"],
    ["sqrt(x)", "\\sqrt{x}"],
    ["root(x, 3)", "\\sqrt[3]{x}"],
    ["exp(-x)", "e^{-x}"],
    ["log_2(8)", "\\log_{2}\\left(8\\right)"],
    ["w_1", "w_{1}"],
    ["theta", "\\theta"],
    ["σ(x)", "\\sigma\\left(x\\right)"],
    ["abs(x)", "\\left|x\\right|"],
    ["94.5%", "94.5\\%"],
    [".5", "0.5"],
  ])("%s", (raw, tex) => {
    const parsed = parse(raw, { names });
    expect(parsed.outcome === "parsed" && toTex(parsed.expr)).toBe(tex);
  });
});
