import { describe, expect, test } from "vitest";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { toText } from "#lib/expression/text.ts";

describe("a formula written in the code", () => {
  test.each([
    ["3x^2 + ln(y)", ["x", "y"], "3*x^2 + ln(y)"],
    ["2", [], "2"],
    ["x/y/2", ["x", "y"], "x/y/2"],
  ])("%s in %j is %s", (text, names, tree) => {
    expect(toText(formula(text, ...names))).toBe(tree);
  });

  test.each([
    ["3x^", ["x"]],
    ["x + y", ["x"]],
    ["1/2x", ["x"]],
    ["", []],
  ])("%j in %j is refused as an author's slip", (text, names) => {
    expect(() => formula(text, ...names)).toThrow(RangeError);
  });
});

describe("numbers put in for variables", () => {
  test.each([
    ["3x^2*y - e^(x - 2y)", { x: 2, y: 5 }, "3*2^2*5 - e^(2 - 2*5)"],
    ["-x + ln(y)", { x: 4 }, "-4 + ln(y)"],
    ["-x^2", { x: -3 }, "-(-3)^2"],
    ["x/(y + 1)", { x: 0.5, y: -1.5 }, "0.5/(-1.5 + 1)"],
    ["w_1*x", { w_1: 7 }, "7*x"],
  ])("%s at %j is %s, and nothing is worked out", (text, at, expected) => {
    const expr = formula(text, "x", "y", "w_1");
    expect(toText(substitute(expr, new Map(Object.entries(at))))).toBe(expected);
  });

  test("are set with a dot between them", () => {
    const numbers = new Map(Object.entries({ x: 2, y: 3 }));
    expect(toTex(substitute(formula("6*x*y", "x", "y"), numbers))).toBe("6 \\cdot 2 \\cdot 3");
  });
});
