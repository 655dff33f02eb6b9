/** Scores that hang on no answer, and comments: rows that are appended, of which the latest score counts. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { lockAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import type { Membership } from "#lib/course/section/membership.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment, GradeChange } from "#lib/db/generated/client.ts";
import type { ClearScoreForm, CommentForm, SetScoreForm } from "./forms.ts";

type Place = ClearScoreForm;

/** Sets the score of an item, or of the whole, whatever was answered. The same form again does nothing. */
export async function setScore(actor: Actor, { score, reason, ...place }: SetScoreForm): Promise<void> {
  const wanted = { kind: "score", score, says: reason } as const;
  await change(actor, place, wanted, async (tx, { assignment, by, before }) => {
    await add(tx, by, place, wanted);
    await follow(tx, place);
    await recordScore(tx, { assignment, by, place, from: before, to: score });
  });
}

/** Takes such a score back. Where there is none it does nothing. */
export async function clearScore(actor: Actor, place: ClearScoreForm): Promise<void> {
  const wanted = { kind: "cleared", score: null, says: "" } as const;
  await change(actor, place, wanted, async (tx, { assignment, by, before }) => {
    const { enrollment: enrollmentId, position } = place;
    const latest = await tx.gradeChange.findFirst({
      where: { assignmentId: assignment.id, enrollmentId, position, kind: { not: "comment" } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    if (latest?.kind !== "score") return;
    await add(tx, by, place, wanted);
    await follow(tx, place);
    await recordScore(tx, { assignment, by, place, from: before, to: null });
  });
}

/** Says something to a student about an item, or the whole; they read it when they may be told how it went. */
export async function comment(actor: Actor, { says, ...place }: CommentForm): Promise<void> {
  const wanted = { kind: "comment", score: null, says } as const;
  await change(actor, place, wanted, async (tx, { assignment, by }) => {
    await add(tx, by, place, wanted);
    await record(tx, by, "commented", { title: assignment.title, person: place.enrollment });
  });
}

interface Locked {
  assignment: Assignment;
  by: Membership;
  /** The score there, from 0 to 1; null where there is none. */
  before: number | null;
}

async function change(
  actor: Actor,
  place: Place,
  wanted: Change,
  apply: (tx: Tx, locked: Locked) => Promise<void>,
): Promise<void> {
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, place.assignment, "grade work");
    if (!assignment.publishedAt) throw new Refusal("invalid", "Nobody has work in a draft.");
    const student = await tx.enrollment.findFirst({
      where: { id: place.enrollment, sectionId: by.id, role: "student" },
      select: { userId: true },
    });
    if (!student) throw notFound();
    const sent = await tx.gradeChange.findUnique({ where: { id: place.key } });
    if (sent && !isSame(sent, place, wanted)) throw usedKey();
    if (sent) return;
    const before = await scoreAt(tx, place, student.userId);
    await apply(tx, { assignment, by, before });
  });
}

/** Whether a row is what a form asks for, so that it was sent twice. */
const isSame = (row: GradeChange, { enrollment, position }: Place, { kind, score, says }: Change): boolean =>
  row.enrollmentId === enrollment &&
  row.position === position &&
  row.kind === kind &&
  row.score === score &&
  row.says === says;

const usedKey = () =>
  new Refusal(
    "closed",
    "This form had reached us before with something else in it. Reload the page, and see what is set.",
  );

async function scoreAt(tx: Tx, { assignment, enrollment, position }: Place, userId: string | null) {
  if (position === null) {
    const where = { assignmentId_enrollmentId: { assignmentId: assignment, enrollmentId: enrollment } };
    const grade = await tx.grade.findUnique({ where });
    return grade && grade.possible > 0 ? grade.points / grade.possible : null;
  }
  const mark =
    userId === null
      ? null
      : await tx.mark.findFirst({ where: { position, attempt: { assignmentId: assignment, preview: false, userId } } });
  if (!mark) throw notFound();
  return mark.score;
}

type Change = { kind: "score" | "cleared" | "comment"; score: number | null; says: string };

async function add(tx: Tx, by: Membership, place: Place, change: Change): Promise<void> {
  const { key: id, assignment: assignmentId, enrollment: enrollmentId, position } = place;
  await tx.gradeChange.create({ data: { id, assignmentId, enrollmentId, position, byUserId: by.userId, ...change } });
}

async function follow(tx: Tx, { assignment, enrollment }: Place): Promise<void> {
  await rollUp(tx, { assignmentId: assignment, enrollmentIds: [enrollment] });
}

interface Recorded {
  assignment: Assignment;
  by: Membership;
  place: Place;
  from: number | null;
  to: number | null;
}

async function recordScore(tx: Tx, { assignment, by, place, from, to }: Recorded): Promise<void> {
  const { enrollment: person, position: item } = place;
  await record(tx, by, "overrode", { title: assignment.title, person, item, from, to });
}
