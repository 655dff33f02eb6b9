/**
 * The keyboard shortcuts, for the dialog that `?` opens and for the page of help. A key presses what carries it in
 * `data-shortcut` on the page that is shown; where nothing does, it is left alone.
 */
export interface Shortcut {
  /** Any of them does it. A plus stands between keys that are held together. */
  keys: readonly string[];
  does: string;
}

export interface ShortcutGroup {
  /** Where they hold. */
  where: string;
  shortcuts: readonly Shortcut[];
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: "On an exercise, also inside a drill or a quiz",
    shortcuts: [
      { keys: ["Ctrl+Enter"], does: "Check the answer, from inside a field too" },
      { keys: ["c"], does: "Check the answer" },
      { keys: ["h"], does: "Show the next hint" },
      { keys: ["s"], does: "Show the solution; it asks first" },
      { keys: ["n"], does: "Take a new variant, or what comes next in a drill or a quiz" },
      { keys: ["r"], does: "Take an earlier variant up again" },
    ],
  },
  {
    where: "Among the exercises",
    shortcuts: [
      { keys: ["1", "2", "3"], does: "Go to a level of the exercise" },
      { keys: ["j", "]"], does: "Next exercise, topic, or page of a list" },
      { keys: ["k", "["], does: "The one before" },
      { keys: ["/"], does: "Go to the search field, in the list of exercises" },
    ],
  },
  {
    where: "On all of these pages",
    shortcuts: [
      { keys: ["Esc"], does: "Leave a field, so that single keys work again" },
      { keys: ["?"], does: "Show this list" },
    ],
  },
];
