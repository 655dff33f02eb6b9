import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import { topics } from "#lib/exercise/topics.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { judgedOf } from "./told.ts";

/** How first tries went. */
export interface Accuracy {
  /** Variants with a counted try. */
  tries: number;
  /** Those of them that were right at the first. */
  right: number;
  /** The median of the seconds spent on a variant until its last answer; null where no browser told any. */
  seconds: number | null;
}

export interface TopicAccuracy {
  topic: TopicId;
  name: string;
  ever: Accuracy;
  /** Of the last 30 days. */
  lately: Accuracy;
}

/** What counts as lately. */
export const latelyDays = 30;

const rowsSchema = z.array(
  z.object({
    topic: z.string(),
    tries: z.int(),
    right: z.int(),
    seconds: z.number().nullable(),
    triesLately: z.int(),
    rightLately: z.int(),
    secondsLately: z.number().nullable(),
  }),
);

/**
 * First tries and time by topic, of the topics that were tried, in the order of the course. The same numbers met again, as
 * when a quiz is taken twice, count once; a variant one of whose answers came without its seconds says nothing of time.
 */
export async function accuracyOf(actor: Actor, at: Date): Promise<TopicAccuracy[]> {
  const userId = ownerOf(actor);
  if (userId === undefined) return [];
  const since = new Date(at.getTime() - latelyDays * 86_400_000);
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      WITH answers AS (
        SELECT v.id, v.exercise_id, v.version, v.level, v.seed, s.created_at, s.sequence, s.seconds, r.verdict, r.counts_as_try
        FROM ${judgedOf(userId)}
      ), firsts AS (
        SELECT DISTINCT ON (exercise_id, version, level, seed)
               id, split_part(exercise_id, '/', 1) AS topic, verdict = 'right' AS "right", created_at
        FROM answers WHERE counts_as_try
        ORDER BY exercise_id, version, level, seed, created_at, sequence
      ), times AS (
        SELECT id, sum(seconds)::int AS seconds FROM answers GROUP BY id HAVING count(*) = count(seconds)
      ), counted AS (
        SELECT firsts.*, times.seconds, created_at > ${since}::timestamptz AS lately FROM firsts LEFT JOIN times USING (id)
      )
      SELECT topic, count(*)::int AS tries, count(*) FILTER (WHERE "right")::int AS "right",
             percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS seconds,
             count(*) FILTER (WHERE lately)::int AS "triesLately",
             count(*) FILTER (WHERE lately AND "right")::int AS "rightLately",
             percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE lately) AS "secondsLately"
      FROM counted GROUP BY topic`,
  );
  return topics.flatMap(({ id, name }) => {
    const row = rows.find(({ topic }) => topic === id);
    if (!row) return [];
    const { tries, right, seconds, triesLately, rightLately, secondsLately } = row;
    const lately = { tries: triesLately, right: rightLately, seconds: secondsLately };
    return [{ topic: id, name, ever: { tries, right, seconds }, lately }];
  });
}
