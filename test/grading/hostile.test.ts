/** Whatever is typed ends with an outcome: nothing throws, and no number is read that is not finite. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsOf } from "#lib/exercise/equal.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { intervalInWords, marginOf } from "#lib/grading/interval.ts";
import { kindOf, read } from "#lib/grading/kinds/table.ts";
import { names, seed } from "./arbitrary.ts";
import { worst } from "./worst.ts";

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
    "w_1",
    "θ",
    "n×p",
    "±",
    "x =",
    " or ",
    "∅",
    "none",
    "a, ",
    "f(x)=",
    "\ud83d",
    "\u0000",
  );
  const mixed = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
  const anything = fc.oneof(
    { weight: 4, arbitrary: mixed },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 600 }) },
  );

  test.each(names)("never throws or gives what is not finite: %s", (_, spec) => {
    fc.assert(
      fc.property(anything, (raw) => {
        const reading = read(raw, spec);
        if (reading.outcome === "unreadable") {
          expect(reading.at[0]).toBeGreaterThanOrEqual(0);
          expect(reading.at[1]).toBeLessThanOrEqual(Math.max(raw.length, 1) + 1);
          expect(reading.message.length).toBeGreaterThan(5);
        }
        if (reading.outcome === "ambiguous") expect(reading.readings).toHaveLength(2);
        if (reading.outcome !== "read") return;
        expect(partsOf(reading.value).every((part) => typeof part !== "number" || Number.isFinite(part))).toBe(true);
        expect(kindOf(spec).print(reading.value, spec).length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 1500 },
    );
  });

  const readable = fc.constantFrom(
    ..."0|-1|2.5|1e-300|1e300|1/3|[0, 0]|[1, -2]|[1e200, 1e-200]|1 2; 3 4|{1, 1, 1}|none|±2|x = 1 or x = 2".split("|"),
    ..."x|-x|1/x|x/x|ln(x)|0/x|sqrt(-1)|w_1^x|e^(e^x)|[x, θ]|[1/x, 0]|[x 1; θ x]|{x, -x}".split("|"),
    "|x|",
    ..."2x3|n×p|p×n|(n,)|(n/0, p)|undefined|a|b|a, b|c, b, a|a -> b -> c".split("|"),
  );
  test.each(names)("whatever is read is compared, and looked at for near misses, without throwing: %s", (_, spec) => {
    fc.assert(
      fc.property(fc.oneof(readable, mixed), readable, (raw, right) => {
        const [submitted, reference] = [read(raw, spec), read(right, spec)];
        if (submitted.outcome !== "read" || reference.outcome !== "read") return;
        const kind = kindOf(spec);
        const { right: isRight, lacks } = kind.compare(submitted.value, reference.value, spec, []);
        expect(isRight && lacks !== undefined).toBe(false);
        const around = { formula: "\\ln \\theta", sizes: [3], written: submitted.written, window: [] };
        const near = kind.nearMiss(submitted.value, reference.value, spec, around);
        if (near) expect(near.says).toMatch(/[.?]$/);
        const margin = marginOf(spec, submitted.value, reference.value, []);
        expect(margin === null || Number.isFinite(margin)).toBe(true);
        expect(intervalInWords(spec, reference.value, []) ?? "from").not.toMatch(/NaN|Infinity/);
      }),
      { seed, numRuns: 500 },
    );
  });

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

  test.each(names)("the worst of every limit ends with an outcome: %s", (_, spec) => {
    for (const raw of worst) expect(["read", "unreadable", "ambiguous"]).toContain(read(raw, spec).outcome);
  });
});
