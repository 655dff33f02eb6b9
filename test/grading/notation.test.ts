/** What was worked out may be typed in many ways: each is right for the value that it stands for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsOf } from "#lib/exercise/equal.ts";
import { expression, formulaVector, fraction, letteredShape, set, type Value } from "#lib/exercise/kinds.ts";
import { toTex } from "#lib/expression/latex.ts";
import { ratio } from "#lib/expression/rational.ts";
import { toText } from "#lib/expression/text.ts";
import { read } from "#lib/grading/kinds/table.ts";
import { verdictOf } from "#lib/grading/verdict.ts";
import { formula, formulas, letters, seed } from "./arbitrary.ts";

/** The cells of a value as text, to be written in another notation. */
const cells = (value: Value): string[] =>
  partsOf(value).map((part) => (typeof part === "object" ? toText(part) : `${part}`));

describe("a value of every kind is right for itself in every notation", () => {
  const lists: readonly ((entries: readonly string[]) => string)[] = [
    (entries) => `[${entries.join(", ")}]`,
    (entries) => `(${entries.join(",")})`,
    (entries) => entries.join(" , "),
    (entries) => entries.join("; "),
    (entries) => entries.join("\n"),
    (entries) => `\\begin{bmatrix} ${entries.join(" \\\\ ")} \\end{bmatrix}`,
  ];
  const few = fc.array(formulas, { minLength: 2, maxLength: 4 });

  test.each(lists.map((list) => [list(["x", "-y"]), list] as const))("vectors of formulas, %s", (_, list) => {
    fc.assert(
      fc.property(few, (value) => {
        fc.pre(cells(value).every((text) => text.length < 120));
        expect(verdictOf(formulaVector(letters), value, list(cells(value)))).toBe("right");
      }),
      { seed, numRuns: 40 },
    );
  });

  test("formulas as TeX, and with a name in front", () => {
    fc.assert(
      fc.property(formula(["x", "w_1", "theta"], 2), (value) => {
        fc.pre(toTex(value).length < 400);
        for (const typed of [toTex(value), `$${toTex(value)}$`, `f(x) = ${toText(value)}`, `(${toText(value)})`])
          expect([typed, verdictOf(expression(letters), value, typed)]).toEqual([typed, "right"]);
      }),
      { seed, numRuns: 60 },
    );
  });

  test("sets, in any order, twice over, as solutions of an equation", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 6 }), (value) => {
        const texts = value.map(String);
        const ways = [
          `{${texts.toReversed().join(", ")}}`,
          [...texts, ...texts].join(", "),
          texts.map((text) => `x = ${text}`).join(" or "),
          texts.map((text, i) => `x_${i + 1} = ${text}`).join(", "),
          `\\left\\{${texts.join(",\\ ")}\\right\\}`,
        ];
        for (const typed of ways) expect([typed, verdictOf(set(), value, typed)]).toEqual([typed, "right"]);
      }),
      { seed },
    );
  });

  test("fractions, expanded by any factor", () => {
    const factor = fc.integer({ min: 2, max: 999 });
    const whole = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), whole, factor, (num, den, k) => {
        const ways = [`${num}/${den}`, `${num * k}/${den * k}`, `\\frac{${num * k}}{${den * k}}`, `(${num})÷(${den})`];
        for (const typed of ways)
          expect([typed, verdictOf(fraction(), ratio(num, den), typed)]).toEqual([typed, "right"]);
        const isLowest = verdictOf(fraction({ reduced: true }), ratio(num, den), `${num * k}/${den * k}`);
        expect(isLowest).toBe("form");
      }),
      { seed },
    );
  });

  test("shapes in letters", () => {
    const sizes = fc.array(fc.constantFrom("n", "p", "3", "(n + 1)", "2n"), { minLength: 2, maxLength: 5 });
    const spec = letteredShape(["n", "p"]);
    fc.assert(
      fc.property(sizes, (typed) => {
        const reading = read(`(${typed.join(", ")})`, spec);
        if (reading.outcome !== "read") throw new Error(JSON.stringify(reading));
        for (const sign of ["×", " x ", "x", " by ", ", ", " \\times ", "*"])
          expect([sign, verdictOf(spec, reading.value, typed.join(sign))]).toEqual([sign, "right"]);
      }),
      { seed },
    );
  });
});
