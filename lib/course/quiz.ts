/** A quiz as everybody with its code sees it, and what the actor has done with it. */
import "server-only";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { topics } from "#lib/exercise/topics.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { type QuizConfig, quizConfigSchema } from "./attempt-config.ts";
import { levelSchema } from "./level.ts";
import { canGive } from "./quiz-give.ts";
import { settleQuizzes } from "./quiz-hand-in.ts";
import { type PastAttempt, pastAttempts } from "./quiz-past.ts";

export interface QuizAbout {
  code: string;
  title: string;
  config: QuizConfig;
  /** How many items there are, and of how many the code is not here any more. */
  items: number;
  gone: number;
  /** The names of their topics, in the order of the course. */
  topics: string[];
  levels: Level[];
  mine: boolean;
  /** The actor's attempts, newest first. */
  attempts: PastAttempt[];
}

/** The quiz of a code; undefined where there is none. Hands in what is over, and draws nothing. */
export async function readQuiz(actor: Actor, code: string): Promise<QuizAbout | undefined> {
  const quiz = await db().quiz.findUnique({
    where: { code },
    include: { items: { select: { exerciseId: true, version: true, level: true, params: true } } },
  });
  if (!quiz) return undefined;
  const userId = ownerOf(actor);
  if (userId !== undefined) await settleQuizzes(userId);
  const { items } = quiz;
  const levels = new Set(items.map(({ level }) => levelSchema.parse(level)));
  return {
    code,
    title: quiz.title,
    config: quizConfigSchema.parse(quiz.config),
    items: items.length,
    gone: items.filter((item) => !canGive(item)).length,
    topics: topics
      .filter(({ id }) => items.some(({ exerciseId }) => exerciseId.startsWith(`${id}/`)))
      .map(({ name }) => name),
    levels: [...levels].toSorted(),
    mine: userId !== undefined && quiz.ownerId === userId,
    attempts: userId === undefined ? [] : await pastAttempts(userId, code),
  };
}

/** The title of a quiz, for the head of its pages. */
export async function titleOfQuiz(code: string): Promise<string | undefined> {
  return (await db().quiz.findUnique({ where: { code }, select: { title: true } }))?.title;
}
