import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "#lib/expression/evaluate.ts";
import { type Expr, inside } from "#lib/expression/expr.ts";
import { parse } from "#lib/expression/parse.ts";
import { simplify } from "#lib/expression/simplify.ts";
import { toText } from "#lib/expression/text.ts";
import { hasPowerOfZero, isWellScaled, places, treeOf } from "./random-tree.ts";

const seed = 20261122;
const names = ["x", "y", "n", "a", "w_1"];

function read(typed: string): Expr {
  const parsed = parse(typed, { names });
  if (parsed.outcome !== "parsed") throw new Error(`${typed} is ${parsed.outcome}`);
  return parsed.expr;
}

const simplified = (typed: string) => toText(simplify(read(typed)));
const nodesOf = (expr: Expr): number => inside(expr).reduce((sum, part) => sum + nodesOf(part), 1);

describe("like terms and like factors are collected", () => {
  test.each([
    ["x+x", "2*x"],
    ["2x+3x-x", "4*x"],
    ["x*x^2", "x^3"],
    ["x*3*2/5", "6*x/5"],
    ["x*y+y*x", "2*x*y"],
    ["x-3+-4", "x - 7"],
    ["2(x+1)+x", "3*x + 2"],
    ["x-(y-x)", "2*x - y"],
    ["x^n*x", "x^(n + 1)"],
    ["e^x*e^(2x)", "e^(3*x)"],
    ["exp(x)*e", "e^(x + 1)"],
    ["(e^x)^2", "e^(2*x)"],
    ["x^2*2*a*x", "2*a*x^3"],
    ["(2x)^3", "8*x^3"],
    ["(x^2)^3", "x^6"],
    ["x^3/x", "x^2"],
    ["x/x", "1"],
    ["(x^2+x)/x", "x + 1"],
    ["(2x+2)/(x+1)", "2"],
    ["(1-x)/(x-1)", "-1"],
    ["0*x+1*y", "y"],
    ["x^0+x^1", "x + 1"],
    ["--x", "x"],
    ["(x+1)(x-1)-x^2", "-1"],
    ["sin(x)^2+cos(x)^2", "1"],
    ["cosh(x)^2-sinh(x)^2", "1"],
  ])("%s is %s", (typed, text) => expect(simplified(typed)).toBe(text));
});

describe("numbers are exact, and decimals stay decimals", () => {
  test.each([
    ["1/3+1/6", "1/2"],
    ["0.1+0.2-0.3", "0"],
    ["0.1x+0.2x", "0.3*x"],
    ["0.5x*4", "2*x"],
    ["x/2+x/3", "5*x/6"],
    ["50%", "0.5"],
    ["2^10", "1024"],
    ["2^-2", "1/4"],
    ["sqrt(9/4)", "3/2"],
    ["sqrt(8)", "2*sqrt(2)"],
    ["sqrt(2)*sqrt(2)", "2"],
    ["1/sqrt(2)", "1/sqrt(2)"],
    ["8^(2/3)", "4"],
    ["(-8)^(1/3)", "-2"],
    ["log_2(8)", "3"],
    ["log_10(0.01)", "-2"],
    ["ln(e^x)", "x"],
    ["ln(1)+cos(0)+sigmoid(0)", "3/2"],
    ["max(2,x,1)", "max(2, x)"],
    ["abs(-3)+relu(-2)", "3"],
    ["9^9^9", "9^(9^9)"],
  ])("%s is %s", (typed, text) => expect(simplified(typed)).toBe(text));
});

describe("the order is that of a textbook", () => {
  test.each([
    ["1+x+x^2", "x^2 + x + 1"],
    ["y^2+x*y+x^2", "x^2 + x*y + y^2"],
    ["-x+1", "1 - x"],
    ["1-x^2-x", "-x^2 - x + 1"],
    ["e^x*x*2", "2*x*e^(x)"],
    ["cos(x)*x^2", "x^2*cos(x)"],
    ["cos(x)*sin(x)", "sin(x)*cos(x)"],
    ["1+ln(x)", "ln(x) + 1"],
    ["-ln(x)+1", "1 - ln(x)"],
    ["(1-sigmoid(x))*sigmoid(x)", "sigmoid(x)*(1 - sigmoid(x))"],
    ["x*w_1+y", "w_1*x + y"],
    ["1/(1+e^(-x))", "1/(1 + e^(-x))"],
    ["x^(-1)", "1/x"],
    ["x^(-1/2)/2", "1/(2*sqrt(x))"],
    ["ln(2)*2^x", "2^(x)*ln(2)"],
    ["(1-ln(x))*x^(-2)", "(1 - ln(x))/x^2"],
    ["-(2*x)*sin(x)", "-2*x*sin(x)"],
  ])("%s is %s", (typed, text) => expect(simplified(typed)).toBe(text));
});

describe("the domain does not grow", () => {
  test.each([
    ["sqrt(x^2)", "abs(x)"],
    ["sqrt(x)^2", "sqrt(x)^2"],
    ["sqrt(x)*sqrt(x)", "sqrt(x)^2"],
    ["sqrt(x)/sqrt(x)", "sqrt(x)/sqrt(x)"],
    ["ln(x^2)", "ln(x^2)"],
    ["ln(x)-ln(x)", "0*ln(x)"],
    ["0*sqrt(x)+sqrt(x)", "sqrt(x)"],
    ["ln(x)/ln(x)", "ln(x)/ln(x)"],
    ["relu(x)/relu(x)", "relu(x)/relu(x)"],
    ["sqrt(x*y)", "sqrt(x*y)"],
    ["x^(1/3)*x^(2/3)", "x"],
    ["x^0.2*x^0.2", "x^(0.4)"],
    ["x^0.5/2", "sqrt(x)/2"],
    ["1/0", "1/0"],
    ["e^(ln(x))", "e^(ln(x))"],
  ])("%s is %s", (typed, text) => expect(simplified(typed)).toBe(text));
});

const trees = fc.oneof(treeOf(3), treeOf(6));

test("has the same value at every place, and is undefined where the formula was", () => {
  let compared = 0;
  fc.assert(
    fc.property(trees, (expr) => {
      const result = simplify(expr);
      for (const at of places) {
        if (!isWellScaled(expr, at) || hasPowerOfZero(expr, at)) continue;
        const [before, after] = [evaluate(expr, at), evaluate(result, at)];
        compared++;
        if (Number.isNaN(before))
          expect(after, `${toText(expr)} became ${toText(result)}`).not.toSatisfy(Number.isFinite);
        else
          expect(Math.abs(after - before), `${toText(expr)} became ${toText(result)}`).toBeLessThan(
            1e-7 * (1 + Math.abs(before)),
          );
      }
    }),
    { seed, numRuns: 3000 },
  );
  expect(compared).toBeGreaterThan(5000);
});

test("simplifying twice is simplifying once", () => {
  fc.assert(
    fc.property(trees, (expr) => {
      const once = simplify(expr);
      expect(toText(simplify(once))).toBe(toText(once));
    }),
    { seed, numRuns: 3000 },
  );
});

test("is never more than three times as long, and a little", () => {
  fc.assert(
    fc.property(trees, (expr) => {
      expect(nodesOf(simplify(expr))).toBeLessThanOrEqual(3 * nodesOf(expr) + 4);
    }),
    { seed, numRuns: 2000 },
  );
});

const repeated = (text: string, times: number, between = "") => Array.from({ length: times }, () => text).join(between);

test.each([
  ["a product of sums", repeated("(x+y+1)", 45)],
  ["a sum of powers of sums", repeated("(x+y)^7*a", 30, "+")],
  ["powers inside powers", "((((((x+y+1)^9+a)^9+y)^9+n)^9+1)^9+1)^9+x"],
  ["fractions inside fractions", `${repeated("1/(1+", 30)}x${repeated(")", 30)}`],
  ["roots inside roots", `${repeated("sqrt(x+", 30)}1${repeated(")", 30)}`],
  ["towers of numbers", "9^9^9^9+2^10000+(9^99)^99"],
  ["exponents of any size", "x^(10^30)+1e-300*x+0.5^(10^9)"],
])("multiplies nothing out that would explode: %s", (_, typed) => {
  const expr = read(typed);
  const result = simplify(expr);
  expect(nodesOf(result)).toBeLessThanOrEqual(3 * nodesOf(expr) + 4);
  expect(toText(simplify(result))).toBe(toText(result));
});
