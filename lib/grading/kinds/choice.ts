/** One of several options, by its id or its text. */
import { optionTex } from "#lib/exercise/tex.ts";
import type { Kind } from "./kind.ts";
import { optionNamed } from "./options.ts";

export const choice: Kind<"choice"> = {
  read(raw, { options }) {
    const option = optionNamed(raw, options);
    if (option)
      return { outcome: "read", value: option.id, tex: optionTex(option.text), text: option.text, written: [] };
    return {
      outcome: "unreadable",
      message: raw.trim() === "" ? "Choose one of the options." : "This is not one of the options.",
      at: [0, raw.length],
      suggestion: null,
    };
  },
  print: (value) => value,
  compare: (submitted, reference) => ({ right: submitted === reference }),
  nearMiss: () => undefined,
};
