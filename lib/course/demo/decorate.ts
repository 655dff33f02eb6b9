/** What whoever teaches does in a section: accommodations, grading by hand, comments, a scheme, an announcement. */
import "server-only";
import { v4 as newKey } from "uuid";
import type { Actor } from "#lib/course/actor.ts";
import { accommodate } from "#lib/course/assignment/accommodate.ts";
import { accommodationSchema } from "#lib/course/assignment/accommodation-form.ts";
import { schemeSchema } from "#lib/course/gradebook/scheme.ts";
import { markBroken } from "#lib/course/review/faults.ts";
import { overrideScore } from "#lib/course/review/override.ts";
import { comment } from "#lib/course/review/set-score.ts";
import { db } from "#lib/db/client.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import type { Given } from "./give.ts";
import type { Enrolled } from "./people.ts";

type User = Extract<Actor, { kind: "user" }>;

export async function decorate(
  actor: User,
  section: string,
  students: readonly Enrolled[],
  given: readonly Given[],
  rng: Rng,
): Promise<void> {
  await db().section.update({ where: { id: section }, data: { grading: scheme } });
  const [sheet, quiz, exam] = given;
  if (sheet) await accommodateSome(actor, section, students, { sheet, quiz });
  if (sheet) await gradeSome(actor, sheet, rng);
  if (exam) await commentSome(actor, exam, students);
  // Last of all: by this it is known to be whole.
  await db().announcement.create({
    data: {
      ...{ sectionId: section, byUserId: actor.id },
      title: "Sheet 2 is open",
      body: "It is due in three days, and late answers are taken for two more.\n\nThe midterm is being graded; its results are told to all at once.",
    },
  });
}

const scheme = schemeSchema.parse({
  categories: [
    { id: "homework", name: "Homework", weight: 40, drop: 0 },
    { id: "quizzes", name: "Quizzes", weight: 20, drop: 0 },
    { id: "exams", name: "Exams", weight: 40, drop: 0 },
  ],
  others: { weight: 0, drop: 0 },
  rounding: "one decimal",
});

async function accommodateSome(
  actor: User,
  section: string,
  students: readonly Enrolled[],
  { sheet, quiz }: { sheet: Given; quiz: Given | undefined },
): Promise<void> {
  const set = async (assignment: string, who: readonly (Enrolled | undefined)[], fields: Record<string, string>) => {
    const empty = { moreTime: "", extraDays: "", opens: "", due: "", lateUntil: "", excused: "no" };
    const ticked = who.flatMap((student) => (student ? [[`student-${student.enrollmentId}`, "yes"]] : []));
    const form = { section, assignment, ...empty, ...Object.fromEntries(ticked), ...fields };
    await accommodate(actor, accommodationSchema.parse(form));
  };
  await set("", [students[4], students[17]], { moreTime: "50", note: "Learning support plan" });
  await set(sheet.id, [students[9]], { extraDays: "3", note: "Ill that week" });
  if (quiz) await set(quiz.id, [students[22]], { excused: "yes", note: "At a conference" });
}

/** Some scores by hand, and a variant that was broken. */
async function gradeSome(actor: User, sheet: Given, rng: Rng): Promise<void> {
  const wrong = await db().submission.findMany({
    where: {
      variant: { attempt: { assignmentId: sheet.id } },
      receipts: { some: { score: { lt: 0.8 }, countsAsTry: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const reasons = [
    "The approach is right; only the last sum is not.",
    "Two figures were swapped while copying.",
    "As agreed in the tutorial.",
  ];
  for (const [i, { id: submission }] of rng.shuffle(wrong).slice(0, reasons.length).entries())
    await overrideScore(actor, { submission, after: 1, score: 0.8, reason: reasons[i] ?? "" });
  const item = sheet.parts.at(-1)?.items[0];
  const broken = item && (await db().variant.findFirst({ where: { itemId: item.id }, orderBy: { createdAt: "asc" } }));
  if (item && broken)
    await markBroken(actor, {
      ...{ assignment: sheet.id, item: item.id, variant: broken.id, policy: "full" },
      reason: "The matrix was cut off on some phones.",
    });
}

async function commentSome(actor: User, exam: Given, students: readonly Enrolled[]): Promise<void> {
  const says = ["A clear improvement since the quiz.", "Come and see me about the softmax.", "Well done."];
  const begun = await db().attempt.findMany({ where: { assignmentId: exam.id }, select: { userId: true } });
  const there = students.filter(({ userId }) => begun.some((attempt) => attempt.userId === userId));
  for (const [i, text] of says.entries()) {
    const enrollment = there[5 * i]?.enrollmentId;
    if (enrollment)
      await comment(actor, { assignment: exam.id, enrollment, position: null, key: newKey(), says: text });
  }
}
