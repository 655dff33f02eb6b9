import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { embeddedAdapter } from "#lib/db/adapter.ts";
import { closeDatabase, db, installDatabase, onEmbedded, onServer } from "#lib/db/client.ts";
import type { PrismaClient } from "#lib/db/generated/client.ts";
import { apply, migrateServer } from "#lib/db/migrate.ts";
import { migrations } from "#lib/db/schema-engine.ts";
import { serverPool } from "#lib/db/server.ts";
import { startCluster } from "./cluster.ts";

/** The databases an integration test runs on: `describe.each(databases)("… on %s", (kind) => …)`. */
export const databases = ["embedded-memory", "postgres"] as const;

export type TestDatabase = { client: PrismaClient; close: () => Promise<void> };

/**
 * A migrated, empty database of this test's own, installed where `db()` and `transaction()` find it. Close it in
 * `afterAll`. Rows cannot be truncated; tests keep apart by making their own users.
 */
export async function openTestDatabase(kind: (typeof databases)[number]): Promise<TestDatabase> {
  return kind === "postgres" ? await onCluster() : await inMemory();
}

async function onCluster(): Promise<TestDatabase> {
  const cluster = await startCluster();
  await migrateServer(cluster.url);
  installDatabase(onServer(serverPool(cluster.url), cluster.url));
  const close = async () => {
    await closeDatabase();
    await cluster.stop();
  };
  return { client: db(), close };
}

async function inMemory(): Promise<TestDatabase> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([await migratedArchive()]) });
  installDatabase(onEmbedded(async () => ({ pglite, close: () => pglite.close() })));
  return { client: db(), close: closeDatabase };
}

/** Puts a migrated, empty embedded database into a data folder. */
export async function fillDataDir(dataDir: string): Promise<void> {
  const pglite = await PGlite.create(join(dataDir, "database"), { loadDataDir: new Blob([await migratedArchive()]) });
  await pglite.close();
}

/** A migrated database as an archive, kept between runs: loading one is three times as fast as making one. */
async function migratedArchive(): Promise<Uint8Array<ArrayBuffer>> {
  const version = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const hash = createHash("sha256").update(JSON.stringify(migrations())).update(readFileSync(version)).digest("hex");
  const file = join(tmpdir(), `chainrule-test-${hash.slice(0, 16)}.tar`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const pglite = await PGlite.create();
  await apply(embeddedAdapter(async () => pglite));
  const archive = new Uint8Array(await (await pglite.dumpDataDir("none")).arrayBuffer());
  await pglite.close();
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, archive);
  renameSync(unfinished, file);
  return archive;
}
