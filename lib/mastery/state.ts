/** What is stored of one skill of one learner: plain JSON, one row each. */
import { z } from "zod";
import type { SkillId } from "#lib/exercise/skills.ts";

const belief = z.object({ mean: z.number(), variance: z.number().nonnegative() });

export const skillStateSchema = z.object({
  version: z.literal(1),
  /**
   * The skill's ability is a trait, which related skills share, plus what practice has made of it. Of the trait, what the
   * answers on this skill alone say, as a measurement; what related skills say is added when it is read.
   */
  trait: belief,
  /** What was learnt and forgotten since, as it was at the last evidence. */
  change: belief,
  /** When the last evidence came, in ms since 1970. */
  at: z.number(),
  /** Submissions with evidence on this skill, and those of them that had no mistake in it. */
  tries: z.int().nonnegative(),
  right: z.int().nonnegative(),
  /** The card of ts-fsrs, times in ms; null where a placement said something and no answer was given yet. */
  card: z
    .object({
      due: z.number(),
      lastReview: z.number(),
      stability: z.number().nonnegative(),
      difficulty: z.number().nonnegative(),
      scheduledDays: z.number().nonnegative(),
      reps: z.int().nonnegative(),
      lapses: z.int().nonnegative(),
      state: z.int().min(0).max(3),
    })
    .nullable(),
});
export type SkillState = z.infer<typeof skillStateSchema>;

/** The states of the skills that were tried. */
export type Learner = ReadonlyMap<SkillId, SkillState>;
