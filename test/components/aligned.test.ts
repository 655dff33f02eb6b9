import { describe, expect, it } from "vitest";
import { typeset } from "#components/math/typeset.ts";
import { aligned } from "#components/solution/aligned.ts";

describe("aligned", () => {
  it.each([
    ["a chain", "z = wx + b = 1.1", 2],
    ["an approximation", "a = \\sigma(z) \\approx 0.75", 2],
    ["a bound of a sum", "S = \\sum_{i=1}^{n} x_i = 3", 2],
    ["matrices", "W = \\begin{bmatrix} a=1 & 2 \\\\ 3 & 4 \\end{bmatrix} = V", 2],
    ["parentheses of any size", "p = \\left(P(A = 1)\\right) = 0.5", 2],
    ["nothing to align", "x", 0],
    ["relations that are none of ours", "a \\leq b \\neq c", 0],
  ])("puts each relation of %s on its own row, and KaTeX reads it", (_, tex, rows) => {
    const set = aligned(tex);
    expect(set.split("&=").length + set.split("&\\approx").length - 2).toBe(rows);
    expect(typeset(set, true)).toBeDefined();
  });
});
