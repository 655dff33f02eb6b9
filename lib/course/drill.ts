import "server-only";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { drillConfigSchema } from "./attempt-config.ts";
import { type GapOffer, gapOf } from "./drill-gap.ts";
import { type DrillItem, itemSelect, itemsOf } from "./drill-item.ts";
import { planOf } from "./drill-plan.ts";
import { type DrillSummary, summaryOf } from "./drill-summary.ts";
import { focusNames, titleOf, type Why, whyOf } from "./drill-why.ts";
import { learnerOf } from "./learner.ts";
import { type Practice, workingInclude, workingOf } from "./practice.ts";

export type Drill = RunningDrill | DrillSummary;

export interface RunningDrill {
  state: "running";
  id: string;
  /** What it is narrowed to; empty where it is not. */
  focus: string[];
  /** How many items were worked on before this one, and how many there will be; null for endless. */
  done: number;
  total: number | null;
  /** First tries right in a row, without hints. */
  streak: number;
  item: ShownItem;
  /** Whether the item was worked on, so that it counts. */
  isWorked: boolean;
  /** Whether this is the last one, as far as can be seen. */
  isLast: boolean;
  /** Items left of a detour, this one included; null outside of one. */
  detourLeft: number | null;
  gap: GapOffer | null;
}

/** An item of a drill with its variant. */
export interface ShownItem {
  position: number;
  exercise: { id: string; title: string };
  level: Level;
  why: Why;
  practice: Practice;
}

/** A drill of the actor's: the item it is at, or what came of it. Null where there is none of that id. Draws nothing. */
export async function readDrill(actor: Actor, id: string): Promise<Drill | null> {
  const found = await findDrill(actor, id);
  if (!found) return null;
  const { attempt, items } = found;
  const config = drillConfigSchema.parse(attempt.config);
  const learner = await learnerOf(actor);
  const current = items.at(-1);
  if (attempt.finishedAt || !current) return summaryOf(attempt, items, learner, Date.now());
  const before = items.slice(0, -1);
  const plan = planOf(items, config.length);
  const isWorked = current.outcome !== null;
  return {
    state: "running",
    id,
    focus: focusNames(config),
    done: before.filter(({ outcome }) => outcome !== null).length,
    total: plan.total,
    streak: plan.streak,
    item: await shown(current),
    isWorked,
    isLast: plan.isComplete,
    detourLeft: current.chosen.detour
      ? (planOf(before.concat({ ...current, outcome: null }), null).detour?.left ?? 1)
      : null,
    gap: await gapOf(learner, current),
  };
}

async function findDrill(actor: Actor, id: string) {
  const userId = ownerOf(actor);
  if (userId === undefined) return undefined;
  const attempt = await db().attempt.findFirst({
    where: { id, userId, kind: "drill" },
    include: { variants: { select: itemSelect } },
  });
  return attempt ? { attempt, items: itemsOf(attempt.variants) } : undefined;
}

/** Whose it is, the caller has made sure. */
async function shown(item: DrillItem): Promise<ShownItem> {
  const row = await db().variant.findUniqueOrThrow({ where: { id: item.variantId }, include: workingInclude });
  return {
    position: item.position,
    exercise: { id: item.exerciseId, title: titleOf(item) },
    level: item.level,
    why: whyOf(item),
    practice: await workingOf(row),
  };
}
