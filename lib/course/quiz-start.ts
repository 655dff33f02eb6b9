import "server-only";
import { db, transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { quizConfigSchema } from "./attempt-config.ts";
import { clock } from "./clock.ts";
import { nextNumber } from "./draw.ts";
import { levelSchema } from "./level.ts";
import { lockOwner } from "./owner-lock.ts";
import { canGive } from "./quiz-give.ts";
import { notFound, Refusal } from "./refusal.ts";

/**
 * Begins an attempt at a quiz: its items become variants of the learner's own, the clock of the database sets the end.
 * Where one is under way already (a double click, a second tab), that one it is.
 */
export async function startQuiz(actor: Actor, code: string): Promise<{ attemptId: string }> {
  const quiz = await db().quiz.findUnique({ where: { code }, include: { items: { orderBy: { position: "asc" } } } });
  if (!quiz) throw notFound();
  const { id: quizId, items } = quiz;
  const config = quizConfigSchema.parse(quiz.config);
  if (!items.some(canGive)) throw new Refusal("unavailable", "The exercises of this quiz cannot be given any more.");
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    await tx.$executeRaw`
      UPDATE attempts SET finished_at = ends_at
      WHERE user_id = ${userId}::uuid AND quiz_id = ${quizId}::uuid AND finished_at IS NULL AND ends_at <= clock_timestamp()`;
    const under = await tx.attempt.findFirst({ where: { userId, quizId, finishedAt: null }, select: { id: true } });
    if (under) return { attemptId: under.id };
    const now = await clock(tx);
    const endsAt = config.minutes === null ? null : new Date(now.getTime() + config.minutes * 60_000);
    const attempt = await tx.attempt.create({
      data: { userId, kind: "quiz", quizId, config, startedAt: now, endsAt },
    });
    for (const item of items) {
      const { position, exerciseId, version, seed, params } = item;
      const mine = { userId, exerciseId, level: levelSchema.parse(item.level) };
      const number = await nextNumber(tx, mine);
      const gone = canGive(item) ? {} : { state: "broken" as const, closedAt: now };
      const given = { ...mine, version, number, seed, params: params ?? {} };
      await tx.variant.create({ data: { ...given, ...gone, attemptId: attempt.id, position } });
    }
    return { attemptId: attempt.id };
  });
}
