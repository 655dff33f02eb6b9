import "server-only";
import { z } from "zod";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { closeItems } from "./attempt-item.ts";
import { lockRuled } from "./attempt-over.ts";
import { readSkills } from "./drill-choose.ts";
import { itemSelect, itemsOf } from "./drill-item.ts";
import { readLearner } from "./learner.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound } from "./refusal.ts";
import { isSkillId } from "./skill-id.ts";

export const finishDrillSchema = z.object({ drill: z.uuid() });

/** Ends a drill, whatever is left of it. One that is over stays as it is. */
export async function finishDrill(actor: Actor, { drill }: z.infer<typeof finishDrillSchema>): Promise<void> {
  await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const mine = await tx.attempt.findFirst({ where: { id: drill, userId, kind: "drill" }, select: { id: true } });
    if (!mine) throw notFound();
    const locked = await lockRuled(tx, drill);
    if (!locked?.over) await endDrill(tx, userId, drill);
  });
}

/** Ends a drill that is not over, and keeps what came of it. Inside a transaction that has owner and attempt locked. */
export async function endDrill(tx: Tx, userId: string, drill: string): Promise<void> {
  await closeItems(tx, drill);
  const items = itemsOf(await tx.variant.findMany({ where: { attemptId: drill }, select: itemSelect }));
  const skills = [...new Set(items.flatMap(({ chosen }) => Object.keys(chosen.before)))].filter(isSkillId);
  const after = readSkills(await readLearner(tx, userId), skills, Date.now());
  await tx.attempt.update({ where: { id: drill }, data: { outcome: { after } } });
  await tx.$executeRaw`UPDATE attempts SET finished_at = clock_timestamp() WHERE id = ${drill}::uuid`;
}
