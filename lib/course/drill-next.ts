import "server-only";
import { z } from "zod";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { drillConfigSchema } from "./attempt-config.ts";
import { closeItems, storeItem } from "./attempt-item.ts";
import { lockRuled } from "./attempt-over.ts";
import { chooseItem, type FreshItem } from "./drill-choose.ts";
import { endDrill } from "./drill-finish.ts";
import { type DrillItem, itemSelect, itemsOf } from "./drill-item.ts";
import { planOf } from "./drill-plan.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound } from "./refusal.ts";
import { isSkillId, skillIdSchema } from "./skill-id.ts";

export const nextDrillItemSchema = z.object({
  drill: z.uuid(),
  /** The position on screen. */
  after: z.coerce.number().pipe(z.int32().nonnegative()),
  /** A gap to make up for with the next few items, or to leave the detour that is under way. */
  detour: z.union([skillIdSchema, z.literal("leave")]).optional(),
});

/**
 * Goes on to the next item, and closes the one on screen; after the last, ends the drill. Where a later item than `after`
 * is there already (a double click, a second tab), or the drill is over, nothing is done.
 */
export async function nextDrillItem(
  actor: Actor,
  { drill, after, detour }: z.infer<typeof nextDrillItemSchema>,
): Promise<void> {
  const known = await readItems(db(), drill, requireOwner(actor));
  if (known.finished || lastOf(known.items) > after) return;
  const fresh = isComplete(known, detour) ? null : await choose(actor, known, detour);
  await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const locked = await lockRuled(tx, drill);
    const now = await readItems(tx, drill, userId);
    if (locked?.over || lastOf(now.items) > after) return;
    if (fresh === null || isComplete(now, detour)) return await endDrill(tx, userId, drill);
    await closeItems(tx, drill);
    await storeItem(tx, userId, { attemptId: drill, position: lastOf(now.items) + 1 }, fresh);
  });
}

type Detour = z.infer<typeof nextDrillItemSchema>["detour"];
type Known = Awaited<ReturnType<typeof readItems>>;

async function readItems(tx: Tx, id: string, userId: string) {
  const attempt = await tx.attempt.findFirst({
    where: { id, userId, kind: "drill" },
    include: { variants: { select: itemSelect } },
  });
  if (!attempt) throw notFound();
  return {
    finished: attempt.finishedAt !== null,
    config: drillConfigSchema.parse(attempt.config),
    items: itemsOf(attempt.variants),
  };
}

const lastOf = (items: readonly DrillItem[]): number => items.at(-1)?.position ?? 0;

/** A detour taken up after the last item makes the drill longer. */
const isComplete = ({ items, config }: Known, detour: Detour): boolean =>
  !isSkillId(detour) && planOf(items, config.length, detour === "leave").isComplete;

async function choose(actor: Actor, { items, config }: Known, detour: Detour): Promise<FreshItem> {
  const under = detour === "leave" ? undefined : (detour ?? planOf(items, config.length).detour?.skill);
  return await chooseItem(actor, { items, focus: config.focus, detour: under });
}
