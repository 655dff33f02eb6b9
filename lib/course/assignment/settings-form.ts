/** The form of an assignment's rules: what it sends, read and checked. */
import { z } from "zod";
import { line, storable } from "#lib/course/section/create.ts";
import { type AssignmentConfig, assignmentConfigSchema, faultsOfConfig } from "./config.ts";
import { assignmentTitle } from "./create.ts";

/** "" for none, else a date and time as a clock in the section shows it. */
export const localTime = z
  .string()
  .refine((text) => text === "" || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text), "This is no date and time.");

/** "" for none, else a whole number. */
export const count = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => text === "" || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most), {
      message: `Type a whole number from ${least} to ${most}, or leave it empty.`,
    })
    .transform((text) => (text === "" ? null : Number(text)));

const percent = z
  .string()
  .trim()
  .refine(
    (text) => /^\d+(?:[.,]\d+)?$/.test(text) && Number(text.replace(",", ".")) <= 100,
    "Type a percentage from 0 to 100.",
  )
  .transform((text) => Number(text.replace(",", ".")) / 100);

/** What a `TickField` sends. */
export const tick = z.enum(["yes", "no"]).transform((word) => word === "yes");
const { navigation, variants, feedback, solutions } = assignmentConfigSchema.shape;

const fields = z.object({
  assignment: z.uuid(),
  /** The one that was on the page. */
  revision: z.coerce.number().int(),
  title: assignmentTitle,
  instructions: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .max(5000, "Use at most 5000 characters.")
        .refine(storable, "There is a character in it that cannot be stored."),
    ),
  opens: localTime,
  due: localTime,
  lateUntil: localTime,
  latePerDay: percent,
  lateMost: percent,
  minutes: count(1, 10_080),
  navigation,
  shuffle: tick,
  variants,
  feedback,
  solutions,
  hints: tick,
  tries: count(1, 100),
  tryPenalty: percent,
  freshOnRetry: tick,
  carried: percent,
  /** Not called a password, so that it comes back where something else is wrong. */
  entry: line(60),
});
type Fields = z.infer<typeof fields>;

export const assignmentFormSchema = fields.superRefine((form, context) => {
  const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  // Written like this, earlier times come first in the alphabet too.
  if (form.opens && form.due && form.opens >= form.due) wrong("due", "This is not after it opens.");
  if (form.lateUntil && !form.due) wrong("due", "Late answers need a due date.");
  if (form.lateUntil && form.due && form.lateUntil < form.due) wrong("lateUntil", "This is before it is due.");
  // A field that is wrong by itself comes here all the same, as it was typed.
  const { data } = assignmentConfigSchema.safeParse(plainConfig(form));
  for (const [field, message] of Object.entries(data ? faultsOfConfig(data) : {})) wrong(field, message);
});
export type AssignmentForm = z.infer<typeof assignmentFormSchema>;

/** The config that a form describes. */
export const configOf = (form: AssignmentForm): AssignmentConfig => assignmentConfigSchema.parse(plainConfig(form));

const plainConfig = ({ latePerDay, lateMost, ...form }: Fields) => ({
  ...form,
  late: { perDay: latePerDay, most: lateMost },
});
