/** Choosing and drawing the next item of a drill, outside of any transaction. */
import "server-only";
import { randomBytes } from "node:crypto";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { createRng } from "#lib/exercise/rng.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import type { Candidate } from "#lib/mastery/candidate.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import { type Past, pickNext } from "#lib/mastery/pick.ts";
import { needsOf } from "#lib/mastery/prior.ts";
import type { Learner } from "#lib/mastery/state.ts";
import type { Actor } from "./actor.ts";
import type { SkillReading } from "./attempt-config.ts";
import { bank } from "./bank.ts";
import { drawnBefore } from "./draw.ts";
import { drawFresh } from "./draw-fresh.ts";
import type { Chosen, DrillItem } from "./drill-item.ts";
import { learnerOf } from "./learner.ts";
import { Refusal } from "./refusal.ts";
import { findExercise } from "./registry.ts";

export interface Focus {
  skills?: readonly SkillId[] | undefined;
  exercises?: readonly string[] | undefined;
}

/** An item that is drawn and not yet stored. */
export interface FreshItem {
  exercise: Exercise;
  level: Level;
  chosen: Chosen;
  fresh: ReturnType<typeof drawFresh>;
}

interface Wanted {
  items: readonly DrillItem[];
  /** Of the drill; not narrowed where both are empty. */
  focus: Focus;
  /** The gap that a detour is on. */
  detour: SkillId | undefined;
}

/** An exercise that cannot be drawn is passed over, so many times. */
const mostFailures = 3;

/** Picks what the actor needs most now, and draws it. Throws a Refusal where nothing can be had. */
export async function chooseItem(actor: Actor, { items, focus, detour }: Wanted): Promise<FreshItem> {
  const learner = await learnerOf(actor);
  const at = Date.now();
  const narrowed = narrowedTo(detour === undefined ? focus : { skills: [detour] });
  const rng = createRng(randomBytes(16).toString("hex"));
  const past = items.flatMap(pastOf);
  let left: readonly Candidate[] = bank();
  for (let failures = 0; failures < mostFailures; failures++) {
    const pick = pickNext({ learner, bank: left, past, ...(narrowed && { focus: narrowed }), at, rng });
    const exercise = pick && findExercise(pick.exercise);
    if (!exercise) break;
    const { level, skill, reason } = pick;
    try {
      const fresh = drawFresh(exercise, level, await drawnBefore(actor, exercise, level));
      const taken = left.find((one) => one.exercise === pick.exercise && one.level === level)?.skills ?? [];
      const chosen: Chosen = {
        kind: reason.kind,
        skill,
        lastAt: lastOf(learner, skill),
        behind: failedOn(items, skill),
        detour: detour !== undefined,
        before: readSkills(learner, taken, at),
      };
      return { exercise, level, chosen, fresh };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left = left.filter((one) => one.exercise !== pick.exercise);
    }
  }
  throw new Refusal("unavailable", "There is nothing to draw for this drill just now. Please begin another one.");
}

/** The focus as the picker takes it; undefined where it is none. */
function narrowedTo({ skills = [], exercises = [] }: Focus): { skills: SkillId[]; exercises: string[] } | undefined {
  return skills.length + exercises.length > 0 ? { skills: [...skills], exercises: [...exercises] } : undefined;
}

/** How skills stand at a time in ms, as it is kept with an item. */
export function readSkills(
  learner: Learner,
  skills: readonly SkillId[],
  at: number,
): Partial<Record<SkillId, SkillReading>> {
  return Object.fromEntries(
    skills.map((skill) => {
      const { band, chance } = masteryOf(learner, skill, at);
      return [skill, { band, chance }] as const;
    }),
  );
}

function pastOf({ exerciseId, level, chosen, outcome }: DrillItem): Past[] {
  const candidate = bank().find((one) => one.exercise === exerciseId && one.level === level);
  if (!candidate) return [];
  const { topic } = candidate;
  return [{ exercise: exerciseId, level, skill: chosen.skill, topic, outcome: outcome === "shown" ? null : outcome }];
}

/** When a skill was last practised; a placement alone is no practice. */
function lastOf(learner: Learner, skill: SkillId): number | null {
  const state = learner.get(skill);
  return state && state.tries > 0 ? state.at : null;
}

/** The skill of the latest item that went wrong and rests on this one. */
const failedOn = (items: readonly DrillItem[], skill: SkillId): SkillId | null =>
  items.findLast(({ outcome, chosen }) => outcome === "wrong" && needsOf(chosen.skill).includes(skill))?.chosen.skill ??
  null;
