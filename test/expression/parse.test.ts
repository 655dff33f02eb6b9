import { describe, expect, test } from "vitest";
import { evaluate, evaluateClean } from "#lib/expression/evaluate.ts";
import { parse, variablesOf } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";

const names = ["x", "y", "a", "w_1", "w_2", "θ", "n"];

/** The fully written text of what was read; both of two readings; or the problem's message. */
function readAs(raw: string): string {
  const parsed = parse(raw, { names });
  if (parsed.outcome === "parsed") return toText(parsed.expr);
  if (parsed.outcome === "ambiguous") return parsed.readings.map(toText).join(" | ");
  return parsed.problem.message;
}

describe("products that are not written", () => {
  test.each([
    ["2x", "2*x"],
    ["2(x+1)", "2*(x + 1)"],
    ["(x+1)(x-2)", "(x + 1)*(x - 2)"],
    ["x(x+1)", "x*(x + 1)"],
    ["xe^x", "x*e^(x)"],
    ["ax", "a*x"],
    ["axy", "a*x*y"],
    ["x y", "x*y"],
    ["2xy^2", "2*x*y^2"],
    ["x^2y", "x^2*y"],
    ["2 sin x cos x", "2*sin(x)*cos(x)"],
    ["sin x", "sin(x)"],
    ["sinx", "sin(x)"],
    ["ln x", "ln(x)"],
    ["x ln x", "x*ln(x)"],
    ["-x^2", "-x^2"],
    ["2x-3", "2*x - 3"],
    ["πx", "pi*x"],
    ["|x||y|", "abs(x)*abs(y)"],
  ])("%s", (raw, text) => {
    expect(readAs(raw)).toBe(text);
  });
});

describe("declared names", () => {
  test.each([
    ["w_1", "w_1"],
    ["w1", "w_1"],
    ["w₁", "w_1"],
    ["w_{1}", "w_1"],
    ["w1x", "w_1*x"],
    ["w_1 w_2", "w_1*w_2"],
    ["w1w2", "w_1*w_2"],
    ["2w_2^2", "2*w_2^2"],
    ["θ", "theta"],
    ["theta", "theta"],
    ["\\theta", "theta"],
    ["sinθ", "sin(theta)"],
    ["2θx", "2*theta*x"],
  ])("%s", (raw, text) => {
    expect(readAs(raw)).toBe(text);
  });

  test("win over constants and over the times sign", () => {
    expect(parse("e", { names: ["e"] })).toMatchObject({ expr: { type: "variable", name: "e" } });
    expect(readAs("2x10^2")).toBe("Write the number in front, or a sign between.");
  });

  test("are the only ones known", () => {
    for (const raw of ["z", "w_3", "constructor", "__proto__", "xz", "toString"])
      expect(parse(raw, { names })).toMatchObject({ outcome: "unreadable" });
  });

  test("are listed", () => {
    const parsed = parse("x + w_1 ln x", { names });
    if (parsed.outcome !== "parsed") throw new Error("not parsed");
    expect([...variablesOf(parsed.expr)]).toEqual(["x", "w_1"]);
  });
});

describe("spellings with two readings", () => {
  test.each([
    ["1/2x", "1/2*x | 1/(2*x)"],
    ["1/2(x+1)", "1/2*(x + 1) | 1/(2*(x + 1))"],
    ["e^2x", "e^2*x | e^(2*x)"],
    ["e^-xy", "e^(-x)*y | e^(-x*y)"],
    ["x^1/2", "x^(1)/2 | x^(1/2)"],
    ["ln 2x", "ln(2)*x | ln(2*x)"],
    ["sin 2x", "sin(2)*x | sin(2*x)"],
    ["ln xy", "ln(x)*y | ln(x*y)"],
    ["√2x", "sqrt(2)*x | sqrt(2*x)"],
    ["sin^-1(x)", "asin(x) | sin(x)^(-1)"],
  ])("%s", (raw, text) => {
    expect(readAs(raw)).toBe(text);
  });

  test("are none where parentheses or braces tell", () => {
    for (const raw of ["1/(2x)", "(1/2)x", "e^(2x)", "e^{2}x", "x^(1/2)", "ln(2x)", "ln(2)x", "\\frac12x", "x^2/2"])
      expect(parse(raw, { names }).outcome, raw).toBe("parsed");
  });
});

describe("problems", () => {
  test.each([
    ["0,5", [0, 3], "0.5"],
    ["1,234", [0, 5], "1234 or 1.234"],
    ["1,234,567", [0, 9], "1234567"],
    ["1,234.5", [0, 7], "1234.5"],
    ["1.234,5", [0, 7], "1234.5"],
    ["1，234", [0, 5], "1234 or 1.234"],
    ["3 + 1 2/3", [4, 9], "1+2/3"],
    ["2 * (1 000)", [5, 10], "1000"],
    ["1½", [0, 2], "1+1/2"],
    ["5 cm", [2, 4], "5"],
    ["1'000", [0, 5], "1000"],
    ["(1+2", [0, 1], "(1+2)"],
    ["1+2)", [3, 4], "1+2"],
    ["sqr(4)", [0, 3], "sqrt"],
    ["1 + foo", [4, 7], null],
    ["y = 3", [2, 3], "3"],
    ["sqrt(0,5)", [4, 9], "sqrt(0.5)"],
    ["ln(2", [2, 3], "ln(2)"],
    ["log2", [3, 4], "log(2)"],
    ["50% + 1", [2, 3], null],
    ["", [0, 0], null],
  ] as const)("%j points at %j and suggests %j", (raw, at, suggestion) => {
    expect(parse(raw)).toMatchObject({ outcome: "unreadable", problem: { at, suggestion } });
  });
});

describe("values", () => {
  const value = (raw: string, env = new Map<string, number>()) => {
    const parsed = parse(raw, { names });
    return parsed.outcome === "parsed" ? evaluate(parsed.expr, env) : Number.NaN;
  };

  test("variables come from the environment, and a missing one gives NaN", () => {
    expect(
      value(
        "2x^2 + w_1",
        new Map([
          ["x", 3],
          ["w_1", 1],
        ]),
      ),
    ).toBe(19);
    expect(value("x + 1")).toBeNaN();
    expect(value("x^0")).toBe(1);
  });

  test("what is undefined is NaN, and never another number", () => {
    for (const raw of ["ln(-1)", "sqrt(-1)", "asin(2)", "acosh(0)", "(-8)^(1/2)", "(-8)^π", "0/0", "log_(-2)(4)"])
      expect(value(raw), raw).toBeNaN();
    expect(value("root(-8, 3)")).toBe(-2);
  });

  test("a Greek name in TeX carries a subscript", () => {
    for (const raw of ["\\theta_1 x", "\\theta_{1}x", "θ₁ x", "theta_1*x", "θ1x"]) {
      const parsed = parse(raw, { names: ["θ_1", "x"] });
      expect(parsed.outcome === "parsed" && toText(parsed.expr), raw).toBe("theta_1*x");
    }
  });

  test("the inverses of secant, cosecant and cotangent, and their hyperbolic kin, are read", () => {
    expect(value("arcsec(2)")).toBeCloseTo(Math.PI / 3, 14);
    expect(value("arccsc 2")).toBeCloseTo(Math.PI / 6, 14);
    expect(value("arccot(-1)")).toBeCloseTo((3 * Math.PI) / 4, 14);
    expect(value("sech(0)")).toBe(1);
    expect(value("\\coth(1)")).toBeCloseTo(1.3130352854993312, 14);
    expect(value("arsech(0.5)")).toBeCloseTo(1.3169578969248166, 14);
    expect(value("arccsch(1)")).toBeCloseTo(0.881373587019543, 14);
    expect(value("acoth(2)")).toBeCloseTo(0.5493061443340548, 14);
  });

  test("negative numbers have powers with odd denominators", () => {
    expect(value("(-8)^(1/3)")).toBe(-2);
    expect(value("(-8)^(2/3)")).toBeCloseTo(4, 14);
    expect(value("(-32)^-0.2")).toBeCloseTo(-0.5, 14);
    expect(value("(-8)^(2/6)")).toBe(-2);
  });

  test("logarithms of whole powers are exact", () => {
    expect(value("log2(2^29)")).toBe(29);
    expect(value("log10(1000)")).toBe(3);
  });

  test("the noise of a cancellation is zero, a small number is not", () => {
    const clean = (raw: string) => {
      const parsed = parse(raw);
      return parsed.outcome === "parsed" ? evaluateClean(parsed.expr) : Number.NaN;
    };
    expect(clean("0.1+0.2-0.3")).toBe(0);
    expect(clean("(0.1+0.2-0.3)*10^9")).toBe(0);
    expect(clean("1e-300")).toBe(1e-300);
    expect(clean("1e-9 - 2e-10")).toBeCloseTo(8e-10, 20);
    expect(Object.is(clean("-0"), 0)).toBe(true);
  });
});
