/**
 * All exercises, found by their place: every file exercises/<topic>/<slug>.ts exports one. New work is offered the
 * highest version of each; a variant is always graded by the version it was drawn from.
 */
import type { Exercise } from "#lib/exercise/exercise.ts";

const files = import.meta.glob<{ default: Exercise }>("../../exercises/*/*.ts", { eager: true });

const byVersion = new Map<string, Exercise>();
const offered = new Map<string, Exercise>();
for (const { default: exercise } of Object.values(files)) {
  byVersion.set(`${exercise.id}@${exercise.version}`, exercise);
  const known = offered.get(exercise.id);
  if (!known || known.version < exercise.version) offered.set(exercise.id, exercise);
}

/** Every exercise that new work may use, in the order of topics and ids. */
export const catalogue: readonly Exercise[] = [...offered.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The exercise of that id in its highest version. */
export const findExercise = (id: string): Exercise | undefined => offered.get(id);

/** The exercise of that id in exactly that version; undefined where its code is gone. */
export const findVersion = (id: string, version: number): Exercise | undefined => byVersion.get(`${id}@${version}`);
