import { describe, expect, it } from "vitest";
import { moved, orderAsText, orderIn, placeOfDragged } from "#components/answers/ordering.ts";

const ids = ["a", "b", "c", "d"];

describe("the order of items", () => {
  it("is not there until every item is named once", () => {
    for (const text of ["", "a, b", "a, b, c, c", "a, b, c, x", "a, b, c, d, a"])
      expect(orderIn(text, ids)).toBeUndefined();
    expect(orderIn("d, a, c, b", ids)).toEqual(["d", "a", "c", "b"]);
  });

  it("reads back as it was written", () => {
    expect(orderIn(orderAsText(["c", "a", "d", "b"]), ids)).toEqual(["c", "a", "d", "b"]);
  });

  it.each([
    [0, 2, "b, c, a, d"],
    [3, 0, "d, a, b, c"],
    [1, 1, "a, b, c, d"],
    [0, 3, "b, c, d, a"],
  ])("has the item at %i moved to %i", (from, to, text) => {
    expect(orderAsText(moved(ids, from, to))).toBe(text);
  });

  it.each([
    ["a little", 0, 10, 0],
    ["past half of the next", 0, 25, 1],
    ["past two, one of them tall", 0, 75, 2],
    ["far below the list", 0, 1000, 3],
    ["up past half of the one before", 3, -35, 2],
    ["far above the list", 3, -1000, 0],
  ])("puts an item that is dragged %s at its place", (_, from, dy, place) => {
    const heights = [40, 40, 60, 40];
    const extents = heights.map((height, i) => ({ height, top: heights.slice(0, i).reduce((sum, h) => sum + h, 0) }));
    expect(placeOfDragged(extents, from, dy)).toBe(place);
  });
});
