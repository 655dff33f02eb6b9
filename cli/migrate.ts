/** `node cli/run.mjs cli/migrate.ts`: brings the database up to date, and lets go of it; part of every start. */
import { migrateEmbedded, migrateServer } from "#lib/db/migrate.ts";
import { env } from "#lib/env.ts";

const { DATABASE_URL, DATA_DIR } = env();
const applied = await (DATABASE_URL ? migrateServer(DATABASE_URL) : migrateEmbedded(DATA_DIR));
if (applied.length > 0) console.log(`Database: applied ${applied.join(", ")}.`);
