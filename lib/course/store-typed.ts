import "server-only";
import { v5 as uuidv5 } from "uuid";
import { db, transaction } from "#lib/db/client.ts";
import { judgeAsItStands } from "./judge-as-it-stands.ts";
import { bodyHash } from "./raw.ts";
import { guarded } from "./stored-variant.ts";
import { storedRawSchema } from "./submission.ts";
import { keepSubmission } from "./submit.ts";
import { lockVariant } from "./variant-lock.ts";

/**
 * Judges and stores what is typed in the open items of a closed attempt, or in one that is left for good, and closes them. Can be done any number of times,
 * by several processes at once: the key of each submission follows from the attempt, the place and what was submitted there
 * before.
 */
export async function storeTyped(userId: string, attemptId: string, only?: { position: number }): Promise<void> {
  const open = await db().variant.findMany({
    where: { userId, attemptId, state: "open", ...only },
    orderBy: { position: "asc" },
    include: { drafts: true, submissions: { orderBy: { sequence: "desc" }, take: 1 } },
  });
  for (const { drafts, submissions, ...row } of open) {
    const typed = storedRawSchema.parse(drafts[0]?.raw ?? {});
    const [last] = submissions;
    const said = storedRawSchema.parse(last?.raw ?? {});
    // What was checked already, and cost no try, stands as it was judged.
    const isNew = Object.entries(typed).some(([step, text]) => text !== (said[step] ?? ""));
    const known = isNew
      ? await guarded(row, (stored) => ({ stored, judged: judgeAsItStands(stored, typed) }))
      : undefined;
    await transaction(async (tx) => {
      const locked = await lockVariant(tx, row.id, userId);
      if (locked.state !== "open") return;
      if (known?.judged) {
        const { raw, receipt } = known.judged;
        const place = last ? `variant ${row.id} after ${last.sequence}` : `item ${row.position} round ${row.round}`;
        const body = { key: uuidv5(place, attemptId), variantId: row.id, raw, hash: bodyHash(row.id, raw) };
        await keepSubmission(tx, userId, body, known.stored, receipt, locked);
      }
      await tx.$executeRaw`
        UPDATE variants SET state = 'done', closed_at = clock_timestamp() WHERE id = ${row.id}::uuid AND state = 'open'`;
    });
  }
}
