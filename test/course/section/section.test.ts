import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { announce, announcementSchema, readAnnouncements, withdraw } from "#lib/course/section/announcements.ts";
import { readAudit } from "#lib/course/section/audit.ts";
import { createSection } from "#lib/course/section/create.ts";
import { joinSection, readInvitation } from "#lib/course/section/join.ts";
import { sectionsOf } from "#lib/course/section/list.ts";
import { changeRole, handOver, leaveSection, removeMember } from "#lib/course/section/members.ts";
import { type Role, roles } from "#lib/course/section/roles.ts";
import { readRoster } from "#lib/course/section/roster.ts";
import { importRoster, previewRoster } from "#lib/course/section/roster-import.ts";
import { archiveSection, changeSection, readSection, renewCode } from "#lib/course/section/settings.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { knownGuest, newUser } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

type User = Extract<Actor, { kind: "user" }>;
const fields = { title: "Machine learning 1", term: "Autumn", timeZone: "Europe/Rome" };
const refused = (kind: string) => expect.objectContaining({ name: "Refusal", kind });

async function newSection(owner: Actor) {
  const id = await createSection(owner, { key: randomUUID(), ...fields });
  const { code } = await db().section.findUniqueOrThrow({ where: { id } });
  return { id, code };
}

const memberOf = async (section: string, { id }: User) =>
  await db().enrollment.findFirstOrThrow({ where: { sectionId: section, userId: id } });

/** A section with one of each role. */
async function staffed() {
  const people = {
    owner: await newUser(),
    instructor: await newUser(),
    assistant: await newUser(),
    student: await newUser(),
  };
  const { id, code } = await newSection(people.owner);
  for (const role of ["instructor", "assistant", "student"] as const) {
    await joinSection(people[role], code);
    const { id: member } = await memberOf(id, people[role]);
    await changeRole(people.owner, { section: id, member, role });
  }
  return { id, code, people };
}

describe.each(databases)("a section on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is made once, however often the form is sent, and is its maker’s", async () => {
    const owner = await newUser();
    const key = randomUUID();
    const ids = await Promise.all([1, 2, 3].map(() => createSection(owner, { key, ...fields })));
    expect(new Set(ids).size).toBe(1);
    expect(await sectionsOf(owner)).toEqual([
      { id: ids[0], title: fields.title, term: "Autumn", role: "owner", students: 0, archived: false, demo: false },
    ]);
  });

  it("is not made by a guest", async () => {
    await expect(createSection(await knownGuest(), { key: randomUUID(), ...fields })).rejects.toEqual(
      refused("not-found"),
    );
  });

  it("is joined by its code, once", async () => {
    const [owner, student] = [await newUser(), await newUser()];
    const { id, code } = await newSection(owner);
    expect(await readInvitation(student, code)).toMatchObject({ id, title: fields.title, joined: false });
    expect(await Promise.all([joinSection(student, code), joinSection(student, code)])).toEqual([id, id]);
    expect(await readInvitation(student, code)).toMatchObject({ joined: true });
    expect((await readRoster(owner, id)).map(({ role }) => role)).toEqual(["owner", "student"]);
  });

  it("lets nobody in by a code that was replaced, or by none", async () => {
    const [owner, student] = [await newUser(), await newUser()];
    const { id, code } = await newSection(owner);
    await renewCode(owner, id);
    await expect(joinSection(student, code)).rejects.toEqual(refused("not-found"));
    expect(await readInvitation(student, code)).toBeUndefined();
  });

  it("gives whoever joins the place that the roster keeps for their address", async () => {
    const [owner, student] = [await newUser(), await newUser()];
    const { id, code } = await newSection(owner);
    await importRoster(owner, id, `name,email,id\nAda L,${student.email.toUpperCase()},0042`);
    expect(await readRoster(owner, id)).toMatchObject([{ role: "owner" }, { name: "Ada L", joinedAt: null }]);
    await joinSection(student, code);
    const [, ada] = await readRoster(owner, id);
    expect(ada).toMatchObject({ name: "Ada L", studentNumber: "0042", joinedAt: expect.any(String) });
    expect(await db().enrollment.count({ where: { sectionId: id } })).toBe(2);
  });

  it("that takes only people on its roster takes no others, and a closed one nobody", async () => {
    const [owner, listed, other] = [await newUser(), await newUser(), await newUser()];
    const { id, code } = await newSection(owner);
    await importRoster(owner, id, listed.email);
    await changeSection(owner, { section: id, ...fields, admission: "closed" });
    await expect(joinSection(listed, code)).rejects.toEqual(refused("closed"));
    await changeSection(owner, { section: id, ...fields, admission: "roster" });
    await expect(joinSection(other, code)).rejects.toEqual(refused("closed"));
    expect(await joinSection(listed, code)).toBe(id);
  });

  it("previews a roster without writing, and then does what it said", async () => {
    const [owner, joined] = [await newUser(), await newUser()];
    const { id, code } = await newSection(owner);
    await joinSection(joined, code);
    await importRoster(owner, id, "name,email\nGrace,grace@example.org\nAlan,alan@example.org");
    const text = `name,email\nGrace,grace@example.org\nAlan T,alan@example.org\nNew,new@example.org\nJoined,${joined.email}\nbad`;
    const before = await db().enrollment.findMany({ where: { sectionId: id } });
    const preview = await previewRoster(owner, id, text);
    expect(preview.steps.map(({ row, does }) => [row, does])).toEqual([
      [2, "keeps"],
      [3, "changes"],
      [4, "adds"],
      [5, "changes"],
    ]);
    expect(preview.faults).toEqual([{ row: 6, says: "There is no e-mail address." }]);
    expect(await db().enrollment.findMany({ where: { sectionId: id } })).toEqual(before);
    expect(await importRoster(owner, id, text)).toEqual({ added: 1, changed: 2 });
    expect(await importRoster(owner, id, text)).toEqual({ added: 0, changed: 0 });
    const students = (await readRoster(owner, id)).slice(1).map(({ name }) => name);
    expect(students).toEqual(["Alan T", "Grace", "Joined", "New"]);
  });

  it("imports five thousand people at once", async () => {
    const owner = await newUser();
    const { id } = await newSection(owner);
    const people = Array.from({ length: 5000 }, (_, i) => `Student ${i},s${i}@example.org`);
    const text = ["name,email", ...people].join("\n");
    expect(await importRoster(owner, id, text)).toEqual({ added: 5000, changed: 0 });
    expect(await importRoster(owner, id, text.replaceAll("Student", "Learner"))).toEqual({ added: 0, changed: 5000 });
    expect(await readRoster(owner, id)).toHaveLength(5001);
  });

  it("keeps what it knows where a roster says nothing", async () => {
    const owner = await newUser();
    const { id } = await newSection(owner);
    await importRoster(owner, id, "name,email,id,group\nAda,ada@example.org,0042,Tuesday");
    await importRoster(owner, id, "email\nada@example.org");
    expect((await readRoster(owner, id))[1]).toMatchObject({ name: "Ada", studentNumber: "0042", group: "Tuesday" });
  });

  it("does not let in again whom it took off, until the roster has them again", async () => {
    const { id, code, people } = await staffed();
    const { id: member } = await memberOf(id, people.student);
    await removeMember(people.instructor, { section: id, member });
    await expect(readSection(people.student, id)).rejects.toEqual(refused("not-found"));
    await expect(joinSection(people.student, code)).rejects.toEqual(refused("closed"));
    await importRoster(people.owner, id, people.student.email);
    expect((await readSection(people.student, id)).role).toBe("student");
  });

  it("is left, and joined again as what one was", async () => {
    const { id, code, people } = await staffed();
    await leaveSection(people.assistant, id);
    expect(await sectionsOf(people.assistant)).toEqual([]);
    await joinSection(people.assistant, code);
    expect((await readSection(people.assistant, id)).role).toBe("assistant");
  });

  it("always has an owner: they cannot leave, be taken off or lose their role, and hand it over", async () => {
    const { id, people } = await staffed();
    const { id: owner } = await memberOf(id, people.owner);
    const { id: instructor } = await memberOf(id, people.instructor);
    const { id: student } = await memberOf(id, people.student);
    await expect(leaveSection(people.owner, id)).rejects.toEqual(refused("not-found"));
    await expect(removeMember(people.owner, { section: id, member: owner })).rejects.toEqual(refused("invalid"));
    await expect(removeMember(people.instructor, { section: id, member: owner })).rejects.toEqual(refused("invalid"));
    await expect(changeRole(people.instructor, { section: id, member: owner, role: "student" })).rejects.toEqual(
      refused("invalid"),
    );
    await expect(handOver(people.owner, { section: id, member: student })).rejects.toEqual(refused("invalid"));
    await handOver(people.owner, { section: id, member: instructor });
    expect((await readSection(people.instructor, id)).role).toBe("owner");
    expect((await readSection(people.owner, id)).role).toBe("instructor");
  });

  it("that is archived is read by its members, and nothing in it changes until it is taken up again", async () => {
    const { id, code, people } = await staffed();
    await archiveSection(people.owner, id, true);
    expect(await readSection(people.student, id)).toMatchObject({ archived: true, title: fields.title });
    await expect(importRoster(people.owner, id, "x@example.org")).rejects.toEqual(refused("closed"));
    await expect(joinSection(await newUser(), code)).rejects.toEqual(refused("closed"));
    await archiveSection(people.owner, id, false);
    expect(await importRoster(people.owner, id, "x@example.org")).toEqual({ added: 1, changed: 0 });
  });

  it("tells its teachers who changed what", async () => {
    const { id, people } = await staffed();
    await changeSection(people.instructor, { section: id, ...fields, title: "ML 1", admission: "roster" });
    const said = (await readAudit(people.owner, id)).map(({ by, says }) => `${by} ${says}`);
    expect(said[0]).toBe(`${people.instructor.email} changed its title, who can join`);
    expect(said).toContain(`${people.owner.email} made ${people.assistant.email} an assistant (was student)`);
    expect(said.at(-1)).toBe(`${people.owner.email} made the section`);
  });

  it("tells everybody what its staff announces, once for each time the form was opened", async () => {
    const { id, people } = await staffed();
    const said = { section: id, key: randomUUID(), title: "Exam", body: "On Monday.\r\n\r\nBring a pen." };
    const parsed = announcementSchema.parse(said);
    await Promise.all([announce(people.assistant, parsed), announce(people.assistant, parsed)]);
    expect(await readAnnouncements(people.student, id)).toMatchObject([
      { title: "Exam", paragraphs: ["On Monday.", "Bring a pen."], own: false },
    ]);
    expect(await readAnnouncements(people.instructor, id)).toMatchObject([{ title: "Exam", own: true }]);
  });

  it("has announcements taken back by whoever made them, or who teaches, and by no other", async () => {
    const { id, people } = await staffed();
    const tell = (by: User) =>
      announce(by, { section: id, key: randomUUID(), title: "A room", body: "Room 4" }).then(() =>
        readAnnouncements(by, id),
      );
    const [first] = await tell(people.instructor);
    const withdrawFirst = (by: User) => withdraw(by, { section: id, announcement: first?.id ?? "" });
    await expect(withdrawFirst(people.assistant)).rejects.toEqual(refused("not-found"));
    await expect(withdrawFirst(people.student)).rejects.toEqual(refused("not-found"));
    await withdrawFirst(people.instructor);
    const [second] = await tell(people.assistant);
    await withdraw(people.owner, { section: id, announcement: second?.id ?? "" });
    await withdraw(people.owner, { section: id, announcement: second?.id ?? "" });
    expect(await readAnnouncements(people.student, id)).toEqual([]);
  });

  it("takes back no announcement of another section", async () => {
    const { id, people } = await staffed();
    await announce(people.owner, { section: id, key: randomUUID(), title: "A room", body: "Room 4" });
    const [told] = await readAnnouncements(people.owner, id);
    const stranger = await newUser();
    const other = await newSection(stranger);
    await withdraw(stranger, { section: other.id, announcement: told?.id ?? "" });
    expect(await readAnnouncements(people.student, id)).toHaveLength(1);
  });

  /** What each role may do, as an instructor would say it; the table in the code is judged by it. */
  const may: Record<
    string,
    { roles: readonly Role[]; attempt: (actor: Actor, section: string, other: string) => Promise<unknown> }
  > = {
    "see the section": { roles: ["owner", "instructor", "assistant", "student"], attempt: (a, s) => readSection(a, s) },
    "see the roster": { roles: ["owner", "instructor", "assistant"], attempt: (a, s) => readRoster(a, s) },
    "preview a roster": { roles: ["owner", "instructor"], attempt: (a, s) => previewRoster(a, s, "x@example.org") },
    "import a roster": {
      roles: ["owner", "instructor"],
      attempt: (a, s) => importRoster(a, s, `${randomUUID()}@example.org`),
    },
    "make a student an assistant": {
      roles: ["owner", "instructor"],
      attempt: (a, s, member) => changeRole(a, { section: s, member, role: "assistant" }),
    },
    "make a student an instructor": {
      roles: ["owner"],
      attempt: (a, s, member) => changeRole(a, { section: s, member, role: "instructor" }),
    },
    "take a student off": {
      roles: ["owner", "instructor"],
      attempt: (a, s, member) => removeMember(a, { section: s, member }),
    },
    "change the section": {
      roles: ["owner", "instructor"],
      attempt: (a, s) => changeSection(a, { section: s, ...fields, term: "", admission: "code" }),
    },
    "replace the code": { roles: ["owner", "instructor"], attempt: (a, s) => renewCode(a, s) },
    "read the record": { roles: ["owner", "instructor"], attempt: (a, s) => readAudit(a, s) },
    announce: {
      roles: ["owner", "instructor", "assistant"],
      attempt: (a, s) => announce(a, { section: s, key: randomUUID(), title: "A room", body: "Room 4" }),
    },
    archive: { roles: ["owner"], attempt: (a, s) => archiveSection(a, s, true) },
  };

  it.each(Object.entries(may))("lets exactly those who may %s", async (_, { roles: allowed, attempt }) => {
    for (const role of roles) {
      const { id, code, people } = await staffed();
      const other = await newUser();
      await joinSection(other, code);
      const { id: member } = await memberOf(id, other);
      const done = attempt(people[role], id, member);
      if (allowed.includes(role)) await expect(done).resolves.not.toThrow();
      else await expect(done).rejects.toMatchObject({ name: "Refusal" });
    }
    const [mine, theirs] = [await newUser(), await newUser()];
    const { id } = await newSection(mine);
    await newSection(theirs);
    for (const stranger of [theirs, await knownGuest(), { kind: "anonymous" } as const])
      await expect(attempt(stranger, id, randomUUID())).rejects.toEqual(refused("not-found"));
  });

  it("shows students no code", async () => {
    const { id, code, people } = await staffed();
    expect((await readSection(people.student, id)).code).toBeNull();
    expect((await readSection(people.assistant, id)).code).toBe(code);
  });
});
