import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockOwner } from "#cli/lock.mjs";
import { closeDatabase, db, openAtStart } from "#lib/db/client.ts";
import { openEmbedded } from "#lib/db/open.ts";
import { fillDataDir } from "./harness.ts";

describe("opening the embedded database", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-open-"));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it("makes a new one, also after an unfinished start; keeps what is written; is refused a second time", async () => {
    const dataDir = join(folder, "new", "data");
    // What an earlier start leaves that was killed while it made the database.
    mkdirSync(join(dataDir, "database.new", "base"), { recursive: true });
    writeFileSync(join(dataDir, "database.new", "PG_VERSION"), "18\n");
    const first = await openEmbedded(dataDir);
    await first.pglite.exec("CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)");
    await expect(openEmbedded(dataDir)).rejects.toThrow(`process ${process.pid}`);
    await first.close();
    expect(readdirSync(dataDir)).toEqual(["database"]);
    const second = await openEmbedded(dataDir);
    expect((await second.pglite.query("SELECT id FROM kept")).rows).toEqual([{ id: 7 }]);
    await second.close();
  });

  it("names the release that made a folder it cannot read, and lets go of the lock", async () => {
    mkdirSync(join(folder, "database"));
    writeFileSync(join(folder, "database", "PG_VERSION"), "17\n");
    await expect(openEmbedded(folder)).rejects.toThrow(/was made by PostgreSQL 17; .* needs 18\./);
    await expect(openEmbedded(folder)).rejects.toMatchObject({ name: "ExpectedError", kind: "version" });
    expect(await lockOwner(folder)).toBeUndefined();
  });

  it("says so when the folder is corrupt", async () => {
    await fillDataDir(folder);
    truncateSync(join(folder, "database", "global", "pg_control"), 10);
    await expect(openEmbedded(folder)).rejects.toMatchObject({ name: "ExpectedError", kind: "corrupt" });
    rmSync(join(folder, "database", "PG_VERSION"));
    await expect(openEmbedded(folder)).rejects.toThrow(/cannot be opened \(it has no readable PG_VERSION\)/);
  });

  it.each([
    ["a path under a file", () => join(folder, "file", "data")],
    ["a file", () => join(folder, "file")],
    ["a path where nothing can be made", () => "/proc/chainrule"],
    ["a folder that is not for files", () => "/proc"],
  ])("says in one line that it cannot write to %s", async (_, dataDir) => {
    writeFileSync(join(folder, "file"), "");
    await expect(openEmbedded(dataDir())).rejects.toThrow(/^The data folder .* cannot be written \(E[A-Z]+\)\.$/);
  });

  it("is refused in a build", async () => {
    vi.stubEnv("NEXT_PHASE", "phase-production-build");
    await expect(openEmbedded(folder)).rejects.toThrow(/build/);
  });

  it("happens at the first query, once, and again after a close", async () => {
    await fillDataDir(folder);
    vi.stubEnv("DATA_DIR", folder);
    vi.stubEnv("DATABASE_URL", "");
    const client = db();
    expect(await lockOwner(folder)).toBeUndefined();
    const counts = await Promise.all([client.user.count(), client.user.count(), openAtStart()]);
    expect(counts.slice(0, 2)).toEqual([0, 0]);
    expect(await lockOwner(folder)).toMatchObject({ pid: process.pid });
    await closeDatabase();
    expect(await lockOwner(folder)).toBeUndefined();
    await db().user.create({ data: { guest: true } });
    await closeDatabase();
  });

  it("is tried again after it failed", async () => {
    vi.stubEnv("DATA_DIR", folder);
    vi.stubEnv("DATABASE_URL", "");
    mkdirSync(join(folder, "database"));
    await expect(openAtStart()).rejects.toMatchObject({ kind: "corrupt" });
    await expect(db().user.count()).rejects.toThrow(/PG_VERSION/);
    rmSync(join(folder, "database"), { recursive: true });
    await fillDataDir(folder);
    await expect(openAtStart()).resolves.toBeUndefined();
    await closeDatabase();
  });
});
