import { describe, expect, test } from "vitest";
import { sameValue } from "#lib/exercise/equal.ts";
import {
  expression,
  formulaSet,
  formulaVector,
  fraction,
  type KindSpec,
  matrix,
  order,
  set,
  type Value,
  vector,
} from "#lib/exercise/kinds.ts";
import type { Consequence } from "#lib/exercise/run.ts";
import { isSeparated } from "#lib/exercise/soundness.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { parse } from "#lib/expression/parse.ts";
import { ratio } from "#lib/expression/rational.ts";

function f(text: string): Expr {
  const parsed = parse(text, { names: ["x", "y"] });
  if (parsed.outcome !== "parsed") throw new Error(text);
  return parsed.expr;
}

const malrule = (value: Value): Consequence => ({ at: "s", id: "m", says: "", value, window: [] });
const on = { variables: ["x", "y"] };
const direction = vector({ equality: "direction" });
const shift = vector({ equality: "shift" });
const anyOrder = vector({ equality: "any-order" });
const options = order([
  { id: "a", text: "A" },
  { id: "b", text: "B" },
]);

describe("a malrule that the step would accept is inert, and not told apart", () => {
  const rows: readonly (readonly [what: string, spec: KindSpec, reference: Value, wrong: Value])[] = [
    ["twice the vector, where the direction counts", direction, [1, 2], [2, 4]],
    ["a vector plus 3, where differences count", shift, [1, 2, 6], [4, 5, 9]],
    ["another order, where it does not count", anyOrder, [1, 2, 2], [2, 1, 2]],
    ["a set in another order", set(), [1, -2], [-2, 1]],
    [
      "a matrix with its rows in another order",
      matrix({ equality: "any-order" }),
      [
        [1, 2],
        [3, 4],
      ],
      [
        [3, 4],
        [1, 2],
      ],
    ],
    ["a formula written differently", expression(on), f("(x+1)^2"), f("x^2+2x+1")],
    ["formulas of a set in another order", formulaSet(on), [f("x"), f("2y")], [f("y+y"), f("x")]],
    ["a fraction not in lowest terms", fraction(), ratio(1, 2), f("2/4")],
  ];
  test.each(rows)("%s", (_, spec, reference, wrong) => {
    expect(sameValue(spec, wrong, reference)).toBe(true);
    expect(isSeparated(spec, reference, [], malrule(wrong))).toBe(false);
  });
});

describe("a malrule that the step would not accept is told apart", () => {
  const rows: readonly (readonly [what: string, spec: KindSpec, reference: Value, wrong: Value])[] = [
    ["the opposite direction", direction, [1, 2], [-1, -2]],
    ["no direction at all", direction, [1, 2], [0, 0]],
    ["another direction", direction, [1, 2], [2, 1]],
    ["entries scaled, where differences count", shift, [1, 2, 6], [2, 4, 12]],
    ["an entry that comes once too often", anyOrder, [1, 2, 2], [1, 1, 2]],
    ["a set with an element more", set(), [1, -2], [1, -2, 3]],
    ["another order, where it counts", vector(), [1, 2, 2], [2, 1, 2]],
    [
      "columns swapped, where rows may be",
      matrix({ equality: "any-order" }),
      [
        [1, 2],
        [3, 4],
      ],
      [
        [2, 1],
        [4, 3],
      ],
    ],
    ["another formula", expression(on), f("(x+1)^2"), f("x^2+1")],
    ["gradient entries swapped", formulaVector(on), [f("2x"), f("8y")], [f("8y"), f("2x")]],
    ["the reciprocal", fraction(), ratio(2, 3), ratio(3, 2)],
    ["another order of options", options, ["a", "b"], ["b", "a"]],
  ];
  test.each(rows)("%s", (_, spec, reference, wrong) => {
    expect(sameValue(spec, wrong, reference)).toBe(false);
    expect(isSeparated(spec, reference, [], malrule(wrong))).toBe(true);
  });
});

test("a direction that the tolerance would take for the right one is not told apart", () => {
  // (1, 2.003) and (1, 2) to three digits on a common scale: unit vectors differ by 0.0005 at most.
  expect(isSeparated(direction, [1, 2], [], malrule([1, 2.003]))).toBe(false);
  expect(isSeparated(set(), [1, -2], [], malrule([1.004, -2]))).toBe(false);
});
