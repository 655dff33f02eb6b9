import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lacking } from "#lib/expression/form.ts";
import { parse } from "#lib/expression/parse.ts";

const seed = 20261124;
const names = ["x", "y", "z", "a", "b"];

function lackOf(typed: string, form: Parameters<typeof lacking>[1]): string | undefined {
  const parsed = parse(typed, { names });
  if (parsed.outcome !== "parsed") throw new Error(`${typed} is ${parsed.outcome}`);
  return lacking(parsed.expr, form);
}

/** What was typed, and a word of what it lacks; "" where it has the form. */
type Rows = readonly (readonly [typed: string, lack: string])[];

const expanded: Rows = [
  ["x^2+3x+2", ""],
  ["2+3x+x^2", ""],
  ["-x^2+1", ""],
  ["1-x^2", ""],
  ["x^2/2+x/2", ""],
  ["(1/2)*x^2+x", ""],
  ["-(1/2)x+3", ""],
  ["0.5x+1", ""],
  ["x*y+y*x^2", ""],
  ["x+(y+1)", ""],
  ["sqrt(2)*x+1", ""],
  ["1+sqrt(2)", ""],
  ["x^-1+1", ""],
  ["x/(x+1)", ""],
  ["(x+1)/(x+2)", ""],
  ["sin(x)^2+1", ""],
  ["sin((x+1)^2)", ""],
  ["e^(2(x+1))", ""],
  ["(x+1)^(1/2)", ""],
  ["(x+1)(x+2)", "multiply out the product"],
  ["2(x+1)", "multiply out the product"],
  ["(x+1)*2", "multiply out the product"],
  ["x(x+1)", "multiply out the product"],
  ["x*(x+1)/2", "multiply out the product"],
  ["-2(x+1)", "multiply out the product"],
  ["3+2(x+1)", "multiply out the product"],
  ["2((x+1))", "multiply out the product"],
  ["(x+1)^2", "multiply out the power"],
  ["(x+1)^2+x", "multiply out the power"],
  ["(x+1)^1", "work out the power"],
  ["x-(y+1)", "remove the parentheses"],
  ["-(x+1)", "remove the parentheses"],
  ["(x+1)/2", "divide each term"],
  ["(x+1)/x", "divide each term"],
  ["x+x", "collect like terms"],
  ["x^2+2x+x+2", "collect like terms"],
  ["x*y+y*x", "collect like terms"],
  ["1+2", "collect like terms"],
  ["x+0", "collect like terms"],
  ["x*x", "collect the powers"],
  ["2*3x", "multiply the numbers"],
  ["(2x)^2", "power of each factor"],
  ["1/((x+1)(x+2))", "multiply out the denominator"],
];

const factored: Rows = [
  ["(x+1)(x+2)", ""],
  ["(x+2)(x+1)", ""],
  ["-(1-x)(x+1)", ""],
  ["(-x-1)(-x-2)", ""],
  ["2(x+1)(x-1)", ""],
  ["(x+1)*2", ""],
  ["(x+1)^2", ""],
  ["(x+1)(x+1)", ""],
  ["x(x+1)", ""],
  ["x^2*(x+1)", ""],
  ["(2x+1)(x-3)", ""],
  ["(x-1/2)(x+3)", ""],
  ["(x+1)(x-1)/2", ""],
  ["x^2+1", ""],
  ["x^2-2", ""],
  ["x^2+x+1", ""],
  ["x^3-2", ""],
  ["x^4+1", ""],
  ["x^4+x^3+x^2+x+1", ""],
  ["x+1", ""],
  ["6x", ""],
  ["x*y*(x+y)", ""],
  ["(x+y)(x-y)", ""],
  ["x^2+y^2", ""],
  ["x+y*z", ""],
  ["e^x*(x+1)", ""],
  ["(x+1)/(x-1)", ""],
  ["(2x+2)(x-1)", "take out the common factor"],
  ["2x+2", "take out the common factor"],
  ["x^2+x", "take out the common factor"],
  ["(x^2+x)(x-1)", "take out the common factor"],
  ["(2x+2)^2", "take out the common factor"],
  ["x*y+x*z", "take out the common factor"],
  ["2x+4y", "take out the common factor"],
  ["x*e^x+e^x", "take out the common factor"],
  ["x^2-1", "write it as a product"],
  ["x^2+3x+2", "write it as a product"],
  ["6x^2+5x+1", "write it as a product"],
  ["x^3-8", "write it as a product"],
  ["x^4+4", "write it as a product"],
  ["x^4+x^2+1", "write it as a product"],
  ["x^4-5x^2+6", "write it as a product"],
  ["x^4+2x^2+1", "write it as a product"],
  ["x^2-y^2", "write it as a product"],
  ["-(x^2-1)", "write it as a product"],
  ["x(x+1)+x+1", "write it as a product"],
  ["(x^2-1)(x+2)", "factors further"],
  ["(x^2-1)^2", "factors further"],
  ["(x^2+2x+1)/3", "factors further"],
  ["1/(x^2-1)", "factors further"],
  ["(x+1+1)(x-1)", "collect like terms"],
];

const single: Rows = [
  ["ln(x)", ""],
  ["ln(x*y^2/z)", ""],
  ["log_2(x*y)", ""],
  ["ln(1/x)", ""],
  ["x+ln(y)", ""],
  ["ln(x)+ln(y)", "combine"],
  ["ln(x)-ln(y)", "combine"],
  ["ln(ln(x))", "combine"],
  ["2ln(x)", "bring the factor"],
  ["-ln(x)", "bring the factor"],
  ["x-ln(y)", "bring the factor"],
  ["ln(x)/2", "bring the factor"],
  ["ln(x)^2", "write it as one logarithm"],
  ["3", "write it as one logarithm"],
];

const apart: Rows = [
  ["ln(x)+ln(y)", ""],
  ["2ln(x)-ln(y)", ""],
  ["ln(x)/2", ""],
  ["(1/2)*ln(x)", ""],
  ["-ln(x)", ""],
  ["ln(2)+ln(x)", ""],
  ["ln(6)", ""],
  ["ln(0.5)", ""],
  ["ln(pi)", ""],
  ["ln|x|", ""],
  ["ln(x+1)+2ln(x)", ""],
  ["ln(sin(x))", ""],
  ["ln(x*y)", "product"],
  ["ln(2x)", "product"],
  ["ln(x/y)", "quotient"],
  ["ln(1/2)", "quotient"],
  ["ln(x^2)", "power"],
  ["ln(e^x)", "power"],
  ["ln(exp(x))", "power"],
  ["ln(sqrt(x))", "root"],
  ["ln(cbrt(x))", "root"],
  ["ln(x^2+x)", "factor the sum"],
  ["ln(x^2-1)", "factor the sum"],
  ["ln(2x+2)", "factor the sum"],
  ["ln(e)+ln(x)", "logarithm of e"],
  ["ln(1)", "logarithm of 1"],
  ["ln(x)+ln(x)", "collect like terms"],
  ["2(ln(x)+ln(y))", "multiply out"],
  ["ln(x)-(ln(y)+ln(z))", "remove the parentheses"],
  ["ln(x)+2ln(y*z)", "product"],
];

const reduced: Rows = [
  ["1/3", ""],
  ["-1/3", ""],
  ["(-1)/3", ""],
  ["-(1/3)", ""],
  ["4/3", ""],
  ["3", ""],
  ["-3", ""],
  ["0", ""],
  ["x+1", ""],
  ["x/2", ""],
  ["(x+1)/2", ""],
  ["(x+1)/(x-1)", ""],
  ["x/((x+1)(x-1))", ""],
  ["3/(2x)", ""],
  ["x*y/z", ""],
  ["1/sqrt(2)", ""],
  ["2/6", "cancel"],
  ["-2/6", "cancel"],
  ["0/5", "cancel"],
  ["6/2", "cancel"],
  ["3/1", "denominator 1"],
  ["1/(-3)", "minus sign"],
  ["(-1)/(-3)", "minus sign"],
  ["0.5", "fraction of whole numbers"],
  ["50%", "fraction of whole numbers"],
  ["1/3+1/6", "work it out"],
  ["2*3/5", "work it out"],
  ["2+1", "work it out"],
  ["(1/2)/3", "one fraction"],
  ["0.5/3", "one fraction"],
  ["x^2/x", "cancel"],
  ["(2x+2)/4", "cancel"],
  ["(x^2-1)/(x-1)", "cancel"],
  ["(x^2-1)/(x^2+2x+1)", "cancel"],
  ["((x+1)(x+2))/((x+2)(x+3))", "cancel"],
  ["x*y/(x*z)", "cancel"],
  ["1/x+1", "one fraction"],
  ["(1/2)*x", "one fraction"],
  ["1/(1+1/x)", "one fraction"],
];

const forms = [
  ["expanded", expanded],
  ["factored", factored],
  ["single-logarithm", single],
  ["expanded-logarithms", apart],
  ["reduced", reduced],
] as const;

for (const [form, rows] of forms)
  describe(`the form “${form}”`, () => {
    test.each(rows)("%s lacks: %s", (typed, lack) => {
      const found = lackOf(typed, form);
      if (lack === "") expect(found).toBeUndefined();
      else expect(found).toContain(lack);
    });
  });

/** A polynomial in x as it is typed, the k-th coefficient with the k-th power. */
const typedPolynomial = (coefficients: readonly number[]): string =>
  coefficients.flatMap((c, k) => (c === 0 ? [] : [k === 0 ? `(${c})` : `(${c})*x^${k}`])).join("+");

const times = (p: readonly number[], q: readonly number[]): number[] =>
  Array.from({ length: p.length + q.length - 1 }, (_, k) => p.reduce((sum, a, i) => sum + a * (q[k - i] ?? 0), 0));

const factor = (degree: number) =>
  fc.tuple(
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: degree, maxLength: degree }),
    fc.integer({ min: 1, max: 9 }),
  );

test("a product that is multiplied out is not factored, up to degree 4", () => {
  const pairs = fc
    .constantFrom([1, 1], [1, 2], [1, 3], [2, 2])
    .chain(([m = 1, n = 1]) => fc.tuple(factor(m), factor(n)));
  fc.assert(
    fc.property(pairs, ([[p, leadOfP], [q, leadOfQ]]) => {
      const product = times([...p, leadOfP], [...q, leadOfQ]);
      expect(lackOf(typedPolynomial(product), "factored")).toBeDefined();
    }),
    { seed, numRuns: 500 },
  );
});

test("by Eisenstein's criterion, what is divisible by 3 below its highest power, but not by 9, is factored", () => {
  const lower = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(lower, fc.constantFrom(-6, -3, 3, 6, 12), (middle, last) => {
      expect(lackOf(typedPolynomial([last, ...middle.map((c) => 3 * c), 1]), "factored")).toBeUndefined();
    }),
    { seed, numRuns: 500 },
  );
});

test("any form will do where none is asked for", () => {
  expect(lackOf("2(x+x)/4", "any")).toBeUndefined();
});

test("a formula that is too large for exact arithmetic is not held against anybody", () => {
  expect(lackOf("9^9^9*x+1", "expanded")).toBeUndefined();
});
