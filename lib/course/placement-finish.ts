import "server-only";
import { z } from "zod";
import { type Tx, transaction } from "#lib/db/client.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { learnPlacement } from "#lib/mastery/placement.ts";
import type { Actor } from "./actor.ts";
import { lockRuled } from "./attempt-over.ts";
import { learnFrom } from "./learn.ts";
import { changeLearner } from "./learner.ts";
import { levelSchema } from "./level.ts";
import { lockOwner } from "./owner-lock.ts";
import { placementItemsOf, placementSelect, probesOf } from "./placement-item.ts";
import { notFound } from "./refusal.ts";
import { findVersion } from "./registry.ts";
import { skillIds } from "./skill-id.ts";

export const finishPlacementSchema = z.object({ placement: z.uuid() });

/** Ends a placement with what was answered so far. One that is over stays as it is. */
export async function finishPlacement(
  actor: Actor,
  { placement }: z.infer<typeof finishPlacementSchema>,
): Promise<void> {
  await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const where = { id: placement, userId, kind: "placement" } as const;
    if (!(await tx.attempt.findFirst({ where, select: { id: true } }))) throw notFound();
    const locked = await lockRuled(tx, placement);
    if (!locked?.over) await endPlacement(tx, userId, placement);
  });
}

/**
 * Ends a placement that is not over, and learns from it: its answers as evidence like any other, then what they say about
 * all that was not asked. The item on screen stays open, since nothing was said about it; the end closes it to answers.
 * Inside a transaction that has owner and attempt locked.
 */
export async function endPlacement(tx: Tx, userId: string, placement: string): Promise<void> {
  await tx.$executeRaw`UPDATE attempts SET finished_at = clock_timestamp() WHERE id = ${placement}::uuid`;
  const rows = await tx.variant.findMany({ where: { attemptId: placement }, select: placementSelect });
  const probes = probesOf(placementItemsOf(rows));
  if (probes.length === 0) return;
  const tries = await tx.submission.findMany({
    where: { variant: { attemptId: placement } },
    orderBy: { createdAt: "asc" },
    include: {
      variant: { select: { exerciseId: true, version: true, level: true } },
      receipts: { orderBy: { sequence: "desc" }, take: 1 },
    },
  });
  for (const { variant, createdAt: at, receipts } of tries) {
    const exercise = findVersion(variant.exerciseId, variant.version);
    const receipt = receiptSchema.safeParse(receipts[0]?.receipt);
    if (!exercise || !receipt.success || !receipts[0]?.countsAsTry) continue;
    await learnFrom(tx, userId, {
      exercise,
      level: levelSchema.parse(variant.level),
      receipt: receipt.data,
      hints: 0,
      at,
    });
  }
  await changeLearner(tx, userId, skillIds, (learner) => learnPlacement(learner, probes, Date.now()));
}
