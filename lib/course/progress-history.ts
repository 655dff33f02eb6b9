import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { topics } from "#lib/exercise/topics.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { levelSchema } from "./level.ts";
import { findExercise } from "./registry.ts";
import { judgedOf } from "./told.ts";

/** One answer of an actor's history. */
export interface PastAnswer {
  id: string;
  exercise: string;
  title: string;
  level: Level;
  /** Of the variant: "variant 7 of yours". */
  number: number;
  verdict: Verdict;
  /** What it earned, hints taken off. */
  score: number;
  /** ISO 8601. */
  at: string;
}

export const verdicts = ["right", "partly", "wrong", "imprecise", "undecided"] as const;
export type Verdict = (typeof verdicts)[number];

const topicIds = topics.map(({ id }) => id);

/** What of the history is asked for, as it stands in an address. What does not fit is not asked for. */
export const historyQuerySchema = z.object({
  topic: z.enum(topicIds).optional().catch(undefined),
  exercise: z.string().max(100).optional().catch(undefined),
  verdict: z.enum(verdicts).optional().catch(undefined),
  /** The answer that those asked for come before. */
  before: z.uuid().optional().catch(undefined),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

interface HistoryPage {
  /** Newest first. */
  answers: PastAnswer[];
  /** To go on with; null at the end. */
  next: string | null;
}

const rowsSchema = z.array(
  z.object({
    id: z.uuid(),
    exercise: z.string(),
    level: levelSchema,
    number: z.int(),
    verdict: z.enum(verdicts),
    score: z.number(),
    at: z.date(),
  }),
);

/** A page of the answers of an actor. Pages do not shift when answers are added meanwhile. */
export async function historyOf(
  actor: Actor,
  { topic, exercise, verdict, before }: Partial<HistoryQuery> = {},
  most = 25,
): Promise<HistoryPage> {
  const userId = ownerOf(actor);
  if (userId === undefined) return { answers: [], next: null };
  const conditions = [
    topic && Prisma.sql`v.exercise_id LIKE ${`${topic}/%`}`,
    exercise && Prisma.sql`v.exercise_id = ${exercise}`,
    verdict && Prisma.sql`r.verdict = ${verdict}`,
    before &&
      Prisma.sql`(s.created_at, s.id) < (
        SELECT created_at, id FROM submissions WHERE id = ${before}::uuid AND user_id = ${userId}::uuid)`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      SELECT s.id, v.exercise_id AS exercise, v.level, v.number, r.verdict, r.score, s.created_at AS "at"
      FROM ${judgedOf(userId)} AND ${Prisma.join([Prisma.sql`true`, ...conditions], " AND ")}
      ORDER BY s.created_at DESC, s.id DESC LIMIT ${most + 1}`,
  );
  const answers = rows.slice(0, most).map(({ at, ...row }) => ({
    ...row,
    title: findExercise(row.exercise)?.title ?? row.exercise,
    at: at.toISOString(),
  }));
  return { answers, next: rows.length > most ? (answers.at(-1)?.id ?? null) : null };
}
