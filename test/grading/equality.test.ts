/** A direction, a shift and any order, as laws: what belongs to the same class is right, and nothing else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vector } from "#lib/exercise/kinds.ts";
import { verdictOf } from "#lib/grading/verdict.ts";
import { seed } from "./arbitrary.ts";

describe("variants of equality", () => {
  const entry = fc.double({ noNaN: true, min: -100, max: 100 }).map((x) => Math.round(x * 1e4) / 1e4);
  const some = fc.array(entry, { minLength: 2, maxLength: 8 });
  const typed = (values: readonly number[]) => `[${values.join(", ")}]`;

  test("a direction is the same at any length, and not the opposite", () => {
    const spec = vector({ equality: "direction", rule: { digits: 6 } });
    fc.assert(
      fc.property(some, fc.double({ noNaN: true, min: 1e-6, max: 1e6 }), (value, length) => {
        fc.pre(value.some((x) => x !== 0));
        expect(verdictOf(spec, value, typed(value.map((x) => x * length)))).toBe("right");
        expect(verdictOf(spec, value, typed(value.map((x) => -x * length)))).toBe("wrong");
      }),
      { seed },
    );
  });

  test("a shift is the same by any constant, and not by another entry alone", () => {
    const spec = vector({ equality: "shift", rule: { digits: 4 } });
    fc.assert(
      fc.property(some, entry, (value, by) => {
        const spread = Math.max(...value) - Math.min(...value);
        expect(verdictOf(spec, value, typed(value.map((x) => x + by)))).toBe("right");
        const other = value.map((x, k) => (k === 0 ? x + spread + 1 : x));
        expect(verdictOf(spec, value, typed(other))).toBe("wrong");
      }),
      { seed },
    );
  });

  test("in any order, every order is right, and each entry counts as often as it occurs", () => {
    const spec = vector({ equality: "any-order", rule: { digits: 6 } });
    const shuffled = some.chain((value) =>
      fc.tuple(fc.constant(value), fc.shuffledSubarray(value, { minLength: value.length })),
    );
    fc.assert(
      fc.property(shuffled, ([value, other]) => {
        expect(verdictOf(spec, value, typed(other))).toBe("right");
        expect(verdictOf(spec, value, typed([...other, other[0] ?? 0]))).toBe("wrong");
        expect(verdictOf(spec, value, typed(other.with(0, 1234.5)))).toBe("wrong");
      }),
      { seed },
    );
  });
});
