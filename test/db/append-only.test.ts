import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "./harness.ts";
import { makeReceipt, makeSubmission, makeUser, makeVariant } from "./rows.ts";

describe.each(databases)("what is stored for good on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const make = () =>
    transaction(async (tx) => {
      const user = await makeUser(tx);
      const variant = await makeVariant(tx, user.id);
      const submission = await makeSubmission(tx, variant);
      const receipt = await makeReceipt(tx, submission.id);
      const owned = { userId: user.id, variantId: variant.id };
      const reveal = await tx.reveal.create({ data: { ...owned, kind: "hint", index: 0 } });
      await tx.draft.create({ data: { ...owned, raw: {} } });
      return { user, variant, submission, receipt, reveal };
    });
  let rows: Awaited<ReturnType<typeof make>>;
  beforeEach(async () => {
    rows = await make();
  });

  it.each([
    ["a submission's answer", "UPDATE submissions SET raw = '{}' WHERE id = $1::uuid", "submission"],
    ["a submission's time", "UPDATE submissions SET created_at = now() WHERE id = $1::uuid", "submission"],
    ["a receipt's score", "UPDATE receipts SET score = 0.5 WHERE id = $1::uuid", "receipt"],
    ["a reveal's kind", "UPDATE reveals SET kind = 'solution' WHERE id = $1::uuid", "reveal"],
    ["a variant's parameters", "UPDATE variants SET params = '{}' WHERE id = $1::uuid", "variant"],
    ["a variant's seed", "UPDATE variants SET seed = repeat('0', 32) WHERE id = $1::uuid", "variant"],
  ] as const)("refuses to change %s", async (_, sql, row) => {
    await expect(db().$executeRawUnsafe(sql, rows[row].id)).rejects.toThrow(/cannot be changed/);
  });

  it.each(["submission", "receipt", "reveal", "variant"] as const)("refuses to delete a %s", async (row) => {
    const sql = `DELETE FROM ${row}s WHERE id = $1::uuid`;
    await expect(db().$executeRawUnsafe(sql, rows[row].id)).rejects.toThrow(/cannot be deleted/);
    await expect(db().$executeRawUnsafe(`TRUNCATE ${row}s CASCADE`)).rejects.toThrow(/cannot be emptied/);
  });

  it("lets a variant be closed", async () => {
    const data = { state: "done", closedAt: new Date() } as const;
    expect((await db().variant.update({ where: { id: rows.variant.id }, data })).state).toBe("done");
  });

  it("moves a variant with all that belongs to it to the account that claims its guest", async () => {
    const account = await makeUser(db());
    await db().variant.update({ where: { id: rows.variant.id }, data: { userId: account.id, number: 7 } });
    const moved = { userId: account.id };
    expect(await db().submission.findUnique({ where: { id: rows.submission.id } })).toMatchObject(moved);
    expect(await db().reveal.findUnique({ where: { id: rows.reveal.id } })).toMatchObject(moved);
    expect(await db().draft.findFirst({ where: { variantId: rows.variant.id } })).toMatchObject(moved);
  });

  it("goes with its user, when the user is deleted", async () => {
    await db().user.delete({ where: { id: rows.user.id } });
    expect(await db().submission.count({ where: { id: rows.submission.id } })).toBe(0);
    expect(await db().receipt.count({ where: { id: rows.receipt.id } })).toBe(0);
    expect(await db().reveal.count({ where: { id: rows.reveal.id } })).toBe(0);
    expect(await db().draft.count({ where: { variantId: rows.variant.id } })).toBe(0);
  });

  it("keeps the author of an override", async () => {
    const instructor = await makeUser(db());
    const { id: _, createdAt: __, ...same } = rows.receipt;
    const data = { ...same, receipt: {}, sequence: 2, byUserId: instructor.id, reason: "typo in the prompt" };
    await db().receipt.create({ data });
    await expect(db().user.delete({ where: { id: instructor.id } })).rejects.toMatchObject({ code: "P2003" });
  });
});
