import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";

describe("a password", { timeout: 30_000 }, () => {
  it("is kept as argon2id with 19 MiB, two passes and one lane, and a salt of its own", async () => {
    const [one, two] = [await hashPassword("correct horse"), await hashPassword("correct horse")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it("fits its own hash and no other", async () => {
    const hash = await hashPassword("correct horse");
    expect(await verifyPassword(hash, "correct horse")).toBe(true);
    expect(await verifyPassword(hash, "correct horse ")).toBe(false);
    expect(await verifyPassword(hash, "Correct horse")).toBe(false);
    expect(await verifyPassword(hash, "")).toBe(false);
  });

  it("is the same however its letters are composed", async () => {
    expect(await verifyPassword(await hashPassword("caf\u00e9 au lait"), "cafe\u0301 au lait")).toBe(true);
  });

  it("fits nobody where there is no account, and takes about as long", async () => {
    const hash = await hashPassword("correct horse");
    await verifyPassword(null, "warm up");
    const time = async (stored: string | null) => {
      const runs: number[] = [];
      for (let i = 0; i < 7; i++) {
        const start = performance.now();
        expect(await verifyPassword(stored, "nobody has this password")).toBe(false);
        runs.push(performance.now() - start);
      }
      return Math.min(...runs);
    };
    expect((await time(null)) / (await time(hash))).toBeGreaterThan(0.5);
  });
});
