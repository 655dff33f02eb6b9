/** The forms of a regrade: what is to change, and that it is to be done. */
import { z } from "zod";
import { tick } from "#lib/course/assignment/settings-form.ts";
import { line } from "#lib/course/section/create.ts";

/** For the assignment in place of an item: `carried`, and `points-<part>` of each part. */
export const whole = "whole";

/** Besides these, of an item what `itemTermsSchema` names, and `version`. */
const change = {
  assignment: z.uuid(),
  item: z.union([z.uuid(), z.literal(whole)]),
  /** Whether an answer that would earn less keeps what it has. */
  keep: tick.default(true),
};
const field = z.string().trim().max(40, "This is longer than any number here.");

export const changeSchema = z.object(change).catchall(field);
export type ChangeForm = z.infer<typeof changeSchema>;

export const applySchema = z
  .object({
    ...change,
    /** Of the dry run that was looked at. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    reason: line(300).min(3, "Say why: students who are judged anew read it beside their answer."),
  })
  .catchall(field);
export type ApplyForm = z.infer<typeof applySchema>;
