import "server-only";
import { openAtStart } from "#lib/db/client.ts";
import { env, secrets } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { sendsMail } from "./mail/sends-mail.ts";
import { forgetOldCalls } from "./rate-limit.ts";

/** Checks the settings, opens the database, and begins to send mail where that is wanted. Where that fails, says why in one line and ends the process. */
export async function openOrExit(): Promise<void> {
  try {
    env();
    secrets();
    await openAtStart();
    await forgetOldCalls();
    // Nothing of it is even loaded where no mail is sent.
    if (sendsMail()) (await import("./mail/start.ts")).startMailBeside();
  } catch (error) {
    if (error instanceof Error && error.name === "ExpectedError") process.stderr.write(`${error.message}\n`);
    else log().fatal({ err: error }, "the server cannot start");
    process.exit(1);
  }
}
