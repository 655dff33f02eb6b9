/** The one generic test of the math core: a function against golden rows of another implementation. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** A number, vector or matrix. */
export type Nested = number | readonly Nested[];

/** Named inputs, the value expected of them, and the size in which errors count, where that is not the value's own. */
type Row = { readonly value: Nested; readonly scale?: Nested };

export type Table = { readonly tests: (name: string) => void; readonly ulps: number };

/** A function's rows, how to call it with one, and the accuracy it promises: the largest error allowed, in ulp. */
export function table<R extends Row>(rows: readonly R[], compute: (row: R) => Nested | string, ulps: number): Table {
  const tests = (name: string) =>
    test(`${name} agrees with the oracle to ${ulps} ulp on ${rows.length} rows`, () => {
      expect(rows.length).toBeGreaterThan(0);
      const errors = rows.map((row) => ({ row, got: compute(row) }));
      const worst = errors
        .map(({ row, got }) => ({ row, got, error: errorInUlps(got, row.value, row.scale) }))
        .reduce((a, b) => (a.error >= b.error ? a : b));
      expect(worst.error, `worst row: ${JSON.stringify(worst)}`).toBeLessThanOrEqual(ulps);
    });
  return { tests, ulps };
}

/** Tests every table, and that the JSDoc of the function of that name in lib/math promises the same accuracy. */
export function agreesWithOracle(file: string, tables: Readonly<Record<string, Table>>): void {
  describe(`${file}: golden values`, () => {
    const source = readFileSync(new URL(`../../lib/math/${file}`, import.meta.url), "utf8");
    for (const [name, { tests, ulps }] of Object.entries(tables)) {
      tests(name);
      test(`${name} documents that accuracy`, () => {
        const comment = source.split(`export function ${name}(`)[0]?.split("/**").at(-1);
        expect(comment?.replace(/\s+\*?\s*/g, " ")).toContain(`ested to ${ulps} ulp`);
      });
    }
  });
}

/**
 * The largest error of any entry, in units of $2^{-52}$ of its scale; infinite where shapes differ or a value is NaN.
 * The smallest normal number is the least scale, since subnormal numbers have fewer digits to be right in.
 */
export function errorInUlps(got: Nested | string, expected: Nested, scale?: Nested): number {
  if (typeof got === "string") return Number.POSITIVE_INFINITY;
  if (typeof got === "number" && typeof expected === "number") {
    if (Object.is(got, expected)) return 0;
    const size = Math.max(Math.abs(typeof scale === "number" ? scale : expected), 2 ** -1022);
    const error = Math.abs(got - expected) / size / 2 ** -52;
    return Number.isNaN(error) || Object.is(got, -0) ? Number.POSITIVE_INFINITY : error;
  }
  if (typeof got === "number" || typeof expected === "number" || got.length !== expected.length) return Infinity;
  return Math.max(
    0,
    ...got.map((g, i) => errorInUlps(g, expected[i] ?? NaN, typeof scale === "object" ? scale[i] : scale)),
  );
}
