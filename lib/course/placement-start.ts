import "server-only";
import { transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { storeItem } from "./attempt-item.ts";
import { lockOwner } from "./owner-lock.ts";
import { chooseProbe } from "./placement-choose.ts";
import { Refusal } from "./refusal.ts";

/** Begins a placement with its first item, unless one is unfinished: then that one goes on. */
export async function startPlacement(actor: Actor): Promise<void> {
  const first = await chooseProbe(actor, []);
  if (!first) throw new Refusal("unavailable", "There is nothing to draw for a placement just now. Please try later.");
  await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const mine = { userId, kind: "placement" } as const;
    if (await tx.attempt.findFirst({ where: { ...mine, finishedAt: null }, select: { id: true } })) return;
    const { id } = await tx.attempt.create({ data: { ...mine, config: {} } });
    await storeItem(tx, userId, { attemptId: id, position: 1 }, first);
  });
}
