/** Several of several options: every one that holds, and no other. Typed as ids or texts with commas between. */
import type { Kind } from "./kind.ts";
import { readOptions } from "./options.ts";

export const choices: Kind<"choices"> = {
  read(raw, { options }) {
    const reading = readOptions(raw, options, "Tick every option that holds, or type “none”.");
    if (reading.outcome !== "read") return reading;
    const chosen = new Set(reading.value);
    return { ...reading, value: options.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) };
  },
  print: (value) => (value.length === 0 ? "none" : value.join(", ")),
  compare(submitted, reference) {
    if (`${submitted}` === `${reference}`) return { right: true };
    return { right: false, says: whatIsOff(submitted, reference) };
  },
  nearMiss(submitted, reference, { options }) {
    const isOther = options.every(({ id }) => submitted.includes(id) !== reference.includes(id));
    if (!isOther || reference.length === 0 || submitted.length === 0) return undefined;
    return { id: "complement", says: "You ticked just those that do not hold: read once more what is asked for." };
  },
};

/** What to look at, without telling which: something is missing, something is too much, or both. */
function whatIsOff(submitted: readonly string[], reference: readonly string[]): string {
  const isMissing = reference.some((id) => !submitted.includes(id));
  const isExtra = submitted.some((id) => !reference.includes(id));
  if (isMissing && isExtra) return "Something is ticked that does not hold, and something that holds is not.";
  if (isExtra) return "Something is ticked that does not hold.";
  return submitted.length === 0
    ? "Something holds; look again."
    : "All that is ticked holds, but something is missing.";
}
