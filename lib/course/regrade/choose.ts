import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { exerciseOf, readContent } from "#lib/course/assignment/content.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { type ItemTermsView, itemTerms } from "#lib/course/assignment/item-terms.ts";
import { db } from "#lib/db/client.ts";
import { versionsFor } from "./change.ts";

/** An item as it is judged now, and what versions of its exercise it can be judged by. */
export interface RegradableItem {
  terms: ItemTermsView;
  version: number;
  /** Its own among them, the oldest first. */
  versions: number[];
}

/** Undefined where there is no such item, or its code is gone. */
export async function readRegradable(
  actor: Actor,
  { assignment, item }: { assignment: string; item: string },
): Promise<RegradableItem | undefined> {
  await requireAssignment(db(), actor, assignment, "regrade work");
  const parts = await readContent(db(), assignment);
  const row = parts.flatMap(({ items }) => items).find(({ id }) => id === item);
  const exercise = row && exerciseOf(row);
  const terms = await itemTerms(actor, assignment, item);
  if (!row || !exercise || !terms) return undefined;
  return { terms, version: exercise.version, versions: versionsFor(row).map(({ version }) => version) };
}
