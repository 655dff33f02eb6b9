/** What a learner is told of a drill's items: what they are, and why they were chosen. */
import "server-only";
import { skills } from "#lib/exercise/skills.ts";
import { needsOf } from "#lib/mastery/prior.ts";
import type { DrillConfig } from "./attempt-config.ts";
import type { Chosen, DrillItem } from "./drill-item.ts";
import { findExercise } from "./registry.ts";

/** Why an item was chosen, for words. */
export interface Why {
  kind: Chosen["kind"] | "detour";
  /** The name of its main skill. */
  skill: string;
  /** The name of the skill that went wrong before and rests on this one; null where none did. */
  behind: string | null;
  /** Whole days between the last practice and the drill's choice; null where there was none. */
  daysAgo: number | null;
  /** Whether the skill rests on others. */
  rests: boolean;
}

const dayMs = 86_400_000;

export function whyOf({ chosen, at }: Pick<DrillItem, "chosen" | "at">): Why {
  const { kind, skill, behind, detour, lastAt } = chosen;
  return {
    // What was never tried is new, whatever a placement found.
    kind: detour ? "detour" : kind === "weak" && lastAt === null ? "new" : kind,
    skill: skills[skill].name,
    behind: behind && skills[behind].name,
    daysAgo: lastAt === null ? null : Math.max(0, Math.floor((at - lastAt) / dayMs)),
    rests: needsOf(skill).length > 0,
  };
}

/** The title of an item's exercise; its id where the exercise is gone. */
export const titleOf = ({ exerciseId }: Pick<DrillItem, "exerciseId">): string =>
  findExercise(exerciseId)?.title ?? exerciseId;

/** What a drill is narrowed to, by name; empty where it is not. */
export const focusNames = ({ focus: { skills: ids = [], exercises = [] } }: Pick<DrillConfig, "focus">): string[] => [
  ...ids.map((id) => skills[id].name),
  ...exercises.map((exerciseId) => titleOf({ exerciseId })),
];
