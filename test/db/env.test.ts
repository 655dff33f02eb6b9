import { describe, expect, it } from "vitest";
import { env, secrets } from "#lib/env.ts";

const long = "x".repeat(32);

describe("the environment", () => {
  it("has defaults, and takes an empty variable for a missing one", () => {
    const settings = { NODE_ENV: "production", PORT: 3000, DATA_DIR: "./data", LOG_LEVEL: "info" };
    expect(env({ NODE_ENV: "production", PORT: "", DATABASE_URL: "", DATA_DIR: "" })).toMatchObject(settings);
  });

  it.each(["postgres://localhost/x", "postgresql://ada:hush@db.example.org:6432/x?sslmode=require"])(
    "takes %s for a database",
    (DATABASE_URL) => expect(env({ NODE_ENV: "test", DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL),
  );

  it.each([
    [{ DATABASE_URL: "mysql://ada:hush@localhost/x" }, /^Environment: DATABASE_URL must look like postgres:\/\//],
    [{ DATABASE_URL: "postgres://" }, /^Environment: DATABASE_URL must/],
    [{ DATABASE_URL: "postgres://localhost:port/x" }, /^Environment: DATABASE_URL must/],
    [{ PORT: "http" }, /^Environment: PORT must be a number/],
    [{ PORT: "70000" }, /^Environment: PORT /],
    [{ PORT: "http", LOG_LEVEL: "loud" }, /^Environment: PORT .*; LOG_LEVEL /],
  ])("refuses %o in one line, without showing the value", (source, message) => {
    const read = () => env({ NODE_ENV: "test", ...source });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n|hush/);
  });

  it("takes next-auth's name for the secret too, and says who makes a missing one", () => {
    const found = secrets({ NODE_ENV: "test", NEXTAUTH_SECRET: long, GUEST_SECRET: long });
    expect(found).toEqual({ AUTH_SECRET: long, GUEST_SECRET: long });
    expect(() => secrets({ NODE_ENV: "test", GUEST_SECRET: long })).toThrow(
      "AUTH_SECRET is missing; npm start makes one",
    );
    expect(() => secrets({ NODE_ENV: "test", GUEST_SECRET: "short", AUTH_SECRET: long })).toThrow(/GUEST_SECRET must/);
  });
});
