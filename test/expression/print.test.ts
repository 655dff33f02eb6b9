import fc from "fast-check";
import katex from "katex";
import { describe, expect, test } from "vitest";
import { binary, call, type Expr, literal, negate } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { parse } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";
import { treeOf } from "./random-tree.ts";

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

const formulas = fc.oneof(tree, treeOf(5));

test("what is printed as TeX renders, in KaTeX's strict mode", () => {
  fc.assert(
    fc.property(formulas, (expr) => {
      expect(() => katex.renderToString(toTex(expr), { throwOnError: true, strict: "error" })).not.toThrow();
    }),
    { seed, numRuns: 1000 },
  );
});

test("what is printed as TeX reads back as the same tree, and as no other", () => {
  fc.assert(
    fc.property(formulas, (expr) => {
      const tex = toTex(expr);
      fc.pre(tex.length <= 500);
      const parsed = parse(tex, { names: [...names, "y"] });
      if (parsed.outcome === "unreadable") fc.pre(!/nested|too many/.test(parsed.problem.message));
      expect(parsed.outcome === "parsed" ? toText(plainer(parsed.expr)) : { tex, parsed }).toBe(toText(plainer(expr)));
    }),
    { seed, numRuns: 5000 },
  );
});

const isPowerOfTen = (expr: Expr): boolean =>
  expr.type === "binary" && expr.op === "^" && expr.left.type === "number" && expr.left.value === 10;

/** Two spellings of one thing as one: exp x and e^x, ∛ and the third root, 2e-3 and 2·10⁻³, −(a/b) and (−a)/b. */
function plainer(expr: Expr): Expr {
  switch (expr.type) {
    case "number": {
      const [mantissa = "", exponent] = expr.text.split("e");
      const number = literal(`${Number(mantissa)}`);
      if (exponent === undefined) return number;
      const size = literal(exponent.replace(/^[+-]/, ""));
      return binary("*", number, binary("^", literal("10"), exponent.startsWith("-") ? negate(size) : size));
    }
    case "negate": {
      if (expr.of.type === "binary" && expr.of.op === "/") return plainer({ ...expr.of, left: negate(expr.of.left) });
      const of = plainer(expr.of);
      return of.type === "binary" && of.op === "*" && isPowerOfTen(of.right)
        ? { ...of, left: negate(of.left) }
        : negate(of);
    }
    case "percent":
      return { ...expr, of: plainer(expr.of) };
    case "call": {
      const [first, ...others] = expr.args.map(plainer);
      if (!first) return expr;
      if (expr.fn === "exp") return binary("^", { type: "constant", name: "e" }, first);
      if (expr.fn === "cbrt") return call("root", first, literal("3"));
      return call(expr.fn, first, ...others);
    }
    case "binary":
      return binary(expr.op, plainer(expr.left), plainer(expr.right));
    default:
      return expr;
  }
}

describe("TeX as a textbook sets it", () => {
  test.each([
    // Products and quotients
    ["1/3", "\\frac{1}{3}"],
    ["2x", "2x"],
    ["2*3", "2 \\cdot 3"],
    ["x*2", "x \\cdot 2"],
    ["2*x*y", "2xy"],
    ["x*(y*2)", "x(y \\cdot 2)"],
    ["2(x+1)", "2(x + 1)"],
    ["(x+1)(x-2)", "(x + 1)(x - 2)"],
    ["pi*x", "\\pi x"],
    ["2*(1/3)", "2 \\cdot \\frac{1}{3}"],
    ["x*(y/2)", "x\\frac{y}{2}"],
    ["2(1/x+1)", "2\\left(\\frac{1}{x} + 1\\right)"],
    ["1/(2*sqrt(x))", "\\frac{1}{2\\sqrt{x}}"],
    // Signs
    ["-x", "-x"],
    ["-2x", "-2x"],
    ["-(2x)", "-(2x)"],
    ["-x/2", "\\frac{-x}{2}"],
    ["-(x/2)", "-\\frac{x}{2}"],
    ["x-(2-3)", "x - (2 - 3)"],
    ["x+(y-3)", "x + (y - 3)"],
    ["x+(-2)", "x + (-2)"],
    ["x-(-2x)", "x - (-2x)"],
    ["--2", "-(-2)"],
    ["3*-2", "3(-2)"],
    // Powers
    ["3x^2", "3x^2"],
    ["x^10", "x^{10}"],
    ["x^y", "x^{y}"],
    ["-2^2", "-2^{2}"],
    ["(-2)^2", "(-2)^{2}"],
    ["2^3^2", "2^{3^{2}}"],
    ["(2^3)^2", "(2^{3})^{2}"],
    ["(1/2)^2", "\\left(\\frac{1}{2}\\right)^{2}"],
    ["(x+1)^2", "(x + 1)^{2}"],
    ["sqrt(x)^2", "(\\sqrt{x})^{2}"],
    ["exp(-x)", "e^{-x}"],
    ["e^(2x)", "e^{2x}"],
    ["e^(-x^2/2)", "e^{-x^2/2}"],
    ["e^(1/(2x))", "e^{1/(2x)}"],
    ["x^(1/2)", "x^{1/2}"],
    ["2e-3", "2 \\cdot 10^{-3}"],
    // Functions
    ["sqrt(x)", "\\sqrt{x}"],
    ["root(x, 3)", "\\sqrt[3]{x}"],
    ["ln(x)", "\\ln x"],
    ["sin(theta)", "\\sin \\theta"],
    ["ln(w_1)", "\\ln w_{1}"],
    ["ln(2)", "\\ln 2"],
    ["ln(2x)", "\\ln(2x)"],
    ["ln(1/x)", "\\ln\\left(\\frac{1}{x}\\right)"],
    ["ln(x)*y", "\\ln(x)y"],
    ["y*ln(x)", "y\\ln x"],
    ["ln(x)/y", "\\frac{\\ln x}{y}"],
    ["sin(x)*cos(x)", "\\sin x\\cos x"],
    ["sin(x)*(y+1)", "\\sin(x)(y + 1)"],
    ["sin(x)^2", "\\sin^2 x"],
    ["sin(x^2)", "\\sin(x^2)"],
    ["sin(2x)^2*y", "\\sin^2(2x)y"],
    ["sin(x)^(-1)", "(\\sin x)^{-1}"],
    ["ln(x)^2", "(\\ln x)^{2}"],
    ["arsinh(x)", "\\operatorname{arsinh} x"],
    ["log_2(8)", "\\log_2 8"],
    ["log_10(x)", "\\log_{10} x"],
    ["σ(x)", "\\sigma(x)"],
    ["σ(x)^2", "\\sigma(x)^{2}"],
    ["max(x, 1/2)", "\\max\\left(x, \\frac{1}{2}\\right)"],
    ["abs(x)", "\\left|x\\right|"],
    ["abs(abs(x)-1)", "\\operatorname{abs}(\\left|x\\right| - 1)"],
    // Names and numbers
    ["w_1", "w_{1}"],
    ["theta", "\\theta"],
    ["94.5%", "94.5\\%"],
    [".5", "0.5"],
  ])("%s", (raw, tex) => {
    const parsed = parse(raw, { names: [...names, "y"] });
    expect(parsed.outcome === "parsed" && toTex(parsed.expr)).toBe(tex);
  });

  test("a number that is negative by itself makes a difference, never + −3", () => {
    const x: Expr = { type: "variable", name: "x" };
    expect(toTex(binary("+", x, literal("-3")))).toBe("x - 3");
    expect(toTex(binary("-", x, literal("-3")))).toBe("x + 3");
    expect(toTex(binary("*", x, literal("-3")))).toBe("x(-3)");
  });
});
