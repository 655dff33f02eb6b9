import "server-only";
import { db } from "#lib/db/client.ts";
import { publicVariant } from "#lib/exercise/public.ts";
import { guarded } from "./stored-variant.ts";

const page = 100;

/** Every variant of a user, the oldest first, with its prompt as they saw it; no seed, no parameters, no reference. */
export async function* variantsOf(userId: string) {
  for (let after: string | undefined; ; ) {
    const rows = await db().variant.findMany({
      where: { userId, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: page,
      include: {
        attempt: { select: { kind: true } },
        drafts: { select: { raw: true, updatedAt: true } },
        reveals: { select: { kind: true, index: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      },
    });
    for (const row of rows) {
      const view = await guarded(row, ({ exercise, params, level }) => publicVariant(exercise, params, level));
      yield {
        id: row.id,
        exercise: row.exerciseId,
        title: view?.title ?? null,
        version: row.version,
        level: row.level,
        number: row.number,
        state: row.state,
        drawnAt: row.createdAt,
        closedAt: row.closedAt,
        attempt: row.attemptId,
        position: row.position,
        // A drill says why it chose something; a placement’s choice would tell how the answers before were judged.
        chosen: row.attempt?.kind === "drill" ? row.chosen : null,
        flagged: row.flagged,
        prompt: view?.prompt ?? null,
        parts: view?.parts.map(({ step, label, words, rule }) => ({ step, label, words, rule })) ?? [],
        draft: row.drafts[0] ?? null,
        reveals: row.reveals,
      };
    }
    after = rows.at(-1)?.id;
    if (rows.length < page) return;
  }
}
