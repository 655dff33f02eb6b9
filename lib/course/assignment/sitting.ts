/** An assignment as its student sees it: before it is begun, while it is under way, and after. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { clock } from "#lib/course/clock.ts";
import { levelSchema } from "#lib/course/level.ts";
import { type Practice, workingInclude, workingOf } from "#lib/course/practice.ts";
import { itemStatesOf, type QuizItemState } from "#lib/course/quiz-items.ts";
import { findVersion } from "#lib/course/registry.ts";
import { allows } from "#lib/course/section/roles.ts";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type AssignmentConfig, assignmentConfigSchema, type Mode } from "./config.ts";
import { fullPoints, lengthOf, readContent } from "./content.ts";
import { requireAssignment } from "./find.ts";
import { settleAssignments } from "./hand-in.ts";
import { learnTold } from "./learn-told.ts";
import { isoOf, type Phase, phaseOf } from "./list.ts";
import { saidFor } from "./said-for.ts";
import { closeOf, datesFor, minutesFor } from "./schedule.ts";

/** What a student sees before they begin, and of their attempt once they have. All times in ISO 8601. */
export interface MyAssignment {
  id: string;
  section: string;
  title: string;
  instructions: string[];
  mode: Mode;
  config: AssignmentConfig;
  phase: Phase;
  opensAt: string | null;
  dueAt: string | null;
  lateUntil: string | null;
  /** Their time limit, accommodations included. */
  minutes: number | null;
  /** Whether an accommodation makes something of this different for them. */
  accommodated: boolean;
  excused: boolean;
  needsPassword: boolean;
  /** What they get to do. */
  items: number;
  points: number;
  /** Null before it is begun. */
  attempt: MyAttempt | null;
}

export interface MyAttempt {
  id: string;
  preview: boolean;
  startedAt: string;
  endsAt: string | null;
  /** By the clock of the database, when this was read. */
  now: string;
  /** When it was handed in, or its time ran out; null while it is under way. */
  finishedAt: string | null;
  /** Nothing is taken any more. */
  over: boolean;
  tells: boolean;
  /** When they will be told, where that is known. */
  tellsAt: string | null;
  items: QuizItemState[];
  /** What each item has earned; none while that may not be told. */
  marks: ItemMark[];
  /** The sum, or what a person set; null while that may not be told. */
  earned: { points: number; possible: number; overridden: boolean } | null;
  /** What they were told by hand about the whole. */
  comments: string[];
}

export interface ItemMark {
  position: number;
  title: string;
  exercise: string;
  level: Level;
  possible: number;
  /** From 0 to 1; null where nothing was answered. */
  score: number | null;
  tries: number;
  lateDays: number;
  overridden: boolean;
  excluded: boolean;
}

/**
 * An assignment as its student sees it; as a preview, to whoever teaches. Hands in what is over, and draws nothing.
 * @throws Refusal "not-found"
 */
export async function readMyAssignment(actor: Actor, id: string): Promise<MyAssignment> {
  const { assignment, by } = await requireAssignment(db(), actor, id, "see own work");
  const preview = allows(by.role, "try assignments");
  await settleAssignments({ userId: by.userId });
  if (!preview) await learnTold(by.userId);
  const [parts, { own, general }, now] = await Promise.all([
    readContent(db(), id),
    saidFor(db(), id, by.enrollmentId),
    clock(db()),
  ]);
  const { title, instructions, mode, opensAt, dueAt, lateUntil, password, publishedAt } = assignment;
  const config = assignmentConfigSchema.parse(assignment.config);
  const everybody = {
    opensAt: opensAt?.getTime() ?? null,
    dueAt: dueAt?.getTime() ?? null,
    lateUntil: lateUntil?.getTime() ?? null,
  };
  const dates = datesFor(everybody, own, general);
  const minutes = minutesFor(config.minutes, own, general);
  const isMoved = JSON.stringify(dates) !== JSON.stringify(everybody) || minutes !== config.minutes;
  return {
    id,
    section: by.id,
    title,
    instructions: instructions.split(/\n{2,}/).filter((text) => text !== ""),
    mode,
    config,
    phase: publishedAt ? phaseOf(dates, now.getTime()) : "draft",
    ...isoOf(dates),
    minutes,
    accommodated: isMoved || (own?.excusedItems.length ?? 0) > 0,
    excused: own?.excused ?? false,
    needsPassword: password !== null,
    items: lengthOf(parts),
    points: fullPoints(parts),
    attempt: await readAttempt(id, { ...by, preview }, now, closeOf(dates)),
  };
}

async function readAttempt(
  assignmentId: string,
  { userId, enrollmentId, preview }: { userId: string; enrollmentId: string; preview: boolean },
  now: Date,
  close: number | null,
): Promise<MyAttempt | null> {
  const attempt = await db().attempt.findFirst({
    where: { assignmentId, userId, preview },
    orderBy: { startedAt: "desc" },
    include: { marks: { orderBy: { position: "asc" } } },
  });
  if (!attempt) return null;
  const { id, startedAt, endsAt, finishedAt, tellsAt } = attempt;
  const tells = tellsAt !== null && tellsAt <= now;
  const grade = await db().grade.findUnique({
    where: { assignmentId_enrollmentId: { assignmentId, enrollmentId } },
  });
  const changes = await db().gradeChange.findMany({
    where: { assignmentId, enrollmentId, position: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  // Of the scores that were set only the one that counts has something to say.
  const set = changes.findLast(({ kind }) => kind !== "comment");
  const comments = changes.filter((change) => change.kind === "comment" || change === set);
  const variants = await db().variant.findMany({
    where: { attemptId: id, round: 1 },
    select: { position: true, exerciseId: true, version: true, level: true },
  });
  const aboutOf = (position: number) => {
    const variant = variants.find((one) => one.position === position);
    const exercise = variant?.exerciseId ?? "";
    return {
      exercise,
      title: (variant && findVersion(exercise, variant.version)?.title) ?? exercise,
      level: levelSchema.parse(variant?.level ?? 1),
    };
  };
  return {
    id,
    preview,
    startedAt: startedAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    now: now.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    over:
      finishedAt !== null ||
      (endsAt !== null && endsAt <= now) ||
      (!preview && close !== null && close <= now.getTime()),
    tells,
    tellsAt: tellsAt?.toISOString() ?? null,
    items: await itemStatesOf(id),
    marks: !tells
      ? []
      : attempt.marks.map(({ position, possible, score, tries, lateDays, overridden, excluded }) => ({
          position,
          ...aboutOf(position),
          possible,
          score,
          tries,
          lateDays,
          overridden,
          excluded,
        })),
    earned: tells && grade ? { points: grade.points, possible: grade.possible, overridden: grade.overridden } : null,
    comments: tells ? comments.map(({ says }) => says).filter(Boolean) : [],
  };
}

/** The latest variant at a position of an attempt of the actor’s; undefined where there is none. */
export async function readItem(
  actor: Actor,
  { attempt: attemptId, position }: { attempt: string; position: number },
): Promise<{ practice: Practice; round: number } | undefined> {
  if (actor.kind !== "user") return undefined;
  const row = await db().variant.findFirst({
    where: { userId: actor.id, attemptId, position, attempt: { kind: "assignment" } },
    orderBy: { round: "desc" },
    include: workingInclude,
  });
  return row ? { practice: await workingOf(row), round: row.round } : undefined;
}

/** The one item that can be worked on where they come one by one: the first that is not closed; null where all are. */
export async function currentPosition(attemptId: string): Promise<number | null> {
  const rows = await db().variant.findMany({
    where: { attemptId, state: "open" },
    orderBy: { position: "asc" },
    take: 1,
    select: { position: true },
  });
  return rows[0]?.position ?? null;
}

/** How many counted tries an item of an attempt has taken, over all its rounds. */
export async function triesAt(attemptId: string, position: number): Promise<number> {
  return await db().receipt.count({
    where: { sequence: 1, countsAsTry: true, submission: { variant: { attemptId, position } } },
  });
}
