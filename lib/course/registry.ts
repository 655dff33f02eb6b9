/**
 * All exercises, found by their place: every file exercises/<topic>/<slug>.ts exports one. New work is offered the
 * highest version of each; a variant is always graded by the version it was drawn from.
 */
import type { Exercise } from "#lib/exercise/exercise.ts";
import { topics } from "#lib/exercise/topics.ts";

const files = import.meta.glob<{ default: Exercise }>("../../exercises/*/*.ts", { eager: true });

const byVersion = new Map<string, Exercise>();
const offered = new Map<string, Exercise>();
for (const { default: exercise } of Object.values(files)) {
  byVersion.set(`${exercise.id}@${exercise.version}`, exercise);
  const known = offered.get(exercise.id);
  if (!known || known.version < exercise.version) offered.set(exercise.id, exercise);
}

const place = ({ topic, id }: Exercise) => `${topics.findIndex((known) => known.id === topic)} ${id}`;

/** Every exercise that new work may use, in the order of the course, then by id. */
export const catalogue: readonly Exercise[] = [...offered.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));

/** Every version of every exercise. */
export const released: readonly Exercise[] = [...byVersion.values()];

/** The exercise of that id in its highest version. */
export const findExercise = (id: string): Exercise | undefined => offered.get(id);

/** The exercise of that id in exactly that version; undefined where its code is gone. */
export const findVersion = (id: string, version: number): Exercise | undefined => byVersion.get(`${id}@${version}`);
