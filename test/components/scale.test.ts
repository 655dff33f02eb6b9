import fc from "fast-check";
import { expect, it } from "vitest";
import { scale, ticks } from "#components/figure/scale.ts";

const data = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

it("keeps every point inside the frame", () => {
  fc.assert(
    fc.property(data, (xs) => {
      const { at } = scale(xs, 10, 300);
      for (const x of xs) expect(at(x) >= 10 && at(x) <= 300).toBe(true);
    }),
  );
});

it("puts a few round ticks on an axis, none of them −0", () => {
  fc.assert(
    fc.property(data, (xs) => {
      const axis = scale(xs, 0, 1);
      fc.pre(axis.high - axis.low > 1e-6 * Math.max(1, Math.abs(axis.low)));
      const marks = ticks(axis);
      expect(marks.length).toBeGreaterThanOrEqual(1);
      expect(marks.length).toBeLessThanOrEqual(12);
      for (const mark of marks) expect(Object.is(mark, -0)).toBe(false);
    }),
  );
});
