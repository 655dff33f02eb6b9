import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import type { Solution } from "#lib/exercise/solution.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { readRuled } from "./attempt-over.ts";
import { levelSchema } from "./level.ts";
import { type Readings, readingsOf } from "./reading.ts";
import { findExercise } from "./registry.ts";
import { rulesOf } from "./rules.ts";
import { countReveals, standingOf } from "./standing.ts";
import { guarded } from "./stored-variant.ts";
import { type LearnerSubmission, learnerSubmission } from "./submission.ts";

/** A past answer with its receipt. */
interface AnswerRecord {
  exercise: string;
  title: string;
  level: Level;
  number: number;
  submission: LearnerSubmission;
  /** Why and when it was judged again; null where the first judgement stands. */
  regraded: { at: string; reason: string | null } | null;
  /** What was asked; null where the exercise cannot show it any more. */
  shown: { view: PublicVariant; readings: Readings; solution: Solution | null } | null;
}

/** A submission of the actor's own with the receipt that counts; null where there is none, or it may not be told yet. */
export async function readAnswer(actor: Actor, submissionId: string): Promise<AnswerRecord | null> {
  const userId = ownerOf(actor);
  if (userId === undefined || !z.uuid().safeParse(submissionId).success) return null;
  const row = await db().submission.findFirst({
    where: { id: submissionId, userId },
    include: {
      receipts: { orderBy: { sequence: "desc" }, take: 1 },
      variant: {
        include: { reveals: true, submissions: { where: { receipts: { some: { verdict: "right" } } }, take: 1 } },
      },
    },
  });
  const [latest] = row?.receipts ?? [];
  if (!row || !latest) return null;
  const { state, reveals, submissions, ...variant } = row.variant;
  const rules = rulesOf(await readRuled(db(), variant.attemptId));
  if (!rules.tells) return null;
  const receipt = receiptSchema.parse(latest.receipt);
  const happened = {
    state: state === "open" ? state : "done",
    right: submissions.length > 0,
    ...countReveals(reveals),
  } as const;
  const shown = await guarded(variant, (stored) => ({
    view: publicVariant(stored.exercise, stored.params, stored.level),
    readings: readingsOf(stored, receipt),
    solution: standingOf(stored, happened, rules).solution,
  }));
  return {
    exercise: variant.exerciseId,
    title: findExercise(variant.exerciseId)?.title ?? variant.exerciseId,
    level: levelSchema.parse(variant.level),
    number: variant.number,
    submission: learnerSubmission(row, latest, Boolean(shown?.solution)),
    regraded: latest.sequence > 1 ? { at: latest.createdAt.toISOString(), reason: latest.reason } : null,
    shown: shown ?? null,
  };
}
