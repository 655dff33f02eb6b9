import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signUpSchema } from "#lib/auth/credentials.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { statusOf } from "#lib/course/refusal.ts";
import { openTestDatabase, type TestDatabase } from "../db/harness.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => sent.headers,
}));

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return form;
}

const otherwise = (state: FormState) => state;
const run = (fields: Record<string, string>) =>
  action(
    { name: "action signUp", input: signUpSchema, otherwise },
    formOf(fields),
    async (actor, { email }): Promise<FormState> => ({
      message: `${actor.kind} ${email}`,
    }),
  );

describe("a server action", { timeout: 60_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase("embedded-memory");
  }, 120_000);
  afterAll(() => database.close());
  beforeEach(() => {
    sent.headers = new Headers({ host: "here.example", origin: "http://here.example" });
  });

  it("gets the actor and the parsed form, less what Next and React add", async () => {
    const fields = { email: " Ada@example.org", password: "0123456789", $ACTION_KEY: "k" };
    expect(await run(fields)).toEqual({ message: "anonymous ada@example.org" });
  });

  it("gives back what is wrong with each field and what was typed, but no password", async () => {
    expect(await run({ email: "ada", password: "short", $ACTION_REF_1: "" })).toEqual({
      errors: { email: expect.stringMatching(/e-mail address/), password: expect.stringMatching(/10 characters/) },
      values: { email: "ada" },
    });
  });

  it("is not carried out for another site", async () => {
    sent.headers.set("origin", "https://evil.example");
    expect(await run({ email: "ada@example.org", password: "0123456789" })).toMatchObject({
      refused: "cross-site",
      values: { email: "ada@example.org" },
    });
  });

  it("throws what is not expected", async () => {
    const failing = action({ name: "action signOut", input: signUpSchema.partial(), otherwise }, formOf({}), () =>
      Promise.reject(new TypeError("a mistake")),
    );
    await expect(failing).rejects.toThrow(TypeError);
  });

  it("has words for every refusal that may stand in an address, and for nothing else", () => {
    for (const kind of Object.keys(statusOf)) expect(noticeSchema.parse(kind)).toMatch(/\.$/);
    for (const kind of ["Your account is locked, call 555", "constructor", ""])
      expect(noticeSchema.safeParse(kind).success).toBe(false);
  });
});
