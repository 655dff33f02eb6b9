import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choice, integer, type KindSpec, matrix, scalar, shape, type Value, vector } from "#lib/exercise/kinds.ts";
import { kindOf, read } from "#lib/grading/kinds/table.ts";
import { verdictOf } from "#lib/grading/verdict.ts";

const seed = 20261122;
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const modest = fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
const rows = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([m, n]) => fc.array(fc.array(finite, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));

const specs: readonly KindSpec[] = [
  scalar(),
  scalar({ unit: "percent" }),
  scalar({ form: "plain", without: ["logarithms", "exponentials", "powers", "roots"] }),
  integer(),
  vector(),
  vector({ scale: "common", equality: "distribution" }),
  matrix(),
  shape(),
  choice([
    { id: "a", text: "A" },
    { id: "b", text: "B" },
  ]),
];

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
  ];
  test.each(values)("%s", (_, spec, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(again(spec, value)).toEqual(value);
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

test("space between tokens does not change a verdict", () => {
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

describe("hostile text", () => {
  const pieces = fc.constantFrom(
    ..."0123456789.,;:+-*/^()[]{}|%&_ \n\t$'\"\\=<>!?#@~`πσ√½²⁻₂×−–·∞…e",
    "sin",
    "ln",
    "log_",
    "e^",
    "1/2",
    "x10^",
    "\\frac",
    "{",
    "\\sqrt[",
    "\\begin{bmatrix}",
    "\\end{bmatrix}",
    "\\\\",
    "array(",
    "inf",
    "nan",
    "__proto__",
    "constructor",
    "1e308",
    "e-400",
    "^T",
    "undefined",
    " x ",
    "\ud83d",
    "\u0000",
  );
  const mixed = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
  const anything = fc.oneof(
    { weight: 4, arbitrary: mixed },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 600 }) },
  );

  test.each(specs.map((spec) => [spec.kind, spec] as const))(
    "never throws or gives what is not finite: %s",
    (_, spec) => {
      fc.assert(
        fc.property(anything, (raw) => {
          const reading = read(raw, spec);
          if (reading.outcome === "unreadable") {
            expect(reading.at[0]).toBeGreaterThanOrEqual(0);
            expect(reading.at[1]).toBeLessThanOrEqual(Math.max(raw.length, 1) + 1);
            expect(reading.message.length).toBeGreaterThan(5);
          }
          if (reading.outcome === "ambiguous") expect(reading.readings).toHaveLength(2);
          if (reading.outcome === "read" && typeof reading.value === "number")
            expect(Number.isFinite(reading.value)).toBe(true);
        }),
        { seed, numRuns: 4000 },
      );
    },
  );

  test("both readings of an ambiguous text read as themselves", () => {
    fc.assert(
      fc.property(mixed, (raw) => {
        const reading = read(raw, scalar());
        if (reading.outcome !== "ambiguous") return;
        for (const { typed } of reading.readings)
          expect(["read", "unreadable"]).toContain(read(typed, scalar()).outcome);
      }),
      { seed, numRuns: 4000 },
    );
  });

  test("the worst of every limit takes milliseconds", () => {
    const worst = [
      "((((1+".repeat(80),
      "ln ".repeat(166),
      "-".repeat(500),
      "2^".repeat(250),
      "e".repeat(500),
      "1 ".repeat(4000),
      "[1,".repeat(2000),
      "xe".repeat(250),
      "\\frac".repeat(100),
      "1&".repeat(3999),
      `${" ".repeat(7000)}1`,
      `array(${" ".repeat(7000)}`,
      `1${" ".repeat(7000)}'`,
      `\\begin{bmatrix}${"\\".repeat(7000)}`,
    ];
    const start = performance.now();
    for (const raw of worst) for (const spec of specs) read(raw, spec);
    expect(performance.now() - start).toBeLessThan(20 * worst.length * specs.length);
  });
});
