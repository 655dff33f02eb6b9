/** All options, first to last. Typed as ids or texts with commas or arrows between. */
import type { Kind, NearMiss } from "./kind.ts";
import { readOptions } from "./options.ts";

export const order: Kind<"order"> = {
  read(raw, { options }) {
    const reading = readOptions(raw, options, "Put the options in order.");
    if (reading.outcome !== "read" || reading.value.length === options.length) return reading;
    const message = `Only ${reading.value.length} of the ${options.length} are here; order all of them.`;
    return { outcome: "unreadable", message, at: [0, raw.length], suggestion: null };
  },
  print: (value) => value.join(", "),
  compare(submitted, reference) {
    if (`${submitted}` === `${reference}`) return { right: true };
    const first = submitted.findIndex((id, i) => id !== reference[i]);
    const says =
      first === 0 ? "Already the first one comes later." : `The first ${first} are right; look at what follows.`;
    return { right: false, says: first === 1 ? "The first one is right; look at what follows." : says };
  },
  nearMiss(submitted, reference) {
    const isNow = (other: readonly string[]) => `${other}` === `${reference}`;
    if (isNow(submitted)) return undefined;
    if (isNow(submitted.toReversed())) return reversed;
    const off = submitted.flatMap((id, i) => (id === reference[i] ? [] : [i]));
    if (off.length === 2) return swapped;
    const start = submitted.indexOf(reference[0] ?? "");
    if (isNow([...submitted.slice(start), ...submitted.slice(0, start)])) return rotated;
    return undefined;
  },
};

const reversed: NearMiss = {
  id: "reversed",
  says: "This is the right order from last to first: turn it round.",
};
const swapped: NearMiss = {
  id: "swapped",
  says: "All but two stand in their places: these two are swapped.",
};
const rotated: NearMiss = {
  id: "rotated",
  says: "Each one follows the right one, but the whole begins at the wrong place.",
};
