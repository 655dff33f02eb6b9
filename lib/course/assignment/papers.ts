/**
 * An assignment on paper: the sheets of students who have begun, and versions without a name. A version is a preview that
 * was drawn for it: its variants are kept, with the code that drew them, so that sheet and key fit for ever.
 */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { Refusal } from "#lib/course/refusal.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { guarded } from "#lib/course/stored-variant.ts";
import { db } from "#lib/db/client.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type Solution, solutionOf } from "#lib/exercise/solution.ts";
import { shownStep } from "#lib/exercise/step.ts";
import { valueTex } from "#lib/exercise/tex.ts";
import { requireAssignment } from "./find.ts";
import { startPreview } from "./start.ts";

/** More are set page by page: a browser prints no thousand sheets at once. */
export const sheetsAtOnce = 40;
const mostVersions = sheetsAtOnce;

export const drawPapersSchema = z.object({
  assignment: z.uuid(),
  versions: z
    .string()
    .trim()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= mostVersions,
      `Type how many there are to be in all, from 1 to ${mostVersions}.`,
    )
    .transform(Number),
});

const versionsOf = { preview: true } as const;
const inOrder = [{ startedAt: "asc" }, { id: "asc" }] as const;

/**
 * Draws versions until there are as many. Doing it again draws none.
 * @throws Refusal "closed" for a draft, whose exercises may still change
 */
export async function drawPapers(
  actor: Actor,
  { assignment: id, versions }: z.infer<typeof drawPapersSchema>,
): Promise<void> {
  const { assignment } = await requireAssignment(db(), actor, id, "try assignments");
  if (!assignment.publishedAt)
    throw new Refusal("closed", "This is a draft, so its exercises may still change. Publish it, then print it.");
  for (let there = await countVersions(id); there < versions; there = await countVersions(id)) {
    const { attemptId } = await startPreview(actor, id);
    // Nobody answers it here.
    await db().$executeRaw`
      UPDATE attempts SET finished_at = clock_timestamp() WHERE id = ${attemptId}::uuid AND finished_at IS NULL`;
  }
}

const countVersions = async (assignmentId: string) =>
  await db().attempt.count({ where: { assignmentId, ...versionsOf } });

/** All versions, one of them by its number, or students by their place in the list of names. */
export const whichSchema = z
  .string()
  .regex(/^(?:versions|version-\d{1,4}|students-\d{1,4})$/)
  .transform((text) => {
    const [kind, number = "0"] = text.split("-");
    return { kind: z.enum(["versions", "version", "students"]).parse(kind), number: Number(number) };
  });
export type Which = z.infer<typeof whichSchema>;

export interface PaperItem {
  position: number;
  points: number;
  title: string;
  view: PublicVariant;
  answers: { step: string; words: string; tex: string; rule: string }[];
  solution: Solution;
}

export interface Paper {
  attemptId: string;
  /** Of a version; a student’s has their name. */
  number: number | null;
  name: string | null;
  items: PaperItem[];
  /** What students who do all right get for the items here. */
  points: number;
  /** How many items cannot be shown, since their code is gone or fails. */
  missing: number;
}

export interface Papers {
  title: string;
  /** Paragraphs. */
  instructions: string[];
  published: boolean;
  versions: number;
  /** How many students have begun. */
  students: number;
  papers: Paper[];
}

/** The sheets of an assignment with their answers, for who teaches. */
export async function readPapers(actor: Actor, id: string, which: Which): Promise<Papers> {
  const { assignment } = await requireAssignment(db(), actor, id, "print assignments");
  const [versions, students] = await Promise.all([listVersions(id), listStudents(id, assignment.sectionId)]);
  const { kind, number } = which;
  const chosen =
    kind === "versions"
      ? versions.slice(0, sheetsAtOnce)
      : kind === "version"
        ? versions.filter((version) => version.number === number)
        : students.slice(number, number + sheetsAtOnce);
  const papers: Paper[] = [];
  for (const sheet of chosen) papers.push({ ...sheet, ...(await itemsOf(sheet.attemptId)) });
  return {
    title: assignment.title,
    instructions: assignment.instructions.split(/\n\s*\n/).filter((text) => text.trim() !== ""),
    published: assignment.publishedAt !== null,
    versions: versions.length,
    students: students.length,
    papers,
  };
}

type Sheet = Pick<Paper, "attemptId" | "number" | "name">;

async function listVersions(assignmentId: string): Promise<Sheet[]> {
  const rows = await db().attempt.findMany({
    where: { assignmentId, ...versionsOf },
    orderBy: [...inOrder],
    select: { id: true },
  });
  return rows.map(({ id: attemptId }, i) => ({ attemptId, number: i + 1, name: null }));
}

/** Those who have begun and are still in the section, by name. */
async function listStudents(assignmentId: string, sectionId: string): Promise<Sheet[]> {
  const rows = await db().enrollment.findMany({
    where: { sectionId, role: "student", leftAt: null, user: { attempts: { some: { assignmentId, preview: false } } } },
    select: { ...named, user: { select: { name: true, email: true, attempts: ofStudent(assignmentId) } } },
  });
  const collator = new Intl.Collator("en");
  return rows
    .flatMap((row) =>
      (row.user?.attempts ?? []).map(({ id: attemptId }) => ({ attemptId, number: null, name: nameOf(row) })),
    )
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

const ofStudent = (assignmentId: string) => ({ where: { assignmentId, preview: false }, select: { id: true } });

async function itemsOf(attemptId: string): Promise<Pick<Paper, "items" | "points" | "missing">> {
  const rows = await db().variant.findMany({
    where: { attemptId },
    distinct: ["position"],
    orderBy: [{ position: "asc" }, { round: "desc" }],
    include: { item: { select: { part: { select: { points: true } } } } },
  });
  const items: PaperItem[] = [];
  for (const { position, item, ...row } of rows) {
    const shown = await guarded(row, ({ exercise, params, level }) => {
      const evaluation = evaluate(exercise, params);
      const view = publicVariant(exercise, params, level);
      return {
        title: exercise.title,
        view,
        answers: view.parts.map(({ step, words, rule }) => ({
          step,
          words,
          rule,
          tex: valueTex(shownStep(exercise, params, step).spec, evaluation.value(step)),
        })),
        solution: solutionOf(exercise, params, level),
      };
    });
    if (shown) items.push({ position: position ?? 0, points: item?.part.points ?? 0, ...shown });
  }
  return {
    items,
    points: items.reduce((sum, { points }) => sum + points, 0),
    missing: rows.length - items.length,
  };
}
