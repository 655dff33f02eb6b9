import type { SubmitOutcome } from "#lib/course/submit.ts";
import type { Pending } from "./pending.ts";

export type Sent =
  | SubmitOutcome
  /** Not acknowledged: the same may be sent again. */
  | { outcome: "unsent"; message: string; retryAfter: number | undefined }
  /** Sending it again would not help. */
  | { outcome: "refused"; message: string };

const unsent = (message: string, retryAfter?: number): Sent => ({ outcome: "unsent", message, retryAfter });

/** Sends a submission once, and says what became of it. */
export async function send(variantId: string, pending: Pending): Promise<Sent> {
  const answer = await post(`/api/variants/${variantId}/submissions`, pending);
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
