/** What the headers of a request tell: where it comes from, and whether this site's own pages made it. */
import { env } from "#lib/env.ts";

/**
 * The network address of the client, as the proxy in front tells it; undefined without a proxy that we were told to
 * trust (TRUST_PROXY=1), since anybody can send the header. The last entry is the one that proxy wrote itself.
 */
export function clientAddress(headers: Headers): string | undefined {
  if (env().TRUST_PROXY !== "1") return undefined;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || undefined;
}

/**
 * Whether a changing request may come from one of our own pages. Browsers send Origin with every such request, and
 * Sec-Fetch-Site where they can; a program that sends neither carries nobody's cookies but its own.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  const hosts = [headers.get("host"), headers.get("x-forwarded-host")];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

/** The largest body that is read, in bytes. */
const mostBytes = 64 * 1024;

/** The text of a body; undefined where it is larger than that. */
export async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
