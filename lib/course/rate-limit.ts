import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "#lib/db/client.ts";
import { Refusal } from "./refusal.ts";

/** So many calls in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

/**
 * Counts one call against a limit, in the database, so that all processes count together. Keys are stored hashed: they
 * may hold e-mail and network addresses.
 * Throws a Refusal "too-many" past the limit.
 */
export async function countCall(name: string, key: string, limit: Limit): Promise<void> {
  try {
    await limiter(name, limit).consume(hashed(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}

/** Takes back what was counted for a key. */
export async function forgetCalls(name: string, key: string, limit: Limit): Promise<void> {
  await limiter(name, limit).delete(hashed(key));
}

const limiter = (name: string, { points, seconds }: Limit) =>
  new RateLimiterPrisma({
    storeClient: db(),
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });

const hashed = (key: string) => createHash("sha256").update(key).digest("base64url");

/** Forgets the counts of windows that are over. */
export async function forgetOldCalls(): Promise<void> {
  await db().$executeRaw`DELETE FROM rate_limits WHERE expire < clock_timestamp()`;
}

function tooMany(seconds: number): Refusal {
  const wait = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
  return new Refusal("too-many", `That was very often in a short time. Try again in ${wait}.`, seconds);
}
