import "server-only";
import { mailSettings } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { openQueue, type Pace, type Queue, usualPace } from "#lib/mail/queue.ts";
import { smtpTransport } from "#lib/mail/transport.ts";
import { findNotices } from "./owed.ts";
import { giveNoticeUp, sendNotice } from "./send.ts";

/**
 * Begins to send mail, where the settings say through which server; else nothing is opened. Any number of servers may do
 * so beside each other.
 */
export async function startMail(pace: Pace = usualPace): Promise<Queue | undefined> {
  const settings = mailSettings();
  if (!settings) return undefined;
  const means = { site: settings.site, transport: smtpTransport(settings) };
  return await openQueue({ find: findNotices, carryOut: (id) => sendNotice(id, means), giveUp: giveNoticeUp }, pace);
}

const minute = 60_000;

/** The same beside a server, whose start neither waits for it nor fails with it. It ends with the process. */
export function startMailBeside(): void {
  let isEnding = false;
  let queue: Queue | undefined;
  const complain = (message: string) => (error: unknown) => log().error({ err: error }, message);
  const open = async () => {
    queue = await startMail();
    if (isEnding) await queue?.stop();
  };
  const begin = () => {
    open().catch((error: unknown) => {
      complain("mail cannot be sent yet; it is tried again in a minute")(error);
      setTimeout(begin, minute).unref();
    });
  };
  const end = () => {
    isEnding = true;
    queue?.stop().catch(complain("the queue of mails did not end well"));
  };
  process.once("SIGTERM", end).once("SIGINT", end);
  begin();
}
