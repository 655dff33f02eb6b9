/** The variants that somebody has had of an exercise and level, by their numbers: to look back, and to try again. */
import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { latestNumber, type Practice, workingInclude, workingOf } from "./practice.ts";
import { told } from "./told.ts";

/** What a variant was drawn for. */
export type DrawnFor = "practice" | "drill" | "placement" | "quiz" | "assignment";

export interface VariantEntry {
  number: number;
  drawnFor: DrawnFor;
  state: "open" | "right" | "shown" | "tried" | "untried" | "broken";
  /** The best of its counted tries, from 0 to 1; null before the first. */
  score: number | null;
  /** When it was drawn, ISO 8601. */
  at: string;
}

const rowsSchema = z.array(
  z.object({
    number: z.int(),
    state: z.enum(["open", "done", "broken"]),
    kind: z.enum(["drill", "placement", "quiz", "assignment"]).nullable(),
    at: z.date(),
    right: z.boolean(),
    shown: z.boolean(),
    score: z.number().nullable(),
  }),
);

const mostListed = 200;

/**
 * The actor's variants, newest first. Those of an attempt are among them once it is over and may be told, those of a drill
 * once they are closed; each belongs to its attempt until then.
 */
export async function listVariants(actor: Actor, exerciseId: string, level: Level): Promise<VariantEntry[]> {
  const userId = ownerOf(actor);
  if (userId === undefined) return [];
  const rows = await db().$queryRaw`
    SELECT v.number, v.state::text AS state, a.kind::text AS kind, v.created_at AS at,
           coalesce(bool_or(r.verdict = 'right'), false) AS "right",
           EXISTS (SELECT 1 FROM reveals WHERE variant_id = v.id AND kind = 'solution') AS shown,
           max(r.score) FILTER (WHERE r.counts_as_try) AS score
    FROM variants v
    LEFT JOIN attempts a ON a.id = v.attempt_id
    LEFT JOIN submissions s ON s.variant_id = v.id
    LEFT JOIN LATERAL (
      SELECT verdict, score, counts_as_try FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
    ) r ON true
    WHERE v.user_id = ${userId}::uuid AND v.exercise_id = ${exerciseId} AND v.level = ${level} AND (
      a.id IS NULL OR (a.kind = 'drill' AND v.state <> 'open')
      OR ((a.finished_at IS NOT NULL OR coalesce(a.ends_at <= clock_timestamp(), false)) AND ${told}))
    GROUP BY v.id, a.id
    ORDER BY v.number DESC LIMIT ${mostListed}`;
  return rowsSchema.parse(rows).map(({ number, kind, at, score, ...row }) => ({
    number,
    drawnFor: kind ?? "practice",
    state: stateOf(row, score, kind),
    score,
    at: at.toISOString(),
  }));
}

type Row = Pick<z.infer<typeof rowsSchema>[number], "state" | "right" | "shown">;

function stateOf({ state, right, shown }: Row, score: number | null, kind: string | null): VariantEntry["state"] {
  if (state === "broken") return "broken";
  // What an attempt left open ended with it.
  if (state === "open" && kind === null) return "open";
  if (right) return "right";
  if (shown) return "shown";
  return score === null ? "untried" : "tried";
}

/** One of the variants that `listVariants` lists, as its owner may see it; null where that number is none of them. */
export async function readVariant(
  actor: Actor,
  exerciseId: string,
  level: Level,
  number: number,
): Promise<{ practice: Practice; drawnFor: DrawnFor } | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  const row = await db().variant.findUnique({
    where: { userId_exerciseId_level_number: { userId, exerciseId, level, number } },
    include: { ...workingInclude, attempt: { select: { kind: true, preview: true } } },
  });
  if (!row) return null;
  const practice = { ...(await workingOf(row)), latest: await latestNumber(userId, exerciseId, level) };
  if (!row.attempt) return { practice, drawnFor: "practice" };
  const { kind } = row.attempt;
  const isOver = practice.state !== "broken" && practice.rules.over && practice.rules.tells;
  return (isOver && !row.attempt.preview) || (kind === "drill" && row.state !== "open")
    ? { practice, drawnFor: kind }
    : null;
}
