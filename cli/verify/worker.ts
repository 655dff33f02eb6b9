/** Verifies one exercise after the other, as the command that started it says; answers by messages. */
import { z } from "zod";
import { findExercise } from "#lib/course/registry.ts";
import { verifyExercise } from "./verify-exercise.ts";

const jobSchema = z.object({ id: z.string(), seeds: z.int() });

process.on("message", (message) => {
  const { id, seeds } = jobSchema.parse(message);
  const exercise = findExercise(id);
  if (!exercise) throw new RangeError(`no exercise ${id}`);
  process.send?.(verifyExercise(exercise, seeds));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
