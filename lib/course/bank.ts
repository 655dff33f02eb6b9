import "server-only";
import { levels } from "#lib/exercise/exercise.ts";
import { type Candidate, candidateOf } from "#lib/mastery/candidate.ts";
import { catalogue } from "./registry.ts";

let known: readonly Candidate[] | undefined;

/** Every exercise on offer at every level, as the pickers see it. Made once: what a level takes is found by running it. */
export function bank(): readonly Candidate[] {
  known ??= catalogue.flatMap((exercise) => levels.map((level) => candidateOf(exercise, level)));
  return known;
}
