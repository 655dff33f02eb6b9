import { Pool } from "pg";
import { ExpectedError } from "#cli/expected.mjs";
import { log } from "#lib/log.ts";

/**
 * A pool of connections to a PostgreSQL server. Sessions run in UTC, since Prisma's driver takes every timestamp it
 * reads and writes for UTC.
 */
export function serverPool(url: string, max = 10): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    onConnect: (client) => client.query("SET TIME ZONE 'UTC'"),
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on("error", (error) => log().warn({ error: error.message }, "a database connection broke"));
  return pool;
}

/**
 * Makes sure that the server answers.
 * @throws ExpectedError "unreachable", one line with host, port and database but no password
 */
export async function checkReachable(pool: Pool, url: string): Promise<void> {
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || "5432"}${pathname}`;
    throw new ExpectedError("unreachable", `The database server ${place} cannot be used: ${reason(error)}.`, error);
  }
}

/** A refused connection to a name with several addresses is an AggregateError without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message.trim().replace(/\.$/, "") : String(error);
}
