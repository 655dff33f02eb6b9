/**
 * What a learner cannot have, and why, in words for them: an expected failure. The wrappers of route handlers and
 * server actions turn it into an answer; it is not logged.
 */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly kind: RefusalKind,
    message: string,
    /** Seconds to wait, where waiting helps. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export type RefusalKind =
  /** Not there, or not theirs: the two look the same from outside. */
  "not-found" | "invalid" | "cross-site" | "signed-out" | "closed" | "unavailable" | "too-large" | "too-many";

/** The HTTP status of each kind. */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
  "not-found": 404,
  invalid: 422,
  "cross-site": 403,
  "signed-out": 401,
  closed: 409,
  unavailable: 503,
  "too-large": 413,
  "too-many": 429,
};

export const notFound = () => new Refusal("not-found", "There is no such thing here, or it is not yours.");

export const closedVariant = () =>
  new Refusal("closed", "This variant is closed: it was answered, or a newer one was drawn. Open the exercise again.");

export const closedAttempt = () =>
  new Refusal("closed", "This is over: what you had typed by then was handed in, and nothing more is taken.");

export const brokenVariant = () =>
  new Refusal("unavailable", "Something is wrong with this variant, not with you. It costs nothing; take a new one.");
