import { effortOf } from "#lib/exercise/effort.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";

const draws = 15;
const known = new Map<string, number>();

/** The median effort of an exercise’s variants at a level, over fixed seeds; computed once by each process. */
export function typicalEffort(exercise: Exercise, level: Level): number {
  const place = `${exercise.id}@${exercise.version}/${level}`;
  const before = known.get(place);
  if (before !== undefined) return before;
  const efforts = Array.from({ length: draws }, (_, i) => drawVariant(exercise, level, `typical ${i}`))
    .map(({ params }) => effortOf(exercise, params, level))
    .toSorted((a, b) => a - b);
  const median = efforts[(draws - 1) / 2] ?? 0;
  known.set(place, median);
  return median;
}
