import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { readRuled } from "./attempt-over.ts";
import { type Readings, readingsOf } from "./reading.ts";
import { isAnsweredRight } from "./right.ts";
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
  /** The highest number in practice, after which a new one is drawn. */
  latest: number;
  view: PublicVariant;
  /**
   * When it was taken up again after it had been settled (ISO 8601): what was shown before is folded away. Null while it
   * can earn something, and once it is closed.
   */
  again: string | null;
  rules: Rules;
  /** What is typed but not submitted, or what was submitted last. */
  draft: Record<string, string>;
  /** Newest first; none while their verdicts may not be told. */
  submissions: LearnerSubmission[];
  /** What to read about the wrong parts of the latest one. */
  readings: Readings;
}

/** The exercise's mistake: the learner takes another variant, and loses nothing. */
export interface BrokenPractice {
  variantId: string;
  number: number;
  latest: number;
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

/**
 * The actor's open variant of an exercise and level in practice, else the one that was closed last; null where nothing was
 * drawn yet. Draws nothing.
 */
export async function readPractice(actor: Actor, exerciseId: string, level: Level): Promise<Practice | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  const row = await db().variant.findFirst({
    where: { userId, exerciseId, level, attemptId: null },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { number: "desc" }],
    include: workingInclude,
  });
  return row && { ...(await workingOf(row)), latest: await latestNumber(userId, exerciseId, level) };
}

/** The highest number that was drawn in practice; 0 where nothing was. */
export async function latestNumber(userId: string, exerciseId: string, level: Level): Promise<number> {
  const { _max } = await db().variant.aggregate({
    where: { userId, exerciseId, level, attemptId: null },
    _max: { number: true },
  });
  return _max.number ?? 0;
}

/** A variant's row as its owner may see it. Whose it is, the caller has made sure. */
export async function workingOf(row: Prisma.VariantGetPayload<{ include: typeof workingInclude }>): Promise<Practice> {
  const { id: variantId, number, state } = row;
  const broken: BrokenPractice = { variantId, number, latest: number, state: "broken" };
  if (state === "broken") return broken;
  const rules = rulesOf(await readRuled(db(), row.attemptId));
  const right = await isAnsweredRight(db(), variantId);
  const latest = row.submissions[0]?.receipts[0];
  const receipt = latest && receiptSchema.parse(latest.receipt);
  const working = await guarded(row, (stored) => {
    const standing = standingOf(stored, { state, right, ...countReveals(row.reveals) }, rules);
    const view = publicVariant(stored.exercise, stored.params, stored.level);
    const readings = standing.tells && receipt ? readingsOf(stored, receipt) : {};
    return { view, readings, ...standing };
  });
  if (!working) return broken;
  const again = state === "open" ? settledAgain(row.reopenedAt, right, row.reveals) : null;
  return {
    variantId,
    number,
    latest: number,
    again,
    rules,
    ...working,
    draft: storedRawSchema.parse(row.drafts[0]?.raw ?? {}),
    submissions: !working.tells
      ? []
      : row.submissions.flatMap((submission) => {
          const [receipt] = submission.receipts;
          return receipt ? [learnerSubmission(submission, receipt, working.solution !== null && again === null)] : [];
        }),
  };
}

/** When it was reopened, if nothing was to be earned any more by then. */
function settledAgain(
  reopenedAt: Date | null,
  right: boolean,
  reveals: readonly { kind: "hint" | "solution"; createdAt: Date }[],
): string | null {
  if (reopenedAt === null) return null;
  const settled = right || reveals.some(({ kind, createdAt }) => kind === "solution" && createdAt < reopenedAt);
  return settled ? reopenedAt.toISOString() : null;
}
