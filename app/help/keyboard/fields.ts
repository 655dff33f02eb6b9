import type { ShortcutGroup } from "#app/_components/shortcuts/shortcuts.ts";

/** What keys do inside the fields that are more than a line of text, and on what can be moved in a lesson. */
export const fieldGroups: readonly ShortcutGroup[] = [
  {
    where: "In the cells of a vector or a matrix",
    shortcuts: [
      { keys: ["Enter"], does: "Next cell, row by row" },
      { keys: ["Shift+Enter"], does: "The cell before" },
      { keys: ["↑", "↓"], does: "The cell above or below" },
      { keys: ["←", "→"], does: "The cell beside, from the end of what is typed" },
      { keys: ["Alt+↓"], does: "Add a row, or an entry of a vector (Alt is Option on a Mac)" },
      { keys: ["Alt+↑"], does: "Take the last row or entry away" },
      { keys: ["Alt+→"], does: "Add a column" },
      { keys: ["Alt+←"], does: "Take the last column away" },
      { keys: ["Backspace"], does: "In the last row or column, take it away if it is empty" },
    ],
  },
  {
    where: "In a list to be put in order",
    shortcuts: [
      { keys: ["Space", "Enter"], does: "Pick up the item whose handle has the focus, or drop it" },
      { keys: ["↑", "↓"], does: "Move it by one place" },
      { keys: ["Home", "End"], does: "Move it to the top or the bottom" },
      { keys: ["Esc"], does: "Put it back where it was" },
    ],
  },
  {
    where: "In the row of symbols",
    shortcuts: [
      { keys: ["←", "→"], does: "Next or previous symbol" },
      { keys: ["Home", "End"], does: "First or last symbol" },
    ],
  },
  {
    where: "On a slider in a lesson",
    shortcuts: [{ keys: ["←", "→"], does: "Move it by one step; the figure follows" }],
  },
];
