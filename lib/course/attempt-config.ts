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

/** A quiz: what its maker chose. Feedback comes after each item, or after the last. */
export const quizConfigSchema = z.object({
  minutes: z.int().positive().nullable(),
  feedback: z.enum(["at once", "at the end"]),
});
export type QuizConfig = z.infer<typeof quizConfigSchema>;
