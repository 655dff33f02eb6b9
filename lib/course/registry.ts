/**
 * All exercises, found by their place: every file exercises/<topic>/<slug>.ts exports one. New work is offered the
 * highest version of each; a variant is graded by the version it was drawn from, unless its item was
 * regraded onto another (judgedBy in stored-variant.ts).
 */
import type { Exercise } from "#lib/exercise/exercise.ts";
import { skills } from "#lib/exercise/skills.ts";
import { topics } from "#lib/exercise/topics.ts";

const files = import.meta.glob<{ default: Exercise }>("../../exercises/*/*.ts", { eager: true });

const byVersion = new Map<string, Exercise>();
const offered = new Map<string, Exercise>();
for (const { default: exercise } of Object.values(files)) {
  byVersion.set(`${exercise.id}@${exercise.version}`, exercise);
  const known = offered.get(exercise.id);
  if (!known || known.version < exercise.version) offered.set(exercise.id, exercise);
}

const topicOrder: readonly string[] = topics.map(({ id }) => id);
const skillOrder: readonly string[] = Object.keys(skills);

/** By topic, then by the skill that is drilled first, then by id. */
function inCourse(a: Exercise, b: Exercise): number {
  const byTopic = topicOrder.indexOf(a.topic) - topicOrder.indexOf(b.topic);
  const bySkill = skillOrder.indexOf(a.skills[0]) - skillOrder.indexOf(b.skills[0]);
  return byTopic || bySkill || (a.id < b.id ? -1 : 1);
}

/** Every exercise that new work may use, in the order of the course. */
export const catalogue: readonly Exercise[] = [...offered.values()].sort(inCourse);

/** Every version of every exercise. */
export const released: readonly Exercise[] = [...byVersion.values()];

/** The exercise of that id in its highest version. */
export const findExercise = (id: string): Exercise | undefined => offered.get(id);

/** The exercise of that id in exactly that version; undefined where its code is gone. */
export const findVersion = (id: string, version: number): Exercise | undefined => byVersion.get(`${id}@${version}`);
