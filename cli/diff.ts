/** `node cli/run.mjs cli/diff.ts`: the SQL that leads from the migrations to the schema; the start of a new migration. */
import { difference } from "#lib/db/migrate.ts";

console.log(await difference());
