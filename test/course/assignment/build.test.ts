import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import {
  addItem,
  changePart,
  joinParts,
  movePart,
  removeItem,
  splitItem,
} from "#lib/course/assignment/content-edit.ts";
import { createAssignment } from "#lib/course/assignment/create.ts";
import { rulesInWords } from "#lib/course/assignment/in-words.ts";
import { listAssignments } from "#lib/course/assignment/list.ts";
import { publishAssignment } from "#lib/course/assignment/publish.ts";
import { readAssignment, readStudents } from "#lib/course/assignment/read.ts";
import { copyAssignment, removeAssignment } from "#lib/course/assignment/remove.ts";
import { changeAssignment } from "#lib/course/assignment/settings.ts";
import { assignmentFormSchema } from "#lib/course/assignment/settings-form.ts";
import { startPreview } from "#lib/course/assignment/start.ts";
import { archiveSection } from "#lib/course/section/settings.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { newUser } from "../people.ts";
import { begin, neuronAssignment, newClass, type Student } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/** What the form sends for a homework nobody has changed. */
const untouched = {
  title: "Sheet 1",
  instructions: "",
  opens: "",
  due: "",
  lateUntil: "",
  latePerDay: "10",
  lateMost: "50",
  minutes: "",
  navigation: "any order",
  shuffle: "no",
  variants: "own",
  feedback: "at once",
  solutions: "after due",
  hints: "yes",
  tries: "",
  tryPenalty: "0",
  freshOnRetry: "no",
  carried: "100",
  entry: "",
} as const;

const formOf = (assignment: string, revision: number, change: Record<string, string> = {}) =>
  assignmentFormSchema.parse({ ...untouched, assignment, revision: String(revision), ...change });

describe("the form of an assignment", () => {
  const faults = (change: Record<string, string>) => {
    const { error } = assignmentFormSchema.safeParse({
      ...untouched,
      assignment: randomUUID(),
      revision: "0",
      ...change,
    });
    return error?.issues.map(({ path }) => path.join(".")) ?? [];
  };

  it("takes what every mode begins with, and reads percentages and empty fields", () => {
    const form = formOf(randomUUID(), 0, { tryPenalty: "12,5", tries: " 3 " });
    expect(form).toMatchObject({ tryPenalty: 0.125, tries: 3, minutes: null, carried: 1, hints: true });
  });

  it.each([
    ["a due date before the opening", { opens: "2026-12-02T10:00", due: "2026-12-01T10:00" }, ["due"]],
    ["late answers without a due date", { lateUntil: "2026-12-02T10:00" }, ["due"]],
    [
      "an end of late answers before the due date",
      { due: "2026-12-02T10:00", lateUntil: "2026-12-01T10:00" },
      ["lateUntil"],
    ],
    ["a percentage of more than a hundred", { tryPenalty: "101" }, ["tryPenalty"]],
    ["half a try", { tries: "1.5" }, ["tries"]],
    ["hints without feedback", { feedback: "on release", tries: "1" }, ["hints"]],
    ["a title of nothing", { title: "  " }, ["title"]],
  ])("refuses %s, at its field", (_, change, fields) => {
    expect(faults(change)).toEqual(fields);
  });
});

describe("the rules in words", () => {
  it("say what an exam is", () => {
    expect(rulesInWords(defaultsOf.exam, 90, false)).toEqual([
      "You have 1 hour 30 minutes from when you begin, in one go: the clock does not stop.",
      "What you type is kept as you go, and handed in all together: by you, or by itself when the time is up.",
      "You are told how it went when whoever teaches releases it.",
      "Solutions are shown when they are released.",
    ]);
  });

  it("say what tries and lateness cost", () => {
    const config = { ...defaultsOf.homework, tries: 3, tryPenalty: 0.1, freshOnRetry: true, hints: false };
    expect(rulesInWords(config, null, true)).toEqual([
      "Each answer is judged when you check it.",
      "There are 3 tries for each item; each after the first takes off 10 %; each is a new variant.",
      "There are no hints.",
      "Each day that is begun after the due date takes off 10 %, 50 % at most.",
      "Solutions are shown once it has closed.",
    ]);
  });
});

describe.each(databases)("building assignments on %s", (kind) => {
  let database: TestDatabase;
  let made: Awaited<ReturnType<typeof newClass>>;
  let owner: Actor;
  let anna: Student;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    made = await newClass(1);
    owner = made.owner.actor;
    const [first] = made.students;
    if (!first) throw new Error("there is one");
    anna = first;
  }, 120_000);
  afterAll(() => database?.close());

  const draft = async (...exercises: string[]) => {
    const id = await createAssignment(owner, {
      section: made.sectionId,
      key: randomUUID(),
      title: "Sheet",
      mode: "homework",
    });
    for (const exercise of exercises) await addItem(owner, { assignment: id, exercise, level: 1 });
    return id;
  };
  const shape = async (id: string) =>
    (await readAssignment(owner, id)).parts.map(
      ({ pick, items }) => `${pick}: ${items.map((item) => item.exercise.split("/")[1])}`,
    );

  it("makes one draft of a form that is sent twice", async () => {
    const form = { section: made.sectionId, key: randomUUID(), title: "Twice", mode: "quiz" } as const;
    const ids = await Promise.all([createAssignment(owner, form), createAssignment(owner, form)]);
    expect(new Set(ids).size).toBe(1);
    expect((await readAssignment(owner, ids[0] ?? "")).config).toEqual(defaultsOf.quiz);
  });

  it("adds, moves, pools, takes out and removes exercises", async () => {
    const id = await draft("activations/sigmoid", "activations/tanh", "activations/relu");
    const part = async (i: number) => (await readAssignment(owner, id)).parts[i];
    expect(await shape(id)).toEqual(["1: sigmoid", "1: tanh", "1: relu"]);
    await movePart(owner, { assignment: id, part: (await part(2))?.id ?? "", way: "up" });
    expect(await shape(id)).toEqual(["1: sigmoid", "1: relu", "1: tanh"]);
    await joinParts(owner, { assignment: id, part: (await part(1))?.id ?? "" });
    expect(await shape(id)).toEqual(["1: sigmoid,relu", "1: tanh"]);
    await joinParts(owner, { assignment: id, part: (await part(1))?.id ?? "" });
    expect(await shape(id)).toEqual(["1: sigmoid,relu,tanh"]);
    const pool = await part(0);
    await changePart(owner, { assignment: id, part: pool?.id ?? "", points: 2.5, pick: 2 });
    expect(await readAssignment(owner, id)).toMatchObject({ items: 2, points: 5 });
    await expect(changePart(owner, { assignment: id, part: pool?.id ?? "", points: 1, pick: 4 })).rejects.toThrow(
      /3 exercises/,
    );
    await splitItem(owner, { assignment: id, item: pool?.items[0]?.id ?? "" });
    expect(await shape(id)).toEqual(["2: relu,tanh", "1: sigmoid"]);
    await removeItem(owner, { assignment: id, item: pool?.items[1]?.id ?? "" });
    await removeItem(owner, { assignment: id, item: pool?.items[1]?.id ?? "" });
    expect(await shape(id)).toEqual(["1: tanh", "1: sigmoid"]);
  });

  it("removes an exercise that was tried as a student, and the preview with it", async () => {
    const id = await draft("activations/sigmoid", "activations/tanh");
    const { attemptId } = await startPreview(owner, id);
    const [part] = (await readAssignment(owner, id)).parts;
    await removeItem(owner, { assignment: id, item: part?.items[0]?.id ?? "" });
    expect(await shape(id)).toEqual(["1: tanh"]);
    expect(await db().attempt.findUnique({ where: { id: attemptId } })).toBeNull();
    expect(await db().variant.count({ where: { attemptId } })).toBe(0);
  });

  it("refuses changes from a page that is older than the last one", async () => {
    const id = await draft("activations/sigmoid");
    const { revision } = await readAssignment(owner, id);
    await changeAssignment(owner, formOf(id, revision, { title: "First tab" }));
    await expect(changeAssignment(owner, formOf(id, revision, { title: "Second tab" }))).rejects.toThrow(
      /in another tab/,
    );
    expect((await readAssignment(owner, id)).title).toBe("First tab");
  });

  it("keeps dates as a clock in the section shows them", async () => {
    const id = await draft("activations/sigmoid");
    await db().section.update({ where: { id: made.sectionId }, data: { timeZone: "Asia/Kathmandu" } });
    const { revision } = await readAssignment(owner, id);
    await changeAssignment(owner, formOf(id, revision, { due: "2030-01-15T18:00" }));
    const read = await readAssignment(owner, id);
    // Nepal is 5 h 45 min ahead of UTC.
    expect(read.dueAt).toBe("2030-01-15T12:15:00.000Z");
    expect(read.local.due).toBe("2030-01-15T18:00");
  });

  it("publishes nothing that is empty, and freezes what it has published", async () => {
    const empty = await draft();
    await expect(publishAssignment(owner, empty)).rejects.toThrow(/no exercises yet/);
    const id = await draft("activations/sigmoid");
    await publishAssignment(owner, id);
    await expect(addItem(owner, { assignment: id, exercise: "activations/tanh", level: 1 })).rejects.toThrow(
      /published/,
    );
    const { revision } = await readAssignment(owner, id);
    await expect(changeAssignment(owner, formOf(id, revision, { variants: "same" }))).rejects.toThrow(/same variants/);
  });

  it("changes dates and marks of those at work, and not when they are told", async () => {
    const id = await draft("activations/sigmoid");
    await publishAssignment(owner, id);
    const { attemptId } = await begin(anna, id);
    const { revision } = await readAssignment(owner, id);
    const told = { feedback: "after due", tries: "1", hints: "no" };
    await expect(changeAssignment(owner, formOf(id, revision, told))).rejects.toThrow(/have begun/);
    await changeAssignment(owner, formOf(id, revision, { due: "2030-01-15T18:00" }));
    const { endsAt } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(endsAt?.toISOString()).toBe("2030-01-15T12:15:00.000Z");
  });

  it("copies an assignment with its pools and rules, without dates and password, into a section one teaches", async () => {
    const id = await draft("activations/sigmoid", "activations/tanh");
    const pool = (await readAssignment(owner, id)).parts[1];
    await joinParts(owner, { assignment: id, part: pool?.id ?? "" });
    const { revision } = await readAssignment(owner, id);
    await changeAssignment(owner, formOf(id, revision, { due: "2030-01-15T18:00", entry: "ridge", tries: "4" }));
    const target = await newClass(0);
    const form = { assignment: id, key: randomUUID(), section: target.sectionId };
    await expect(copyAssignment(owner, form)).rejects.toThrow(/no such thing/);
    await db().enrollment.create({
      data: { sectionId: target.sectionId, userId: made.owner.actor.id, role: "instructor", joinedAt: new Date() },
    });
    const copies = [await copyAssignment(owner, form), await copyAssignment(owner, form)];
    expect(new Set(copies).size).toBe(1);
    const copy = await readAssignment(owner, copies[0] ?? "");
    expect(copy).toMatchObject({ phase: "draft", dueAt: null, password: null, title: "Sheet 1", config: { tries: 4 } });
    expect(await shape(copy.id)).toEqual(["1: sigmoid,tanh"]);
  });

  it("removes what no student has begun, previews or not, and nothing else", async () => {
    const id = await draft("activations/sigmoid");
    await startPreview(owner, id);
    await removeAssignment(owner, id);
    await expect(readAssignment(owner, id)).rejects.toThrow(/no such thing/);
    const begun = await neuronAssignment(made.sectionId);
    await begin(anna, begun);
    await expect(removeAssignment(owner, begun)).rejects.toThrow(/student has begun/);
  });

  it("shows students what is published, with their own dates and state", async () => {
    const { sectionId, students, owner: other } = await newClass(1);
    const [student] = students;
    if (!student) throw new Error("there is one");
    await neuronAssignment(sectionId, { draft: true });
    const open = await neuronAssignment(sectionId, { due: 5 });
    const closed = await neuronAssignment(sectionId, { due: -5 });
    await db().accommodation.create({
      data: { sectionId, enrollmentId: student.enrollmentId, assignmentId: closed, extraDays: 1 },
    });
    await begin(student, open);
    const seen = await listAssignments(student.actor, sectionId);
    expect(seen.map(({ id, phase, own }) => [id, phase, own?.begun])).toEqual([
      [closed, "open", false],
      [open, "open", true],
    ]);
    expect(seen.every(({ everybody }) => everybody === null)).toBe(true);
    const all = await listAssignments(other.actor, sectionId);
    expect(all.map(({ phase }) => phase).toSorted()).toEqual(["closed", "draft", "open"]);
    expect(all.find(({ id }) => id === open)?.everybody).toEqual({ begun: 1, finished: 0 });
    expect(await readStudents(other.actor, open)).toMatchObject([{ state: "under way", answered: 0, possible: 10 }]);
  });

  it("lets each do what the rules say, and finds nothing for anybody else", async () => {
    const { sectionId, ...people } = await newClass(1);
    const stranger = await newUser();
    const [student] = people.students;
    const everybody = [people.owner, people.instructor, people.assistant, student].map((one) => one?.actor ?? stranger);
    const can = async (attempt: (actor: Actor, id: string) => Promise<unknown>) => {
      const found = [];
      for (const actor of [...everybody, stranger]) {
        const id = await neuronAssignment(sectionId, { draft: true });
        found.push(
          await attempt(actor, id).then(
            () => "yes",
            (error: Error) => (/no such thing/.test(error.message) ? "no" : error.message),
          ),
        );
      }
      return found.join(" ");
    };
    const teachers = "yes yes no no no";
    const staff = "yes yes yes no no";
    expect(await can((actor, id) => readAssignment(actor, id))).toBe(staff);
    expect(await can((actor, id) => readStudents(actor, id))).toBe(staff);
    expect(await can((actor, id) => startPreview(actor, id))).toBe(staff);
    expect(await can((actor, id) => publishAssignment(actor, id))).toBe(teachers);
    expect(await can((actor, id) => removeAssignment(actor, id))).toBe(teachers);
    expect(await can((actor, id) => changeAssignment(actor, formOf(id, 0)))).toBe(teachers);
    expect(
      await can((actor, assignment) => addItem(actor, { assignment, exercise: "activations/relu", level: 1 })),
    ).toBe(teachers);
    const key = randomUUID();
    expect(await can((actor) => createAssignment(actor, { section: sectionId, key, title: "T", mode: "exam" }))).toBe(
      teachers,
    );
    await archiveSection(people.owner.actor, sectionId, true);
    const id = await neuronAssignment(sectionId, { draft: true });
    await expect(publishAssignment(people.owner.actor, id)).rejects.toThrow(/archived/);
  });
});
