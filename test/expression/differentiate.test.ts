import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluate } from "#lib/expression/evaluate.ts";
import { call, type Expr, some } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { parse } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";
import { hasPowerOfZero, isWellScaled, places, treeOf } from "./random-tree.ts";

const seed = 20261123;
const names = ["x", "y", "n", "a", "b", "w", "w_1"];

function read(typed: string): Expr {
  const parsed = parse(typed, { names });
  if (parsed.outcome !== "parsed") throw new Error(`${typed} is ${parsed.outcome}`);
  return parsed.expr;
}

describe("derivatives are those of a textbook", () => {
  test.each([
    // Powers
    ["3", "0"],
    ["a", "0"],
    ["x", "1"],
    ["x^2", "2x"],
    ["5x^3", "15x^2"],
    ["3x^2+2x+1", "6x + 2"],
    ["x^3/3", "x^2"],
    ["x^n", "nx^{n - 1}"],
    ["1/x", "-\\frac{1}{x^2}"],
    ["1/x^2", "-\\frac{2}{x^3}"],
    ["sqrt(x)", "\\frac{1}{2\\sqrt{x}}"],
    ["1/sqrt(x)", "-\\frac{1}{2x^{3/2}}"],
    ["x^(1/3)", "\\frac{1}{3x^{2/3}}"],
    ["cbrt(x)", "\\frac{1}{3x^{2/3}}"],
    ["x^(3/2)", "\\frac{3\\sqrt{x}}{2}"],
    ["0.5x^2-0.1x", "x - 0.1"],
    ["5%", "0"],
    // Exponentials and logarithms
    ["e^x", "e^{x}"],
    ["exp(2x)", "2e^{2x}"],
    ["e^(-x)", "-e^{-x}"],
    ["e^(x^2)", "2xe^{x^2}"],
    ["e^(-x^2/2)", "-xe^{-x^2/2}"],
    ["2^x", "2^{x}\\ln 2"],
    ["a^x", "a^{x}\\ln a"],
    ["x^x", "x^{x}(\\ln x + 1)"],
    ["ln(x)", "\\frac{1}{x}"],
    ["ln(3x)", "\\frac{1}{x}"],
    ["ln(x^2+1)", "\\frac{2x}{x^2 + 1}"],
    ["ln(x)^2", "\\frac{2\\ln x}{x}"],
    ["log_2(x)", "\\frac{1}{x\\ln 2}"],
    ["-ln(1-x)", "\\frac{1}{1 - x}"],
    ["ln(ln(x))", "\\frac{1}{x\\ln x}"],
    // Products, quotients, chains
    ["x*e^x", "xe^{x} + e^{x}"],
    ["x*ln(x)", "\\ln x + 1"],
    ["x*ln(x)-x", "\\ln x"],
    ["x^2*sin(x)", "x^2\\cos x + 2x\\sin x"],
    ["ln(x)/x", "\\frac{1 - \\ln x}{x^2}"],
    ["sin(x)/x", "\\frac{x\\cos x - \\sin x}{x^2}"],
    ["x/(x+1)", "\\frac{1}{(x + 1)^{2}}"],
    ["1/(x^2+1)", "-\\frac{2x}{(x^2 + 1)^{2}}"],
    ["(x^2+1)/x", "\\frac{x^2 - 1}{x^2}"],
    ["(2x+1)^3", "6(2x + 1)^{2}"],
    ["(x+1)(x+2)", "2x + 3"],
    ["sqrt(x^2+1)", "\\frac{x}{\\sqrt{x^2 + 1}}"],
    ["(w*x+b-y)^2", "2w(wx + b - y)"],
    ["1/(1+e^(-x))", "\\frac{e^{-x}}{(1 + e^{-x})^{2}}"],
    ["ln(1+e^x)", "\\frac{e^{x}}{e^{x} + 1}"],
    // Functions
    ["sin(x)", "\\cos x"],
    ["cos(x)", "-\\sin x"],
    ["cos(x^2)", "-2x\\sin(x^2)"],
    ["sin(x)^2", "2\\sin x\\cos x"],
    ["sin(x)cos(x)", "\\cos^2 x - \\sin^2 x"],
    ["tan(x)", "\\sec^2 x"],
    ["sec(x)", "\\sec x\\tan x"],
    ["csc(x)", "-\\csc x\\cot x"],
    ["cot(x)", "-\\csc^2 x"],
    ["asin(x)", "\\frac{1}{\\sqrt{1 - x^2}}"],
    ["acos(x)", "-\\frac{1}{\\sqrt{1 - x^2}}"],
    ["atan(x)", "\\frac{1}{x^2 + 1}"],
    ["sinh(x)", "\\cosh x"],
    ["cosh(x)", "\\sinh x"],
    ["tanh(x)", "1 - \\tanh^2 x"],
    ["asinh(x)", "\\frac{1}{\\sqrt{x^2 + 1}}"],
    ["acosh(x)", "\\frac{1}{\\sqrt{x^2 - 1}}"],
    ["atanh(x)", "\\frac{1}{1 - x^2}"],
    ["sigmoid(x)", "\\sigma(x)(1 - \\sigma(x))"],
    ["sigmoid(a*x+b)", "a\\sigma(ax + b)(1 - \\sigma(ax + b))"],
    ["abs(x)", "\\frac{x}{\\left|x\\right|}"],
    ["relu(x)", "\\frac{\\operatorname{ReLU}(x)}{x}"],
    ["relu(relu(x))", "\\frac{\\operatorname{ReLU}(x)}{x}"],
    ["max(0,x)", "\\frac{\\operatorname{ReLU}(x)}{x}"],
    ["max(x,x)", "1"],
  ])("d/dx %s is %s", (typed, tex) => {
    expect(toTex(differentiate(read(typed), "x"))).toBe(tex);
  });
});

describe("partial derivatives hold other names constant", () => {
  test.each([
    ["x^2+4y^2", "x", "2x"],
    ["x^2+4y^2", "y", "8y"],
    ["x*y", "y", "x"],
    ["(w*x+b-y)^2", "w", "2x(wx + b - y)"],
    ["(w*x+b-y)^2", "b", "2(wx + b - y)"],
    ["sigmoid(w_1*x)", "w_1", "x\\sigma(w_{1}x)(1 - \\sigma(w_{1}x))"],
    ["x^y", "y", "x^{y}\\ln x"],
  ])("%s by %s is %s", (typed, name, tex) => expect(toTex(differentiate(read(typed), name))).toBe(tex));
});

test("refuses a function that it has no rule for", () => {
  expect(() => differentiate(call("gamma", read("x")), "x")).toThrow(RangeError);
});

/** The slope by Richardson's extrapolation of central differences: its error is of sixth order. */
function slopeOf(f: (x: number) => number, x: number): { slope: number; error: number } {
  const h = 1e-2;
  const central = (step: number) => (f(x + step) - f(x - step)) / (2 * step);
  const [a, b, c] = [central(h), central(h / 2), central(h / 4)];
  const [ab, bc] = [(4 * b - a) / 3, (4 * c - b) / 3];
  const slope = (16 * bc - ab) / 15;
  return { slope, error: Math.abs(slope - bc) };
}

const isKinked = (expr: Expr) =>
  some(expr, (node) => node.type === "call" && ["max", "min", "relu", "abs"].includes(node.fn));

test("agrees with differences of the function's values", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(treeOf(2), treeOf(4)), (expr) => {
      const derivative = differentiate(expr, "x");
      for (const at of places) {
        const value = (x: number) => evaluate(expr, new Map(at).set("x", x));
        const { slope, error } = slopeOf(value, at.get("x") ?? 0);
        if (
          !isWellScaled(expr, at) ||
          hasPowerOfZero(expr, at) ||
          !Number.isFinite(slope) ||
          error > 1e-6 * (1 + Math.abs(slope))
        )
          continue;
        const result = evaluate(derivative, at);
        // A kink that is zero on an interval has no derivative by its rule.
        if (Number.isNaN(result) && isKinked(expr)) continue;
        compared++;
        expect(Math.abs(result - slope), `${toText(expr)} has slope ${slope}, not ${toText(derivative)}`).toBeLessThan(
          1e-5 * (1 + Math.abs(slope)),
        );
      }
    }),
    { seed, numRuns: 2500 },
  );
  expect(compared).toBeGreaterThan(4000);
});
