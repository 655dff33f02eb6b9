import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { findExercise } from "#lib/course/registry.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type Solution, solutionOf } from "#lib/exercise/solution.ts";
import { drawVariant } from "#lib/exercise/variant.ts";

/**
 * A variant of an exercise to look at, with its solution, for who teaches. Nobody is ever given this one: seeds of real
 * variants are 128 random bits.
 * @param count 1, 2, 3 …: each another one
 */
export async function sampleFor(
  actor: Actor,
  sectionId: string,
  { exercise: id, level, count }: { exercise: string; level: Level; count: number },
): Promise<{ view: PublicVariant; solution: Solution } | undefined> {
  await requireMembership(db(), actor, sectionId, "see drafts");
  const exercise = findExercise(id);
  if (!exercise) return undefined;
  const { params } = drawVariant(exercise, level, `sample ${count}`);
  return { view: publicVariant(exercise, params, level), solution: solutionOf(exercise, params, level) };
}
