import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { visitorOf } from "#lib/auth/current-actor.ts";
import { signGuest } from "#lib/auth/guest-cookie.ts";
import { encodeSession } from "#lib/auth/session.ts";
import { signIn, signUp } from "#lib/course/account.ts";
import { changePassword, signOutEverywhere } from "#lib/course/password.ts";
import { changeName, changePreferences } from "#lib/course/settings.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { known, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const nobody = { kind: "anonymous" } as const;
const password = "three words and 1 more";
const other = "four other words and 2";

async function account() {
  const email = `${randomUUID()}@example.org`;
  const token = await signUp(nobody, { email, password, name: null }, undefined);
  if (!token) throw new Error("no account was made");
  return { email, token, actor: { kind: "user" as const, id: token.sub, email, name: null } };
}

const kindOf = async (token: { sub: string; tokenVersion: number }) =>
  (await visitorOf({ session: await encodeSession(token), guest: undefined })).actor.kind;

describe.each(databases)("settings on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("change what they name, and leave the rest", async () => {
    const user = await newUser();
    await changePreferences(user, { theme: "dark", dailyGoal: 10 });
    await changePreferences(user, { decimalComma: true, timeZone: "Europe/Rome" });
    await changePreferences(user, { dailyGoal: 0 });
    const { preferences } = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(preferences).toEqual({
      theme: "dark",
      decimalComma: true,
      dailyGoal: 0,
      reducedMotion: "system",
      timeZone: "Europe/Rome",
      mailDueSoon: true,
      mailResults: true,
      mailAnnouncements: true,
    });
  });

  it("of two changes at once lose neither", async () => {
    const user = await newUser();
    await Promise.all([changePreferences(user, { theme: "dark" }), changePreferences(user, { decimalComma: true })]);
    const { preferences } = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(preferences).toMatchObject({ theme: "dark", decimalComma: true });
  });

  it("are kept for a guest, whose row is made for them, and stay when the guest makes an account", async () => {
    const guest = newGuest();
    await changePreferences(guest, { decimalComma: true });
    const cookie = { session: undefined, guest: signGuest(guest.id) };
    expect(await visitorOf(cookie)).toMatchObject({ actor: known(guest), preferences: { decimalComma: true } });
    const email = `${randomUUID()}@example.org`;
    const token = await signUp(guest, { email, password, name: null }, undefined);
    const session = token && (await encodeSession(token));
    expect(await visitorOf({ session, guest: undefined })).toMatchObject({ preferences: { decimalComma: true } });
  });

  it("are the usual ones for somebody without a row", async () => {
    const cookie = { session: undefined, guest: signGuest(newGuest().id) };
    expect((await visitorOf(cookie)).preferences).toMatchObject({ theme: "system", dailyGoal: 0, timeZone: null });
  });

  it("name an account, and take the name away", async () => {
    const user = await newUser();
    const nameOf = async () => (await db().user.findUniqueOrThrow({ where: { id: user.id } })).name;
    await changeName(user, "Ada");
    expect(await nameOf()).toBe("Ada");
    await changeName(user, null);
    expect(await nameOf()).toBeNull();
    await expect(changeName(newGuest(), "Ada")).rejects.toMatchObject({ kind: "not-found" });
  });

  it("change the password only for who knows the present one, and end every other session", async () => {
    const { email, token, actor } = await account();
    expect(await changePassword(actor, { password: other, newPassword: other })).toBeUndefined();
    expect(await kindOf(token)).toBe("user");

    const next = await changePassword(actor, { password, newPassword: other });
    expect(next).toEqual({ sub: actor.id, tokenVersion: 1 });
    expect(await kindOf(token)).toBe("anonymous");
    expect(next && (await kindOf(next))).toBe("user");
    expect(await signIn(nobody, { email, password }, undefined)).toBeUndefined();
    expect(await signIn(nobody, { email, password: other }, undefined)).toEqual(next);
  });

  it("carry out one of two changes of the password at once", async () => {
    const { email, actor } = await account();
    const ended = await Promise.all(
      [other, `${other}!`].map((newPassword) => changePassword(actor, { password, newPassword })),
    );
    expect(ended.filter((token) => token !== undefined)).toHaveLength(1);
    const kept = ended[0] ? other : `${other}!`;
    expect(await signIn(nobody, { email, password: kept }, undefined)).toEqual({ sub: actor.id, tokenVersion: 1 });
  });

  it("sign out everywhere, and let in again by the same password", async () => {
    const { email, token, actor } = await account();
    await signOutEverywhere(actor);
    expect(await kindOf(token)).toBe("anonymous");
    const again = await signIn(nobody, { email, password }, undefined);
    expect(again && (await kindOf(again))).toBe("user");
  });
});
