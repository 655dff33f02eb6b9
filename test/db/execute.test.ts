import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, execute, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "./harness.ts";

describe.each(databases)("SQL of a library on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is one statement with values, or several without", async () => {
    expect((await execute("SELECT $1::int + 1 AS n", [1])).rows).toEqual([{ n: 2 }]);
    expect((await execute("SELECT 1 AS n; SELECT 2 AS n")).rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("leaves nothing behind, and nobody in a transaction of its own, when a script fails", async () => {
    const script = "BEGIN; CREATE TABLE half_done (n int); SELECT 1 / 0; COMMIT;";
    const failures = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? execute(script) : db().user.count())),
    );
    expect(failures.map(({ status }) => status)).toEqual(
      failures.map((_, i) => (i % 3 === 0 ? "rejected" : "fulfilled")),
    );
    expect((await execute("SELECT to_regclass('half_done') AS name")).rows).toEqual([{ name: null }]);
    expect(await transaction((tx) => tx.user.count())).toBe(0);
  });

  it("never runs inside a transaction of Prisma’s", async () => {
    const before = await db().user.count();
    let outside: Promise<{ rows: unknown[] }> | undefined;
    await expect(
      transaction(async (tx) => {
        await tx.user.create({ data: { guest: true } });
        outside = execute("SELECT count(*)::int AS n FROM users");
        await tx.user.count();
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    expect((await outside)?.rows).toEqual([{ n: before }]);
  });
});
