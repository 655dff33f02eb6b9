import { createHash } from "node:crypto";
import { z } from "zod";

const mostText = 4000;

/**
 * What was typed, by step name. What is longer than an answer may be is for reading to explain, up to a point; a NUL or
 * half a surrogate pair cannot be stored.
 */
export const rawSchema = z
  .record(
    z.string().max(100, "This is too long for the name of a step."),
    z
      .string("This must be text.")
      .max(mostText, `This is longer than ${mostText} characters.`)
      .refine((text) => !/[\0\p{Surrogate}]/u.test(text), "This holds a character that cannot be kept."),
  )
  .refine((raw) => Object.keys(raw).length <= 100, "There are more parts than any exercise has.");

export type Raw = Readonly<Record<string, string>>;

/** What was typed for the steps that are asked; nothing for those that were left out. */
export function askedOnly(asked: readonly string[], raw: Raw): Record<string, string> {
  return Object.fromEntries(asked.map((step) => [step, Object.hasOwn(raw, step) ? (raw[step] ?? "") : ""]));
}

/** Tells whether two submissions with the same key say the same: a hash of the variant and what was typed. */
export function bodyHash(variantId: string, raw: Raw): string {
  const sorted = Object.entries(raw).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([variantId, sorted]))
    .digest("hex");
}
