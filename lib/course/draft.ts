import "server-only";
import { z } from "zod";
import { type Tx, transaction } from "#lib/db/client.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { type Raw, rawSchema } from "./raw.ts";
import { closedAttempt, closedVariant } from "./refusal.ts";
import { lockVariant } from "./variant-lock.ts";

export const draftSchema = z.object({ variantId: z.uuid(), raw: rawSchema });

/** Keeps what is typed but not submitted. The last one to come counts. */
export async function saveDraft(actor: Actor, { variantId, raw }: { variantId: string; raw: Raw }): Promise<void> {
  const userId = requireOwner(actor);
  await transaction(async (tx) => {
    const { state, rules } = await lockVariant(tx, variantId, userId);
    if (rules.over) throw closedAttempt();
    if (state !== "open") throw closedVariant();
    await keepDraft(tx, userId, variantId, raw);
  });
}

/** The same inside a transaction that has the variant locked. */
export async function keepDraft(tx: Tx, userId: string, variantId: string, raw: Raw): Promise<void> {
  const where = { userId_variantId: { userId, variantId } };
  await tx.draft.upsert({ where, create: { userId, variantId, raw }, update: { raw } });
}
