import "server-only";
import { db } from "#lib/db/client.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { evidenceOf } from "#lib/mastery/evidence.ts";
import { gapBehind } from "#lib/mastery/gap.ts";
import type { Learner } from "#lib/mastery/state.ts";
import { bank } from "./bank.ts";
import type { DrillItem } from "./drill-item.ts";
import { findExercise } from "./registry.ts";

/** A prerequisite that may be what went wrong. */
export interface GapOffer {
  skill: SkillId;
  name: string;
  /** The skill that rests on it, by name. */
  under: string;
}

/** The gap that a wrong first try at an item shows; null where it shows none, or there is nothing to drill it with. */
export async function gapOf(learner: Learner, item: DrillItem): Promise<GapOffer | null> {
  const exercise = findExercise(item.exerciseId);
  if (item.outcome !== "wrong" || !exercise) return null;
  const row = await db().receipt.findFirst({
    where: { countsAsTry: true, submission: { variantId: item.variantId } },
    orderBy: [{ submission: { sequence: "asc" } }, { sequence: "desc" }],
    select: { receipt: true },
  });
  if (!row) return null;
  const { steps, version } = receiptSchema.parse(row.receipt);
  if (version !== exercise.version) return null;
  const gap = gapBehind(learner, evidenceOf(exercise, item.level, steps, 0), Date.now());
  if (!gap || gap.prerequisite === item.chosen.skill) return null;
  if (!bank().some(({ skills: [main] }) => main === gap.prerequisite)) return null;
  return { skill: gap.prerequisite, name: skills[gap.prerequisite].name, under: skills[gap.skill].name };
}
