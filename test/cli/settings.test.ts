/** The start command reads its settings before zod is there; it must not judge them otherwise than the server does. */
import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { isExpected } from "#cli/expected.mjs";
import { readSettings } from "#cli/settings.mjs";
import { env } from "#lib/env.ts";

const accepts = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch (error) {
    if (isExpected(error)) return false;
    throw error;
  }
};

describe("the settings of a start", () => {
  it.each([
    {},
    { PORT: "" },
    { PORT: "3000" },
    { PORT: "0" },
    { PORT: "65535" },
    { PORT: "65536" },
    { PORT: "-1" },
    { PORT: "80.5" },
    { PORT: "abc" },
    { DATABASE_URL: "" },
    { DATABASE_URL: "postgres://localhost/x" },
    { DATABASE_URL: "postgresql://u:p@db.example:5433/x?sslmode=require" },
    { DATABASE_URL: "postgres://" },
    { DATABASE_URL: "postgres:///x" },
    { DATABASE_URL: "mysql://localhost/x" },
    { DATABASE_URL: "localhost" },
  ])("are judged like the server's: %j", (source) => {
    expect(accepts(() => readSettings(source))).toBe(accepts(() => env({ NODE_ENV: "test", ...source })));
  });

  it("have defaults, and an absolute data folder", () => {
    const { port, host, dataDir, databaseUrl } = readSettings({});
    expect({ port, host, databaseUrl }).toEqual({ port: 3000, host: undefined, databaseUrl: undefined });
    expect(isAbsolute(dataDir)).toBe(true);
    expect(readSettings({ DATA_DIR: "/elsewhere" }).dataDir).toBe("/elsewhere");
  });

  it("leave HOSTNAME alone, which containers set to their own name", () => {
    expect(readSettings({ HOSTNAME: "3f2a" }).host).toBeUndefined();
    expect(readSettings({ HOST: "127.0.0.1" }).host).toBe("127.0.0.1");
  });
});
