import "server-only";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { countReveals, type Standing, standingOf } from "./standing.ts";
import { guarded } from "./stored-variant.ts";
import { type LearnerSubmission, learnerSubmission, storedRawSchema } from "./submission.ts";

/** The variant on a learner's page, and all they may know of it. */
export type Practice = WorkingPractice | BrokenPractice;

export interface WorkingPractice extends Standing {
  variantId: string;
  /** "Variant 7 of yours". */
  number: number;
  view: PublicVariant;
  /** What is typed but not submitted, or what was submitted last. */
  draft: Record<string, string>;
  /** Newest first. */
  submissions: LearnerSubmission[];
}

/** The exercise's mistake: the learner takes another variant, and loses nothing. */
export interface BrokenPractice {
  variantId: string;
  number: number;
  state: "broken";
}

const mostSubmissions = 50;

/** The actor's latest variant of an exercise and level; null where nothing was drawn yet. Draws nothing. */
export async function readPractice(actor: Actor, exerciseId: string, level: Level): Promise<Practice | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  const row = await db().variant.findFirst({
    where: { userId, exerciseId, level },
    orderBy: { number: "desc" },
    include: {
      drafts: true,
      reveals: true,
      submissions: {
        orderBy: { sequence: "desc" },
        take: mostSubmissions,
        include: { receipts: { orderBy: { sequence: "desc" }, take: 1 } },
      },
    },
  });
  if (!row) return null;
  const { id: variantId, number, state } = row;
  const broken: BrokenPractice = { variantId, number, state: "broken" };
  if (state === "broken") return broken;
  const right = row.submissions.some(({ receipts }) => receipts[0]?.verdict === "right");
  const reveals = countReveals(row.reveals);
  const working = await guarded(row, (stored) => ({
    view: publicVariant(stored.exercise, stored.params, stored.level),
    ...standingOf(stored, { state, right, ...reveals }),
  }));
  if (!working) return broken;
  return {
    variantId,
    number,
    ...working,
    draft: storedRawSchema.parse(row.drafts[0]?.raw ?? {}),
    submissions: row.submissions.flatMap((submission) => {
      const [receipt] = submission.receipts;
      return receipt ? [learnerSubmission(submission, receipt, right || reveals.solutionShown)] : [];
    }),
  };
}
