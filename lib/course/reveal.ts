import "server-only";
import { z } from "zod";
import { db, transaction } from "#lib/db/client.ts";
import { hintsOf } from "#lib/exercise/solution.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { brokenVariant, closedVariant, notFound, Refusal } from "./refusal.ts";
import { countReveals, readStanding, type Standing } from "./standing.ts";
import { guarded } from "./stored-variant.ts";
import { lockVariant } from "./variant-lock.ts";

export const revealSchema = z.object({
  variantId: z.uuid(),
  kind: z.enum(["hint", "solution"]),
  /** Which hint, from 0; the solution is one, 0. */
  index: z.int().min(0).max(1000),
});

/**
 * Shows a hint or the solution of an open variant, and notes that it was shown. Hints come in order; one that was shown
 * before is shown again, and costs nothing more.
 */
export async function reveal(
  actor: Actor,
  { variantId, kind, index }: z.infer<typeof revealSchema>,
): Promise<Standing> {
  const userId = requireOwner(actor);
  const row = await db().variant.findFirst({ where: { id: variantId, userId } });
  if (!row) throw notFound();
  const hintCount = await guarded(row, ({ exercise, params, level }) => hintsOf(exercise, params, level).length);
  if (hintCount === undefined) throw brokenVariant();
  await transaction(async (tx) => {
    const { state, rules } = await lockVariant(tx, variantId, userId);
    const reveals = await tx.reveal.findMany({ where: { variantId } });
    if (reveals.some((past) => past.kind === kind && past.index === index)) return;
    if (state !== "open" || rules.over) throw closedVariant();
    if (kind === "hint" ? !rules.hints : !rules.givesUp)
      throw new Refusal(
        "invalid",
        `${kind === "hint" ? "Hints are" : "The solution is"} not shown here before the end.`,
      );
    const isNext = kind === "hint" ? index === countReveals(reveals).hints && index < hintCount : index === 0;
    if (!isNext) throw new Refusal("invalid", "Hints are shown one after the other; this one is not the next.");
    await tx.reveal.create({ data: { userId, variantId, kind, index } });
  });
  const standing = await readStanding(variantId);
  if (!standing) throw brokenVariant();
  return standing;
}
