import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { demoIdOf, makeDemo } from "#lib/course/demo/make.ts";
import { removeDemo } from "#lib/course/demo/remove.ts";
import { readGradebook } from "#lib/course/gradebook/read.ts";
import { readAnswers } from "#lib/course/review/answers.ts";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { begin, neuronAssignment } from "../assignment/class.ts";
import { newGuest, newUser } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = z
    .array(z.object({ name: z.string() }))
    .parse(await db().$queryRaw`SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = z
      .array(z.object({ n: z.int() }))
      .parse(await db().$queryRawUnsafe(`SELECT count(*)::int AS n FROM "${name}"`));
    found[name] = row?.n ?? -1;
  }
  return found;
}

const marksOf = async (section: string) => {
  const marks = await db().mark.findMany({
    where: { attempt: { assignment: { sectionId: section } } },
    orderBy: [{ attemptId: "asc" }, { position: "asc" }],
  });
  const grades = await db().grade.findMany({
    where: { assignment: { sectionId: section } },
    orderBy: [{ assignmentId: "asc" }, { enrollmentId: "asc" }],
  });
  return { marks, grades };
};

/** What students did, without the ids that differ from one making to the next. */
const workOf = async (section: string) =>
  await db().$queryRaw`
    SELECT g.title, u.name, v.position, v.exercise_id, v.seed, s.sequence, s.raw, r.score
    FROM submissions s JOIN variants v ON v.id = s.variant_id JOIN attempts a ON a.id = v.attempt_id
    JOIN assignments g ON g.id = a.assignment_id JOIN users u ON u.id = a.user_id
    JOIN receipts r ON r.submission_id = s.id AND r.sequence = 1
    WHERE g.section_id = ${section}::uuid ORDER BY 1, 2, 3, v.round, 6`;

describe.each(databases)("the demonstration on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database?.close());

  it("fills a section, the same way each time, and leaves not a row behind when it is removed", async () => {
    const owner = await newUser();
    const before = await counts();
    const [section, same] = await Promise.all([makeDemo(owner), makeDemo(owner)]);
    expect(same, "two clicks").toBe(section);
    expect(section).toBe(demoIdOf(owner.id));
    const there = await counts();
    expect(there.sections).toBe((before.sections ?? 0) + 1);
    expect(there.users).toBe((before.users ?? 0) + 40);
    const { students, assignments } = await readGradebook(owner, section);
    expect(students).toHaveLength(40);
    expect(assignments.map(({ title }) => title)).toHaveLength(4);
    const work = await workOf(section);
    expect(z.array(z.unknown()).parse(work).length).toBeGreaterThan(500);
    await removeDemo(owner, section);
    await removeDemo(owner, section);
    expect(await counts()).toEqual(before);
    await makeDemo(owner);
    expect(await workOf(section)).toEqual(work);
    await removeDemo(owner, section);
  });

  it("has marks and grades that follow from the answers, mistakes with a name, late work, and something of everything", async () => {
    const owner = await newUser();
    const section = await makeDemo(owner);
    const before = await marksOf(section);
    expect(before.marks.length).toBeGreaterThan(500);
    const assignments = await db().assignment.findMany({ where: { sectionId: section, publishedAt: { not: null } } });
    for (const { id: assignmentId } of assignments) await transaction((tx) => rollUp(tx, { assignmentId }));
    expect(await marksOf(section)).toEqual(before);
    const scores = before.marks.flatMap(({ score }) => score ?? []);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(mean, "neither easy nor hopeless").toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.9);
    expect(before.marks.filter(({ lateDays }) => lateDays > 0).length).toBeGreaterThan(3);
    expect(before.marks.filter(({ overridden }) => overridden)).toHaveLength(3);
    expect(before.marks.some(({ tries }) => tries > 1)).toBe(true);
    const quiz = assignments.find(({ mode }) => mode === "quiz");
    const kinds = (await readAnswers(owner, quiz?.id ?? ""))?.groups.map(({ kind: group }) => group);
    expect(kinds).toContain("right");
    const malrules = before.marks.flatMap((mark) => mark.malrules);
    expect(malrules.length).toBeGreaterThan(50);
    for (const of of ["accommodation", "fault", "gradeChange", "announcement"] as const)
      expect(await countOf(of, section), of).toBeGreaterThan(0);
    // Nothing came from the future, and nobody worked longer than there was time.
    const odd = await db().$queryRaw`
      SELECT a.id FROM attempts a JOIN assignments g ON g.id = a.assignment_id
      WHERE g.section_id = ${section}::uuid
        AND (a.finished_at > clock_timestamp() OR a.finished_at > a.ends_at OR a.finished_at < a.started_at
          OR EXISTS (SELECT 1 FROM variants v JOIN submissions s ON s.variant_id = v.id
                     WHERE v.attempt_id = a.id AND (s.created_at > clock_timestamp() OR s.created_at < a.started_at)))`;
    expect(odd).toEqual([]);
  });

  it("is removed by its owner alone, is made by nobody who is not signed in, and keeps the work of somebody real", async () => {
    const owner = await newUser();
    const section = await makeDemo(owner);
    await expect(makeDemo(newGuest())).rejects.toThrow(/no such thing/);
    const [stranger, visitor] = [await newUser(), await newUser()];
    await expect(removeDemo(stranger, section)).rejects.toThrow(/no such thing/);
    const place = { sectionId: section, userId: visitor.id, joinedAt: new Date() };
    const { id: enrollmentId } = await db().enrollment.create({ data: { ...place, role: "student" } });
    await expect(removeDemo(visitor, section)).rejects.toThrow(/no such thing/);
    const assignment = await neuronAssignment(section);
    const { attemptId } = await begin({ actor: visitor, enrollmentId }, assignment);
    await removeDemo(owner, section);
    expect(await db().user.count({ where: { simulated: true, enrollments: { some: { sectionId: section } } } })).toBe(
      0,
    );
    expect(await db().attempt.count({ where: { id: attemptId } })).toBe(1);
    expect(await db().section.findUnique({ where: { id: section } })).toMatchObject({ demo: false });
    await expect(removeDemo(owner, section), "it is a section like any other now").rejects.toThrow(/no such thing/);
  });

  it("is made anew where the making was cut off", async () => {
    const owner = await newUser();
    const section = await makeDemo(owner);
    await db().$executeRaw`DELETE FROM announcements WHERE section_id = ${section}::uuid`;
    await db().$executeRaw`UPDATE sections SET created_at = now() - interval '1 hour' WHERE id = ${section}::uuid`;
    await db().assignment.updateMany({ where: { sectionId: section }, data: { title: "Half" } });
    expect(await makeDemo(owner)).toBe(section);
    expect(await db().assignment.count({ where: { sectionId: section, title: "Half" } })).toBe(0);
    expect(await db().enrollment.count({ where: { sectionId: section } })).toBe(41);
  });
});

async function countOf(of: "accommodation" | "fault" | "gradeChange" | "announcement", section: string) {
  if (of === "accommodation" || of === "announcement")
    return of === "announcement"
      ? await db().announcement.count({ where: { sectionId: section } })
      : await db().accommodation.count({ where: { sectionId: section } });
  const where = { assignment: { sectionId: section } };
  return of === "fault" ? await db().fault.count({ where }) : await db().gradeChange.count({ where });
}
