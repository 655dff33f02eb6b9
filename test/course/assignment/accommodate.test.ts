import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accommodate, endAccommodation } from "#lib/course/assignment/accommodate.ts";
import { accommodationSchema } from "#lib/course/assignment/accommodation-form.ts";
import { readAccommodations, readGeneralAccommodations } from "#lib/course/assignment/accommodations.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { listAssignments } from "#lib/course/assignment/list.ts";
import { reschedule } from "#lib/course/assignment/reschedule.ts";
import { readAudit } from "#lib/course/section/audit.ts";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { neuron } from "../people.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass, type Student } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const hour = 3_600_000;

/** As a form in a section whose clock is that of UTC takes it. */
const inHours = (n: number): string => new Date(Date.now() + n * hour).toISOString().slice(0, 16);

describe.each(databases)("accommodations on %s", (kind) => {
  let database: TestDatabase;
  let sectionId: string;
  let owner: Student;
  let assistant: Student;
  let anna: Student;
  let ben: Student;
  let cleo: Student;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const made = await newClass(3);
    const [first, second, third] = made.students;
    if (!first || !second || !third) throw new Error("there are three");
    ({ sectionId, owner, assistant } = made);
    [anna, ben, cleo] = [first, second, third];
    await db().enrollment.updateMany({
      where: { id: { in: [ben.enrollmentId, cleo.enrollmentId] } },
      data: { group: "Group B" },
    });
  }, 120_000);
  afterAll(() => database?.close());

  /** The form with these fields; the rest is empty. */
  const form = (assignment: string, people: readonly Student[], fields: Record<string, string>) => {
    const empty = {
      group: "",
      moreTime: "",
      extraDays: "",
      opens: "",
      due: "",
      lateUntil: "",
      excused: "no",
      note: "",
    };
    const ticked = people.map(({ enrollmentId }) => [`student-${enrollmentId}`, "yes"]);
    return accommodationSchema.parse({
      section: sectionId,
      assignment,
      ...empty,
      ...Object.fromEntries(ticked),
      ...fields,
    });
  };
  const set = (assignment: string, people: readonly Student[], fields: Record<string, string>, by = owner) =>
    accommodate(by.actor, form(assignment, people, fields));
  const endOf = async ({ actor }: Student, assignment: string) =>
    (await db().attempt.findFirstOrThrow({ where: { assignmentId: assignment, userId: actor.id } })).endsAt?.getTime();

  it("give a group more time and other dates, in one step, and their sittings follow at once", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "quiz", due: 10, config: { minutes: 60 } });
    await begin(ben, assignment);
    await begin(anna, assignment);
    const [before, annas] = [await endOf(ben, assignment), await endOf(anna, assignment)];
    const fields = { group: "Group B", moreTime: "50", due: inHours(30) };
    expect(await set(assignment, [anna], fields)).toEqual({ people: 2, stay: 0 });
    expect(await endOf(ben, assignment)).toBe((before ?? 0) + 30 * 60_000);
    expect(await endOf(anna, assignment), "a tick counts for nothing where a group is chosen").toBe(annas);
    const { students } = await readAccommodations(owner.actor, assignment);
    const line = students.find(({ enrollmentId }) => enrollmentId === cleo.enrollmentId);
    expect(line).toMatchObject({ minutes: 90, own: { moreTime: 50, excused: false }, general: null });
    expect(line?.dueAt?.slice(0, 16)).toBe(fields.due);
    const [card] = (await listAssignments(cleo.actor, sectionId)).filter(({ id }) => id === assignment);
    expect(card?.dueAt?.slice(0, 16)).toBe(fields.due);
  });

  it("replace what was set before, change nothing when sent again, and are written down once", async () => {
    const assignment = await neuronAssignment(sectionId, { due: 10 });
    await set(assignment, [anna], { extraDays: "3", note: "as agreed" });
    await set(assignment, [anna, ben], { extraDays: "5" });
    const rows = async () =>
      await db().accommodation.findMany({ where: { assignmentId: assignment }, orderBy: { enrollmentId: "asc" } });
    const after = await rows();
    expect(after.map(({ extraDays, note }) => ({ extraDays, note }))).toEqual([
      { extraDays: 5, note: "" },
      { extraDays: 5, note: "" },
    ]);
    const audited = (await readAudit(owner.actor, sectionId)).length;
    await Promise.all([
      set(assignment, [anna, ben], { extraDays: "5" }),
      set(assignment, [anna, ben], { extraDays: "5" }),
    ]);
    expect(await rows()).toEqual(after);
    expect((await readAudit(owner.actor, sectionId)).length).toBe(audited);
  });

  it("excuse from an item or from all of it, and take that back again", async () => {
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 10 });
    const { variants } = await begin(anna, assignment);
    await answer(anna, variants[0] ?? "", neuron.right);
    const { items } = await readAccommodations(owner.actor, assignment);
    await set(assignment, [anna], { [`item-${items[1]?.id}`]: "yes" });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 10 });
    await set(assignment, [anna], { excused: "yes" });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0, possible: 0 });
    const { students } = await readAccommodations(owner.actor, assignment);
    const id = students.find(({ enrollmentId }) => enrollmentId === anna.enrollmentId)?.own?.id ?? "";
    await endAccommodation(owner.actor, { section: sectionId, id });
    await endAccommodation(owner.actor, { section: sectionId, id });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 20 });
  });

  it("of all assignments hold in each, unless one says something else", async () => {
    const first = await neuronAssignment(sectionId, { due: 10 });
    const second = await neuronAssignment(sectionId, { due: 10 });
    const due = async (assignment: string) =>
      (await listAssignments(cleo.actor, sectionId)).find(({ id }) => id === assignment)?.dueAt ?? "";
    const everybodys = Date.parse(await due(first));
    expect(await set("", [cleo], { extraDays: "2", due: inHours(1) })).toEqual({ people: 1, stay: 0 });
    await set(first, [cleo], { extraDays: "4" });
    expect(Date.parse(await due(first)) - everybodys).toBe(4 * 24 * hour);
    expect(Math.round((Date.parse(await due(second)) - everybodys) / hour)).toBe(48);
    const [line] = (await readGeneralAccommodations(owner.actor, sectionId)).filter(({ general }) => general);
    expect(line).toMatchObject({ enrollmentId: cleo.enrollmentId, general: { extraDays: 2, dueAt: null } });
    await endAccommodation(owner.actor, { section: sectionId, id: line?.general?.id ?? "" });
  });

  it("let a sitting go on that had run out, but not one that was told how it went", async () => {
    const blind = await neuronAssignment(sectionId, { mode: "exam", due: 10 });
    const told = await neuronAssignment(sectionId, { mode: "quiz", due: 10, config: { feedback: "after due" } });
    for (const assignment of [blind, told]) {
      await begin(ben, assignment);
      const dueAt = new Date(Date.now() + 100);
      await db().assignment.update({ where: { id: assignment }, data: { dueAt } });
      await transaction((tx) => reschedule(tx, assignment));
    }
    await new Promise((done) => setTimeout(done, 200));
    for (const assignment of [blind, told]) await settleAssignments({ assignmentId: assignment });
    const later = { due: inHours(5), moreTime: "800" };
    expect(await set(blind, [ben], later)).toEqual({ people: 1, stay: 0 });
    expect(await set(told, [ben], later)).toEqual({ people: 1, stay: 1 });
    const finished = async (assignmentId: string) =>
      (await db().attempt.findFirstOrThrow({ where: { assignmentId, userId: ben.actor.id } })).finishedAt;
    expect(await finished(blind)).toBeNull();
    expect(await finished(told)).not.toBeNull();
  });

  it.each<[string, Record<string, string>, string]>([
    ["nothing", {}, "moreTime"],
    ["a date that leaves them less time", { due: inHours(5) }, "due"],
    ["days and a date", { due: inHours(50), extraDays: "2" }, "due"],
    ["an opening after it is due", { opens: inHours(11) }, "opens"],
    ["late answers until before it is due", { due: inHours(50), lateUntil: inHours(40) }, "lateUntil"],
    ["an exercise of another assignment", { "item-01890000-0000-7000-8000-000000000000": "yes" }, "excused"],
    ["a group that nobody is in", { group: "Group Z", extraDays: "2" }, "group"],
  ])("are refused with %s, and nothing is stored", async (_, fields, field) => {
    const assignment = await neuronAssignment(sectionId, { due: 10 });
    const result = await set(assignment, [anna], fields);
    expect("errors" in result && Object.keys(result.errors)).toEqual([field]);
    expect(await db().accommodation.count({ where: { assignmentId: assignment } })).toBe(0);
  });

  it("say which field cannot be read", () => {
    const wrong = (fields: Record<string, string>) => {
      const base = { section: sectionId, assignment: "", moreTime: "", extraDays: "" };
      return accommodationSchema.safeParse({ ...base, ...fields }).error?.issues.map(({ path }) => path[0]);
    };
    expect(wrong({ moreTime: "half", extraDays: "0.5" })).toEqual(["moreTime", "extraDays"]);
    expect(wrong({ moreTime: "0", extraDays: "366" })).toEqual(["moreTime", "extraDays"]);
    expect(wrong({ moreTime: "33,3" })).toBeUndefined();
  });

  it("are read by assistants and set by teachers; for students and other sections there is no such thing", async () => {
    const assignment = await neuronAssignment(sectionId, { due: 10 });
    const other = await newClass(1);
    const fields = { extraDays: "3" };
    for (const by of [assistant, anna, other.owner])
      await expect(set(assignment, [anna], fields, by)).rejects.toThrow(/no such thing/);
    await expect(
      accommodate(other.owner.actor, form(assignment, [anna], { ...fields, section: other.sectionId })),
    ).rejects.toThrow(/no such thing/);
    const mine = await neuronAssignment(other.sectionId, { due: 10 });
    const foreign = form(mine, [anna], { ...fields, section: other.sectionId });
    expect(await accommodate(other.owner.actor, foreign)).toMatchObject({ errors: { people: expect.any(String) } });
    expect((await readAccommodations(assistant.actor, assignment)).students).toHaveLength(3);
    for (const by of [anna, other.owner])
      await expect(readAccommodations(by.actor, assignment)).rejects.toThrow(/no such thing/);
    await expect(readGeneralAccommodations(anna.actor, sectionId)).rejects.toThrow(/no such thing/);
    await set(assignment, [anna], fields);
    const { id } = await db().accommodation.findFirstOrThrow({ where: { assignmentId: assignment } });
    await expect(endAccommodation(assistant.actor, { section: sectionId, id })).rejects.toThrow(/no such thing/);
    await endAccommodation(other.owner.actor, { section: other.sectionId, id });
    expect(await db().accommodation.count({ where: { id } })).toBe(1);
  });
});
