/** The form of what is different for some students: what it sends, read and checked. */
import { z } from "zod";
import { line } from "#lib/course/section/create.ts";
import { count, localTime, tick } from "./settings-form.ts";

const moreTime = z
  .string()
  .trim()
  .refine(
    (text) => text === "" || (/^\d+(?:[.,]\d+)?$/.test(text) && amount(text) > 0 && amount(text) <= 900),
    "Type how many percent more, such as 50, or leave it empty.",
  )
  .transform((text) => (text === "" ? null : 1 + amount(text) / 100));

const amount = (text: string): number => Number(text.replace(",", "."));

/** Besides these, `student-<enrollment>` and `item-<item>` are sent of those that are ticked. */
export const accommodationSchema = z
  .object({
    section: z.uuid(),
    /** "" for all assignments of the section. */
    assignment: z.union([z.uuid(), z.literal("")]),
    /** All of a group; "" for those who are ticked. */
    group: z.string().max(200).default(""),
    moreTime,
    extraDays: count(1, 365),
    opens: localTime.default(""),
    due: localTime.default(""),
    lateUntil: localTime.default(""),
    excused: tick.default(false),
    note: line(200).default(""),
  })
  .catchall(z.string().max(200));
export type AccommodationForm = z.infer<typeof accommodationSchema>;

/** The ids of what is ticked, by the first word of its fields. */
export const tickedIn = (form: AccommodationForm, word: "student" | "item"): string[] =>
  Object.entries(form).flatMap(([name, value]) => {
    const id = name.startsWith(`${word}-`) && value === "yes" ? name.slice(word.length + 1) : "";
    return z.uuid().safeParse(id).success ? [id] : [];
  });
