import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSecrets } from "#cli/secrets.mjs";

describe("the secrets of an installation", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-secrets-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are made once, long and apart, readable by their owner only", () => {
    const made = loadSecrets(join(folder, "data"), {});
    expect(new Set(Object.values(made)).size).toBe(3);
    expect(Buffer.from(made.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, "base64")).toHaveLength(32);
    expect(loadSecrets(join(folder, "data"), {})).toEqual(made);
    expect(readdirSync(join(folder, "data"))).toEqual(["secrets.json"]);
    expect(statSync(join(folder, "data", "secrets.json")).mode & 0o777).toBe(0o600);
    expect(loadSecrets(join(folder, "other"), {})).not.toEqual(made);
  });

  it("come from the environment where it gives them", () => {
    const env = { NEXTAUTH_SECRET: "a", GUEST_SECRET: "b", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "c" };
    const expected = { AUTH_SECRET: "a", GUEST_SECRET: "b", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "c" };
    expect(loadSecrets("/proc/nowhere", env)).toEqual(expected);
    expect(loadSecrets("/proc/nowhere", { ...env, AUTH_SECRET: "d" }).AUTH_SECRET).toBe("d");
  });

  it("are not replaced when their file is damaged", () => {
    writeFileSync(join(folder, "secrets.json"), '{"AUTH_SECRET": "');
    expect(() => loadSecrets(folder, {})).toThrow(/secrets in .*secrets\.json cannot be read/);
  });

  it("say in one line that the folder cannot be written", () => {
    expect(() => loadSecrets("/proc/nowhere", {})).toThrow(/^The data folder .* cannot be written \(E[A-Z]+\)\.$/);
  });
});
