import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { openEmbedded } from "#lib/db/open.ts";
import { fillDataDir } from "./harness.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "chainrule-kill-"));
let writer: ChildProcess | undefined;
afterAll(() => {
  writer?.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Starts a writer, kills it after so many acknowledged rows, and returns those. */
async function acknowledgedBeforeKill(rows: number): Promise<string[]> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const child = spawn(process.execPath, ["cli/run.mjs", "test/db/writer.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  writer = child;
  const ids: string[] = [];
  for await (const id of createInterface(child.stdout)) {
    ids.push(id);
    if (ids.length === rows) child.kill("SIGKILL");
  }
  if (child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return ids;
}

it("kill -9 in a stream of submissions loses none that was acknowledged", async () => {
  await fillDataDir(dataDir);
  const acknowledged: string[] = [];
  for (const rows of [1, 40, 150]) {
    acknowledged.push(...(await acknowledgedBeforeKill(rows)));
    const { pglite, close } = await openEmbedded(dataDir);
    const sql = "SELECT s.id FROM submissions s JOIN receipts r ON r.submission_id = s.id";
    const stored = new Set((await pglite.query<{ id: string }>(sql)).rows.map(({ id }) => id));
    await close();
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(191);
});
