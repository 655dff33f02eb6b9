/** The form of how final grades come about: flat fields, read into a scheme, and back. */
import { z } from "zod";
import { letterPresets } from "./letters.ts";
import { type Scheme, schemeSchema } from "./scheme.ts";

/** Rows for categories on the form; the empty ones are left out. */
export const categoryRows = 8;

export const gradingFormSchema = z.looseObject({ section: z.uuid() });
export type GradingForm = z.infer<typeof gradingFormSchema>;

const isPreset = (name: unknown): name is keyof typeof letterPresets =>
  typeof name === "string" && Object.hasOwn(letterPresets, name);

/** Which preset some letters are; undefined where they are none. */
export const presetOf = (letters: Scheme["letters"]): string | undefined =>
  Object.entries(letterPresets).find(([, preset]) => JSON.stringify(preset.letters) === JSON.stringify(letters))?.[0];

/**
 * @param stored whose letters stay where the form names no preset
 * @param newId for a category that has none yet
 * @returns the scheme, or what is wrong with which field
 */
export function schemeFrom(
  form: GradingForm,
  stored: Scheme,
  newId: () => string,
): { scheme: Scheme } | { errors: Record<string, string> } {
  const text = (name: string) => (typeof form[name] === "string" ? form[name].trim() : "");
  const number = (name: string) => (text(name) === "" ? 0 : Number(text(name).replace(",", ".")));
  const rows = Array.from({ length: categoryRows }, (_, i) => i + 1).filter((i) => text(`name-${i}`) !== "");
  const { letters } = form;
  const { data, error } = schemeSchema.safeParse({
    categories: rows.map((i) => ({
      id: text(`id-${i}`) || newId(),
      name: text(`name-${i}`),
      weight: number(`weight-${i}`),
      drop: number(`drop-${i}`),
    })),
    others: { weight: number("weight-0"), drop: number("drop-0") },
    show: form.show,
    letters: isPreset(letters) ? letterPresets[letters].letters : stored.letters,
    rounding: form.rounding,
    missing: form.missing,
  });
  if (data) return { scheme: data };
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[fieldAt(path, rows)] ??= message;
  return { errors };
}

/** The field of the form that a place in the scheme came from. */
function fieldAt([first, second, third]: readonly PropertyKey[], rows: readonly number[]): string {
  if (first === "others") return `${String(second)}-0`;
  if (first === "categories" && typeof second === "number") return `${String(third)}-${rows[second]}`;
  return String(first);
}
