import { describe, expect, it } from "vitest";
import { ownerMark } from "#lib/auth/owner-mark.ts";

const id = "0199f3c2-3c4d-7e8f-9a0b-1c2d3e4f5a6b";
const other = "0199f3c2-3c4d-7e8f-9a0b-1c2d3e4f5a6c";
const guest = (of: string) => ownerMark({ kind: "guest", id: of, known: true });
const user = (of: string) => ownerMark({ kind: "user", id: of, email: "ada@example.org", name: "Ada" });

describe("the mark of an owner", () => {
  it("is the same for the same guest, before and after the first variant", () => {
    expect(ownerMark({ kind: "guest", id, known: false })).toBe(guest(id));
  });

  it("is another for another, and another for a guest than for a user", () => {
    expect(new Set([guest(id), guest(other), user(id), user(other)]).size).toBe(4);
    expect(guest(id)).toMatch(/^guest-/);
    expect(user(id)).toMatch(/^user-/);
  });

  it("tells neither the id nor who it is", () => {
    expect(user(id)).not.toMatch(/0199f3c2|ada/i);
  });

  it("is nobody’s for somebody who owns nothing", () => {
    expect(ownerMark({ kind: "anonymous" })).toBeUndefined();
  });
});
