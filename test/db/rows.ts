import { randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "#lib/db/client.ts";

/** A new user with an e-mail address of its own. */
export function makeUser(tx: Tx) {
  return tx.user.create({ data: { email: `${randomUUID()}@example.org` } });
}

/** A variant of a user, the first of its exercise unless told otherwise. */
export function makeVariant(tx: Tx, userId: string, number = 1, state: "open" | "done" = "open") {
  return tx.variant.create({
    data: {
      userId,
      exerciseId: "calculus/descent-1d",
      version: 1,
      level: 2,
      number,
      seed: randomBytes(16).toString("hex"),
      params: { x: [1, -2.5], rate: 0.1 },
      state,
    },
  });
}

/** A submission to a variant. */
export function makeSubmission(
  tx: Tx,
  variant: { id: string; userId: string },
  sequence = 1,
  key: string = randomUUID(),
) {
  const { id: variantId, userId } = variant;
  return tx.submission.create({ data: { key, bodyHash: "0", userId, variantId, sequence, raw: { x1: "0.5" } } });
}

/** A receipt of a submission. */
export function makeReceipt(tx: Tx, submissionId: string, sequence = 1, score = 1) {
  return tx.receipt.create({
    data: {
      submissionId,
      sequence,
      receipt: { steps: [] },
      verdict: "right",
      score,
      countsAsTry: true,
      graderVersion: 1,
      exerciseVersion: 1,
    },
  });
}
