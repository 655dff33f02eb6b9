import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { log } from "#lib/log.ts";
import { Refusal } from "./refusal.ts";

const jsonSchema = z.json().transform((value) => value ?? {});
interface Fresh {
  version: number;
  seed: string;
  params: z.infer<typeof jsonSchema>;
}

/** Draws until one is new; where there are few variants, they come again. */
const mostRepeats = 40;
/** A second and a third seed are for an exercise that is rarely unsound. */
const mostFailures = 3;

/** Two variants are the same if their parameters have the same text, in the order of the schema; undefined if they do not fit it. */
export function sameText(schema: Exercise["schema"], params: unknown): string | undefined {
  const parsed = schema.safeParse(params);
  return parsed.success ? JSON.stringify(parsed.data) : undefined;
}

/**
 * Draws a variant from a fresh seed of 128 random bits; not one of those `seen`, as long as others can be found.
 * Throws a Refusal where the exercise cannot be drawn.
 */
export function drawFresh(exercise: Exercise, level: Level, seen: ReadonlySet<string>): Fresh {
  let latest: Fresh | undefined;
  for (let failures = 0, repeats = 0; failures < mostFailures && repeats < mostRepeats; ) {
    const seed = randomBytes(16).toString("hex");
    try {
      const { version, params } = drawVariant(exercise, level, seed);
      latest = { version, seed, params: jsonSchema.parse(params) };
      if (!seen.has(sameText(exercise.schema, params) ?? "")) return latest;
      repeats++;
    } catch (error) {
      log().error({ err: error, exercise: exercise.id, level }, "an exercise cannot be drawn");
      failures++;
    }
  }
  if (latest) return latest;
  throw new Refusal("unavailable", "This exercise cannot be drawn just now; we have been told. Please take another.");
}
