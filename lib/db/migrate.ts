import { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { ExpectedError } from "#cli/expected.mjs";
import { embeddedAdapter, serverAdapter } from "./adapter.ts";
import { openEmbedded } from "./open.ts";
import { migrations, schema, schemaEngine } from "./schema-engine.ts";
import { checkReachable, serverPool } from "./server.ts";

const filters = { externalTables: [], externalEnums: [] };

// Any number will do, as long as every start uses the same.
const migrationLock = 7_210_441;

/**
 * Brings the embedded database of a data folder up to date, and closes it again.
 * @returns the names of the migrations that were applied
 */
export async function migrateEmbedded(dataDir: string): Promise<string[]> {
  const { pglite, close } = await openEmbedded(dataDir);
  try {
    return await apply(embeddedAdapter(async () => pglite));
  } finally {
    await close();
  }
}

/**
 * Brings the database of a PostgreSQL server up to date. Of several starts at once one does it; the others wait, and
 * then find nothing to do.
 * @returns the names of the migrations that were applied
 */
export async function migrateServer(url: string): Promise<string[]> {
  const pool = serverPool(url, 3);
  try {
    await checkReachable(pool, url);
    const guard = await pool.connect();
    try {
      await guard.query("SELECT pg_advisory_lock($1)", [migrationLock]);
      return await apply(serverAdapter(pool));
    } finally {
      guard.release(true); // the lock goes with the connection
    }
  } finally {
    if (!pool.ended) await pool.end();
  }
}

/** Applies what is missing through an adapter; the caller sees to it that nobody else does at the same time. */
export async function apply(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await schemaEngine(adapter);
  try {
    return (await engine.applyMigrations({ migrationsList: migrations(), filters })).appliedMigrationNames;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new ExpectedError("migration", `The database could not be brought up to date: ${reason}`, error);
  } finally {
    engine.free();
  }
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Uses a scratch database in memory. */
export async function difference(): Promise<string> {
  const pglite = await PGlite.create();
  const scratch = embeddedAdapter(async () => pglite);
  const engine = await schemaEngine({ ...scratch, connectToShadowDb: scratch.connect });
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations() },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema() }] },
      script: true,
      exitCode: null,
      filters,
    });
    return (stdout ?? "").replace("-- This is an empty migration.", "").trim();
  } finally {
    engine.free();
    await pglite.close();
  }
}
