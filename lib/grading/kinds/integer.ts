/** Whole numbers, compared exactly. A number that is not whole is readable, and wrong. */
import { entryIsRight } from "../entries.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { Kind } from "./kind.ts";
import { readNumber } from "./number.ts";

export const integer: Kind<"integer"> = {
  read(raw, spec) {
    const reading = readNumber(raw, spec);
    if (reading.outcome !== "read") return reading;
    const whole = Math.round(reading.value);
    const isWhole = Math.abs(reading.value - whole) <= 1e-12 * Math.max(1, Math.abs(whole));
    if (!isWhole || reading.value === whole) return reading;
    const { outcome, tex, written } = reading;
    return written[0] === "formula" ? { outcome, value: whole, tex, text: `${whole}`, written } : reading;
  },
  print: (value) => `${value}`,
  compare(submitted, reference, spec) {
    if (Number.isInteger(submitted)) return { right: entryIsRight(spec, submitted, [reference], 0, []) };
    return { right: false, says: "The answer is a whole number; yours is not." };
  },
  nearMiss: (submitted, reference, spec, around) => numericNearMiss(spec, submitted, reference, around),
};
