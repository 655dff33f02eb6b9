/**
 * What students have of an assignment: a mark for each of their items and a grade for the whole, kept as rows so that a
 * gradebook reads no submissions. All of it follows from receipts, accommodations, faults and what persons have set, and
 * can be computed again at any time.
 */
import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { assignmentConfigSchema } from "./config.ts";
import { differentSchema, isExcused, joinDifferent, millis, selectDifferent } from "./different.ts";
import { type Answer, worthOf } from "./mark.ts";
import { datesFor } from "./schedule.ts";

/** Whose marks: those of one attempt, or all of an assignment, or of some of its students. */
export type Whose = { attemptId: string } | { assignmentId: string; enrollmentIds?: readonly string[] };

/**
 * Computes marks and grades again. Inside a transaction; locks the attempts, so that nobody answers in between. Does
 * nothing for previews.
 */
export async function rollUp(tx: Tx, whose: Whose): Promise<void> {
  await tx.$executeRaw`
    SELECT a.id FROM attempts a JOIN assignments g ON g.id = a.assignment_id
    WHERE ${only(whose)} AND NOT a.preview ORDER BY a.id FOR NO KEY UPDATE OF a`;
  const rolled = rolledUp(await readFacts(tx, whose));
  if (rolled.length === 0) return;
  await storeMarks(
    tx,
    rolled.flatMap(({ marks }) => marks),
  );
  await storeGrades(
    tx,
    rolled.map(({ grade }) => grade),
  );
}

/** All that marks and grades follow from. */
export interface Facts {
  students: readonly Student[];
  /** By attempt. */
  items: ReadonlyMap<string, readonly Item[]>;
  answers: ReadonlyMap<string, readonly StoredAnswer[]>;
}

/** Reads it, without any lock: what is stored in a transaction has the attempts locked before. */
export async function readFacts(tx: Tx, whose: Whose): Promise<Facts> {
  const students = await readStudents(tx, whose);
  const attemptIds = students.flatMap(({ attemptId }) => attemptId ?? []);
  if (students.length === 0) return { students, items: new Map(), answers: new Map() };
  return { students, items: await readItems(tx, attemptIds), answers: await readAnswers(tx, attemptIds) };
}

/** What might be otherwise: the scores of some answers, by submission, and the points of some parts. */
export interface Supposed {
  scores: ReadonlyMap<string, number>;
  points: ReadonlyMap<string, number>;
}

const asItIs: Supposed = { scores: new Map(), points: new Map() };

/** The marks and the grade of each student, or what they would be. Pure. */
export function rolledUp({ students, items, answers }: Facts, supposed = asItIs): { marks: Mark[]; grade: Grade }[] {
  return students.map((student) => {
    const own = items.get(student.attemptId ?? "") ?? [];
    const marks = marksOf(student, own, answers, supposed);
    return { marks, grade: gradeOf(student, marks, supposed) };
  });
}

const only = (whose: Whose): Prisma.Sql =>
  "attemptId" in whose ? Prisma.sql`a.id = ${whose.attemptId}::uuid` : Prisma.sql`g.id = ${whose.assignmentId}::uuid`;

const setSchema = z.object({ position: z.int().nullable(), score: z.number() });

const studentsSchema = z.array(
  z.object({
    assignmentId: z.string(),
    enrollmentId: z.string(),
    attemptId: z.string().nullable(),
    startedAt: z.number().nullable(),
    finishedAt: z.number().nullable(),
    config: z.unknown(),
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    /** Of each part what an item of it is worth, and how many one gets. */
    parts: z.array(z.object({ id: z.string(), points: z.number(), pick: z.int() })),
    ...differentSchema,
    /** What a person has set, and not taken back. */
    set: z.array(setSchema),
  }),
);
type Student = z.infer<typeof studentsSchema>[number];

async function readStudents(tx: Tx, whose: Whose): Promise<Student[]> {
  const some =
    "enrollmentIds" in whose && whose.enrollmentIds
      ? Prisma.sql`AND e.id = ANY(${[...whose.enrollmentIds]}::uuid[])`
      : Prisma.empty;
  const rows = await tx.$queryRaw`
    SELECT g.id::text AS "assignmentId", e.id::text AS "enrollmentId", a.id::text AS "attemptId", g.config,
           ${millis(Prisma.sql`a.started_at`)} AS "startedAt", ${millis(Prisma.sql`a.finished_at`)} AS "finishedAt",
           ${millis(Prisma.sql`g.opens_at`)} AS "opensAt", ${millis(Prisma.sql`g.due_at`)} AS "dueAt",
           ${millis(Prisma.sql`g.late_until`)} AS "lateUntil", ${selectDifferent},
           (SELECT coalesce(json_agg(json_build_object('id', id, 'points', points, 'pick', pick)), '[]')
            FROM assignment_parts WHERE assignment_id = g.id) AS parts,
           (SELECT coalesce(json_agg(json_build_object('position', last.position, 'score', last.score)), '[]') FROM (
              SELECT DISTINCT ON (c.position) c.position, c.score, c.kind FROM grade_changes c
              WHERE c.assignment_id = g.id AND c.enrollment_id = e.id AND c.kind <> 'comment'
              ORDER BY c.position, c.created_at DESC, c.id DESC
            ) last WHERE last.kind = 'score') AS set
    FROM assignments g
    JOIN enrollments e ON e.section_id = g.section_id
    LEFT JOIN attempts a ON a.assignment_id = g.id AND a.user_id = e.user_id AND NOT a.preview
    ${joinDifferent}
    WHERE ${only(whose)} ${some} AND (a.id IS NOT NULL OR EXISTS (
      SELECT 1 FROM grade_changes c WHERE c.assignment_id = g.id AND c.enrollment_id = e.id AND c.kind <> 'comment'))`;
  return studentsSchema.parse(rows);
}

const itemsSchema = z.array(
  z.object({
    attemptId: z.string(),
    position: z.int(),
    itemId: z.string(),
    partId: z.string(),
    possible: z.number(),
    /** Of the first variant. */
    effort: z.number().nullable(),
    /** Of one of its variants, or of the item. */
    fault: z.enum(["full", "dropped"]).nullable(),
  }),
);
type Item = z.infer<typeof itemsSchema>[number];

/** The items of some attempts. */
async function readItems(tx: Tx, attemptIds: readonly string[]): Promise<Map<string, Item[]>> {
  const rows = await tx.$queryRaw`
    SELECT DISTINCT ON (v.attempt_id, v.position)
           v.attempt_id::text AS "attemptId", v.position, v.item_id::text AS "itemId", p.id::text AS "partId",
           p.points AS possible, v.effort,
           (SELECT f.policy::text FROM faults f WHERE f.item_id = v.item_id AND (f.variant_id IS NULL OR f.variant_id IN (
              SELECT id FROM variants o WHERE o.attempt_id = v.attempt_id AND o.position = v.position))
            ORDER BY f.policy DESC LIMIT 1) AS fault
    FROM variants v JOIN assignment_items i ON i.id = v.item_id JOIN assignment_parts p ON p.id = i.part_id
    WHERE v.attempt_id = ANY(${[...attemptIds]}::uuid[])
    ORDER BY v.attempt_id, v.position, v.round`;
  return grouped(itemsSchema.parse(rows), ({ attemptId }) => attemptId);
}

const answersSchema = z.array(
  z.object({
    attemptId: z.string(),
    position: z.int(),
    submissionId: z.string(),
    at: z.number(),
    score: z.number(),
    countsAsTry: z.boolean(),
    overridden: z.boolean(),
    /** As it was judged, before hints and penalties. */
    judged: z.number(),
    malrules: z.array(z.string()),
    seconds: z.int().nullable(),
    effort: z.number().nullable(),
  }),
);
type StoredAnswer = z.infer<typeof answersSchema>[number];

/** Every answer of some attempts with its latest receipt, by attempt and position, in the order they were given. */
export async function readAnswers(tx: Tx, attemptIds: readonly string[]): Promise<Map<string, StoredAnswer[]>> {
  const rows = await tx.$queryRaw`
    SELECT v.attempt_id::text AS "attemptId", v.position, s.id::text AS "submissionId",
           ${millis(Prisma.sql`least(s.created_at, a.finished_at)`)} AS at, r.score, r.counts_as_try AS "countsAsTry",
           r.by_user_id IS NOT NULL AS overridden, coalesce((r.receipt->>'score')::float8, 0) AS judged,
           coalesce((SELECT array_agg(DISTINCT (m->>'at') || '.' || (m->>'id') ORDER BY (m->>'at') || '.' || (m->>'id'))
             FROM jsonb_array_elements(r.receipt->'steps') step, jsonb_array_elements(step->'malrules') m), '{}') AS malrules,
           s.seconds, v.effort
    FROM variants v
    JOIN attempts a ON a.id = v.attempt_id
    JOIN submissions s ON s.variant_id = v.id
    JOIN LATERAL (
      SELECT receipt, score, counts_as_try, by_user_id FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
    ) r ON true
    WHERE v.attempt_id = ANY(${[...attemptIds]}::uuid[])
    ORDER BY v.attempt_id, v.position, v.round, s.sequence`;
  return grouped(answersSchema.parse(rows), keyOf);
}

const keyOf = ({ attemptId, position }: { attemptId: string; position: number }) => `${attemptId} ${position}`;

/** A mark as its row holds it. */
export interface Mark extends Omit<Item, "fault"> {
  score: number | null;
  submissionId: string | null;
  tries: number;
  lateDays: number;
  firstScore: number | null;
  rightAt: number | null;
  malrules: readonly string[];
  seconds: number | null;
  overridden: boolean;
  excluded: boolean;
}

function marksOf(
  student: Student,
  items: readonly Item[],
  answers: Facts["answers"],
  { scores, points }: Supposed,
): Mark[] {
  const { own, general, config, set } = student;
  const { tryPenalty, late } = assignmentConfigSchema.parse(config);
  const { dueAt } = datesFor(student, own, general);
  return items.map(({ fault, ...item }) => {
    const given = (answers.get(keyOf(item)) ?? []).map((answer) => ({
      ...answer,
      score: scores.get(answer.submissionId) ?? answer.score,
    }));
    const worth = worthOf(given satisfies Answer[], { tryPenalty, late, dueAt });
    const counted = given.filter(({ countsAsTry }) => countsAsTry);
    const seconds = given.flatMap((answer) => answer.seconds ?? []);
    const byHand = set.find(({ position }) => position === item.position);
    return {
      ...item,
      possible: points.get(item.partId) ?? item.possible,
      score: byHand?.score ?? (fault === "full" ? 1 : (worth?.score ?? null)),
      submissionId: worth?.submissionId ?? null,
      tries: counted.length,
      lateDays: worth?.lateDays ?? 0,
      firstScore: counted[0]?.judged ?? null,
      rightAt: firstOf(counted, ({ judged }) => judged >= fullyRight),
      malrules: counted[0]?.malrules ?? [],
      seconds: seconds.length === 0 ? null : seconds.reduce((sum, n) => sum + n, 0),
      effort: counted[0]?.effort ?? item.effort,
      overridden: byHand !== undefined || (worth?.overridden ?? false),
      excluded: fault === "dropped" || isExcused(own, item.itemId),
    };
  });
}

/** Scores of parts with weights may miss 1 in their last bit. */
const fullyRight = 1 - 1e-9;

/** The number, 1, 2, 3 …, of the first that is so; null where none is. */
const firstOf = <T>(rows: readonly T[], isSo: (row: T) => boolean): number | null => rows.findIndex(isSo) + 1 || null;

/** A grade as its row holds it; times in milliseconds. */
export interface Grade {
  assignmentId: string;
  enrollmentId: string;
  points: number;
  possible: number;
  answered: number;
  items: number;
  late: boolean;
  overridden: boolean;
  startedAt: number | null;
  finishedAt: number | null;
}

function gradeOf(
  { attemptId, parts, set, ...student }: Student,
  marks: readonly Mark[],
  { points: worth }: Supposed,
): Grade {
  const full = parts.reduce((sum, part) => sum + (worth.get(part.id) ?? part.points) * part.pick, 0);
  const counting = marks.filter(({ excluded }) => !excluded);
  const possible = attemptId === null ? full : counting.reduce((sum, mark) => sum + mark.possible, 0);
  const points = counting.reduce((sum, { score, possible: one }) => sum + (score ?? 0) * one, 0);
  const whole = set.find(({ position }) => position === null);
  const { assignmentId, enrollmentId, startedAt, finishedAt } = student;
  return {
    assignmentId,
    enrollmentId,
    points: whole ? whole.score * possible : points,
    possible,
    answered: marks.filter(({ submissionId }) => submissionId !== null).length,
    items: marks.length,
    late: counting.some(({ lateDays }) => lateDays > 0),
    overridden: whole !== undefined,
    startedAt,
    finishedAt,
  };
}

async function storeMarks(tx: Tx, marks: readonly Mark[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO marks (attempt_id, position, item_id, possible, score, submission_id, tries, late_days, first_score,
                       right_at, malrules, seconds, effort, overridden, excluded)
    SELECT "attemptId", position, "itemId", possible, score, "submissionId", tries, "lateDays", "firstScore", "rightAt",
           ARRAY(SELECT jsonb_array_elements_text(malrules)), seconds, effort, overridden, excluded
    FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m(
      "attemptId" uuid, position int, "itemId" uuid, possible float8, score float8, "submissionId" uuid, tries int,
      "lateDays" int, "firstScore" float8, "rightAt" int, malrules jsonb, seconds int, effort float8, overridden boolean,
      excluded boolean)
    ON CONFLICT (attempt_id, position) DO UPDATE SET
      item_id = excluded.item_id, possible = excluded.possible, score = excluded.score,
      submission_id = excluded.submission_id, tries = excluded.tries, late_days = excluded.late_days,
      first_score = excluded.first_score, right_at = excluded.right_at, malrules = excluded.malrules,
      seconds = excluded.seconds, effort = excluded.effort, overridden = excluded.overridden, excluded = excluded.excluded`;
}

async function storeGrades(tx: Tx, grades: readonly Grade[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO grades (assignment_id, enrollment_id, points, possible, answered, items, late, overridden, started_at, finished_at)
    SELECT "assignmentId", "enrollmentId", points, possible, answered, items, late, overridden,
           to_timestamp("startedAt" / 1000), to_timestamp("finishedAt" / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(grades)}::jsonb) AS m(
      "assignmentId" uuid, "enrollmentId" uuid, points float8, possible float8, answered int, items int, late boolean,
      overridden boolean, "startedAt" float8, "finishedAt" float8)
    ON CONFLICT (assignment_id, enrollment_id) DO UPDATE SET
      points = excluded.points, possible = excluded.possible, answered = excluded.answered, items = excluded.items,
      late = excluded.late, overridden = excluded.overridden, started_at = excluded.started_at,
      finished_at = excluded.finished_at`;
}

function grouped<T>(rows: readonly T[], keyed: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyed(row)) ?? [];
    group.push(row);
    groups.set(keyed(row), group);
  }
  return groups;
}
