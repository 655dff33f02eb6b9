import "server-only";
import { z } from "zod";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { closeItems, storeItem } from "./attempt-item.ts";
import { lockRuled } from "./attempt-over.ts";
import { lockOwner } from "./owner-lock.ts";
import { chooseProbe } from "./placement-choose.ts";
import { endPlacement } from "./placement-finish.ts";
import { type PlacementItem, placementItemsOf, placementSelect } from "./placement-item.ts";
import { notFound } from "./refusal.ts";

export const nextPlacementItemSchema = z.object({
  placement: z.uuid(),
  /** The position on screen. */
  after: z.coerce.number().pipe(z.int32().nonnegative()),
});

/**
 * Goes on to the next item. One that is still open counts as not known yet; it is closed without a try. Where enough is
 * known, the placement ends. Where a later item than `after` is there already, or it is over, nothing is done.
 */
export async function nextPlacementItem(
  actor: Actor,
  { placement, after }: z.infer<typeof nextPlacementItemSchema>,
): Promise<void> {
  const known = await readItems(db(), placement, requireOwner(actor));
  if (known.finished || lastOf(known.items) > after) return;
  const fresh = await chooseProbe(actor, known.items.map(closed));
  await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const locked = await lockRuled(tx, placement);
    const { items } = await readItems(tx, placement, userId);
    if (locked?.over || lastOf(items) > after) return;
    await closeItems(tx, placement);
    if (!fresh) return await endPlacement(tx, userId, placement);
    await storeItem(tx, userId, { attemptId: placement, position: lastOf(items) + 1 }, fresh);
  });
}

async function readItems(tx: Tx, id: string, userId: string) {
  const attempt = await tx.attempt.findFirst({
    where: { id, userId, kind: "placement" },
    include: { variants: { select: placementSelect } },
  });
  if (!attempt) throw notFound();
  return { finished: attempt.finishedAt !== null, items: placementItemsOf(attempt.variants) };
}

const lastOf = (items: readonly PlacementItem[]): number => items.at(-1)?.position ?? 0;

const closed = (item: PlacementItem): PlacementItem =>
  item.state === "open" ? { ...item, state: "done", outcome: "unknown" } : item;
