/** One of several options, by its id or its text. */
import type { Kind } from "./kind.ts";

export const choice: Kind<"choice"> = {
  read(raw, { options }) {
    const typed = raw.trim();
    const folded = typed.toLowerCase();
    const option =
      options.find(({ id }) => id === typed) ??
      options.find(({ id, text }) => id.toLowerCase() === folded || text.toLowerCase() === folded);
    if (option) {
      const tex = `\\text{${option.text.replace(/[\\{}$&#^_%~]/g, "")}}`;
      return { outcome: "read", value: option.id, tex, text: option.text, written: [] };
    }
    return {
      outcome: "unreadable",
      message: typed === "" ? "Choose one of the options." : "This is not one of the options.",
      at: [0, raw.length],
      suggestion: null,
    };
  },
  print: (value) => value,
  compare: (submitted, reference) => ({ right: submitted === reference }),
  nearMiss: () => undefined,
};
