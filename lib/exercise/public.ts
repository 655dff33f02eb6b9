/**
 * What a learner's browser may hold of a variant before it is answered. `PublicVariant` is branded and comes from
 * `publicVariant` alone, whose schema drops every key it does not know: no seed, no parameters, no reference.
 */
import { z } from "zod";
import type { Exercise, Level } from "./exercise.ts";
import { figureSchema } from "./figure.ts";
import { kindSpecSchema } from "./kinds.ts";
import { ruleInWords } from "./rule.ts";
import { hintsOf } from "./solution.ts";
import { shownStep } from "./step.ts";

const publicVariantSchema = z
  .object({
    exercise: z.string(),
    title: z.string(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** Markdown with $TeX$. */
    prompt: z.string(),
    figure: figureSchema.optional(),
    parts: z
      .array(
        z.object({
          step: z.string(),
          /** TeX. */
          label: z.string(),
          words: z.string(),
          spec: kindSpecSchema,
          rule: z.string(),
        }),
      )
      .readonly(),
    hints: z.int().nonnegative(),
  })
  .brand<"PublicVariant">();
export type PublicVariant = z.infer<typeof publicVariantSchema>;

/** The public view of a variant with parsed parameters. */
export function publicVariant<P>(exercise: Exercise<P>, p: P, level: Level): PublicVariant {
  return publicVariantSchema.parse({
    exercise: exercise.id,
    title: exercise.title,
    level,
    prompt: exercise.prompt(p, level),
    figure: exercise.figure(p),
    parts: exercise.asks[level].map((name) => {
      const { label, words, spec } = shownStep(exercise, p, name);
      return { step: name, label, words, spec, rule: ruleInWords(spec) };
    }),
    hints: hintsOf(exercise, p, level).length,
  });
}
