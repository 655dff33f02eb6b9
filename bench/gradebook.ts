/**
 * How long a gradebook reads for each row shown, with 1,000 students against 100, of 40 assignments both; and how the
 * database finds it. On the embedded database.
 */
import { z } from "zod";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { compactOf } from "#lib/course/gradebook/compact.ts";
import { readGradebook } from "#lib/course/gradebook/read.ts";
import { rowsQuery } from "#lib/course/gradebook/rows.ts";
import { newSectionCode } from "#lib/course/section/code.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { openTestDatabase } from "#test/db/harness.ts";
import { type Report, row } from "./compare.ts";

const assignments = 40;
const [many, few] = [1_000, 100] as const;
const rounds = 11;
const limit = 1.5;

export async function run(): Promise<Report> {
  const database = await openTestDatabase("embedded-memory");
  try {
    const [large, small] = [await section(many), await section(few)];
    await db().$executeRaw`ANALYZE`;
    for (const one of [large, small]) await milliseconds(one);
    const pairs: [number, number][] = [];
    for (let i = 0; i < rounds; i++)
      pairs.push([(await milliseconds(large)) / many, (await milliseconds(small)) / few]);
    const measured = row(
      `gradebook of ${assignments} assignments, a row of ${many} students against one of ${few}`,
      "ms",
      pairs,
    );
    const scanned = await scannedWhole(rowsQuery(large.sectionId));
    const plan = row("tables of answers and grades that its plan reads whole", "tables", [[scanned.length, 1]]);
    const bytes = JSON.stringify(compactOf(await readGradebook(large.actor, large.sectionId))).length;
    return {
      rows: [
        { ...measured, limit },
        { ...plan, limit: 0 },
      ],
      notes: [
        `One plan for all cells; read whole of answers, receipts, variants, marks and grades: ${scanned.join(", ") || "none"}.`,
        `${many} students go into the page as ${Math.round(bytes / 1000)} kB, before compression.`,
      ],
    };
  } finally {
    await database.close();
  }
}

type Section = Awaited<ReturnType<typeof section>>;

/** A section whose students have handed in everything, each with an answer to it. */
export async function section(students: number) {
  const owner = await db().user.create({ data: { email: `owner-${students}@example.org` } });
  const { id } = await db().section.create({ data: { title: "Bench", code: newSectionCode(), timeZone: "UTC" } });
  await db().enrollment.create({ data: { sectionId: id, userId: owner.id, role: "owner", joinedAt: new Date() } });
  await db().$executeRaw`
    WITH people AS (
      INSERT INTO users (id, email, guest) SELECT gen_random_uuid(), 's' || i || ${`-${students}@example.org`}, false
      FROM generate_series(1, ${students}::int) i RETURNING id, email)
    INSERT INTO enrollments (id, section_id, user_id, role, email, name, student_number, group_name, joined_at)
    SELECT gen_random_uuid(), ${id}::uuid, id, 'student', email, 'Student ' || email, email, 'Group A', now() FROM people`;
  for (let i = 1; i <= assignments; i++) await assignment(id, i);
  return { sectionId: id, actor: { kind: "user", id: owner.id, email: owner.email ?? "", name: null } as const };
}

async function assignment(sectionId: string, i: number): Promise<void> {
  const due = new Date(Date.now() + (i - assignments) * 86_400_000);
  const { id } = await db().assignment.create({
    data: {
      ...{ sectionId, title: `Sheet ${i}`, mode: "homework", config: defaultsOf.homework, dueAt: due },
      publishedAt: new Date(0),
    },
  });
  const part = await db().assignmentPart.create({ data: { assignmentId: id, position: 1, points: 20, pick: 1 } });
  const item = await db().assignmentItem.create({
    data: { partId: part.id, position: 1, exerciseId: "backpropagation/neuron", version: 1, level: 1 },
  });
  await db().$executeRaw`
    INSERT INTO attempts (id, user_id, kind, assignment_id, config, started_at, ends_at, tells_at, finished_at)
    SELECT gen_random_uuid(), user_id, 'assignment', ${id}::uuid, '{}', now(), now(), now(), now()
    FROM enrollments WHERE section_id = ${sectionId}::uuid AND role = 'student'`;
  await db().$executeRaw`
    INSERT INTO grades (assignment_id, enrollment_id, points, possible, answered, items, late, overridden, started_at, finished_at)
    SELECT ${id}::uuid, id, (abs(hashtext(id::text)) + ${i}) % 21, 20, 1, 1, false, false, now(), now()
    FROM enrollments WHERE section_id = ${sectionId}::uuid AND role = 'student'`;
  await db().$executeRaw`
    INSERT INTO marks (attempt_id, position, item_id, possible, score, tries, late_days, first_score, malrules, overridden, excluded)
    SELECT id, 1, ${item.id}::uuid, 20, 0.5, 1, 0, 0.5, '{}', false, false FROM attempts WHERE assignment_id = ${id}::uuid`;
  await db().$executeRaw`
    WITH drawn AS (
      INSERT INTO variants (id, user_id, exercise_id, version, level, seed, params, number, state, attempt_id, position, item_id)
      SELECT gen_random_uuid(), user_id, 'backpropagation/neuron', 1, 1, repeat('0', 32), '{}', ${i}, 'done', id, 1, ${item.id}::uuid
      FROM attempts WHERE assignment_id = ${id}::uuid RETURNING id, user_id)
    INSERT INTO submissions (id, key, body_hash, user_id, variant_id, sequence, raw)
    SELECT gen_random_uuid(), gen_random_uuid(), '0', user_id, id, 1, '{}' FROM drawn`;
}

async function milliseconds({ actor, sectionId }: Section): Promise<number> {
  const start = performance.now();
  compactOf(await readGradebook(actor, sectionId));
  return performance.now() - start;
}

const large = new Set(["submissions", "receipts", "variants", "marks", "grades"]);
const planSchema = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: z.json() })) }));

/** Of the tables that grow with answers, those that the plan of a statement reads from end to end. */
export async function scannedWhole(query: Prisma.Sql): Promise<string[]> {
  const [explained] = planSchema.parse(
    await db().$queryRawUnsafe(`EXPLAIN (FORMAT JSON) ${query.text}`, ...query.values),
  );
  const text = JSON.stringify(explained);
  const scans = [...text.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(([, table]) => table);
  return scans.flatMap((table) => (table !== undefined && large.has(table) ? [table] : []));
}
