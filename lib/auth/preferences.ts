/** How somebody wants the pages, and how much they want to practise: what may stand in the column of that name. */
import { z } from "zod";

/** Zones as the tz database names them: "Europe/Rome". */
export const timeZones: readonly string[] = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].sort();
const known = new Set(timeZones);

const fields = {
  /** "system" follows the device. */
  theme: z.enum(["system", "light", "dark"], "Choose one of the three."),
  /** Numbers are shown as 0,5; they are typed with a point all the same. */
  decimalComma: z.boolean(),
  /** Items a day; 0 is no goal. */
  dailyGoal: z.int("Use a whole number.").min(0, "Use a number from 0 to 100.").max(100, "Use a number from 0 to 100."),
  /** "reduce" keeps still, whatever the device says. */
  reducedMotion: z.enum(["system", "reduce"], "Choose one of the two."),
  /** Null is that of the browser. */
  timeZone: z
    .string()
    .refine((zone) => known.has(zone), "There is no such time zone in the list.")
    .nullable(),
  /** Which mails are wanted, where the site sends any. */
  mailDueSoon: z.boolean(),
  mailResults: z.boolean(),
  mailAnnouncements: z.boolean(),
};

const tick = z.enum(["yes", "no"], "Tick it or not.").transform((answer) => answer === "yes");

/** A change of some of them, as a form sends it: an empty field for none. */
export const preferenceFormSchema = z
  .object({
    theme: fields.theme,
    decimalComma: z.enum(["point", "comma"], "Choose one of the two.").transform((mark) => mark === "comma"),
    dailyGoal: z.coerce.number("Use a whole number.").pipe(fields.dailyGoal),
    reducedMotion: fields.reducedMotion,
    timeZone: z.preprocess((zone) => (zone === "" ? null : zone), fields.timeZone),
    mailDueSoon: tick,
    mailResults: tick,
    mailAnnouncements: tick,
  })
  .partial();
export type PreferenceChange = z.infer<typeof preferenceFormSchema>;

/** All of them, as a row keeps them. What is missing, or was kept by another version, is as if it had not been chosen. */
const preferencesSchema = z.object({
  theme: fields.theme.catch("system"),
  decimalComma: fields.decimalComma.catch(false),
  dailyGoal: fields.dailyGoal.catch(0),
  reducedMotion: fields.reducedMotion.catch("system"),
  timeZone: fields.timeZone.catch(null),
  mailDueSoon: fields.mailDueSoon.catch(true),
  mailResults: fields.mailResults.catch(true),
  mailAnnouncements: fields.mailAnnouncements.catch(true),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What nobody has chosen. */
export const usualPreferences: Preferences = preferencesSchema.parse({});

/** The preferences that a row holds. */
export const readPreferences = (stored: unknown): Preferences =>
  preferencesSchema.catch(usualPreferences).parse(stored ?? {});
