import "server-only";
import { db } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";

/** Whether the database answers. */
export async function isHealthy(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    log().error({ err: error }, "the database does not answer");
    return false;
  }
}
