import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { readRuled } from "./attempt-over.ts";
import { type Rules, rulesOf } from "./rules.ts";
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
  rules: Rules;
  /** What is typed but not submitted, or what was submitted last. */
  draft: Record<string, string>;
  /** Newest first; none while their verdicts may not be told. */
  submissions: LearnerSubmission[];
}

/** The exercise's mistake: the learner takes another variant, and loses nothing. */
export interface BrokenPractice {
  variantId: string;
  number: number;
  state: "broken";
}

const mostSubmissions = 50;

/** What of a variant `workingOf` needs. */
export const workingInclude = {
  drafts: true,
  reveals: true,
  submissions: {
    orderBy: { sequence: "desc" },
    take: mostSubmissions,
    include: { receipts: { orderBy: { sequence: "desc" }, take: 1 } },
  },
} as const satisfies Prisma.VariantInclude;

/** The actor's latest variant of an exercise and level in practice; null where nothing was drawn yet. Draws nothing. */
export async function readPractice(actor: Actor, exerciseId: string, level: Level): Promise<Practice | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  const row = await db().variant.findFirst({
    where: { userId, exerciseId, level, attemptId: null },
    orderBy: { number: "desc" },
    include: workingInclude,
  });
  return row && (await workingOf(row));
}

/** A variant's row as its owner may see it. Whose it is, the caller has made sure. */
export async function workingOf(row: Prisma.VariantGetPayload<{ include: typeof workingInclude }>): Promise<Practice> {
  const { id: variantId, number, state } = row;
  const broken: BrokenPractice = { variantId, number, state: "broken" };
  if (state === "broken") return broken;
  const rules = rulesOf(await readRuled(db(), row.attemptId));
  const right = row.submissions.some(({ receipts }) => receipts[0]?.verdict === "right");
  const working = await guarded(row, (stored) => ({
    view: publicVariant(stored.exercise, stored.params, stored.level),
    ...standingOf(stored, { state, right, ...countReveals(row.reveals) }, rules),
  }));
  if (!working) return broken;
  return {
    variantId,
    number,
    rules,
    ...working,
    draft: storedRawSchema.parse(row.drafts[0]?.raw ?? {}),
    submissions: !working.tells
      ? []
      : row.submissions.flatMap((submission) => {
          const [receipt] = submission.receipts;
          return receipt ? [learnerSubmission(submission, receipt, working.solution !== null)] : [];
        }),
  };
}
