/** Hands mails over to the SMTP server of the settings. */
import "server-only";
import { createTransport } from "nodemailer";
import type { MailSettings } from "#lib/env.ts";
import { asHtml, asText, type Letter, oneLine } from "./letter.ts";

export interface Transport {
  /**
   * Resolves when the server has taken the mail. The same id gives the same Message-ID, by which mailboxes recognise what
   * had to be sent again.
   * @throws Undeliverable where trying again is no use; else whatever went wrong
   */
  send(id: string, to: string, letter: Letter): Promise<void>;
}

/** The server takes no mail for this address. */
export class Undeliverable extends Error {
  override name = "Undeliverable";
}

// A server that says nothing must not hold up the others' mails.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/** Opens nothing yet: every mail has a connection of its own. */
export function smtpTransport({ smtpUrl, from, replyTo, site }: MailSettings): Transport {
  const transport = createTransport({ url: smtpUrl, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(id, to, letter) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${new URL(site).hostname}>`,
          from,
          ...(replyTo !== undefined && { replyTo }),
          // As an object it is one address, whatever stands in it.
          to: { name: "", address: to },
          subject: oneLine(letter.subject),
          text: asText(letter),
          html: asHtml(letter),
          headers: {
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": `<${letter.oneClick}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        });
      } catch (error) {
        throw isRefusedForGood(error) ? new Undeliverable() : error;
      }
    },
  };
}

/**
 * The address is none, or got a reply 5xx. To anything else, and to 5.7.x (relaying denied, sign in first), it is the
 * settings that are wrong, and may be mended.
 */
function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error && error.code === "EENVELOPE" && "command" in error)) return false;
  if (error.command === "API") return true;
  const reply = "response" in error ? String(error.response) : "";
  return error.command === "RCPT TO" && /^5/.test(reply) && !/\b5\.7\.\d/.test(reply);
}
