/** What an attempt keeps of how it was begun, by kind, as its row holds it. */
import { z } from "zod";
import { skillIdSchema } from "./skill-id.ts";

/** A drill: how many items (null for endless), and what it is narrowed to. */
export const drillConfigSchema = z.object({
  length: z.int().positive().nullable(),
  focus: z
    .object({ skills: z.array(skillIdSchema), exercises: z.array(z.string()) })
    .partial()
    .default({}),
});
export type DrillConfig = z.infer<typeof drillConfigSchema>;

/** A skill as it is read at one moment. */
const readingSchema = z.object({ band: z.enum(["new", "weak", "growing", "mastered"]), chance: z.number() });
export const readingsSchema = z.partialRecord(skillIdSchema, readingSchema);
export type SkillReading = z.infer<typeof readingSchema>;

/** What came of a drill: the skills that its items took, as they were when it was finished. */
export const drillOutcomeSchema = z.object({ after: readingsSchema });

/** A quiz: what its maker chose. Feedback comes after each item, or after the last. */
export const quizConfigSchema = z.object({
  minutes: z.int().positive().nullable(),
  feedback: z.enum(["at once", "at the end"]),
});
export type QuizConfig = z.infer<typeof quizConfigSchema>;
