/** One student's whole work at an assignment, for who teaches: every answer, how it was judged, and what it is worth. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { whyMark } from "#lib/course/assignment/why.ts";
import { levelSchema } from "#lib/course/level.ts";
import { notFound } from "#lib/course/refusal.ts";
import { findVersion } from "#lib/course/registry.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { countReveals } from "#lib/course/standing.ts";
import { guarded } from "#lib/course/stored-variant.ts";
import { storedRawSchema } from "#lib/course/submission.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type LearnerReceipt, learnerReceipt, receiptSchema } from "#lib/grading/receipt.ts";

export interface Work {
  attempt: string;
  enrollment: string;
  student: string;
  startedAt: string;
  finishedAt: string | null;
  /** When the student may be told how it went; null where that is not known yet. */
  tellsAt: string | null;
  told: boolean;
  grade: { points: number; possible: number; late: boolean; overridden: boolean } | null;
  /** What was said and set for the whole. */
  said: Said[];
  items: WorkItem[];
  /** The attempts of the students before and after, by name. */
  previous: string | null;
  next: string | null;
}

/** What a person said or set by hand. */
export interface Said {
  kind: "score" | "cleared" | "comment";
  score: number | null;
  says: string;
  by: string;
  at: string;
}

export interface WorkItem {
  position: number;
  item: string;
  title: string;
  level: number;
  /** What it is worth; null before anything was rolled up. */
  mark: { possible: number; score: number | null; overridden: boolean; excluded: boolean } | null;
  /** How that came about, as the student is told. */
  why: string[];
  said: Said[];
  /** Noted as broken: the item, or one of its variants here. */
  fault: { id: string; policy: "full" | "dropped"; reason: string; whole: boolean } | null;
  rounds: WorkRound[];
}

/** A variant of an item. */
export interface WorkRound {
  variant: string;
  /** Null where its exercise cannot show it. */
  view: PublicVariant | null;
  hints: number;
  solutionShown: boolean;
  answers: WorkAnswer[];
}

export interface WorkAnswer {
  submission: string;
  /** 1, 2, 3 … over all rounds. */
  number: number;
  at: string;
  seconds: number | null;
  raw: Readonly<Record<string, string>>;
  /** With the reference. */
  receipt: LearnerReceipt;
  score: number;
  countsAsTry: boolean;
  /** Of the receipt that counts. */
  sequence: number;
  overridden: boolean;
  /** The judgements after the first, the latest first. */
  judgedAgain: { score: number; reason: string | null; by: string | null; at: string }[];
}

const include = {
  reveals: true,
  faults: true,
  submissions: {
    orderBy: { sequence: "asc" },
    include: {
      receipts: { orderBy: { sequence: "desc" }, include: { byUser: { select: { name: true, email: true } } } },
    },
  },
} as const satisfies Prisma.VariantInclude;
type VariantRow = Prisma.VariantGetPayload<{ include: typeof include }>;

/**
 * @param whose the id of the attempt, or of the place of its student
 * @throws Refusal "not-found", for previews and for whoever has not begun, too
 */
export async function readWork(actor: Actor, assignmentId: string, whose: string): Promise<Work> {
  const { by } = await requireAssignment(db(), actor, assignmentId, "see everybody's work");
  if (!z.uuid().safeParse(whose).success) throw notFound();
  await settleAssignments({ assignmentId });
  const attempt = await db().attempt.findFirst({
    where: {
      assignmentId,
      preview: false,
      OR: [{ id: whose }, { user: { enrollments: { some: { id: whose, sectionId: by.id } } } }],
    },
    include: { marks: true, variants: { orderBy: [{ position: "asc" }, { round: "asc" }], include } },
  });
  if (!attempt) throw notFound();
  const attemptId = attempt.id;
  const enrollment = await db().enrollment.findUniqueOrThrow({
    where: { sectionId_userId: { sectionId: by.id, userId: attempt.userId } },
    select: { id: true, ...named },
  });
  const [grade, said, faults, others] = await Promise.all([
    db().grade.findUnique({
      where: { assignmentId_enrollmentId: { assignmentId, enrollmentId: enrollment.id } },
      select: { points: true, possible: true, late: true, overridden: true },
    }),
    readSaid(assignmentId, enrollment.id),
    db().fault.findMany({ where: { assignmentId, variantId: null } }),
    attemptsByName(by.id, assignmentId),
  ]);
  const rows = byPosition(attempt.variants);
  const items = await Promise.all(
    [...rows].map(async ([position, variants]): Promise<WorkItem> => {
      const [first] = variants;
      const item = first?.itemId ?? "";
      const mark = attempt.marks.find((one) => one.position === position);
      const noted = [...faults.filter(({ itemId }) => itemId === item), ...variants.flatMap((one) => one.faults)];
      // As marks have it: what does not count wins over what counts in full.
      const fault = noted.find(({ policy }) => policy === "dropped") ?? noted[0];
      return {
        position,
        item,
        title: findVersion(first?.exerciseId ?? "", first?.version ?? 1)?.title ?? first?.exerciseId ?? "",
        level: levelSchema.parse(first?.level),
        mark: mark ? pick(mark) : null,
        why: mark ? await whyMark(attemptId, position) : [],
        said: said.filter((one) => one.position === position).map(({ position: _, ...one }) => one),
        fault: fault
          ? { id: fault.id, policy: fault.policy, reason: fault.reason, whole: fault.variantId === null }
          : null,
        rounds: await roundsOf(variants),
      };
    }),
  );
  const at = others.indexOf(attemptId);
  const { startedAt, finishedAt, tellsAt } = attempt;
  return {
    attempt: attemptId,
    enrollment: enrollment.id,
    student: nameOf(enrollment),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    tellsAt: tellsAt?.toISOString() ?? null,
    told: tellsAt !== null && tellsAt.getTime() <= Date.now(),
    grade,
    said: said.filter((one) => one.position === null).map(({ position: _, ...one }) => one),
    items,
    previous: others[at - 1] ?? null,
    next: at < 0 ? null : (others[at + 1] ?? null),
  };
}

async function attemptsByName(sectionId: string, assignmentId: string): Promise<string[]> {
  const attempts = await db().attempt.findMany({
    where: { assignmentId, preview: false },
    select: { id: true, user: { select: { enrollments: { where: { sectionId }, select: named } } } },
  });
  const collator = new Intl.Collator("en", { numeric: true });
  return attempts
    .flatMap(({ id, user }) => user.enrollments.map((row) => ({ id, name: nameOf(row) })))
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

const pick = ({ possible, score, overridden, excluded }: NonNullable<WorkItem["mark"]>) => ({
  possible,
  score,
  overridden,
  excluded,
});

function byPosition(variants: readonly VariantRow[]): Map<number, VariantRow[]> {
  const rows = new Map<number, VariantRow[]>();
  for (const variant of variants)
    rows.set(variant.position ?? 0, [...(rows.get(variant.position ?? 0) ?? []), variant]);
  return rows;
}

async function roundsOf(variants: readonly VariantRow[]): Promise<WorkRound[]> {
  let number = 0;
  const rounds: WorkRound[] = [];
  for (const { reveals, submissions, faults: _, ...row } of variants) {
    const view = await guarded(row, ({ exercise, params, level }) => publicVariant(exercise, params, level));
    const answers = submissions.map((submission) => answerOf(submission, ++number));
    rounds.push({ variant: row.id, view: view ?? null, ...countReveals(reveals), answers });
  }
  return rounds;
}

function answerOf(row: VariantRow["submissions"][number], number: number): WorkAnswer {
  const [latest] = row.receipts;
  if (!latest) throw new RangeError(`submission ${row.id} has no receipt`);
  return {
    submission: row.id,
    number,
    at: row.createdAt.toISOString(),
    seconds: row.seconds,
    raw: storedRawSchema.parse(row.raw),
    receipt: learnerReceipt(receiptSchema.parse(latest.receipt), { reveal: true }),
    score: latest.score,
    countsAsTry: latest.countsAsTry,
    sequence: latest.sequence,
    overridden: latest.byUserId !== null,
    judgedAgain: row.receipts
      .filter(({ sequence }) => sequence > 1)
      .map(({ score, reason, byUserId, byUser, createdAt }) => ({
        score,
        reason,
        by: byUserId === null ? null : callOf(byUser),
        at: createdAt.toISOString(),
      })),
  };
}

async function readSaid(assignmentId: string, enrollmentId: string): Promise<(Said & { position: number | null })[]> {
  const rows = await db().gradeChange.findMany({
    where: { assignmentId, enrollmentId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { byUser: { select: { name: true, email: true } } },
  });
  return rows.map(({ position, kind, score, says, byUser, createdAt }) => ({
    position,
    kind,
    score,
    says,
    by: callOf(byUser),
    at: createdAt.toISOString(),
  }));
}

const callOf = (user: { name: string | null; email: string | null } | null): string =>
  user?.name ?? user?.email ?? "somebody who has deleted their account";
