import { createHash } from "node:crypto";
import type { Actor } from "./actor.ts";

/**
 * What a browser knows the owner of its unsent answers by: another for everybody, and another kind for guests, whose
 * work moves to the account they sign in to. It tells nothing else. Undefined for somebody who owns nothing.
 */
export function ownerMark(actor: Actor): string | undefined {
  if (actor.kind === "anonymous") return undefined;
  return `${actor.kind}-${createHash("sha256").update(`owner:${actor.id}`).digest("base64url").slice(0, 16)}`;
}
