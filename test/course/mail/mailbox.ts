/** A real SMTP server that keeps what it is sent, on a port of its own. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Mail {
  to: string;
  /** As it came over the wire. */
  source: string;
  /** By their names in lower case, unfolded; still encoded. */
  headers: ReadonlyMap<string, string>;
  /** The part as plain text, decoded. */
  text: string;
  html: string;
}

export interface Mailbox {
  port: number;
  url: string;
  mails: Mail[];
  /** The mails to one address. */
  to(address: string): Mail[];
  /** What it answers to addresses that it does not take. */
  refuses: Map<string, string>;
  close(): Promise<void>;
}

/** Opens one, on a port that was free or on this one. */
export async function openMailbox(port = 0): Promise<Mailbox> {
  const mails: Mail[] = [];
  const refuses = new Map<string, string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const reason = refuses.get(address);
      done(reason === undefined ? null : Object.assign(new Error(reason), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const source = Buffer.concat(parts).toString("utf8");
        for (const { address } of envelope.rcptTo) mails.push({ to: address, source, ...read(source) });
        done();
      });
    },
  });
  server.on("error", () => {}); // a client that goes away
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const address: AddressInfo | string | null = listening.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    to: (wanted) => mails.filter(({ to }) => to === wanted),
    refuses,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port on which nobody listens now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function read(source: string): Pick<Mail, "headers" | "text" | "html"> {
  const headers = headersOf(source);
  const boundary = /boundary="?([^";]+)/.exec(headers.get("content-type") ?? "")?.[1];
  const parts = boundary === undefined ? [] : source.split(`--${boundary}`);
  const part = (type: string) =>
    decoded(parts.find((one) => headersOf(one.trimStart()).get("content-type")?.startsWith(type)) ?? "");
  return { headers, text: part("text/plain"), html: part("text/html") };
}

function headersOf(part: string): Map<string, string> {
  const head = part.split("\r\n\r\n", 1)[0] ?? "";
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}

function decoded(part: string): string {
  const trimmed = part.trimStart();
  const body = trimmed.slice(trimmed.indexOf("\r\n\r\n") + 4);
  const encoding = headersOf(trimmed).get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8").replaceAll("\r\n", "\n");
  if (encoding !== "quoted-printable") return body.replaceAll("\r\n", "\n");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}
