/** What the database holds of a gradebook: its columns, and a row for each student. */
import "server-only";
import { z } from "zod";
import { assignmentConfigSchema } from "#lib/course/assignment/config.ts";
import { differentSchema, millis, type Said, saidAs } from "#lib/course/assignment/different.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

const columnsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    category: z.string(),
    /** What one gets who does everything right. */
    possible: z.number(),
    config: assignmentConfigSchema,
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    released: z.boolean(),
    /** By the database’s clock. */
    now: z.number(),
  }),
);
export type ColumnRow = z.infer<typeof columnsSchema>[number];

/** The published assignments of a section by their due dates; those without one stand at the end. */
export async function readColumns(sectionId: string): Promise<ColumnRow[]> {
  const rows = await db().$queryRaw`
    SELECT g.id::text, g.title, g.category, g.config, g.released_at IS NOT NULL AS released,
           (SELECT coalesce(sum(pick * points), 0)::float8 FROM assignment_parts WHERE assignment_id = g.id) AS possible,
           ${millis(Prisma.sql`g.opens_at`)} AS "opensAt", ${millis(Prisma.sql`g.due_at`)} AS "dueAt",
           ${millis(Prisma.sql`g.late_until`)} AS "lateUntil", ${millis(Prisma.sql`clock_timestamp()`)} AS now
    FROM assignments g
    WHERE g.section_id = ${sectionId}::uuid AND g.deleted_at IS NULL AND g.published_at IS NOT NULL
    ORDER BY g.due_at NULLS LAST, g.created_at, g.id`;
  return columnsSchema.parse(rows);
}

const gradeSchema = z.object({
  points: z.number(),
  possible: z.number(),
  late: z.boolean(),
  overridden: z.boolean(),
  handedIn: z.boolean(),
});

const attemptSchema = z.object({ id: z.string(), ended: z.boolean(), told: z.boolean() });

const byAssignment = <T extends z.ZodType>(row: T) =>
  z.record(z.string(), row).transform((rows) => new Map(Object.entries(rows)));

const studentsSchema = z.array(
  z.object({
    enrollmentId: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    ownName: z.string().nullable(),
    ownEmail: z.string().nullable(),
    studentNumber: z.string().nullable(),
    group: z.string().nullable(),
    grades: byAssignment(gradeSchema),
    attempts: byAssignment(attemptSchema),
    /** What is said for an assignment alone; under "" what is said for all. */
    said: byAssignment(differentSchema.own),
  }),
);
export type StudentRow = z.infer<typeof studentsSchema>[number];

export const saidIn = ({ said }: StudentRow, assignment: string): { own: Said | null; general: Said | null } => ({
  own: said.get(assignment) ?? null,
  general: said.get("") ?? null,
});

/**
 * The students who are in a section, or one of them, with all they have there: one statement, which finds everything by
 * the indexes on enrollments and users and reads no answer.
 */
export async function readRows(sectionId: string, enrollmentId?: string): Promise<StudentRow[]> {
  return studentsSchema.parse(await db().$queryRaw(rowsQuery(sectionId, enrollmentId)));
}

/** The statement of `readRows`, for whoever wants to see its plan. */
export function rowsQuery(sectionId: string, enrollmentId?: string): Prisma.Sql {
  const one = enrollmentId === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${enrollmentId}::uuid`;
  return Prisma.sql`
    SELECT e.id::text AS "enrollmentId", e.name, e.email, u.name AS "ownName", u.email AS "ownEmail",
           e.student_number AS "studentNumber", e.group_name AS "group",
           (SELECT coalesce(json_object_agg(r.assignment_id, json_build_object(
              'points', r.points, 'possible', r.possible, 'late', r.late, 'overridden', r.overridden,
              'handedIn', r.finished_at IS NOT NULL)), '{}')
            FROM grades r WHERE r.enrollment_id = e.id) AS grades,
           (SELECT coalesce(json_object_agg(a.assignment_id, json_build_object(
              'id', a.id,
              'ended', a.finished_at IS NOT NULL OR coalesce(a.ends_at <= clock_timestamp(), false),
              'told', coalesce(a.tells_at <= clock_timestamp(), false))), '{}')
            FROM attempts a JOIN assignments g ON g.id = a.assignment_id
            WHERE a.user_id = e.user_id AND a.kind = 'assignment' AND NOT a.preview
              AND g.section_id = e.section_id) AS attempts,
           (SELECT coalesce(json_object_agg(coalesce(s.assignment_id::text, ''), ${saidAs(Prisma.sql`s`)}), '{}')
            FROM accommodations s WHERE s.enrollment_id = e.id) AS said
    FROM enrollments e LEFT JOIN users u ON u.id = e.user_id
    WHERE e.section_id = ${sectionId}::uuid AND e.role = 'student' AND e.left_at IS NULL ${one}`;
}
