import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { releaseAssignment } from "#lib/course/assignment/release.ts";
import { startPreview } from "#lib/course/assignment/start.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { findNotices } from "#lib/course/mail/owed.ts";
import { sendNotice } from "#lib/course/mail/send.ts";
import { startMail } from "#lib/course/mail/start.ts";
import { readMailWishes } from "#lib/course/mail/wishes.ts";
import { announce } from "#lib/course/section/announcements.ts";
import { changePreferences } from "#lib/course/settings.ts";
import { db, transaction } from "#lib/db/client.ts";
import { mailSettings } from "#lib/env.ts";
import { smtpTransport } from "#lib/mail/transport.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, neuronAssignment, newClass, type Student } from "../assignment/class.ts";
import { neuron } from "../people.ts";
import { freePort, type Mailbox, openMailbox } from "./mailbox.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const site = "https://learn.example.org";
/** Looks for what is owed at every poll. */
const pace = { poll: 50, find: 0, retryDelay: 1, retryLimit: 5 };

function useServer(url: string) {
  vi.stubEnv("SMTP_URL", url);
  vi.stubEnv("MAIL_FROM", "Chainrule <learn@example.org>");
  vi.stubEnv("PUBLIC_URL", site);
}

const counted = z.tuple([z.object({ found: z.number() })]);

/** How many rounds of looking for what is owed are done. */
async function rounds(): Promise<number> {
  const rows = await db().$queryRaw`
    SELECT count(*)::int AS found FROM pgboss.job WHERE name = 'notices-find' AND state = 'completed'`;
  return counted.parse(rows)[0].found;
}

/** Runs servers until each notice there is, and each found meanwhile, is settled. */
async function deliver({ servers = 1, find = 0 } = {}): Promise<void> {
  const queues = await Promise.all(Array.from({ length: servers }, () => startMail({ ...pace, find })));
  const before = await rounds();
  await vi.waitFor(async () => expect(await rounds()).toBeGreaterThan(before), { timeout: 10_000, interval: 20 });
  await vi.waitFor(async () => expect(await db().notice.count({ where: { settledAt: null } })).toBe(0), {
    timeout: 10_000,
    interval: 20,
  });
  await Promise.all(queues.map((queue) => queue?.stop()));
}

/** Moves the due date of everybody, so many hours from now. */
const moveDue = (id: string, hours: number) =>
  db().assignment.update({ where: { id }, data: { dueAt: new Date(Date.now() + hours * 3_600_000), lateUntil: null } });

/** A finished attempt, with a wrong step. */
async function sit(student: Student, assignment: string): Promise<void> {
  const { attemptId, variants } = await begin(student, assignment);
  await saveDraft(student.actor, { variantId: variants[0] ?? "", raw: { ...neuron.right, a: "17" } });
  await handInAssignment(student.actor, attemptId);
}

describe.each(databases)("mail on %s", (kind) => {
  let database: TestDatabase;
  let mailbox: Mailbox;
  const mailsTo = ({ actor }: Student) => mailbox.to(actor.email);
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    mailbox = await openMailbox();
  }, 120_000);
  beforeEach(() => useServer(mailbox.url));
  afterEach(async () => {
    // What one test left owed must not be another's.
    await db().section.updateMany({ data: { archivedAt: new Date() } });
  });
  afterAll(async () => {
    await mailbox.close();
    await database.close();
  });

  it("opens nothing without a server to send through", async () => {
    vi.stubEnv("SMTP_URL", "");
    expect(await startMail(pace)).toBeUndefined();
    const schemas = await db().$queryRaw`SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'`;
    expect(schemas).toEqual([]);
  });

  it("tells once that something is due within a day, whom it is due for", async () => {
    const { sectionId, students } = await newClass(3);
    const [ada, ben, cleo] = [students[0]!, students[1]!, students[2]!];
    const sheet = await neuronAssignment(sectionId, { due: 23 });
    const later = await neuronAssignment(sectionId, { due: 25 });
    await db().accommodation.create({ data: { sectionId, enrollmentId: ben.enrollmentId, extraDays: 2 } });
    await db().accommodation.create({
      data: { sectionId, enrollmentId: cleo.enrollmentId, assignmentId: sheet, timeFactor: 2 },
    });
    await deliver();
    await deliver();
    expect([ada, ben, cleo].map((student) => mailsTo(student).length)).toEqual([1, 0, 1]);
    expect(mailsTo(ada)[0]?.text).toContain(`${site}/sections/${sectionId}/assignments/${sheet}`);
    expect(mailbox.mails.filter(({ text }) => text.includes(later))).toEqual([]);
    // Two days on: over for everybody, not for who has two days more.
    await moveDue(sheet, -25);
    await moveDue(later, -100);
    await deliver();
    expect([ada, ben, cleo].map((student) => mailsTo(student).length)).toEqual([1, 1, 1]);
  });

  it("tells again of a due date that was moved", async () => {
    const { sectionId, students } = await newClass(1);
    const sheet = await neuronAssignment(sectionId, { due: 3 });
    await deliver();
    await moveDue(sheet, 20);
    await deliver();
    expect(mailsTo(students[0]!)).toHaveLength(2);
  });

  it("tells nobody who is done, excused, gone, simulated, not there yet, or does not want it", async () => {
    const { sectionId, students, assistant, owner } = await newClass(9);
    const sheet = await neuronAssignment(sectionId, { due: 5 });
    const [finished, answered, excused, gone, simulated, unwilling, deleted, invited, told] = students;
    await sit(finished!, sheet);
    const { variants } = await begin(answered!, sheet);
    await answer(answered!, variants[0] ?? "", neuron.right);
    await db().accommodation.create({
      data: { sectionId, enrollmentId: excused!.enrollmentId, assignmentId: sheet, excused: true },
    });
    await db().enrollment.update({ where: { id: gone!.enrollmentId }, data: { leftAt: new Date() } });
    await db().user.update({ where: { id: simulated!.actor.id }, data: { simulated: true } });
    await changePreferences(unwilling!.actor, { mailDueSoon: false });
    await db().user.update({ where: { id: deleted!.actor.id }, data: { email: null, deletedAt: new Date() } });
    await db().enrollment.update({
      where: { id: invited!.enrollmentId },
      data: { joinedAt: null, userId: null, email: invited!.actor.email },
    });
    await deliver();
    expect([...students, assistant, owner].filter((one) => mailsTo(one).length > 0)).toEqual([told]);
  });

  it.each([
    ["a draft", {}, { draft: true }],
    ["what was taken away", { deletedAt: new Date() }, {}],
    ["what is over", {}, { due: -1 }],
    ["what has no due date", { dueAt: null }, {}],
  ])("says nothing of %s", async (_, change, given) => {
    const { sectionId, students } = await newClass(1);
    const id = await neuronAssignment(sectionId, { due: 5, ...given });
    await db().assignment.update({ where: { id }, data: change });
    expect(await findNotices()).toEqual([]);
    expect(mailsTo(students[0]!)).toEqual([]);
  });

  it.each([
    ["an archived section", { archivedAt: new Date() }],
    ["a demonstration", { demo: true }],
  ])("says nothing of what is due in %s", async (_, data) => {
    const { sectionId } = await newClass(1);
    await neuronAssignment(sectionId, { due: 5 });
    await db().section.update({ where: { id: sectionId }, data });
    expect(await findNotices()).toEqual([]);
    await db().section.delete({ where: { id: sectionId } });
  });

  it("tells once that results are out, when they are, to who waited for them; and no score", async () => {
    const { sectionId, students, instructor } = await newClass(3);
    const [sat, absent, running] = [students[0]!, students[1]!, students[2]!];
    const exam = await neuronAssignment(sectionId, { mode: "exam", due: 100 });
    const homework = await neuronAssignment(sectionId, { due: 100 });
    await sit(sat, exam);
    await sit(sat, homework);
    await begin(running, exam);
    await startPreview(instructor.actor, exam);
    await deliver();
    expect(mailbox.mails.filter(({ text }) => text.includes(sectionId))).toEqual([]);
    await releaseAssignment(instructor.actor, exam);
    await deliver();
    await deliver();
    expect([sat, absent, running, instructor].map((one) => mailsTo(one).length)).toEqual([1, 0, 0, 0]);
    const { text, html, source } = mailsTo(sat)[0]!;
    expect(text).toContain(`${site}/sections/${sectionId}/assignments/${exam}`);
    expect(`${text}${html}`).not.toMatch(/\d\s*%|score|points|wrong|right/i);
    for (const other of [absent, running, instructor]) expect(source).not.toContain(other.actor.email);
  });

  it("tells results of what ended by itself at the due date, and nobody who was told at another time", async () => {
    const { sectionId, students } = await newClass(2);
    const config = { ...defaultsOf.quiz, minutes: null };
    const quiz = await neuronAssignment(sectionId, { mode: "quiz", due: 100, config });
    const { attemptId } = await begin(students[0]!, quiz);
    const before = new Date(Date.now() - 60_000);
    await db().attempt.update({ where: { id: attemptId }, data: { endsAt: before, tellsAt: before } });
    const old = await begin(students[1]!, quiz);
    const longAgo = new Date(Date.now() - 4 * 86_400_000);
    await db().attempt.update({ where: { id: old.attemptId }, data: { endsAt: longAgo, tellsAt: longAgo } });
    await deliver();
    expect(students.map((one) => mailsTo(one).map(({ headers }) => headers.get("subject")))).toEqual([
      ["Results are out: First sheet"],
      [],
    ]);
  });

  it("mails an announcement to everybody else where that is ticked, and only then", async () => {
    const { sectionId: section, students, assistant, owner } = await newClass(2);
    await changePreferences(students[1]!.actor, { mailAnnouncements: false });
    const say = (title: string, mail: "yes" | "no") =>
      announce(owner.actor, { section, key: crypto.randomUUID(), title, body: "Room 4.\n\nAt nine.", mail });
    await say("A room", "yes");
    await say("A secret room", "no");
    await deliver();
    await deliver();
    expect([students[0]!, students[1]!, assistant, owner].map((one) => mailsTo(one).length)).toEqual([1, 0, 1, 0]);
    expect(mailsTo(students[0]!)[0]?.text).toContain("A room\n\nRoom 4.\n\nAt nine.");
  });

  it("is sent once by two servers at once, beside whatever else the database does", async () => {
    const { sectionId, students } = await newClass(6);
    await neuronAssignment(sectionId, { due: 5 });
    const traffic = Array.from({ length: 24 }, (_, i) =>
      transaction(async (tx) => {
        await tx.user.update({ where: { id: students[i % 6]!.actor.id }, data: { name: `${i}` } });
        await new Promise((resolve) => setTimeout(resolve, 20));
        return await tx.user.count();
      }),
    );
    await Promise.all([deliver({ servers: 2, find: 1 }), ...traffic]);
    expect(students.map((one) => mailsTo(one).length)).toEqual(students.map(() => 1));
  });

  it("is sent once, when a server that was down is up again", async () => {
    const port = await freePort();
    useServer(`smtp://127.0.0.1:${port}`);
    const { sectionId, students } = await newClass(2);
    await neuronAssignment(sectionId, { due: 5 });
    const queue = await startMail(pace);
    await vi.waitFor(
      async () => expect(await db().$queryRaw`SELECT 1 FROM pgboss.job WHERE state = 'retry'`).toHaveLength(2),
      { timeout: 10_000, interval: 20 },
    );
    await queue?.stop();
    const late = await openMailbox(port);
    await deliver();
    await deliver();
    expect(students.map(({ actor }) => late.to(actor.email).length)).toEqual([1, 1]);
    await late.close();
  });

  it("is given up where the address is unknown, or after too many tries", async () => {
    const { sectionId, students } = await newClass(2);
    await neuronAssignment(sectionId, { due: 5 });
    mailbox.refuses.set(students[0]!.actor.email, "5.1.1 no such mailbox");
    await deliver();
    const outcomes = async () =>
      (await db().notice.findMany({ where: { userId: { in: students.map(({ actor }) => actor.id) } } }))
        .map(({ outcome }) => outcome)
        .sort();
    expect(await outcomes()).toEqual(["failed", "sent"].sort());
    useServer(`smtp://127.0.0.1:${await freePort()}`);
    const other = await newClass(1);
    await neuronAssignment(other.sectionId, { due: 5 });
    const queue = await startMail({ ...pace, retryLimit: 0 });
    const mine = { where: { userId: other.students[0]!.actor.id } };
    await vi.waitFor(async () => expect((await db().notice.findFirst(mine))?.outcome).toBe("failed"), {
      timeout: 10_000,
      interval: 20,
    });
    await queue?.stop();
  });

  describe("when its turn comes", () => {
    const means = () => {
      const settings = mailSettings();
      if (!settings) throw new Error("no mail");
      return { site, transport: smtpTransport(settings) };
    };
    const owe = async () => {
      const { sectionId, students, instructor } = await newClass(1);
      const sheet = await neuronAssignment(sectionId, { due: 5 });
      const [id] = await findNotices();
      if (id === undefined) throw new Error("nothing is owed");
      return { sectionId, sheet, id, student: students[0]!, instructor };
    };
    const outcomeOf = async (id: string) => (await db().notice.findUniqueOrThrow({ where: { id } })).outcome;

    it("goes to the address of then", async () => {
      const { id, student } = await owe();
      const email = `new-${student.actor.email}`;
      await db().user.update({ where: { id: student.actor.id }, data: { email } });
      await sendNotice(id, means());
      expect([mailbox.to(email).length, mailsTo(student).length]).toEqual([1, 0]);
    });

    it.each<[string, (owed: Awaited<ReturnType<typeof owe>>) => Promise<unknown>]>([
      ["unsubscribed", ({ student }) => changePreferences(student.actor, { mailDueSoon: false })],
      ["done", ({ student, sheet }) => sit(student, sheet)],
      ["late", ({ sheet }) => moveDue(sheet, -1)],
      ["given more time", ({ sheet }) => moveDue(sheet, 30)],
      ["archived", ({ sectionId: id }) => db().section.update({ where: { id }, data: { archivedAt: new Date() } })],
    ])("is dropped for who was %s meanwhile", async (_, change) => {
      const owed = await owe();
      await change(owed);
      await sendNotice(owed.id, means());
      expect([await outcomeOf(owed.id), mailsTo(owed.student).length]).toEqual(["dropped", 0]);
    });

    it("waits on where the server would relay nothing for us, which may be mended", async () => {
      const { id, student } = await owe();
      mailbox.refuses.set(student.actor.email, "5.7.1 relaying denied");
      await expect(sendNotice(id, means())).rejects.toThrow("relaying denied");
      expect(await outcomeOf(id)).toBeNull();
      mailbox.refuses.clear();
      await sendNotice(id, means());
      expect([await outcomeOf(id), mailsTo(student).length]).toEqual(["sent", 1]);
    });

    it("has the same Message-ID if it must be sent twice", async () => {
      const { id, student } = await owe();
      await sendNotice(id, means());
      await db().notice.update({ where: { id }, data: { settledAt: null, outcome: null } });
      await sendNotice(id, means());
      expect(mailsTo(student).map(({ headers }) => headers.get("message-id"))).toEqual(
        Array(2).fill(`<${id}@learn.example.org>`),
      );
    });

    it("says the time in the reader’s zone, else in the section’s", async () => {
      const { id, student, sheet, sectionId } = await owe();
      const due = new Date(Date.now() + 7_200_000);
      await db().assignment.update({ where: { id: sheet }, data: { dueAt: due } });
      await db().notice.update({ where: { id }, data: { occasion: due } });
      await db().section.update({ where: { id: sectionId }, data: { timeZone: "Asia/Tokyo" } });
      await sendNotice(id, means());
      await changePreferences(student.actor, { timeZone: "America/Phoenix" });
      await db().notice.update({ where: { id }, data: { settledAt: null, outcome: null } });
      await sendNotice(id, means());
      // Tokyo is nine hours ahead of UTC, Phoenix seven behind; neither has summer time.
      const clock = (ahead: number) => new Date(due.getTime() + ahead * 3_600_000).toISOString().slice(11, 16);
      const said = mailsTo(student).map(({ text }) => / at (\d\d:\d\d), (\S+) time/.exec(text)?.slice(1));
      expect(said).toEqual([
        [clock(9), "Asia/Tokyo"],
        [clock(-7), "America/Phoenix"],
      ]);
    });

    it("holds whatever a title says, and gets no header, address or markup by it", async () => {
      const { id, student, sheet, sectionId } = await owe();
      const title = "Sheet\r\nBcc: eve@example.org\r\n\r\n<b>hi</b> é";
      await db().assignment.update({ where: { id: sheet }, data: { title } });
      await db().section.update({ where: { id: sectionId }, data: { title: "A\nX-Evil: 1" } });
      await sendNotice(id, means());
      const { headers, html, text } = mailsTo(student)[0]!;
      expect([headers.has("bcc"), headers.has("x-evil"), mailbox.to("eve@example.org").length]).toEqual([
        false,
        false,
        0,
      ]);
      expect(text).toContain("“Sheet Bcc: eve@example.org <b>hi</b> é” in A X-Evil: 1 is due");
      expect(html).toContain("&lt;b&gt;hi&lt;/b&gt;");
      expect(html).not.toContain("<b>");
    });

    it("can be ended by the link in its headers, which names nobody", async () => {
      const { POST } = await import("#app/api/unsubscribe/[token]/route.ts");
      const { id, student } = await owe();
      await sendNotice(id, means());
      const { headers } = mailsTo(student)[0]!;
      expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
      const url = /^<(https:.*)>$/.exec(headers.get("list-unsubscribe") ?? "")?.[1] ?? "";
      const token = url.replace(`${site}/api/unsubscribe/`, "");
      const post = (sealed: string) =>
        POST(new Request(url, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) }), {
          params: Promise.resolve({ token: sealed }),
        });
      expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("@");
      expect(await readMailWishes(token)).toEqual({ mailDueSoon: true, mailResults: true, mailAnnouncements: true });
      const forged = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
      expect([(await post(forged)).status, (await post("x")).status]).toEqual([404, 404]);
      expect([(await post(token)).status, (await post(token)).status]).toEqual([204, 204]);
      expect(await readMailWishes(token)).toEqual({ mailDueSoon: false, mailResults: false, mailAnnouncements: false });
      await db().user.update({ where: { id: student.actor.id }, data: { deletedAt: new Date() } });
      expect([await readMailWishes(token), (await post(token)).status]).toEqual([undefined, 404]);
    });
  });
});
