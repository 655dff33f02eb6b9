import "server-only";
import { db, type Tx } from "#lib/db/client.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { type Learner, type SkillState, skillStateSchema } from "#lib/mastery/state.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { isSkillId } from "./skill-id.ts";

/** What is known of an actor's skills; empty for somebody who has not begun. */
export async function learnerOf(actor: Actor): Promise<Learner> {
  const userId = ownerOf(actor);
  return userId === undefined ? new Map() : await readLearner(db(), userId);
}

/** The states of a user's skills. What another version of the estimate left behind counts as nothing. */
export async function readLearner(tx: Tx, userId: string): Promise<Learner> {
  const rows = await tx.skillState.findMany({ where: { userId }, select: { skillId: true, state: true } });
  return new Map(
    rows.flatMap(({ skillId, state }): [SkillId, SkillState][] => {
      const parsed = skillStateSchema.safeParse(state);
      return isSkillId(skillId) && parsed.success ? [[skillId, parsed.data]] : [];
    }),
  );
}

/**
 * Changes a user's skills. The rows of those that may change are locked, in the order of their ids, so that two
 * submissions of one user neither wait for each other nor undo each other; what related skills say is read as it stands.
 */
export async function changeLearner(
  tx: Tx,
  userId: string,
  skills: readonly SkillId[],
  change: (learner: Learner) => Learner,
): Promise<void> {
  const sorted = [...new Set(skills)].sort();
  if (sorted.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO skill_states (user_id, skill_id, state, updated_at)
    SELECT ${userId}::uuid, skill, '{}', clock_timestamp() FROM unnest(${sorted}::text[]) AS skill ORDER BY skill
    ON CONFLICT (user_id, skill_id) DO NOTHING`;
  await tx.$queryRaw`
    SELECT 1 AS locked FROM skill_states WHERE user_id = ${userId}::uuid AND skill_id = ANY (${sorted}::text[])
    ORDER BY skill_id FOR UPDATE`;
  const after = change(await readLearner(tx, userId));
  for (const skillId of sorted) {
    const state = after.get(skillId);
    if (!state) continue;
    const { right, tries } = state;
    await tx.skillState.update({ where: { userId_skillId: { userId, skillId } }, data: { state, right, tries } });
  }
}
