import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "./harness.ts";
import { makeReceipt, makeSubmission, makeUser, makeVariant } from "./rows.ts";

describe.each(databases)("the tables on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it("number their rows with UUIDv7, in the order of making", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) ids.push((await makeUser(db())).id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const times = ids.map((id) => id.slice(0, 13));
    expect(times).toEqual([...times].sort());
  });

  it("tell the same time as this process, whatever the server's time zone", async () => {
    const { id, createdAt } = await makeUser(db());
    expect(Math.abs(createdAt.getTime() - Date.now())).toBeLessThan(5_000);
    const deletedAt = new Date("2026-07-01T12:34:56.789Z");
    await db().user.update({ where: { id }, data: { deletedAt } });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).deletedAt).toEqual(deletedAt);
    const age = await db()
      .$queryRaw`SELECT extract(epoch FROM clock_timestamp() - created_at)::float8 AS s FROM users WHERE id = ${id}::uuid`;
    expect(age).toEqual([{ s: expect.closeTo(0, -1) }]);
  });

  it("give JSON back as it was stored", async () => {
    const { id } = await makeUser(db());
    const variant = await makeVariant(db(), id);
    const read = await db().variant.findUniqueOrThrow({ where: { id: variant.id } });
    expect(read.params).toEqual({ x: [1, -2.5], rate: 0.1 });
  });

  it("take an e-mail address once, and in lower case only", async () => {
    const { email } = await makeUser(db());
    await expect(db().user.create({ data: { email } })).rejects.toMatchObject({ code: "P2002" });
    await expect(db().user.create({ data: { email: "Ada@example.org" } })).rejects.toThrow(/users_email_lower_case/);
  });

  it("know a guest by the lack of an address", async () => {
    await expect(db().user.create({ data: {} })).rejects.toThrow(/users_guest_or_email/);
    await expect(db().user.create({ data: { guest: true, email: "a@example.org" } })).rejects.toThrow(/users_guest/);
    const guest = await db().user.create({ data: { guest: true } });
    const email = `${randomUUID()}@example.org`;
    await expect(db().user.update({ where: { id: guest.id }, data: { guest: false, email } })).resolves.toBeTruthy();
  });

  it("hold one open variant per user, exercise and level, and any number of done ones", async () => {
    const { id } = await makeUser(db());
    await makeVariant(db(), id, 1, "done");
    await makeVariant(db(), id, 2, "done");
    const open = await makeVariant(db(), id, 3);
    await expect(makeVariant(db(), id, 4)).rejects.toMatchObject({ code: "P2002" });
    await db().variant.update({ where: { id: open.id }, data: { state: "done" } });
    await expect(makeVariant(db(), id, 4)).resolves.toBeTruthy();
    await expect(makeVariant(db(), id, 4, "done")).rejects.toMatchObject({ code: "P2002" });
  });

  it("let one of many simultaneous drawings through", async () => {
    const { id } = await makeUser(db());
    const drawn = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => makeVariant(db(), id, number)));
    expect(drawn.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("take a submission's key once per user", async () => {
    const [one, other] = [await makeUser(db()), await makeUser(db())];
    const [variant, theirs] = [await makeVariant(db(), one.id), await makeVariant(db(), other.id)];
    const { key } = await makeSubmission(db(), variant);
    await expect(makeSubmission(db(), variant, 2, key)).rejects.toMatchObject({ code: "P2002" });
    await expect(makeSubmission(db(), variant, 1)).rejects.toMatchObject({ code: "P2002" });
    await expect(makeSubmission(db(), theirs, 1, key)).resolves.toBeTruthy();
  });

  it("refuse a submission to another user's variant", async () => {
    const [one, other] = [await makeUser(db()), await makeUser(db())];
    const variant = await makeVariant(db(), one.id);
    await expect(makeSubmission(db(), { id: variant.id, userId: other.id })).rejects.toMatchObject({ code: "P2003" });
  });

  it("refuse a seed, a level or a score out of range", async () => {
    const { id } = await makeUser(db());
    const variant = await makeVariant(db(), id, 1, "done");
    const { id: _, createdAt: __, chosen: ___, ...same } = variant;
    const data = { ...same, params: {}, number: 2 };
    await expect(db().variant.create({ data: { ...data, seed: "42" } })).rejects.toThrow(/variants_seed/);
    await expect(db().variant.create({ data: { ...data, level: 4 } })).rejects.toThrow(/variants_level/);
    const submission = await makeSubmission(db(), variant);
    await expect(makeReceipt(db(), submission.id, 1, 1.5)).rejects.toThrow(/receipts_score/);
  });

  it("let a user have one unfinished drill, and one unfinished attempt at each quiz", async () => {
    const { id: userId } = await makeUser(db());
    const quiz = () => db().quiz.create({ data: { code: randomUUID(), title: "A quiz", config: {} } });
    const [one, other] = [await quiz(), await quiz()];
    const begin = (kind: "drill" | "placement" | "quiz", quizId: string | null = null) =>
      db().attempt.create({ data: { userId, kind, quizId, config: {} } });
    const drill = await begin("drill");
    await expect(begin("drill")).rejects.toMatchObject({ code: "P2002" });
    await db().attempt.update({ where: { id: drill.id }, data: { finishedAt: new Date() } });
    await expect(begin("drill")).resolves.toBeTruthy();
    await expect(begin("placement")).resolves.toBeTruthy();
    await begin("quiz", one.id);
    await expect(begin("quiz", one.id)).rejects.toMatchObject({ code: "P2002" });
    await expect(begin("quiz", other.id)).resolves.toBeTruthy();
    await expect(begin("quiz")).rejects.toThrow(/attempts_quiz/);
  });

  it("keep what an attempt began with", async () => {
    const { id: userId } = await makeUser(db());
    const { id } = await db().attempt.create({ data: { userId, kind: "drill", config: { length: 10 } } });
    await expect(db().attempt.update({ where: { id }, data: { config: {} } })).rejects.toThrow();
    await expect(db().attempt.update({ where: { id }, data: { endsAt: new Date() } })).rejects.toThrow();
    expect(await db().attempt.findUnique({ where: { id } })).toMatchObject({ config: { length: 10 }, endsAt: null });
  });

  it("let a variant be open in an attempt beside the one of practice", async () => {
    const { id: userId } = await makeUser(db());
    const { id: attemptId } = await db().attempt.create({ data: { userId, kind: "drill", config: {} } });
    const { id: _, createdAt: __, chosen: ___, ...same } = await makeVariant(db(), userId);
    const data = { ...same, params: {}, attemptId };
    await expect(db().variant.create({ data: { ...data, number: 2, position: 1 } })).resolves.toBeTruthy();
    await expect(db().variant.create({ data: { ...data, number: 3, position: 1 } })).rejects.toMatchObject({
      code: "P2002",
    });
    await expect(db().variant.create({ data: { ...data, number: 3 } })).rejects.toThrow(/variants_position/);
  });

  it("undo everything when a transaction throws", async () => {
    const email = `${randomUUID()}@example.org`;
    const failing = transaction(async (tx) => {
      await tx.user.create({ data: { email } });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await db().user.count({ where: { email } })).toBe(0);
  });

  it("count without gaps when transactions lock the parent row", async () => {
    const { id } = await makeUser(db());
    const variant = await makeVariant(db(), id);
    const submit = () =>
      transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM variants WHERE id = ${variant.id}::uuid FOR UPDATE`;
        const before = await tx.submission.count({ where: { variantId: variant.id } });
        return (await makeSubmission(tx, variant, before + 1)).sequence;
      });
    const sequences = await Promise.all(Array.from({ length: 12 }, submit));
    expect(sequences.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  it("report a transaction that fails only at its commit", async () => {
    await db()
      .$executeRaw`CREATE TABLE late (id int PRIMARY KEY, parent int REFERENCES late DEFERRABLE INITIALLY DEFERRED)`;
    const late = transaction((tx) => tx.$executeRaw`INSERT INTO late VALUES (1, 2)`);
    await expect(late).rejects.toThrow(/foreign ?key/i);
    expect(await db().$queryRaw`SELECT * FROM late`).toEqual([]);
  });
});
