import "server-only";
import { db } from "#lib/db/client.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { placementItemsOf, placementSelect } from "./placement-item.ts";
import { type PlacementResult, resultOf } from "./placement-result.ts";
import { type Practice, workingInclude, workingOf } from "./practice.ts";
import { findExercise } from "./registry.ts";

export type Placement = RunningPlacement | PlacementResult;

export interface RunningPlacement {
  state: "running";
  id: string;
  /** How many items were answered before this one. */
  done: number;
  item: { position: number; exercise: { id: string; title: string }; practice: Practice };
}

/** The actor's latest placement: the item it is at, or what it found; null where there is none. Draws nothing. */
export async function readPlacement(actor: Actor): Promise<Placement | null> {
  const userId = ownerOf(actor);
  if (userId === undefined) return null;
  const attempts = await db().attempt.findMany({
    where: { userId, kind: "placement" },
    orderBy: { startedAt: "desc" },
    include: { variants: { select: placementSelect } },
  });
  const unfinished = attempts.find(({ finishedAt }) => finishedAt === null);
  const items = placementItemsOf(unfinished?.variants ?? []);
  const current = items.at(-1);
  if (!unfinished || !current) {
    const results = attempts.map(({ startedAt, variants }) => resultOf(startedAt, placementItemsOf(variants)));
    return results.find(({ answered }) => answered > 0) ?? null;
  }
  const row = await db().variant.findUniqueOrThrow({ where: { id: current.variantId }, include: workingInclude });
  const { exerciseId, position } = current;
  return {
    state: "running",
    id: unfinished.id,
    done: items.slice(0, -1).filter(({ outcome }) => outcome !== null).length,
    item: {
      position,
      exercise: { id: exerciseId, title: findExercise(exerciseId)?.title ?? exerciseId },
      practice: await workingOf(row),
    },
  };
}
