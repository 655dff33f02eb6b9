import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { type DueAssignment, dueFor } from "./assignment/due.ts";
import { learnerOf } from "./learner.ts";
import { type Now, startOfDay } from "./local-day.ts";
import { settleQuizzes } from "./quiz-hand-in.ts";
import { judgedOf } from "./told.ts";

/** What somebody finds who comes back. */
export interface Today {
  /** Variants answered since midnight. */
  answered: number;
  /** Skills due for review. */
  due: number;
  /** What was begun and not finished, the latest first; no assignments. */
  unfinished: Unfinished[];
  /** Of the sections they take. */
  assignments: DueAssignment[];
}

export type Unfinished =
  | { kind: "drill" | "placement"; id: string }
  /** `endsAt` in ISO 8601. */
  | { kind: "quiz"; id: string; code: string; title: string; endsAt: string | null };

const countSchema = z.tuple([z.object({ answered: z.int() })]);

/** What waits for an actor today; null for somebody who has not begun and has no assignment. */
export async function todayOf(actor: Actor, now: Now): Promise<Today | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  await settleQuizzes(userId);
  const [begun, learner, rows, attempts, assignments] = await Promise.all([
    db().variant.findFirst({ where: { userId }, select: { id: true } }),
    learnerOf(actor),
    db().$queryRaw`
      SELECT count(DISTINCT v.id)::int AS answered FROM ${judgedOf(userId)} AND s.created_at >= ${startOfDay(now)}`,
    db().attempt.findMany({
      where: { userId, finishedAt: null, kind: { in: ["drill", "placement", "quiz"] } },
      orderBy: { startedAt: "desc" },
      include: { quiz: { select: { code: true, title: true } } },
    }),
    dueFor(actor),
  ]);
  if (!begun && assignments.length === 0) return null;
  const at = now.at.getTime();
  const due = [...learner.keys()].filter((skill) => (masteryOf(learner, skill, at).due ?? at + 1) <= at).length;
  return {
    answered: countSchema.parse(rows)[0].answered,
    due,
    assignments,
    unfinished: attempts.flatMap(({ id, kind, quiz, endsAt }): Unfinished[] => {
      if (kind === "assignment") return [];
      if (kind !== "quiz") return [{ kind, id }];
      return [{ kind, id, code: quiz?.code ?? "", title: quiz?.title ?? "", endsAt: endsAt?.toISOString() ?? null }];
    }),
  };
}
