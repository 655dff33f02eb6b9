/** What each kind says about a wrong answer: near misses by name, and what to look at where there is none. */
import { describe, expect, test } from "vitest";
import {
  choices,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  type KindSpec,
  letteredShape,
  matrix,
  order,
  set,
  type Value,
  vector,
} from "#lib/exercise/kinds.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import { ratio } from "#lib/expression/rational.ts";
import { howFarOff } from "#lib/grading/distance.ts";
import { intervalInWords, marginOf } from "#lib/grading/interval.ts";
import { kindOf, read } from "#lib/grading/kinds/table.ts";
import type { Read } from "#lib/grading/reading.ts";

function mustRead(raw: string, spec: KindSpec): Read<Value> {
  const reading = read(raw, spec);
  if (reading.outcome !== "read") throw new Error(`${raw}: ${reading.message}`);
  return reading;
}

const readValue = (raw: string, spec: KindSpec): Value => mustRead(raw, spec).value;

/** The id of the near miss that a wrong answer is, or null. */
function nearMissOf(spec: KindSpec, right: string | Value, typed: string): string | null {
  const reference = typeof right === "string" ? readValue(right, spec) : right;
  const { value, written } = mustRead(typed, spec);
  expect(kindOf(spec).compare(value, reference, spec, []).right).toBe(false);
  const around = { formula: "", sizes: [7], written, window: [] };
  return kindOf(spec).nearMiss(value, reference, spec, around)?.id ?? null;
}

const saysOf = (spec: KindSpec, right: string, typed: string): string | undefined =>
  kindOf(spec).compare(readValue(typed, spec), readValue(right, spec), spec, []).says;

const lacksOf = (spec: KindSpec, right: Value, typed: string): string | undefined =>
  kindOf(spec).compare(readValue(typed, spec), right, spec, []).lacks;

function problemOf(raw: string, spec: KindSpec): { message: string; at: string } {
  const reading = read(raw, spec);
  if (reading.outcome !== "unreadable") throw new Error(`${raw} was ${reading.outcome}`);
  return { message: reading.message, at: raw.slice(...reading.at) };
}

const inX = { variables: ["x"] };
const inXY = { variables: ["x", "y"] };

describe("near misses of fractions are exact", () => {
  test.each([
    ["-3/8", "sign"],
    ["8/3", "reciprocal"],
    ["5/8", "complement"],
    ["37.5", "percent"],
    ["0.375%", "percent"],
    ["3/4", "factor-2"],
    ["3/16", "factor-2"],
    ["21/8", "factor-n"],
    ["3/56", "factor-n"],
    ["3/7", null],
    ["8/3.0001", null],
  ])("%s for 3/8: %s", (typed, id) => expect(nearMissOf(fraction(), ratio(3, 8), typed)).toBe(id));

  test.each([
    [ratio(1, 2), "-1/2", "sign"],
    [ratio(1, 2), "2", "reciprocal"],
    [ratio(1), "-1", "sign"],
    [ratio(1), "0", null],
    [ratio(0), "1", null],
  ])("one minus the value is named only where it is neither 0 nor 1", (right, typed, id) =>
    expect(nearMissOf(fraction(), right, typed)).toBe(id),
  );
});

describe("a fraction that is not in the form asked for is told what to do", () => {
  const reduced = fraction({ reduced: true });
  test.each([
    [fraction(), ratio(1, 3), "0.333", "give the exact fraction, not a rounded decimal"],
    [reduced, ratio(3, 8), "6/16", "cancel the common factor"],
    [reduced, ratio(3, 8), "-3/-8", "cancel the minus signs"],
    [reduced, ratio(3, 8), "0.375", "write it as one fraction of whole numbers"],
    [reduced, ratio(3, 8), "1/4+1/8", "write it as one fraction of whole numbers"],
    [reduced, ratio(2), "2/1", "write it as a whole number"],
    [reduced, ratio(-3, 8), "-(3/8)", undefined],
  ])("%#: %s", (spec, right, typed, lacks) => expect(lacksOf(spec, right, typed)).toBe(lacks));
});

describe("near misses of sets", () => {
  test.each([
    ["{1, -2}", "{-1, 2}", "sign"],
    ["{1, -2}", "{1}", "missing"],
    ["{1, -2}", "{2, -4}", "factor-2"],
    ["{1, -2}", "{1, 3}", null],
    ["{1, -1}", "{2, -2}", "factor-2"],
    ["{2, 4}", "{0.5, 0.25}", "reciprocal"],
    ["{1, -2, 3}", "{1, -2}", "missing"],
    ["{1, -2, 3}", "{1}", null],
    ["{3}", "{}", null],
  ])("%s, typed %s: %s", (right, typed, id) => expect(nearMissOf(set(), right, typed)).toBe(id));

  test("of formulas", () => {
    const spec = formulaSet({ variables: ["a"] });
    expect(nearMissOf(spec, "{a, -2a}", "{-a, 2a}")).toBe("sign");
    expect(nearMissOf(spec, "{a, -2a}", "{a}")).toBe("missing");
    expect(nearMissOf(spec, "{a, -2a}", "{2a, -4a}")).toBe("factor-2");
    expect(nearMissOf(spec, "{a, -2a}", "{a^2, -2}")).toBeNull();
  });

  test.each([
    ["{1, -2, 3}", "{1}", "What is here belongs to it, but 2 elements are missing."],
    ["{1, -2}", "{1, -2, 5}", "All that belongs to it is here, but one element is too many."],
    ["{1, -2}", "{1, 5}", "1 of your 2 elements is right."],
    ["{1, -2}", "{7, 5}", undefined],
    ["{1, -2}", "none", "You say that there is none; look again."],
    ["{}", "{7, 5}", undefined],
  ])("%s, typed %s: says how many, and never which", (right, typed, says) =>
    expect(saysOf(set(), right, typed)).toBe(says),
  );
});

describe("near misses of formulas are certain", () => {
  test.each([
    ["2x^2 + 3x", "-2x^2 - 3x", "sign"],
    ["2x^2 + 3x", "4x^2 + 6x", "factor-2"],
    ["2x^2 + 3x", "x^2 + 3x/2", "factor-2"],
    ["2x^2 + 3x", "1/(2x^2 + 3x)", "reciprocal"],
    ["2x^2 + 3x", "2x^2 + 3x + 7", "constant"],
    ["sin(x)^2", "-cos(x)^2", "constant"],
    ["2x^2 + 3x", "2x^2 + 4x", null],
    ["2x^2 + 3x", "4x + 3", null],
    ["5", "7", null],
    ["5", "-5", "sign"],
    ["1 + x - x", "8", null],
  ])("%s, typed %s: %s", (right, typed, id) => expect(nearMissOf(expression(inX), right, typed)).toBe(id));

  test("a constant apart on half the domain only is none", () => {
    expect(nearMissOf(expression(inX), "x", "x + x/|x|")).toBeNull();
  });

  test("of two letters, a function of one is no constant", () => {
    expect(nearMissOf(expression(inXY), "x y", "x y + y")).toBeNull();
    expect(nearMissOf(expression(inXY), "x y", "x y + 2")).toBe("constant");
  });

  test.each([
    ["[2x, 8y]", "[8y, 2x]", "order"],
    ["[2x, 8y]", "[-2x, -8y]", "sign"],
    ["[2x, 8y]", "[2x, -8y]", "sign"],
    ["[2x, 8y]", "[x, 4y]", "factor-2"],
    ["[2x, 8y]", "[2y, 8x]", null],
    ["[2x, 8y]", "[2x, 8y, 0]", null],
  ])("vector %s, typed %s: %s", (right, typed, id) => expect(nearMissOf(formulaVector(inXY), right, typed)).toBe(id));

  test("the transpose of a matrix", () => {
    const spec = formulaMatrix(inXY);
    expect(nearMissOf(spec, "[2x, 1; y, x]", "[2x, y; 1, x]")).toBe("transposed");
    expect(nearMissOf(spec, "[2x, 1, 0; y, x, 0]", "[2x, y; 1, x; 0, 0]")).toBe("transposed");
    expect(nearMissOf(spec, "[2x, 1; y, x]", "[1, 2x; x, y]")).toBe("order");
  });

  test("how many entries are right is said, not which, and not where none or one would tell", () => {
    expect(saysOf(formulaVector(inXY), "[2x, 8y, 1]", "[2x, 8y, 2]")).toBe("2 of your 3 entries are right.");
    expect(saysOf(formulaVector(inXY), "[2x, 8y]", "[x^2, y^2]")).toBeUndefined();
    expect(saysOf(formulaVector(inXY), "[2x, 8y]", "[2x]")).toBe("You gave one entry; count how many there must be.");
    const wrongShape = saysOf(formulaMatrix(inXY), "[2x, 1; y, x]", "[2x, 1]");
    expect(wrongShape).toBe("You gave a $1 \\times 2$ matrix; work out which shape it must have.");
  });
});

describe("variants of equality", () => {
  const direction = vector({ equality: "direction" });
  const shift = vector({ equality: "shift" });
  const anyOrder = vector({ equality: "any-order" });

  test.each([
    [direction, [1, 2, 2], "[-2, -4, -4]", "opposite"],
    [direction, [1, 2, 2], "[2, 2, 1]", null],
    [direction, [1, 2, 2], "[1, 0.5, 0.5]", null],
    [shift, [2, 1, 0], "[0, 1, 2]", "sign"],
    [shift, [2, 1, 0], "[4, 2, 0]", "factor-2"],
    [shift, [2, 1, 0], "[200, 100, 7]", null],
    [anyOrder, [3, 3, -1], "[1, -3, -3]", "sign"],
    [anyOrder, [3, 5, -1], "[10, 6, -2]", "factor-2"],
    [anyOrder, [3, 5, -1], "[3, 3, 5]", null],
  ])("%#: near misses are looked for in the same sense", (spec, right, typed, id) =>
    expect(nearMissOf(spec, right, typed)).toBe(id),
  );

  test("the transpose of rows in any order is named", () => {
    const rows = [
      [1, 2],
      [3, 4],
    ];
    expect(nearMissOf(matrix({ equality: "any-order" }), rows, "[[1, 3], [2, 4]]")).toBe("transposed");
  });

  test("a matrix may count as a direction or a shift too", () => {
    const compare = (spec: KindSpec, typed: string, right: string) =>
      kindOf(spec).compare(readValue(typed, spec), readValue(right, spec), spec, []).right;
    expect(compare(matrix({ equality: "direction" }), "[2 4; 6 8]", "[1 2; 3 4]")).toBe(true);
    expect(compare(matrix({ equality: "direction" }), "[1 2 3 4]", "[1 2; 3 4]")).toBe(false);
    expect(compare(matrix({ equality: "shift" }), "[0 1; 2 3]", "[1 2; 3 4]")).toBe(true);
    expect(compare(matrix({ equality: "shift" }), "[2 4; 6 8]", "[1 2; 3 4]")).toBe(false);
  });

  test("the zero vector is told that it has no direction", () => {
    expect(saysOf(direction, "[1, 2]", "[0, 0]")).toBe("Zero has no direction; give a vector that points somewhere.");
  });

  test("there is no interval for an entry of a direction or a shift, but a margin", () => {
    expect(intervalInWords(direction, [3, 4], [0, 0])).toBeNull();
    expect(intervalInWords(shift, [3, 4], [0, 0])).toBeNull();
    expect(intervalInWords(anyOrder, [3, 4], [0, 0])).toBe("from 2.995 to 3.005; from 3.995 to 4.005");
    // (0.6, 0.8) with three digits: 0.0005 either way. (0.6003, 0.7998) has length 1.00002…
    expect(marginOf(direction, [6, 8], [3, 4], [0, 0])).toBe(1);
    expect(marginOf(direction, [-6, -8], [3, 4], [0, 0])).toBeLessThan(0);
    expect(marginOf(shift, [103, 104], [3, 4], [0, 0])).toBe(1);
    // Centred, (−0.5, 0.5) against (−0.5001, 0.5001): 0.0001 of 0.0005.
    expect(marginOf(shift, [0, 1.0002], [3, 4], [0, 0])).toBe(0.8);
    expect(marginOf(anyOrder, [4.0025, 3], [3, 4], [0, 0])).toBe(0.5);
    expect(marginOf(anyOrder, [9, 3], [3, 4], [0, 0])).toBeNull();
  });

  test("the window of the reference widens what is accepted, on the scale of the variant", () => {
    const compare = (spec: KindSpec, s: readonly number[], t: readonly number[], window: readonly number[]) =>
      kindOf(spec).compare(s, t, spec, window).right;
    // (30.1, 40) has the direction (0.60126, 0.79905): 0.0013 from (0.6, 0.8), more than half a unit of 0.001.
    expect(compare(direction, [30.1, 40], [30, 40], [0, 0])).toBe(false);
    expect(compare(direction, [30.1, 40], [30, 40], [0.1, 0])).toBe(true);
    expect(compare(direction, [3.01, 4], [30, 40], [0.1, 0])).toBe(true);
    expect(compare(shift, [0, 1.01], [5, 6], [0, 0])).toBe(false);
    expect(compare(shift, [0, 1.01], [5, 6], [0.01, 0])).toBe(true);
    expect(compare(anyOrder, [2, 1.03], [1, 2], [0.03, 0])).toBe(true);
    expect(compare(anyOrder, [2.03, 1], [1, 2], [0.03, 0])).toBe(false);
  });

  test("no distance is told between directions, sets or formulas", () => {
    expect(howFarOff(direction, [1, 0], [0, 1])).toEqual([]);
    expect(howFarOff(set(), [1, 2], [3, 4])).toEqual([]);
    expect(howFarOff(expression(inX), readValue("x", expression(inX)), readValue("2x", expression(inX)))).toEqual([]);
    expect(howFarOff(vector(), [1, 2], [1, 4])).toEqual(["1 of the 2 entries are more than 5 % off."]);
  });
});

describe("shapes in letters", () => {
  const spec = letteredShape(["n", "p"]);
  test("sizes in the wrong order are named, unless both are the same", () => {
    expect(nearMissOf(spec, "n×p", "p×n")).toBe("transposed");
    expect(nearMissOf(spec, "n×(p+1)", "(1+p)×n")).toBe("transposed");
    expect(nearMissOf(spec, "n×p", "n×n")).toBeNull();
    expect(nearMissOf(spec, "n×n", "n×p")).toBeNull();
  });

  test("the letters are named where another one is typed", () => {
    expect(problemOf("n×q", spec)).toEqual({
      message: "“q” is not one of the letters here: use n and p.",
      at: "q",
    });
    expect(problemOf("n×e", spec).message).toBe("Sizes are whole numbers, or formulas in n and p.");
  });
});

describe("orders and choices", () => {
  const four = ["a", "b", "c", "d"].map((id) => ({ id, text: id.toUpperCase() }));
  test.each([
    ["d, c, b, a", "reversed"],
    ["a, c, b, d", "swapped"],
    ["d, b, c, a", "swapped"],
    ["b, c, d, a", "rotated"],
    ["d, a, b, c", "rotated"],
    ["b, d, a, c", null],
  ])("%s: %s", (typed, id) => expect(nearMissOf(order(four), ["a", "b", "c", "d"], typed)).toBe(id));

  test("how far an order is right is said", () => {
    const says = (typed: string) => saysOf(order(four), "a, b, c, d", typed);
    expect(says("b, d, a, c")).toBe("Already the first one comes later.");
    expect(says("a, d, b, c")).toBe("The first one is right; look at what follows.");
    expect(says("a, b, d, c")).toBe("The first 2 are right; look at what follows.");
  });

  test("what is off about several choices is said, and just the others are named", () => {
    const says = (typed: string) => saysOf(choices(four), "a, b", typed);
    expect(says("a")).toBe("All that is ticked holds, but something is missing.");
    expect(says("a, b, c")).toBe("Something is ticked that does not hold.");
    expect(says("a, c")).toBe("Something is ticked that does not hold, and something that holds is not.");
    expect(says("none")).toBe("Something holds; look again.");
    expect(nearMissOf(choices(four), ["a", "b"], "c, d")).toBe("complement");
    expect(nearMissOf(choices(four), ["a", "b"], "c")).toBeNull();
  });

  test("text of options is set as text, and what is TeX in it as TeX", () => {
    const spec = choices([
      { id: "a", text: "50 % of $x^2$" },
      { id: "b", text: "a_b {c}" },
    ]);
    expect(mustRead("a, b", spec).tex).toBe("\\text{50 \\% of $x^2$},\\ \\text{a\\_b \\{c\\}}");
  });
});

describe("what cannot be read says why, and where", () => {
  test.each<readonly [KindSpec, string, string, string]>([
    [fraction(), "sqrt(2)/2", "Type an exact fraction of whole numbers, such as 3/8, without roots.", "sqrt(2)/2"],
    [fraction(), " π/4 ", "Type an exact fraction of whole numbers, such as 3/8, without π.", "π/4"],
    [fraction(), "2^0.5", "Type an exact fraction of whole numbers, such as 3/8, without roots.", "2^0.5"],
    [fraction(), "3/0", "This is not a finite number: look for a division by zero.", "3/0"],
    [set(), "x = 1, y = 2", "These are the values of one unknown; several are named here.", "y ="],
    [set(), "{{1, 2}}", "The elements are no lists of their own; leave out the inner brackets.", "{{1, 2}}"],
    [set(), "x = 1 or x = z", "“z” is not a name I know here.", "z"],
    [set(), "", "Type the elements, such as {1, -2}, or “none”.", ""],
    [expression(inXY), "x + t", "“t” is not one of the letters here: use x and y.", "t"],
    [expression(inXY), "2xt", "“t” is not one of the letters here: use x and y.", "t"],
    [expression(inX), "x = 2 = 3", "Type the value alone, without “=”.", "="],
    [expression(inX, { without: ["logarithms"] }), "ln x", "Write it without logarithms.", "ln x"],
    [formulaVector(inXY), "[x, ln y, z]", "“z” is not one of the letters here: use x and y.", "z"],
    [letteredShape(["n"]), "", "Type the sizes, or “undefined” where there is none.", ""],
    [letteredShape(["n", "p"]), "n×2.5", "Sizes are whole numbers that count rows and columns.", "2.5"],
  ])("%#: %s", (spec, raw, message, at) => expect(problemOf(raw, spec)).toEqual({ message, at }));

  test("both readings of an entry are offered as whole answers", () => {
    const spec = formulaVector(inX);
    const reading = read("[1/2x, 1]", spec);
    expect(reading).toMatchObject({
      outcome: "ambiguous",
      readings: [{ typed: "[1/2*x, 1]" }, { typed: "[1/(2*x), 1]" }],
    });
  });
});

test.each<readonly [KindSpec, string]>([
  [fraction(), "an exact fraction"],
  [fraction({ reduced: true }), "an exact fraction in lowest terms"],
  [set(), "all elements, 3 significant digits"],
  [set({ rule: { exact: true } }), "all elements, exact"],
  [formulaSet({ variables: ["a"] }), "formulas in a, in any order"],
  [expression({ variables: ["x", "y", "z"] }), "a formula in x, y and z"],
  [expression({ variables: ["x"], domain: { x: [0, null] } }), "a formula in x, for x > 0"],
  [
    expression({ variables: ["p"], domain: { p: [0, 1] } }, { form: "factored" }),
    "a formula in p, for 0 < p < 1, as a product of factors",
  ],
  [expression({ variables: [] }), "a formula"],
  [formulaVector({ variables: ["x", "y"] }), "formulas in x and y"],
  [vector({ equality: "direction" }), "3 significant digits, of any length"],
  [vector({ equality: "shift", rule: { decimals: 2 } }), "2 decimals, up to an added constant"],
  [
    vector({ equality: "any-order", workingDigits: 5 }),
    "3 significant digits, keeping at least 5 on the way, in any order",
  ],
  [matrix({ equality: "any-order" }), "3 significant digits, rows in any order"],
  [letteredShape(["n", "p"]), "exact sizes in n and p"],
])("%#: the rule is said in words before anything is typed", (spec, words) => expect(ruleInWords(spec)).toBe(words));
