/** The quizzes of a learner: those under way, those that are over with their scores, and those not begun. */
import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { settleQuizzes } from "./quiz-hand-in.ts";

const iso = z.date().transform((date) => date.toISOString());

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    /** ISO 8601. */
    startedAt: iso,
    endsAt: iso.nullable(),
    finishedAt: iso.nullable(),
    /** Items that count. */
    items: z.int(),
    /** With something typed. */
    begun: z.int(),
    /** The sum of their scores, each from 0 to 1; null while it is under way. */
    points: z.number().nullable(),
  }),
);
export type PastAttempt = z.infer<typeof rowsSchema>[number];

const most = 50;

/** The latest attempts of a user at quizzes, or at one; newest first. */
export async function pastAttempts(userId: string, code?: string): Promise<PastAttempt[]> {
  const only = code === undefined ? Prisma.empty : Prisma.sql`AND q.code = ${code}`;
  const rows = await db().$queryRaw`
    SELECT a.id::text, q.code, q.title, a.started_at AS "startedAt", a.ends_at AS "endsAt", a.finished_at AS "finishedAt",
           count(*) FILTER (WHERE counts)::int AS items,
           count(*) FILTER (WHERE counts AND begun)::int AS begun,
           CASE WHEN a.finished_at IS NOT NULL THEN coalesce(sum(r.score), 0)::float8 END AS points
    FROM attempts a
    JOIN quizzes q ON q.id = a.quiz_id
    JOIN variants v ON v.attempt_id = a.id
    LEFT JOIN LATERAL (
      SELECT receipts.score FROM submissions s JOIN receipts ON receipts.submission_id = s.id
      WHERE s.variant_id = v.id ORDER BY s.sequence DESC, receipts.sequence DESC LIMIT 1
    ) r ON true
    CROSS JOIN LATERAL (
      SELECT v.state <> 'broken' OR r.score IS NOT NULL AS counts,
             v.state = 'done' OR EXISTS (
               SELECT 1 FROM drafts d, jsonb_each_text(d.raw) t WHERE d.variant_id = v.id AND t.value <> '') AS begun
    ) is_so
    WHERE a.user_id = ${userId}::uuid ${only}
    GROUP BY a.id, q.code, q.title
    ORDER BY a.started_at DESC LIMIT ${most}`;
  return rowsSchema.parse(rows);
}

export interface MyQuizzes {
  unfinished: PastAttempt[];
  finished: PastAttempt[];
  /** Made and never begun. */
  waiting: { code: string; title: string; madeAt: string }[];
}

/** Everything of an actor's to do with quizzes. Hands in what is over. */
export async function listMyQuizzes(actor: Actor): Promise<MyQuizzes> {
  const userId = ownerOf(actor);
  if (userId === undefined) return { unfinished: [], finished: [], waiting: [] };
  await settleQuizzes(userId);
  const [attempts, waiting] = await Promise.all([
    pastAttempts(userId),
    db().quiz.findMany({
      where: { ownerId: userId, attempts: { none: { userId } } },
      orderBy: { createdAt: "desc" },
      take: 10,
      select: { code: true, title: true, createdAt: true },
    }),
  ]);
  return {
    unfinished: attempts.filter(({ finishedAt }) => finishedAt === null),
    finished: attempts.filter(({ finishedAt }) => finishedAt !== null),
    waiting: waiting.map(({ code, title, createdAt }) => ({ code, title, madeAt: createdAt.toISOString() })),
  };
}
