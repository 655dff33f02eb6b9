import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorOf } from "#lib/auth/current-actor.ts";
import { encodeSession } from "#lib/auth/session.ts";
import { signIn, signUp } from "#lib/course/account.ts";
import { startAssignment, startPreview } from "#lib/course/assignment/start.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { drawPractice } from "#lib/course/draw.ts";
import { eraseAccount, eraseGuest } from "#lib/course/erase.ts";
import { reveal } from "#lib/course/reveal.ts";
import { readAudit } from "#lib/course/section/audit.ts";
import { createSection } from "#lib/course/section/create.ts";
import { joinSection } from "#lib/course/section/join.ts";
import { sectionsOf } from "#lib/course/section/list.ts";
import { changeRole, handOver, leaveSection } from "#lib/course/section/members.ts";
import { changePreferences } from "#lib/course/settings.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { makeReceipt, makeSubmission, makeVariant } from "../db/rows.ts";
import { neuronAssignment } from "./assignment/class.ts";
import { giveNeuron, knownGuest, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const nobody = { kind: "anonymous" } as const;
const password = "three words and 1 more";

async function account(from: Parameters<typeof signUp>[0] = nobody) {
  const email = `${randomUUID()}@example.org`;
  const token = await signUp(from, { email, password, name: "Ada" }, undefined);
  if (!token) throw new Error("no account was made");
  return { email, token, actor: { kind: "user" as const, id: token.sub, email, name: "Ada" } };
}

/** One of everything a learner leaves behind. */
async function work(actor: { kind: "user"; id: string; email: string; name: string | null } | Guest) {
  const variantId = await giveNeuron(actor);
  await reveal(actor, { variantId, kind: "hint", index: 0 });
  await submitAnswer(actor, { key: randomUUID(), variantId, raw: neuron.wrong });
  await saveDraft(actor, { variantId, raw: { z: "1." } });
  await db().attempt.create({ data: { userId: actor.id, kind: "drill", config: { length: 10 } } });
  return variantId;
}
type Guest = Awaited<ReturnType<typeof knownGuest>>;

async function makeQuiz(ownerId: string) {
  const { id } = await db().quiz.create({
    data: {
      ownerId,
      code: randomUUID(),
      title: "Ten of them",
      config: { minutes: null, feedback: "at the end" },
      items: {
        create: {
          position: 1,
          exerciseId: neuron.exercise,
          version: 1,
          level: 1,
          seed: "0".repeat(32),
          params: neuron.params,
        },
      },
    },
  });
  return id;
}

const begin = (userId: string, quizId: string) =>
  db().attempt.create({ data: { userId, quizId, kind: "quiz", config: { minutes: null, feedback: "at the end" } } });

/** How many rows name a user, in every table. */
async function rowsOf(userId: string) {
  const mine = { where: { userId } };
  const counts = await Promise.all([
    db().account.count(mine),
    db().variant.count(mine),
    db().submission.count(mine),
    db().receipt.count({ where: { submission: { userId } } }),
    db().draft.count(mine),
    db().reveal.count(mine),
    db().skillState.count(mine),
    db().attempt.count(mine),
  ]);
  return counts;
}

describe.each(databases)("deleting on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("an account takes all that belongs to it along, and only that", async () => {
    const { actor, token, email } = await account();
    const stays = await newUser();
    await Promise.all([work(actor), work(stays)]);
    expect((await rowsOf(actor.id)).every((count) => count > 0)).toBe(true);

    expect(await eraseAccount(actor, { password })).toBe(true);
    expect(await db().user.findUnique({ where: { id: actor.id } })).toBeNull();
    expect((await rowsOf(actor.id)).every((count) => count === 0)).toBe(true);
    expect(await db().submission.count({ where: { userId: stays.id } })).toBe(1);
    expect(await actorOf({ session: await encodeSession(token), guest: undefined })).toEqual(nobody);
    expect(await signIn(nobody, { email, password }, undefined)).toBeUndefined();
  });

  it("an account needs its password", async () => {
    const { actor } = await account();
    await work(actor);
    expect(await eraseAccount(actor, { password: `${password}!` })).toBe(false);
    expect((await rowsOf(actor.id)).every((count) => count > 0)).toBe(true);
  });

  it("again, or twice at once, does nothing more", async () => {
    const { actor } = await account();
    await work(actor);
    expect(await Promise.all([1, 2].map(() => eraseAccount(actor, { password })))).toEqual([true, true]);
    expect(await eraseAccount(actor, { password })).toBe(true);
  });

  it("an account takes the guests along who signed in to it, whose cookies then hold nothing", async () => {
    const { actor, email } = await account();
    const guest = await knownGuest();
    await work(guest);
    await signIn(guest, { email, password }, undefined);
    await eraseAccount(actor, { password });
    expect(await db().user.findUnique({ where: { id: guest.id } })).toBeNull();
  });

  it("somebody who has judged others empties the row, and leaves the judgement and its author's id", async () => {
    const { actor, token, email } = await account();
    await work(actor);
    const quiz = await makeQuiz(actor.id);
    await changePreferences(actor, { theme: "dark" });
    const learner = await newUser();
    const submission = await makeSubmission(db(), await makeVariant(db(), learner.id));
    const { id: receipt } = await makeReceipt(db(), submission.id);
    // An override names its author from the start; receipts cannot be changed.
    const { id: override } = await db().receipt.create({
      data: {
        submissionId: submission.id,
        sequence: 2,
        receipt: {},
        verdict: "right",
        score: 1,
        countsAsTry: true,
        graderVersion: 1,
        exerciseVersion: 1,
        reason: "a typing slip",
        byUserId: actor.id,
      },
    });

    expect(await eraseAccount(actor, { password })).toBe(true);
    expect(await db().user.findUnique({ where: { id: actor.id } })).toMatchObject({
      email: null,
      name: null,
      preferences: {},
      tokenVersion: 1,
      deletedAt: expect.any(Date),
    });
    expect((await rowsOf(actor.id)).every((count) => count === 0)).toBe(true);
    expect(await db().quiz.findUnique({ where: { id: quiz } })).toBeNull();
    expect(await db().receipt.findMany({ where: { id: { in: [receipt, override] } } })).toHaveLength(2);
    expect(await actorOf({ session: await encodeSession(token), guest: undefined })).toEqual(nobody);
    // The address is free for a new account.
    expect(await signUp(nobody, { email, password, name: null }, undefined)).toBeDefined();
    expect(await eraseAccount(actor, { password })).toBe(true);
  });

  it("somebody who has judged only their own work leaves no row", async () => {
    const { actor } = await account();
    const submission = await makeSubmission(db(), await makeVariant(db(), actor.id));
    await db().receipt.create({
      data: {
        submissionId: submission.id,
        sequence: 1,
        receipt: {},
        verdict: "right",
        score: 1,
        countsAsTry: true,
        graderVersion: 1,
        exerciseVersion: 1,
        byUserId: actor.id,
      },
    });
    await eraseAccount(actor, { password });
    expect(await db().user.findUnique({ where: { id: actor.id } })).toBeNull();
  });

  it("takes the quizzes along that nobody else has begun, and leaves the others without an owner", async () => {
    const { actor } = await account();
    const friend = await newUser();
    const [unused, own, shared] = [await makeQuiz(actor.id), await makeQuiz(actor.id), await makeQuiz(actor.id)];
    await begin(actor.id, own);
    await begin(actor.id, shared);
    const { id: friends } = await begin(friend.id, shared);
    await eraseAccount(actor, { password });
    expect(await db().quiz.findMany({ where: { id: { in: [unused, own, shared] } } })).toMatchObject([
      { id: shared, ownerId: null },
    ]);
    expect(await db().attempt.findMany({ where: { quizId: shared } })).toMatchObject([{ id: friends }]);
    expect(await db().quizItem.count({ where: { quizId: shared } })).toBe(1);
  });

  it("a guest takes all of theirs along; one without a row has nothing to delete", async () => {
    const guest = await knownGuest();
    await work(guest);
    await eraseGuest(guest);
    expect(await db().user.findUnique({ where: { id: guest.id } })).toBeNull();
    expect((await rowsOf(guest.id)).every((count) => count === 0)).toBe(true);
    await expect(eraseGuest(guest)).resolves.toBeUndefined();
    await expect(eraseGuest(newGuest())).resolves.toBeUndefined();
  });

  it("as a guest spares the account that the guest has become, or was claimed by", async () => {
    const [first, second] = [await knownGuest(), await knownGuest()];
    const { actor, email } = await account(first);
    await eraseGuest(first);
    expect(await db().user.findUnique({ where: { id: actor.id } })).not.toBeNull();
    const variantId = await work(second);
    await signIn(second, { email, password }, undefined);
    await eraseGuest(second);
    expect(await db().variant.findUnique({ where: { id: variantId } })).toMatchObject({ userId: actor.id });
  });

  it("waits for answers and drawings on their way, and none of them gets stuck or comes after", async () => {
    const { actor } = await account();
    const variantId = await giveNeuron(actor);
    const answers = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 0
        ? drawPractice(actor, { exercise: neuron.exercise, level: 2, after: 0 })
        : submitAnswer(actor, { key: randomUUID(), variantId, raw: neuron.wrong }),
    );
    const [erased, ...ended] = await Promise.allSettled([eraseAccount(actor, { password }), ...answers]);
    expect(erased).toEqual({ status: "fulfilled", value: true });
    for (const end of ended)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ name: expect.stringMatching(/Refusal/) });
    expect((await rowsOf(actor.id)).every((count) => count === 0)).toBe(true);
  });

  it("takes a section along that nobody else has worked in, and leaves one archived that somebody has", async () => {
    const { actor } = await account();
    const own = await createSection(actor, { key: randomUUID(), title: "Tried alone", term: "", timeZone: "UTC" });
    await startPreview(actor, await neuronAssignment(own));
    const taught = await createSection(actor, { key: randomUUID(), title: "Taught", term: "", timeZone: "UTC" });
    const student = (await account()).actor;
    await joinSection(student, (await db().section.findUniqueOrThrow({ where: { id: taught } })).code);
    const assignment = await neuronAssignment(taught);
    const { attemptId } = await startAssignment(student, { assignment });
    await leaveSection(student, taught);
    expect(await eraseAccount(actor, { password })).toBe(true);
    expect(await db().section.findUnique({ where: { id: own } })).toBeNull();
    expect((await db().section.findUniqueOrThrow({ where: { id: taught } })).archivedAt).not.toBeNull();
    expect(await db().variant.count({ where: { attemptId } })).toBe(1);
    expect(await eraseAccount(student, { password })).toBe(true);
    expect(await db().attempt.findUnique({ where: { id: attemptId } })).toBeNull();
  });

  it("waits until a section with others in it is handed over, and takes an empty one along", async () => {
    const { actor } = await account();
    const [other, fields] = [await newUser(), { title: "Machine learning", term: "", timeZone: "UTC" }];
    const shared = await createSection(actor, { key: randomUUID(), ...fields });
    const own = await createSection(actor, { key: randomUUID(), ...fields });
    await joinSection(other, (await db().section.findUniqueOrThrow({ where: { id: shared } })).code);
    await expect(eraseAccount(actor, { password })).rejects.toMatchObject({ kind: "closed" });
    const { id: member } = await db().enrollment.findFirstOrThrow({ where: { userId: other.id } });
    await changeRole(actor, { section: shared, member, role: "instructor" });
    await handOver(actor, { section: shared, member });
    expect(await eraseAccount(actor, { password })).toBe(true);
    expect(await sectionsOf(other)).toMatchObject([{ id: shared, role: "owner" }]);
    expect(await db().section.findUnique({ where: { id: own } })).toBeNull();
    const record = (await readAudit(other, shared)).map(({ by, says }) => [by, says]);
    expect(record.at(-1)).toEqual([null, "made the section"]);
  });
});
