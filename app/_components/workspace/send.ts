import type { SubmitOutcome } from "#lib/course/submit.ts";
import { inTurn } from "./in-turn.ts";
import { find, forget, type Raw } from "./kept.ts";

/** A submission on its way. */
export interface Pending {
  key: string;
  raw: Raw;
  /** How long the variant was looked at before. */
  seconds: number | undefined;
  /** Whether the browser keeps it; else it lives as long as the page. */
  isKept: boolean;
}

/** How long to wait after a failure, in seconds: one after the other, then the last again and again. */
const waits = [2, 5, 10, 20, 30] as const;
export const waitAfter = (failures: number): number => waits[Math.min(failures, waits.length - 1)] ?? 30;

export type Sent =
  | SubmitOutcome
  /** Another tab has sent it meanwhile, or was told not to. */
  | { outcome: "gone" }
  /** Not acknowledged: the same may be sent again. */
  | { outcome: "unsent"; message: string; retryAfter: number | undefined }
  /** Sending it again would not help. */
  | { outcome: "refused"; message: string };

const unsent = (message: string, retryAfter?: number): Sent => ({ outcome: "unsent", message, retryAfter });

/** Sends a submission once, when it is this tab’s turn, and says what became of it. */
export const send = (variantId: string, pending: Pending): Promise<Sent> =>
  inTurn(variantId, async () => {
    if (pending.isKept && find("pending", variantId)?.key !== pending.key) return { outcome: "gone" };
    const sent = await sendNow(variantId, pending);
    if (sent.outcome !== "unsent") forget("pending", variantId);
    return sent;
  });

async function sendNow(variantId: string, { key, raw, seconds }: Pending): Promise<Sent> {
  const answer = await post(`/api/variants/${variantId}/submissions`, { key, raw, seconds });
  if (!answer) return unsent("The server cannot be reached.");
  const { status, body } = answer;
  if (body && "outcome" in body) return body;
  if (status === 429) return unsent(body?.message ?? "That was fast; this has to wait a moment.", body?.retryAfter);
  if (status >= 500 || !body) return unsent("The server is in trouble.");
  return { outcome: "refused", message: body.message };
}

interface Failure {
  message: string;
  retryAfter?: number;
}

interface Answer {
  status: number;
  body: SubmitOutcome | Failure | undefined;
}

async function post(address: string, body: unknown): Promise<Answer | undefined> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(address, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  } catch {
    return undefined;
  }
}
