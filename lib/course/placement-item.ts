/** The items of a placement as its rows tell them. */
import "server-only";
import { z } from "zod";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import type { Probe } from "#lib/mastery/placement.ts";
import { bank } from "./bank.ts";
import { levelSchema } from "./level.ts";

export interface PlacementItem {
  variantId: string;
  position: number;
  exerciseId: string;
  level: Level;
  /** Of the variant. */
  number: number;
  state: "open" | "done" | "broken";
  /** What the item was chosen to find out about; undefined where the exercise is no longer on offer. */
  skill: SkillId | undefined;
  /** "unknown" is said not to be known yet; null says nothing: open, broken, or not to be settled. */
  outcome: "right" | "wrong" | "unknown" | null;
}

/** What of a variant `placementItemsOf` needs. */
export const placementSelect = {
  id: true,
  position: true,
  exerciseId: true,
  level: true,
  number: true,
  state: true,
  submissions: {
    orderBy: { sequence: "asc" },
    take: 1,
    select: { receipts: { orderBy: { sequence: "desc" }, take: 1, select: { verdict: true } } },
  },
} as const satisfies Prisma.VariantSelect;

type Row = Prisma.VariantGetPayload<{ select: typeof placementSelect }>;

/** The items in their order. */
export function placementItemsOf(rows: readonly Row[]): PlacementItem[] {
  return rows.map(itemOf).sort((a, b) => a.position - b.position);
}

function itemOf({ id, position, exerciseId, level, number, state, submissions }: Row): PlacementItem {
  return {
    variantId: id,
    position: z.int().positive().parse(position),
    exerciseId,
    level: levelSchema.parse(level),
    number,
    state,
    skill: bank().find((one) => one.exercise === exerciseId && one.level === level)?.skills[0],
    outcome: outcomeOf(state, submissions[0]?.receipts[0]?.verdict),
  };
}

/** An answer with too few digits, or in another form, is that of somebody who knows how. */
function outcomeOf(state: Row["state"], verdict: string | undefined): PlacementItem["outcome"] {
  if (verdict === undefined) return state === "done" ? "unknown" : null;
  if (verdict === "undecided") return null;
  return verdict === "right" || verdict === "imprecise" ? "right" : "wrong";
}

/** What the items say, for the estimate. */
export const probesOf = (items: readonly PlacementItem[]): Probe[] =>
  items.flatMap(({ skill, level, outcome }) =>
    skill === undefined || outcome === null ? [] : [{ skill, level, right: outcome === "right" }],
  );
