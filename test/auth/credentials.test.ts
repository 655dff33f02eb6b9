import { describe, expect, it } from "vitest";
import { samePath, signInSchema, signUpSchema } from "#lib/auth/credentials.ts";

const form = { email: "ada@example.org", password: "0123456789" };
const firstProblem = (typed: object) => signUpSchema.safeParse({ ...form, ...typed }).error?.issues[0]?.message;

describe("what a sign-up form may hold", () => {
  it("is an e-mail address, trimmed and in lower case, a password, and perhaps a name", () => {
    expect(signUpSchema.parse({ ...form, email: "  Ada@Example.ORG " })).toEqual({
      ...form,
      name: null,
      callbackUrl: "/",
    });
    expect(signUpSchema.parse({ ...form, name: "  Ada L. ", callbackUrl: "/progress" })).toMatchObject({
      name: "Ada L.",
      callbackUrl: "/progress",
    });
    expect(signUpSchema.parse({ ...form, name: "  " })).toMatchObject({ name: null });
  });

  it("keeps every character of the password", () => {
    expect(signUpSchema.parse({ ...form, password: "  ten chars " })).toMatchObject({ password: "  ten chars " });
  });

  it.each([
    [{ password: "123456789" }, /at least 10 characters/],
    [{ password: "x".repeat(201) }, /at most 200/],
    [{ email: "" }, /Type your e-mail/],
    [{ email: "ada" }, /such as ada@example.org/],
    [{ email: `${"a".repeat(250)}@example.org` }, /too long/],
    [{ name: "x".repeat(81) }, /at most 80/],
    [{ name: "\0" }, /cannot be kept/],
    [{ email: undefined }, /Type your e-mail/],
    [{ password: undefined }, /Choose a password/],
  ])("refuses %o, and says why", (typed, message) => {
    expect(firstProblem(typed)).toMatch(message);
  });

  it("takes passwords of 10 and of 200 characters", () => {
    for (const length of [10, 200]) expect(firstProblem({ password: "x".repeat(length) })).toBeUndefined();
  });

  it("locks nobody out of an account by a rule for new passwords", () => {
    expect(signInSchema.safeParse({ ...form, password: "short" }).success).toBe(true);
  });
});

describe("the page to go to afterwards", () => {
  it.each(["/", "/progress", "/practice/backpropagation/neuron?level=2#z", "/practice?q=a%2Fb"])(
    "may be %s",
    (path) => {
      expect(samePath(path)).toBe(path);
    },
  );

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "evil.example",
    "/a\nb",
    "/..//evil.example\\",
    " /",
    "",
    undefined,
    ["/"],
  ])("cannot be elsewhere: %j", (target) => {
    expect(samePath(target)).toBe("/");
  });

  it("stays on this site once it is resolved, whatever it is", () => {
    for (const target of [
      "/..//evil.example",
      "/%2F/evil.example",
      "/.//evil.example",
      "/./\\evil.example",
      "/@evil.example",
    ]) {
      const path = samePath(target);
      expect(new URL(path, "https://here.example").host, target).toBe("here.example");
    }
  });
});
