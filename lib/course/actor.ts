import type { Actor } from "#lib/auth/actor.ts";
import { notFound } from "./refusal.ts";

export type { Actor };

/** The id of the user row an actor may read; undefined for somebody who has none, and so owns nothing. */
export function ownerOf(actor: Actor): string | undefined {
  if (actor.kind === "anonymous" || (actor.kind === "guest" && !actor.known)) return undefined;
  return actor.id;
}

/** The same where without a row there is nothing to find. Throws a Refusal "not-found". */
export function requireOwner(actor: Actor): string {
  const owner = ownerOf(actor);
  if (owner === undefined) throw notFound();
  return owner;
}
