import "server-only";
import { openAtStart } from "#lib/db/client.ts";
import { env, secrets } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { forgetOldCalls } from "./rate-limit.ts";

/** Checks the settings and opens the database. Where that fails, says why in one line and ends the process. */
export async function openOrExit(): Promise<void> {
  try {
    env();
    secrets();
    await openAtStart();
    await forgetOldCalls();
  } catch (error) {
    if (error instanceof Error && error.name === "ExpectedError") process.stderr.write(`${error.message}\n`);
    else log().fatal({ err: error }, "the server cannot start");
    process.exit(1);
  }
}
