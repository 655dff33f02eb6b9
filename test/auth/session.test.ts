import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorOf } from "#lib/auth/current-actor.ts";
import { newGuest, readGuest, signGuest } from "#lib/auth/guest-cookie.ts";
import { decodeSession, encodeSession } from "#lib/auth/session.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";

const secret = "a".repeat(40);
vi.stubEnv("AUTH_SECRET", secret);
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const newUser = () => db().user.create({ data: { email: `${randomUUID()}@example.org`, name: "Ada" } });

describe("the session cookie", () => {
  it("says whose it is and of which version, and nobody else can read or make it", async () => {
    const token = { sub: randomUUID(), tokenVersion: 3 };
    const value = await encodeSession(token);
    expect(await decodeSession(value)).toEqual(token);
    expect(Buffer.from(value, "base64").toString()).not.toContain(token.sub);
    expect(await decodeSession(await encode({ token, secret: "c".repeat(40) }))).toBeUndefined();
    expect(await decodeSession(`${value.slice(0, -2)}AA`)).toBeUndefined();
  });

  it.each([undefined, "", "x", "a.b.c.d.e"])("is nothing where it holds %j", async (value) => {
    expect(await decodeSession(value)).toBeUndefined();
  });

  it("is nothing after its time, or without a version", async () => {
    const sub = randomUUID();
    expect(await decodeSession(await encode({ token: { sub, tokenVersion: 0 }, secret, maxAge: -60 }))).toBeUndefined();
    expect(await decodeSession(await encode({ token: { sub }, secret }))).toBeUndefined();
  });
});

describe.each(databases)("who asks, on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is the user of the session, also with a guest cookie beside it", async () => {
    const { id, email, name } = await newUser();
    const session = await encodeSession({ sub: id, tokenVersion: 0 });
    expect(await actorOf({ session, guest: newGuest() })).toEqual({ kind: "user", id, email, name });
  });

  it("is nobody with a token of an older version, and the user with one of the newer", async () => {
    const { id } = await newUser();
    const [old, next] = [0, 1].map((tokenVersion) => encodeSession({ sub: id, tokenVersion }));
    await db().user.update({ where: { id }, data: { tokenVersion: { increment: 1 } } });
    expect(await actorOf({ session: await old, guest: undefined })).toEqual({ kind: "anonymous" });
    expect(await actorOf({ session: await next, guest: undefined })).toMatchObject({ kind: "user", id });
  });

  it("is nobody with the token of a deleted user, of a guest, or of nobody", async () => {
    const [gone, guest] = [await newUser(), await db().user.create({ data: { guest: true } })];
    await db().user.update({ where: { id: gone.id }, data: { deletedAt: new Date(), email: null } });
    for (const sub of [gone.id, guest.id, randomUUID()]) {
      const session = await encodeSession({ sub, tokenVersion: 0 });
      expect(await actorOf({ session, guest: undefined })).toEqual({ kind: "anonymous" });
    }
  });

  it("is the guest of the cookie, whose row is made later", async () => {
    const value = newGuest();
    const id = readGuest(value);
    expect(await actorOf({ session: undefined, guest: value })).toEqual({ kind: "guest", id, known: false });
    await db().user.create({ data: { id: id ?? "", guest: true } });
    expect(await actorOf({ session: "broken", guest: value })).toEqual({ kind: "guest", id, known: true });
  });

  it("is nobody with a cookie that was tampered with, or with the id of a user", async () => {
    const [user, other] = [await newUser(), randomUUID()];
    const forged = signGuest(randomUUID()).replace(/^[^.]+/, other);
    expect(await actorOf({ session: undefined, guest: forged })).toEqual({ kind: "anonymous" });
    expect(await actorOf({ session: undefined, guest: signGuest(user.id) })).toEqual({ kind: "anonymous" });
    expect(await actorOf({ session: undefined, guest: undefined })).toEqual({ kind: "anonymous" });
  });
});
