import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { endDrill } from "./drill-finish.ts";
import { firstTriesOf, replay } from "./learn.ts";
import { changeLearner, readLearner } from "./learner.ts";
import { lockUsers } from "./owner-lock.ts";
import { endPlacement } from "./placement-finish.ts";

/**
 * Moves a guest's work into an existing account, and marks the guest as claimed, so that its cookie opens nothing any
 * more. Variants are numbered on after the account's own; of two open ones of the same exercise and level the guest's
 * stays open, since that one is on the screen. Drafts, submissions and reveals follow their variant. Doing it again,
 * or for a guest who has done nothing or belongs to somebody else, does nothing.
 *
 * A submission of the guest whose key the account has used too stays behind with its variant: keys are random, so
 * nobody but its maker can bring that about, and a stored submission is never altered.
 */
export async function claimGuest(tx: Tx, guestId: string, userId: string): Promise<void> {
  const rows = await lockUsers(tx, [guestId, userId]);
  const guest = rows.find(({ id }) => id === guestId);
  const user = rows.find(({ id }) => id === userId);
  if (!guest?.guest || guest.claimed || guest.deleted || !user || user.guest || user.deleted) return;
  const [tries, found] = [await firstTriesOf(tx, guestId), await readLearner(tx, guestId)];
  await moveAttempts(tx, guestId, userId);
  await moveVariants(tx, guestId, userId);
  await tx.skillState.deleteMany({ where: { userId: guestId } });
  // What the guest's first tries teach is learned again, on top of what the account's own have taught; what a placement
  // concluded about other skills is taken over where the account knows nothing of them.
  await replay(tx, userId, tries);
  await changeLearner(tx, userId, [...found.keys()], (known) => new Map([...found, ...known]));
  await tx.user.update({ where: { id: guestId }, data: { claimedById: userId } });
}

const rivalsSchema = z.array(z.object({ id: z.string(), kind: z.enum(["drill", "placement", "quiz"]) }));

/** How an unfinished attempt ends; what is typed in a quiz is handed in when it is read next. */
const ends = {
  drill: endDrill,
  placement: endPlacement,
  quiz: async (tx: Tx, _userId: string, id: string) => {
    await tx.$executeRaw`UPDATE attempts SET finished_at = least(clock_timestamp(), ends_at) WHERE id = ${id}::uuid`;
  },
} as const;

/** Of two unfinished ones of a kind, or at one quiz, the guest's goes on, since that one is on the screen. */
async function moveAttempts(tx: Tx, guestId: string, userId: string): Promise<void> {
  const rivals = await tx.$queryRaw`
    SELECT mine.id::text, mine.kind::text FROM attempts mine
    JOIN attempts theirs ON theirs.kind = mine.kind AND theirs.quiz_id IS NOT DISTINCT FROM mine.quiz_id
    WHERE mine.user_id = ${userId}::uuid AND mine.finished_at IS NULL
      AND theirs.user_id = ${guestId}::uuid AND theirs.finished_at IS NULL
    ORDER BY mine.id FOR NO KEY UPDATE OF mine`;
  for (const { id, kind } of rivalsSchema.parse(rivals)) await ends[kind](tx, userId, id);
  await tx.$executeRaw`UPDATE attempts SET user_id = ${userId}::uuid WHERE user_id = ${guestId}::uuid`;
  await tx.$executeRaw`UPDATE quizzes SET owner_id = ${userId}::uuid WHERE owner_id = ${guestId}::uuid`;
}

async function moveVariants(tx: Tx, guestId: string, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE variants mine SET state = 'done', closed_at = clock_timestamp()
    FROM variants theirs
    WHERE mine.user_id = ${userId}::uuid AND mine.state = 'open' AND theirs.user_id = ${guestId}::uuid
      AND theirs.state = 'open' AND theirs.exercise_id = mine.exercise_id AND theirs.level = mine.level
      AND mine.attempt_id IS NULL AND theirs.attempt_id IS NULL`;
  await tx.$executeRaw`
    UPDATE variants theirs
    SET user_id = ${userId}::uuid,
        number = theirs.number + coalesce((
          SELECT max(mine.number) FROM variants mine
          WHERE mine.user_id = ${userId}::uuid AND mine.exercise_id = theirs.exercise_id AND mine.level = theirs.level
        ), 0)
    WHERE theirs.user_id = ${guestId}::uuid AND NOT EXISTS (
      SELECT 1 FROM submissions one JOIN submissions other ON other.key = one.key
      WHERE one.variant_id = theirs.id AND other.user_id = ${userId}::uuid)`;
}
