import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { signIn, signUp } from "#lib/course/account.ts";
import { countCall, forgetCalls, forgetOldCalls } from "#lib/course/rate-limit.ts";
import { clientAddress } from "#lib/course/request.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const nobody = { kind: "anonymous" } as const;
const password = "three words and 1 more";
const newEmail = () => `${randomUUID()}@example.org`;

async function account() {
  const email = newEmail();
  const token = await signUp(nobody, { email, password, name: null }, undefined);
  return { email, token };
}

describe.each(databases)("accounts on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("are opened by their own password only", async () => {
    const { email, token } = await account();
    expect(token).toEqual({ sub: expect.any(String), tokenVersion: 0 });
    expect(await signIn(nobody, { email, password }, undefined)).toEqual(token);
    expect(await signIn(nobody, { email, password: `${password} ` }, undefined)).toBeUndefined();
    expect(await signIn(nobody, { email: newEmail(), password }, undefined)).toBeUndefined();
  });

  it("keep a hash, apart from the user, and no password", async () => {
    const { token } = await account();
    const rows = await db().account.findMany({ where: { userId: token?.sub ?? "" } });
    expect(rows).toMatchObject([{ provider: "credentials", passwordHash: expect.stringMatching(/^\$argon2id\$/) }]);
    expect(JSON.stringify(await db().user.findUnique({ where: { id: token?.sub ?? "" } }))).not.toContain("argon2");
  });

  it("are closed once they are deleted", async () => {
    const { email, token } = await account();
    await db().user.update({ where: { id: token?.sub ?? "" }, data: { deletedAt: new Date() } });
    expect(await signIn(nobody, { email, password }, undefined)).toBeUndefined();
  });

  it("stop guesses at one address after ten wrong ones, the right password too", async () => {
    const { email } = await account();
    for (let i = 0; i < 10; i++) expect(await signIn(nobody, { email, password: `${i}` }, undefined)).toBeUndefined();
    const refused = { kind: "too-many", retryAfter: expect.any(Number) };
    await expect(signIn(nobody, { email, password }, undefined)).rejects.toMatchObject(refused);
    expect(await signIn(nobody, { email: newEmail(), password }, undefined)).toBeUndefined();
  });

  it("forget the wrong guesses of somebody who then gets it right", async () => {
    const { email } = await account();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 5; i++) await signIn(nobody, { email, password: `${i}` }, undefined);
      expect(await signIn(nobody, { email, password }, undefined)).toBeDefined();
    }
  });

  it("count calls by name and key, exactly, of many at once", async () => {
    const key = newEmail();
    const call = (name: string, of: string) => countCall(name, of, { points: 5, seconds: 60 });
    const ended = await Promise.allSettled(Array.from({ length: 20 }, () => call("test", key)));
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    await expect(call("test", key)).rejects.toMatchObject({
      kind: "too-many",
      message: expect.stringMatching(/\d+ s/),
    });
    await expect(call("other", key)).resolves.toBeUndefined();
    await expect(call("test", newEmail())).resolves.toBeUndefined();
    await forgetCalls("test", key, { points: 5, seconds: 60 });
    await expect(call("test", key)).resolves.toBeUndefined();
    expect(JSON.stringify(await db().rateLimiterFlexible.findMany())).not.toContain(key);
  });

  it("forget the counts of windows that are over, and no others", async () => {
    const past = new Date(Date.now() - 60_000);
    await db().rateLimiterFlexible.create({ data: { key: "over", points: 1, expire: past } });
    await countCall("kept", "key", { points: 5, seconds: 600 });
    await forgetOldCalls();
    const keys = (await db().rateLimiterFlexible.findMany()).map(({ key }) => key);
    expect(keys).not.toContain("over");
    expect(keys.filter((key) => key.startsWith("kept"))).toHaveLength(1);
  });
});

describe("the client's address", () => {
  afterEach(() => {
    vi.stubEnv("TRUST_PROXY", undefined);
  });

  const sent = (value?: string) => new Headers(value === undefined ? {} : { "x-forwarded-for": value });

  it("is not believed without a proxy that we were told to trust", () => {
    expect(clientAddress(sent("1.2.3.4"))).toBeUndefined();
  });

  it("is what the nearest proxy wrote, not what the client did", () => {
    vi.stubEnv("TRUST_PROXY", "1");
    expect(clientAddress(sent("6.6.6.6, 1.2.3.4"))).toBe("1.2.3.4");
    expect(clientAddress(sent("2001:db8::1"))).toBe("2001:db8::1");
    expect(clientAddress(sent())).toBeUndefined();
  });
});
