/** An attempt at a quiz as its learner may see it: while it is under way, and after it. */
import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { type QuizConfig, quizConfigSchema } from "./attempt-config.ts";
import { clock } from "./clock.ts";
import { levelSchema } from "./level.ts";
import { type Practice, workingInclude, workingOf } from "./practice.ts";
import { settleQuizzes } from "./quiz-hand-in.ts";
import { itemStatesOf, type QuizItemState } from "./quiz-items.ts";
import { findVersion } from "./registry.ts";

export type QuizSitting = RunningQuiz | FinishedQuiz;

interface AnyQuiz {
  attemptId: string;
  title: string;
  config: QuizConfig;
  /** ISO 8601, as all times here. */
  startedAt: string;
  endsAt: string | null;
  /** By the clock of the database, when this was read. */
  now: string;
}

export interface RunningQuiz extends AnyQuiz {
  over: false;
  items: QuizItemState[];
}

export interface FinishedQuiz extends AnyQuiz {
  over: true;
  finishedAt: string;
  /** Whether the time ran out before it was handed in. */
  timedOut: boolean;
  items: QuizItemResult[];
}

export interface QuizItemResult {
  position: number;
  exerciseId: string;
  title: string;
  level: Level;
  /** From 0 to 1; null where the exercise failed, and the item does not count. */
  score: number | null;
  verdict: "right" | "partly" | "wrong" | "imprecise" | "undecided" | "blank" | "unreadable" | "gone";
}

/** An attempt by its quiz's code and its id; undefined where there is none, or it is not the actor's. Hands in what is over. */
export async function readSitting(
  actor: Actor,
  { code, attempt: id }: { code: string; attempt: string },
): Promise<QuizSitting | undefined> {
  const userId = ownerOf(actor);
  if (userId === undefined) return undefined;
  await settleQuizzes(userId);
  const now = await clock(db());
  const attempt = await db().attempt.findFirst({
    where: { id, userId, quiz: { code } },
    include: { quiz: { select: { title: true } } },
  });
  if (!attempt?.quiz) return undefined;
  const { startedAt, endsAt, finishedAt, quiz } = attempt;
  const shared = {
    attemptId: id,
    title: quiz.title,
    config: quizConfigSchema.parse(attempt.config),
    startedAt: startedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    now: now.toISOString(),
  };
  if (!finishedAt) return { ...shared, over: false, items: await itemStatesOf(id) };
  const timedOut = endsAt !== null && finishedAt >= endsAt;
  return { ...shared, over: true, finishedAt: finishedAt.toISOString(), timedOut, items: await resultsOf(id) };
}

/** One item of an attempt of the actor's; undefined where there is none. */
export async function readSittingItem(
  actor: Actor,
  { attempt: attemptId, position }: { attempt: string; position: number },
): Promise<Practice | undefined> {
  const userId = ownerOf(actor);
  if (userId === undefined) return undefined;
  const row = await db().variant.findFirst({
    where: { userId, attemptId, position, attempt: { kind: "quiz" } },
    include: workingInclude,
  });
  return row ? await workingOf(row) : undefined;
}

const verdictSchema = z.enum(["right", "partly", "wrong", "imprecise", "undecided"]);

async function resultsOf(attemptId: string): Promise<QuizItemResult[]> {
  const rows = await db().variant.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    include: workingInclude,
  });
  return rows.map(({ position, exerciseId, version, level, state, drafts, submissions }) => {
    const receipt = submissions[0]?.receipts[0];
    const about = {
      position: position ?? 0,
      exerciseId,
      title: findVersion(exerciseId, version)?.title ?? exerciseId,
      level: levelSchema.parse(level),
    };
    if (receipt) return { ...about, score: receipt.score, verdict: verdictSchema.parse(receipt.verdict) };
    if (state === "broken") return { ...about, score: null, verdict: "gone" };
    const typed = z.record(z.string(), z.string()).parse(drafts[0]?.raw ?? {});
    const isBlank = Object.values(typed).every((text) => text.trim() === "");
    return { ...about, score: 0, verdict: isBlank ? "blank" : "unreadable" };
  });
}
