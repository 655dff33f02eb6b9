import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { guestCookieName, guestCookieOptions, newGuest, readGuest, signGuest } from "#lib/auth/guest-cookie.ts";

const secret = "of this installation, forty characters. ";

describe("the guest cookie", () => {
  beforeAll(() => {
    vi.stubEnv("AUTH_SECRET", "a".repeat(40));
    vi.stubEnv("GUEST_SECRET", secret);
  });

  it("gives the id back that was signed", () => {
    const id = randomUUID();
    expect(readGuest(signGuest(id))).toBe(id);
    expect(signGuest(id)).toBe(`${id}.${createHmac("sha256", secret).update(`guest:${id}`).digest("base64url")}`);
  });

  it("is another id each time", () => {
    expect(readGuest(newGuest())).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(newGuest()).not.toBe(newGuest());
  });

  const id = "0199f3c2-3c4d-7e8f-9a0b-1c2d3e4f5a6b";
  const other = "0199f3c2-3c4d-7e8f-9a0b-1c2d3e4f5a6c";
  it.each([
    ["nothing", () => undefined],
    ["an empty text", () => ""],
    ["an id without a signature", () => id],
    ["an id with an empty signature", () => `${id}.`],
    ["the signature of another id", () => `${other}.${signGuest(id).split(".")[1]}`],
    [
      "a signature with its first character changed",
      () => signGuest(id).replace(/\.(.)/, (_, c) => (c === "A" ? ".B" : ".A")),
    ],
    ["a signature cut short", () => signGuest(id).slice(0, -4)],
    ["a signature with something after it", () => `${signGuest(id)}AAAA`],
    ["a third part", () => `${signGuest(id)}.x`],
    [
      "a signature by another key",
      () => `${id}.${createHmac("sha256", "x").update(`guest:${id}`).digest("base64url")}`,
    ],
    ["something signed that is no id", () => signGuest("' OR 1=1")],
  ])("opens nothing with %s", (_, value) => {
    expect(readGuest(value())).toBeUndefined();
  });

  it("is for this site alone, for a year, and out of reach of scripts", () => {
    expect(guestCookieOptions(true)).toEqual({
      httpOnly: true,
      sameSite: "lax",
      secure: true,
      path: "/",
      maxAge: 31_536_000,
    });
    expect(guestCookieOptions(false).secure).toBe(false);
    expect([guestCookieName(true), guestCookieName(false)]).toEqual(["__Host-chainrule-guest", "chainrule-guest"]);
  });
});
