import "server-only";
import { currentActor } from "#lib/auth/current-actor.ts";
import { type AccessName, type Rule, ruleFor } from "./access.ts";
import type { Actor } from "./actor.ts";
import { countCall, type Limit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import { clientAddress, isSameOrigin } from "./request.ts";

/** What addresses may do together, as a multiple of what one actor may: classrooms share one. */
const sharers = 50;

/**
 * What route handlers and server actions have in common: is it our own page that asks, who is it, may they, and not too
 * often. Tells the actor; throws a Refusal.
 */
export async function admit(name: AccessName, headers: Headers, changes: boolean): Promise<Actor> {
  if (changes && !isSameOrigin(headers))
    throw new Refusal("cross-site", "This request came from another site, and was not carried out.");
  const rule = ruleFor(name);
  const actor: Actor = rule.who === "public" ? { kind: "anonymous" } : await currentActor();
  if (!allows(rule, actor)) throw new Refusal("signed-out", "Open the page again, or sign in, and then repeat this.");
  if (rule.limit) await countCalls(name, actor, rule.limit, clientAddress(headers));
  return actor;
}

/** Whether a rule lets an actor in. */
export function allows({ who }: Rule, actor: Actor): boolean {
  if (who === "user") return actor.kind === "user";
  return who !== "learner" || actor.kind !== "anonymous";
}

async function countCalls(name: string, actor: Actor, limit: Limit, address: string | undefined): Promise<void> {
  // A guest id costs nothing to get, so guests are counted by their address too.
  const shared = { ...limit, points: limit.points * sharers };
  if (actor.kind !== "user" && address !== undefined) await countCall(`${name} from`, address, shared);
  if (actor.kind !== "anonymous") await countCall(name, actor.id, limit);
}
