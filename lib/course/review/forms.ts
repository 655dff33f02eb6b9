/** The forms by which work is graded by hand: what they send, read and checked. */
import { z } from "zod";
import { storable } from "#lib/course/section/create.ts";

const says = (least: string) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .min(1, least)
        .max(2000, "Use at most 2000 characters.")
        .refine(storable, "There is a character in it that cannot be stored."),
    );

const reason = says("Say why: the student reads it.");

/** A percentage, as a share. */
const score = z
  .string()
  .trim()
  .refine(
    (text) => /^\d+(?:[.,]\d+)?$/.test(text) && Number(text.replace(",", ".")) <= 100,
    "Type a percentage from 0 to 100.",
  )
  .transform((text) => Number(text.replace(",", ".")) / 100);

/** The number of the receipt that was on the page. */
const after = z.coerce.number().int().min(1);

export const overrideSchema = z.object({ submission: z.uuid(), after, score, reason });
export type OverrideForm = z.infer<typeof overrideSchema>;

export const takeBackSchema = z.object({ submission: z.uuid(), after });
export type TakeBackForm = z.infer<typeof takeBackSchema>;

const place = {
  assignment: z.uuid(),
  enrollment: z.uuid(),
  /** "" for the whole. */
  position: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(999)]),
  /** Made with the page, so that a second click adds nothing. */
  key: z.uuid(),
};

export const setScoreSchema = z.object({ ...place, score, reason });
export type SetScoreForm = z.infer<typeof setScoreSchema>;

export const clearScoreSchema = z.object(place);
export type ClearScoreForm = z.infer<typeof clearScoreSchema>;

export const commentSchema = z.object({ ...place, says: says("Type what you want to say.") });
export type CommentForm = z.infer<typeof commentSchema>;

export const awardSchema = z.object({
  assignment: z.uuid(),
  item: z.uuid(),
  /** The name of the group, and what it was when it was looked at. */
  group: z.string().max(100),
  seen: z.string().max(100),
  score,
  reason,
});
export type AwardForm = z.infer<typeof awardSchema>;

export const faultSchema = z.object({
  assignment: z.uuid(),
  item: z.uuid(),
  /** "" for all variants of the item. */
  variant: z.union([z.literal("").transform(() => null), z.uuid()]),
  policy: z.enum(["full", "dropped"], "Choose what becomes of its points."),
  reason: says("Say what is wrong with it: the students read it."),
});
export type FaultForm = z.infer<typeof faultSchema>;

export const mendSchema = z.object({ assignment: z.uuid(), fault: z.uuid() });
