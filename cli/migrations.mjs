// Brings the database up to date. The embedded one remembers, inside its own folder, which migrations it has seen, so
// that a later start need not open it twice; a folder put in its place by hand has no such note, or its own.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./child.mjs";
import { ExpectedError } from "./expected.mjs";
import { root } from "./settings.mjs";
import { stage } from "./stage.mjs";

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @throws {ExpectedError} what the migration said
 */
export async function migrate({ dataDir, databaseUrl }, env) {
  const note = databaseUrl ? undefined : join(dataDir, "database", "chainrule-migrations");
  const digest = digestOfMigrations();
  if (note && existsSync(note) && readFileSync(note, "utf8") === digest) return;
  const { code, output } = await stage("Preparing the database", () =>
    runQuietly(["cli/run.mjs", "cli/migrate.ts"], env),
  );
  if (code !== 0) throw new ExpectedError("migration", output.trim());
  if (note) writeFileSync(note, digest);
}

function digestOfMigrations() {
  const folder = join(root, "prisma/migrations");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    const script = join(folder, name, "migration.sql");
    if (existsSync(script)) hash.update(`${name}\0`).update(readFileSync(script)).update("\0");
  }
  return hash.digest("hex");
}
