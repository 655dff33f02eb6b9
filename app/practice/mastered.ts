import type { Bands } from "#lib/course/browse.ts";
import { listSkills } from "#lib/course/skills.ts";

export interface Mastered {
  /** Skills that there are. */
  all: number;
  mastered: number;
}

/** How many skills of a topic are mastered. */
export function masteredOf(topic: string, bands: Bands): Mastered {
  const own = listSkills().filter((skill) => skill.topic === topic);
  return { all: own.length, mastered: own.filter(({ id }) => bands.get(id) === "mastered").length };
}
