/** The training of the summary, against mpmath: losses with 30 digits, gradients by central differences there. */
import { expect, it } from "vitest";
import { losses } from "#app/learn/_lessons/summary/network.ts";

it("the summary’s network has the loss that mpmath finds, before and after each of three steps", () => {
  const byMpmath = [1.783900740888339, 0.7919271287112789, 0.4665526800316565, 0.3167298332243416];
  const found = losses(0.1, 3);
  expect(found).toHaveLength(byMpmath.length);
  for (const [i, loss] of found.entries()) expect(Math.abs(loss / (byMpmath[i] ?? Number.NaN) - 1)).toBeLessThan(1e-12);
});
