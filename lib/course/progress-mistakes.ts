import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { type IdeaPlace, ideaTeaching } from "#lib/tutorial/find-idea.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { findExercise, findVersion } from "./registry.ts";
import { judgedOf } from "./told.ts";

/** A known mistake that an actor has made, and was told of. */
export interface Mistake {
  exercise: string;
  title: string;
  /** What it was in, in words: "the pre-activation z". */
  words: string;
  /** What was said of it. */
  says: string;
  /** Answers with it. */
  ever: number;
  /** Those of the last 90 days. */
  lately: number;
  /** ISO 8601, the latest. */
  at: string;
  /** Counted tries at the same exercise after that. */
  since: number;
  /** What to read about it. */
  reading: IdeaPlace | undefined;
}

/** What counts as lately. */
export const mistakeDays = 90;

const rowsSchema = z.array(
  z.object({
    exercise: z.string(),
    version: z.int(),
    step: z.string(),
    malrule: z.string(),
    ever: z.int(),
    lately: z.int(),
    at: z.date(),
    since: z.int(),
  }),
);

/** The most frequent known mistakes of an actor, first by the last 90 days. One whose words are gone is left out. */
export async function mistakesOf(actor: Actor, at: Date, most = 8): Promise<Mistake[]> {
  const userId = ownerOf(actor);
  if (userId === undefined) return [];
  const since = new Date(at.getTime() - mistakeDays * 86_400_000);
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      WITH answers AS MATERIALIZED (
        SELECT s.id, s.created_at, v.exercise_id, v.version, r.counts_as_try,
               CASE WHEN r.verdict <> 'right' THEN jsonb_path_query_array(r.receipt, '$.steps[*].malrules[*]') END AS malrules
        FROM ${judgedOf(userId)}
      ), made AS (
        SELECT a.exercise_id, m->>'at' AS step, m->>'id' AS malrule, max(a.version) AS version,
               count(DISTINCT a.id)::int AS ever,
               count(DISTINCT a.id) FILTER (WHERE a.created_at > ${since}::timestamptz)::int AS lately,
               max(a.created_at) AS "at"
        FROM answers a, jsonb_array_elements(a.malrules) m
        GROUP BY 1, 2, 3
      )
      SELECT made.exercise_id AS exercise, made.version, step, malrule, ever, lately, "at", count(later.id)::int AS since
      FROM made
      LEFT JOIN answers later
        ON later.exercise_id = made.exercise_id AND later.counts_as_try AND later.created_at > made."at"
      GROUP BY 1, 2, 3, 4, 5, 6, 7
      ORDER BY lately DESC, ever DESC, "at" DESC, 1, 3, 4 LIMIT ${most}`,
  );
  return rows.flatMap(({ exercise: id, version, step: name, malrule, at, ...counts }) => {
    const exercise = findVersion(id, version);
    const step = exercise?.steps.find((one) => one.name === name);
    const says = step?.malrules[malrule]?.says;
    if (!exercise || !step || says === undefined) return [];
    const { title } = findExercise(id) ?? exercise;
    const reading = ideaTeaching(step.skill, id);
    return [{ exercise: id, title, words: step.words, says, ...counts, at: at.toISOString(), reading }];
  });
}
