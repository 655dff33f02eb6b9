import { z } from "zod";
import { levels } from "#lib/exercise/exercise.ts";
import { topics } from "#lib/exercise/topics.ts";
import { lengths, type QuizPlan, suggestedMinutes, timeLimits } from "./quiz-plan.ts";

/** Made with the form: sent twice, it is one quiz. */
const key = z.uuid("This form has no key. Open the page again.");
const { least, most } = lengths;
const lengthSays = `Choose from ${least} to ${most} items.`;

const formSchema = z
  .object({
    key,
    title: z
      .string()
      .trim()
      .max(80, "A title has at most 80 characters.")
      .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), "This holds a character that cannot be kept."),
    topics: z.array(z.enum(topics.map(({ id }) => id))).min(1, "Choose a topic."),
    levels: z.array(z.literal(levels)).min(1, "Choose a level."),
    length: z.coerce.number(lengthSays).pipe(z.int(lengthSays).min(least, lengthSays).max(most, lengthSays)),
    time: z.union(
      [z.enum(["suggested", "none"]), z.coerce.number().refine((minutes) => timeLimits.includes(minutes))],
      "Choose one of the time limits.",
    ),
    feedback: z.enum(["at once", "at the end"], "Choose when you want to be told."),
  })
  .transform(({ title, time, ...rest }): QuizPlan & { key: string } => ({
    ...rest,
    title: title || titleOf(topics.filter(({ id }) => rest.topics.includes(id)).map(({ name }) => name)),
    minutes: time === "none" ? null : time === "suggested" ? suggestedMinutes(rest.length, rest.levels) : time,
  }));

/** The form that builds a quiz. A box that is ticked comes as a field of its own: `topic-calculus`, `level-2`. */
export const quizFormSchema = z.preprocess((sent) => {
  const form = z.record(z.string(), z.unknown()).safeParse(sent).data ?? {};
  return {
    ...form,
    topics: topics.filter(({ id }) => form[`topic-${id}`] === "on").map(({ id }) => id),
    levels: levels.filter((level) => form[`level-${level}`] === "on"),
  };
}, formSchema);

/** The form that takes one that is ready. */
export const readyFormSchema = z.object({ key, ready: z.string().max(40) });

/** "Calculus, probability and logarithms" */
function titleOf(names: readonly string[]): string {
  if (names.length === topics.length) return "Across the course";
  const [first = "", ...rest] = names.map((name, i) => (i === 0 ? name : name.toLowerCase()));
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(", ")} and ${last}`;
}
