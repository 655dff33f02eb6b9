import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { ExpectedError } from "#cli/expected.mjs";
import { acquireLock } from "#cli/lock.mjs";

/** The embedded database of one data folder, and the lock on it. */
export type Embedded = { pglite: PGlite; close: () => Promise<void> };

/** The release of PostgreSQL inside PGlite. It cannot open the folder of another one. */
const expectedVersion = "18";

/**
 * Opens the embedded database of a data folder: the lock first, then the version of the folder, then the database.
 * Nothing else may open it. A new database is created beside its place and then moved there, so that a start that is
 * killed half-way leaves nothing that looks like a database.
 * @throws ExpectedError "locked" | "unwritable" | "version" | "corrupt"
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  if (process.env.NEXT_PHASE === "phase-production-build") throw new Error("a build must not open the database");
  const lock = await acquireLock(dataDir);
  try {
    const folder = join(dataDir, "database");
    if (existsSync(folder)) checkVersion(folder);
    else await create(folder);
    const pglite = await openFolder(folder);
    return {
      pglite,
      close: async () => {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function checkVersion(folder: string): void {
  const file = join(folder, "PG_VERSION");
  const found = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (found === expectedVersion) return;
  if (!/^\d+$/.test(found)) throw corrupt(folder, "it has no readable PG_VERSION");
  throw new ExpectedError(
    "version",
    `The database in ${folder} was made by PostgreSQL ${found}; this version of Chainrule needs ${expectedVersion}. Move the folder away, or go back to the version of Chainrule that made it.`,
  );
}

async function create(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create(unfinished);
  await pglite.close();
  renameSync(unfinished, folder);
}

async function openFolder(folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder);
  } catch (error) {
    throw corrupt(folder, error instanceof Error ? error.message : String(error), error);
  }
}

function corrupt(folder: string, reason: string, cause?: unknown): ExpectedError {
  return new ExpectedError(
    "corrupt",
    `The database in ${folder} cannot be opened (${reason}). Put a backup in its place, or move it away to start anew.`,
    cause,
  );
}
