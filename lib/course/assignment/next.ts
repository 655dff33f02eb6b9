/** The way on inside an attempt: another variant for another try, and the next item where there is no way back. */
import "server-only";
import { z } from "zod";
import { type Actor, requireOwner } from "#lib/course/actor.ts";
import { lockRuled } from "#lib/course/attempt-over.ts";
import { drawnBefore, nextNumber } from "#lib/course/draw.ts";
import { levelSchema } from "#lib/course/level.ts";
import { closedAttempt, notFound, Refusal } from "#lib/course/refusal.ts";
import { isAnsweredRight } from "#lib/course/right.ts";
import { rulesOf } from "#lib/course/rules.ts";
import { storeTyped } from "#lib/course/store-typed.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { assignmentConfigSchema } from "./config.ts";
import { exerciseOf } from "./content.ts";
import { rollUp } from "./roll-up.ts";
import { drawItem } from "./start.ts";

export const placeSchema = z.object({
  attempt: z.uuid(),
  position: z.coerce.number().pipe(z.int32().positive()),
});
type Place = z.infer<typeof placeSchema>;

/**
 * Draws a new variant for another try at an item, or in place of one whose exercise failed, which costs nothing. Where one
 * is open already (a double click), that one it is.
 * @throws Refusal "closed" where the attempt is over, "invalid" where there is no other try
 */
export async function nextRound(actor: Actor, { attempt: attemptId, position }: Place): Promise<void> {
  const userId = requireOwner(actor);
  const latest = await latestAt(db(), userId, attemptId, position);
  const exercise = latest.item && exerciseOf(latest.item);
  if (!latest.item || !exercise) throw notFound();
  const fresh = drawItem(
    { ...latest.item, ...(latest.state === "broken" && { seed: null }) },
    exercise,
    await drawnBefore(actor, exercise, levelSchema.parse(latest.level)),
  );
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const ruled = await lockRuled(tx, attemptId);
    const rules = rulesOf(ruled);
    if (rules.over) throw closedAttempt();
    const now = await latestAt(tx, userId, attemptId, position);
    if (now.state === "open") return;
    if (now.state === "done") await requireAnotherTry(tx, { attempt: attemptId, position }, now.id, rules);
    const { itemId, effort, ...variant } = fresh;
    const mine = { userId, exerciseId: variant.exerciseId, level: variant.level };
    const number = await nextNumber(tx, mine);
    const place = { attemptId, position, round: now.round + 1, itemId, effort };
    await tx.variant.create({ data: { ...mine, ...variant, ...place, number } });
  });
}

async function latestAt(client: Pick<Tx, "variant">, userId: string, attemptId: string, position: number) {
  const row = await client.variant.findFirst({
    where: { userId, attemptId, position, attempt: { kind: "assignment" } },
    orderBy: { round: "desc" },
    include: { item: true },
  });
  if (!row) throw notFound();
  return row;
}

async function requireAnotherTry(
  tx: Tx,
  { attempt: attemptId, position }: Place,
  variantId: string,
  { freshOnRetry, tries }: { freshOnRetry: boolean; tries: number | null },
): Promise<void> {
  const right = await isAnsweredRight(tx, variantId);
  const used = await tx.receipt.count({
    where: { sequence: 1, countsAsTry: true, submission: { variant: { attemptId, position } } },
  });
  if (!freshOnRetry || right || (tries !== null && used >= tries))
    throw new Refusal("invalid", "There is no other try at this item.");
}

/** Leaves an item for good, where they come one by one: what is typed in it is handed in. Doing it again does nothing. */
export async function leaveItem(actor: Actor, { attempt: attemptId, position }: Place): Promise<void> {
  const userId = requireOwner(actor);
  const attempt = await db().attempt.findFirst({
    where: { id: attemptId, userId, kind: "assignment" },
    select: { assignment: { select: { config: true } } },
  });
  if (!attempt?.assignment) throw notFound();
  if (assignmentConfigSchema.parse(attempt.assignment.config).navigation !== "one by one") return;
  const ruled = await lockRuledNow(attemptId);
  if (ruled.over) throw closedAttempt();
  const first = await db().variant.findFirst({ where: { attemptId, state: "open" }, orderBy: { position: "asc" } });
  if (first?.position !== position) return;
  await storeTyped(userId, attemptId, { position });
  await transaction((tx) => rollUp(tx, { attemptId }));
}

const lockRuledNow = async (attemptId: string) => rulesOf(await transaction((tx) => lockRuled(tx, attemptId)));
