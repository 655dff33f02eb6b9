import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorOf } from "#lib/auth/current-actor.ts";
import { signGuest } from "#lib/auth/guest-cookie.ts";
import { signIn, signUp } from "#lib/course/account.ts";
import { claimGuest } from "#lib/course/claim.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { drawPractice } from "#lib/course/draw.ts";
import { readPractice } from "#lib/course/practice.ts";
import { progressOf } from "#lib/course/progress.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db, transaction } from "#lib/db/client.ts";
import { learnPlacement } from "#lib/mastery/placement.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, knownGuest, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const answer = (variantId: string, raw: Record<string, string>, key: string = randomUUID()) => ({
  key,
  variantId,
  raw,
});
const claim = (guest: { id: string }, user: { id: string }) => transaction((tx) => claimGuest(tx, guest.id, user.id));
const password = "three words and 1 more";
const address = () => `${randomUUID()}@example.org`;
const ofCookie = (id: string) => actorOf({ session: undefined, guest: signGuest(id) });

/** A guest with a closed variant that was answered right after a hint, and an open one with a wrong answer and a draft. */
async function busyGuest() {
  const guest = await knownGuest();
  const first = await giveNeuron(guest);
  await reveal(guest, { variantId: first, kind: "hint", index: 0 });
  await submitAnswer(guest, answer(first, neuron.right));
  const second = await giveNeuron(guest, { number: 2 });
  const key = randomUUID();
  await submitAnswer(guest, answer(second, neuron.wrong, key));
  await saveDraft(guest, { variantId: second, raw: { z: "0.5·2" } });
  return { guest, first, second, key };
}

const rowsOf = async (userId: string) =>
  (await db().variant.findMany({ where: { userId }, orderBy: { number: "asc" } })).map(({ id, number, state }) => [
    id,
    number,
    state,
  ]);

describe.each(databases)("claiming a guest on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("makes the guest the user at sign-up: the same row, nothing moves", async () => {
    const { guest, first, second } = await busyGuest();
    const before = await progressOf(guest);
    const email = address();
    const token = await signUp(guest, { email, password, name: "Ada" }, undefined);
    expect(token).toEqual({ sub: guest.id, tokenVersion: 0 });
    const user = { kind: "user", id: guest.id, email, name: "Ada" } as const;
    expect(await progressOf(user)).toEqual(before);
    expect(await rowsOf(user.id)).toEqual([
      [first, 1, "done"],
      [second, 2, "open"],
    ]);
    expect(await signIn({ kind: "anonymous" }, { email, password }, undefined)).toEqual(token);
  });

  it("leaves the old cookie of the guest opening nothing", async () => {
    const [up, into] = [await busyGuest(), await busyGuest()];
    expect(await ofCookie(up.guest.id)).toEqual({ kind: "guest", id: up.guest.id, known: true });
    await signUp(up.guest, { email: address(), password, name: null }, undefined);
    await claim(into.guest, await newUser());
    expect(await ofCookie(up.guest.id)).toEqual({ kind: "anonymous" });
    expect(await ofCookie(into.guest.id)).toEqual({ kind: "anonymous" });
    await expect(drawPractice(up.guest, { exercise: neuron.exercise, level: 1, after: 2 })).rejects.toMatchObject({
      kind: "signed-out",
    });
    await expect(submitAnswer(into.guest, answer(into.second, neuron.right))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("gives a guest without a row a new one at sign-up", async () => {
    const guest = newGuest();
    const token = await signUp(guest, { email: address(), password, name: null }, undefined);
    expect(token?.sub).not.toBe(guest.id);
    expect(await ofCookie(guest.id)).toEqual({ kind: "guest", id: guest.id, known: false });
  });

  it("takes an e-mail address once, and leaves the guest as it was", async () => {
    const { guest, second } = await busyGuest();
    const email = address();
    const twice = await Promise.all([
      signUp({ kind: "anonymous" }, { email, password, name: null }, undefined),
      signUp({ kind: "anonymous" }, { email, password, name: null }, undefined),
    ]);
    expect(twice.filter((token) => token === undefined)).toHaveLength(1);
    expect(await signUp(guest, { email, password: "another password", name: null }, undefined)).toBeUndefined();
    expect(await ofCookie(guest.id)).toEqual({ kind: "guest", id: guest.id, known: true });
    expect(await submitAnswer(guest, answer(second, neuron.right))).toMatchObject({ outcome: "judged" });
  });

  it("moves everything into an account that one signs in to", async () => {
    const email = address();
    await signUp({ kind: "anonymous" }, { email, password, name: null }, undefined);
    const { guest, first, second, key } = await busyGuest();
    const token = await signIn(guest, { email, password }, undefined);
    const user = { kind: "user", id: token?.sub ?? "", email, name: null } as const;
    expect(await rowsOf(guest.id)).toEqual([]);
    expect(await rowsOf(user.id)).toEqual([
      [first, 1, "done"],
      [second, 2, "open"],
    ]);
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({
      variantId: second,
      draft: { z: "0.5·2" },
      submissions: [{ sequence: 1, raw: neuron.wrong }],
    });
    expect(await progressOf(user)).toMatchObject({ submissions: 2, right: 1 });
    // A retry that was on its way finds its first receipt.
    expect(await submitAnswer(user, answer(second, neuron.wrong, key))).toMatchObject({ submission: { sequence: 1 } });
    expect(await progressOf(user)).toMatchObject({ submissions: 2 });
  });

  it("numbers the variants on after the account's own, and keeps one open", async () => {
    const [user, { guest, first, second }] = [await newUser(), await busyGuest()];
    const own = [await giveNeuron(user, { number: 1, state: "done" }), await giveNeuron(user, { number: 2 })];
    const other = await giveNeuron(user, { level: 2 });
    await claim(guest, user);
    expect(await rowsOf(user.id)).toEqual(
      [
        [own[0], 1, "done"],
        [other, 1, "open"],
        [own[1], 2, "done"],
        [first, 3, "done"],
        [second, 4, "open"],
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    );
    expect(await drawPractice(user, { exercise: neuron.exercise, level: 1, after: 4 })).toEqual({ number: 5 });
  });

  it("keeps the account's open variant where the guest has none", async () => {
    const [user, guest] = [await newUser(), await knownGuest()];
    const own = await giveNeuron(user);
    const done = await giveNeuron(guest, { state: "done" });
    await claim(guest, user);
    expect(await rowsOf(user.id)).toEqual([
      [own, 1, "open"],
      [done, 2, "done"],
    ]);
  });

  it("adds up the skills", async () => {
    const [user, { guest }] = [await newUser(), await busyGuest()];
    await submitAnswer(user, answer(await giveNeuron(user), neuron.right));
    // What a placement concluded, without an answer of its own.
    const concluded = learnPlacement(new Map(), [{ skill: "softmax", level: 2, right: true }], 0).get("softmax");
    await db().skillState.create({ data: { userId: guest.id, skillId: "softmax", state: concluded ?? {} } });
    await claim(guest, user);
    const rows = await db().skillState.findMany({ where: { userId: user.id }, orderBy: { skillId: "asc" } });
    // The guest: one variant right at first, one wrong; the user: one right.
    expect(rows.map(({ skillId, right, tries }) => [skillId, right, tries])).toEqual([
      ["backprop-neuron", 2, 3],
      ["linear-layers", 2, 3],
      ["sigmoid", 2, 3],
      ["softmax", 0, 0],
    ]);
    expect(rows.at(-1)?.state).toEqual(concluded);
    expect(await db().skillState.count({ where: { userId: guest.id } })).toBe(0);
  });

  it("ends the account's own placement with what it has taught, where the guest's goes on", async () => {
    const [user, { guest }] = [await newUser(), await busyGuest()];
    const begin = (userId: string) => db().attempt.create({ data: { userId, kind: "placement", config: {} } });
    const [mine, theirs] = [await begin(user.id), await begin(guest.id)];
    const drawn = { userId: user.id, exerciseId: neuron.exercise, version: 1, level: 1, params: neuron.params };
    const { id } = await db().variant.create({
      data: { ...drawn, number: 1, seed: "0123456789abcdef".repeat(2), attemptId: mine.id, position: 1 },
    });
    await submitAnswer(user, answer(id, neuron.right));
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
    await claim(guest, user);
    const own = { userId_skillId: { userId: user.id, skillId: "backprop-neuron" } };
    // One here, two of the guest's.
    expect(await db().skillState.findUnique({ where: own })).toMatchObject({ tries: 3 });
    const unfinished = await db().attempt.findMany({ where: { userId: user.id, finishedAt: null } });
    expect(unfinished.map((attempt) => attempt.id)).toEqual([theirs.id]);
  });

  it("does nothing the second time, and nothing for another account", async () => {
    const [user, thief, { guest }] = [await newUser(), await newUser(), await busyGuest()];
    await Promise.all([claim(guest, user), claim(guest, user), claim(guest, user)]);
    const after = [await rowsOf(user.id), await progressOf(user)];
    await claim(guest, user);
    await claim(guest, thief);
    expect([await rowsOf(user.id), await progressOf(user)]).toEqual(after);
    expect(await rowsOf(thief.id)).toEqual([]);
  });

  it("does not claim an account, a deleted guest, or for a guest", async () => {
    const [user, other, guest, gone] = [await newUser(), await newUser(), await knownGuest(), await knownGuest()];
    for (const owner of [user, guest, gone]) await giveNeuron(owner);
    await db().user.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });
    await claim(user, other);
    await claim(gone, other);
    await claim(guest, gone);
    await claim({ id: randomUUID() }, other);
    await claim(other, other);
    expect(await rowsOf(other.id)).toEqual([]);
    expect(await rowsOf(guest.id)).toHaveLength(1);
  });

  it("leaves behind a submission whose key the account has used, unaltered", async () => {
    const [user, guest, key] = [await newUser(), await knownGuest(), randomUUID()];
    await submitAnswer(user, answer(await giveNeuron(user, { level: 1 }), neuron.wrong, key));
    const [clash, fine] = [await giveNeuron(guest), await giveNeuron(guest, { level: 2 })];
    await submitAnswer(guest, answer(clash, neuron.right, key));
    await claim(guest, user);
    expect((await rowsOf(user.id)).map(([id]) => id)).toContain(fine);
    expect(await rowsOf(guest.id)).toEqual([[clash, 1, "done"]]);
  });

  it("loses nothing while the guest goes on submitting and drawing", async () => {
    const [user, guest] = [await newUser(), await knownGuest()];
    const id = await giveNeuron(guest);
    const work = [
      ...Array.from({ length: 6 }, (_, i) => submitAnswer(guest, answer(id, { z: `${50 + i}` }))),
      claim(guest, user),
      drawPractice(guest, { exercise: neuron.exercise, level: 2, after: 0 }),
      submitAnswer(guest, answer(id, { z: "60" })),
    ];
    const ended = await Promise.allSettled(work);
    const acknowledged = ended.filter(({ status }, i) => status === "fulfilled" && i !== 6 && i !== 7).length;
    for (const end of ended) if (end.status === "rejected") expect(end.reason).toMatchObject({ name: "Refusal" });
    expect(await db().submission.count({ where: { userId: user.id } })).toBe(acknowledged);
    expect(await db().submission.count({ where: { userId: guest.id } })).toBe(0);
  });
});
