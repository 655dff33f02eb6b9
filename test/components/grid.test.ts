import { describe, expect, it } from "vitest";
import { commandOf } from "#components/answers/grid-keys.ts";
import { gridFrom, resized, shownCells, withBlock, withCell } from "#components/answers/grid-state.ts";

const square = gridFrom([
  ["1", "2"],
  ["3", "4"],
]);

describe("the cells of a grid", () => {
  it("gives back what a smaller grid hid when it grows again", () => {
    const small = resized(square, 1, 1);
    expect(shownCells(small)).toEqual([["1"]]);
    expect(shownCells(resized(withCell(small, 0, 0, "9"), 2, 2))).toEqual([
      ["9", "2"],
      ["3", "4"],
    ]);
  });

  it("has at least one cell", () => {
    expect(shownCells(resized(square, 0, -1))).toEqual([["1"]]);
  });

  it("grows by empty cells", () => {
    expect(shownCells(resized(square, 2, 3))).toEqual([
      ["1", "2", ""],
      ["3", "4", ""],
    ]);
  });

  it("takes a pasted block in at its place and grows as it needs", () => {
    expect(
      shownCells(
        withBlock(square, 1, 1, [
          ["a", "b"],
          ["c", "d"],
        ]),
      ),
    ).toEqual([
      ["1", "2", ""],
      ["3", "a", "b"],
      ["", "c", "d"],
    ]);
  });
});

const key = (name: string, held: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", boolean>> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const caret = (value: string, at: number) => ({ value, selectionStart: at, selectionEnd: at });
const inside = caret("12", 1);

describe("the keys of a grid", () => {
  it.each([
    ["down", key("ArrowDown", { altKey: true }), { rows: 1, columns: 0 }],
    ["up", key("ArrowUp", { altKey: true }), { rows: -1, columns: 0 }],
    ["right", key("ArrowRight", { altKey: true }), { rows: 0, columns: 1 }],
    ["left", key("ArrowLeft", { altKey: true }), { rows: 0, columns: -1 }],
  ])("adds or takes away by Alt with the arrow %s", (_, pressed, by) => {
    expect(commandOf(pressed, inside, [0, 0], square)).toEqual({ is: "resize", ...by });
  });

  it("goes on by Enter, row by row, and stays in the last cell", () => {
    expect(commandOf(key("Enter"), inside, [0, 1], square)).toMatchObject({ is: "move", to: [1, 0] });
    expect(commandOf(key("Enter"), inside, [1, 1], square)).toMatchObject({ is: "move", to: [1, 1] });
    expect(commandOf(key("Enter", { shiftKey: true }), inside, [1, 0], square)).toMatchObject({ to: [0, 1] });
  });

  it("checks by Ctrl or Cmd with Enter", () => {
    expect(commandOf(key("Enter", { ctrlKey: true }), inside, [0, 0], square)).toEqual({ is: "check" });
    expect(commandOf(key("Enter", { metaKey: true }), inside, [0, 0], square)).toEqual({ is: "check" });
  });

  it("leaves a cell sideways only from the end of its text", () => {
    expect(commandOf(key("ArrowRight"), inside, [0, 0], square)).toBeUndefined();
    expect(commandOf(key("ArrowRight"), caret("12", 2), [0, 0], square)).toMatchObject({ to: [0, 1], caret: "start" });
    expect(commandOf(key("ArrowLeft"), caret("12", 0), [0, 1], square)).toMatchObject({ to: [0, 0], caret: "end" });
    expect(commandOf(key("ArrowRight"), caret("12", 2), [0, 1], square)).toBeUndefined();
  });

  it("takes an empty last row or column away by Backspace, and nothing else", () => {
    const withEmptyRow = resized(square, 3, 2);
    const withEmptyColumn = resized(square, 2, 3);
    const empty = caret("", 0);
    expect(commandOf(key("Backspace"), empty, [2, 0], withEmptyRow)).toEqual({ is: "resize", rows: -1, columns: 0 });
    expect(commandOf(key("Backspace"), empty, [0, 2], withEmptyColumn)).toEqual({ is: "resize", rows: 0, columns: -1 });
    const half = withCell(withEmptyRow, 2, 1, "5");
    expect(commandOf(key("Backspace"), empty, [2, 0], half)).toBeUndefined();
    expect(commandOf(key("Backspace"), empty, [0, 0], gridFrom([[""]]))).toBeUndefined();
  });

  it("leaves typing, shortcuts and unfinished input of a composed letter alone", () => {
    expect(commandOf(key("5"), inside, [0, 0], square)).toBeUndefined();
    expect(commandOf(key("ArrowDown", { ctrlKey: true }), inside, [0, 0], square)).toBeUndefined();
    expect(commandOf({ ...key("Enter"), isComposing: true }, inside, [0, 0], square)).toBeUndefined();
  });
});
