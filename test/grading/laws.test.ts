import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choice,
  choices,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  integer,
  type KindSpec,
  letteredShape,
  matrix,
  order,
  scalar,
  set,
  shape,
  type Value,
  vector,
} from "#lib/exercise/kinds.ts";
import { toText } from "#lib/expression/text.ts";
import { kindOf, read } from "#lib/grading/kinds/table.ts";
import { verdictOf } from "#lib/grading/verdict.ts";
import { finite, formulas, letters, modest, quotient, rows, seed, size, three } from "./arbitrary.ts";

/** The value that was printed, read again. */
function again(spec: KindSpec, value: Value): Value | string {
  const reading = read(kindOf(spec).print(value, spec), spec);
  return reading.outcome === "read" ? reading.value : JSON.stringify(reading);
}

describe("what is printed reads back as the same value", () => {
  const values: readonly (readonly [string, KindSpec, fc.Arbitrary<Value>])[] = [
    ["numbers", scalar(), finite],
    ["percentages", scalar({ unit: "percent" }), finite],
    ["integers", integer(), fc.maxSafeInteger().map((x) => x + 0)],
    ["vectors", vector(), fc.array(finite, { minLength: 1, maxLength: 20 })],
    ["matrices", matrix(), rows],
    ["shapes", shape(), fc.array(fc.integer({ min: 0, max: 999_999_999 }), { minLength: 1, maxLength: 6 })],
    ["shapes in letters", letteredShape(["n", "p", "x"]), fc.array(size, { minLength: 1, maxLength: 6 })],
    ["sets", set(), fc.uniqueArray(finite, { maxLength: 20 })],
    ["sets of formulas", formulaSet(letters), fc.uniqueArray(formulas, { maxLength: 5, selector: toText })],
    ["formulas", expression(letters), formulas],
    ["vectors of formulas", formulaVector(letters), fc.array(formulas, { minLength: 1, maxLength: 6 })],
    [
      "matrices of formulas",
      formulaMatrix(letters),
      fc.array(fc.tuple(formulas, formulas), { minLength: 1, maxLength: 4 }),
    ],
    ["choices", choice(three), fc.constantFrom("a", "b", "c")],
    ["several choices", choices(three), fc.subarray(["a", "b", "c"])],
    ["orders", order(three), fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 })],
  ];
  test.each(values)("%s", (_, spec, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        fc.pre(kindOf(spec).print(value, spec).length <= 400);
        expect(again(spec, value)).toEqual(value);
      }),
      { seed },
    );
  });

  test("fractions, as numbers", () => {
    fc.assert(
      fc.property(quotient, (value) => {
        expect(verdictOf(fraction({ reduced: true }), value, kindOf(fraction()).print(value, fraction()))).toBe(
          "right",
        );
      }),
      { seed },
    );
  });
});

describe("a value is right for itself in every notation", () => {
  const notations: readonly ((x: number) => string)[] = [
    (x) => `${x}`,
    (x) => `  ${x}\u00a0`,
    (x) => `${x}`.replace("-", "−"),
    (x) => x.toExponential(),
    (x) => x.toPrecision(12),
    (x) => x.toExponential(12).replace(/e\+?(-?)(\d+)/, "×10^$1$2"),
    (x) => x.toExponential(12).replace(/e\+?(-?)(\d+)/, " \\cdot 10^{$1$2}"),
    (x) => `${x * 100}%`,
    (x) => `(${x})`,
    (x) => `2*${x}/2`,
    (x) => `\\frac{${x}}{1}`,
    (x) => `--(${x})`,
    (x) => `${x}`.replace(/\d/g, (d) => String.fromCharCode(0xff10 + d.charCodeAt(0) - 48)),
  ];
  test.each(notations.map((notation) => [notation(-0.0125), notation] as const))("%s", (_, notation) => {
    fc.assert(
      fc.property(modest, (x) => {
        expect(verdictOf(scalar({ rule: { digits: 6 } }), x, notation(x))).toBe("right");
      }),
      { seed },
    );
  });

  const grids: readonly ((m: readonly (readonly number[])[]) => string)[] = [
    (m) => JSON.stringify(m),
    (m) => `[${m.map((row) => row.join(" ")).join("; ")}]`,
    (m) => m.map((row) => row.join("\t")).join("\r\n"),
    (m) => `array([${m.map((row) => `[${row.map((x) => x.toFixed(8)).join(", ")}]`).join(",\n       ")}])`,
    (m) => `[${m.map((row) => `[${row.join("  ")}]`).join("\n ")}]`,
    (m) => `\\begin{pmatrix} ${m.map((row) => row.join(" & ")).join(" \\\\ ")} \\end{pmatrix}`,
  ];
  test.each(grids.map((grid) => [grid([[1, -2]]), grid] as const))("%s", (_, grid) => {
    const small = rows.map((m) => m.map((row) => row.map((x) => Math.round((x % 1000) * 1e3) / 1e3 + 0)));
    fc.assert(
      fc.property(small, (m) => {
        expect(verdictOf(matrix(), m, grid(m))).toBe("right");
      }),
      { seed },
    );
  });
});

test("space between tokens does not change a verdict on a number", () => {
  const tokens = ["(", "1.5", "+", "ln", "(", "2", ")", ")", "*", "3", "^", "2", "/", "7"];
  const spaces = fc.array(fc.constantFrom("", " ", "  ", "\u00a0", "\t", "\u2009"), { minLength: 14, maxLength: 14 });
  const value = ((1.5 + Math.log(2)) * 9) / 7;
  fc.assert(
    fc.property(spaces, (gaps) => {
      expect(verdictOf(scalar(), value, tokens.map((token, i) => `${gaps[i]}${token}`).join(""))).toBe("right");
    }),
    { seed },
  );
});

test("a looser rule accepts whatever a tighter one accepts", () => {
  fc.assert(
    fc.property(
      modest,
      fc.double({ noNaN: true, min: -0.1, max: 0.1 }),
      fc.integer({ min: 1, max: 7 }),
      (t, off, n) => {
        const typed = `${t * (1 + off)}`;
        const isRight = (rule: Parameters<typeof scalar>[0]) => verdictOf(scalar(rule), t, typed) === "right";
        const pairs = [
          [{ rule: { digits: n + 1 } }, { rule: { digits: n } }],
          [{ rule: { decimals: n + 1 } }, { rule: { decimals: n } }],
          [{ rule: { within: { abs: 0, rel: 0.01 * n } } }, { rule: { within: { abs: 0, rel: 0.02 * n } } }],
          [{ rule: { within: { abs: n, rel: 0 } } }, { rule: { within: { abs: n, rel: 0.01 } } }],
        ] as const;
        for (const [tight, loose] of pairs) if (isRight(tight)) expect(isRight(loose)).toBe(true);
      },
    ),
    { seed, numRuns: 500 },
  );
});

describe("space between tokens does not change how anything else is read", () => {
  const apart: readonly (readonly [KindSpec, string])[] = [
    [expression(letters), "( x + 1 ) * sin ( x ) / 2 - θ ^ 2"],
    [fraction(), "( 1 + 2 / 3 ) / 4"],
    [set(), "{ 1 , ( 2 - 5 ) , 3 }"],
    [formulaVector(letters), "[ x * θ , ( x - 1 ) ^ 2 ]"],
    [formulaMatrix(letters), "[ [ x , 1 ] , [ θ , x ^ 2 ] ]"],
    [letteredShape(["n", "p"]), "( n , p + 1 )"],
    [choices(three), "a , c"],
    [order(three), "c -> a -> b"],
  ];
  const space = fc.constantFrom("", " ", "  ", "\u00a0", "\t", "\u2009");
  test.each(apart.map(([spec, text]) => [spec.kind, text, spec] as const))("%s %s", (_, text, spec) => {
    const tokens = text.split(" ");
    const plain = read(text, spec);
    if (plain.outcome !== "read") throw new Error(JSON.stringify(plain));
    fc.assert(
      fc.property(fc.array(space, { minLength: tokens.length, maxLength: tokens.length }), (gaps) => {
        const reading = read(tokens.map((token, i) => `${gaps[i]}${token}`).join(""), spec);
        expect(reading).toMatchObject({ outcome: "read", value: plain.value });
      }),
      { seed },
    );
  });
});
