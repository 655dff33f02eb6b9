/** The items of a drill as its rows tell them. */
import "server-only";
import { z } from "zod";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { readingsSchema } from "./attempt-config.ts";
import { levelSchema } from "./level.ts";
import { skillIdSchema } from "./skill-id.ts";

/** Why an item was chosen, and what was known just then. */
export const chosenSchema = z.object({
  kind: z.enum(["due", "weak", "new", "prerequisite", "stretch", "focus"]),
  /** The main skill of the item. */
  skill: skillIdSchema,
  /** When that skill was last practised, in ms; null where it was not. */
  lastAt: z.number().nullable(),
  /** The skill that went wrong before, where the item is chosen because that one rests on this. */
  behind: skillIdSchema.nullable(),
  /** Whether it is one of a few on a gap that the learner took up. */
  detour: z.boolean(),
  /** The skills that it takes, before it. */
  before: readingsSchema,
});
export type Chosen = z.infer<typeof chosenSchema>;

/**
 * How an item went: by the first counted try; "shown" where the solution was read without one; null where there was
 * neither, so that it was skipped or is still open.
 */
export type ItemOutcome = "right" | "hinted" | "wrong" | "shown" | null;

export interface DrillItem {
  variantId: string;
  position: number;
  exerciseId: string;
  level: Level;
  /** Of the variant: "variant 7 of yours". */
  number: number;
  state: "open" | "done" | "broken";
  chosen: Chosen;
  /** When it was chosen, in ms. */
  at: number;
  outcome: ItemOutcome;
  /** Of the first counted try. */
  verdict: string | null;
  /** Whether a later try was right. */
  rightLater: boolean;
  /** How long it was looked at, as the browser tells. */
  seconds: number;
}

/** What of a variant `itemsOf` needs. */
export const itemSelect = {
  id: true,
  position: true,
  exerciseId: true,
  level: true,
  number: true,
  state: true,
  chosen: true,
  createdAt: true,
  reveals: { select: { kind: true, createdAt: true } },
  submissions: {
    orderBy: { sequence: "asc" },
    select: {
      createdAt: true,
      seconds: true,
      receipts: { orderBy: { sequence: "desc" }, take: 1, select: { verdict: true, countsAsTry: true } },
    },
  },
} as const satisfies Prisma.VariantSelect;

type ItemRow = Prisma.VariantGetPayload<{ select: typeof itemSelect }>;

/** The items in their order; a drill's variants always have a position and a reason. */
export function itemsOf(rows: readonly ItemRow[]): DrillItem[] {
  return rows.map(itemOf).sort((a, b) => a.position - b.position);
}

function itemOf({
  id,
  position,
  exerciseId,
  level,
  number,
  state,
  chosen,
  createdAt: at,
  reveals,
  submissions,
}: ItemRow): DrillItem {
  const judged = submissions.map(({ createdAt, receipts: [receipt] }) => ({ createdAt, ...receipt }));
  const first = judged.find(({ countsAsTry }) => countsAsTry);
  const hinted = reveals.some(({ kind, createdAt }) => kind === "hint" && first && createdAt < first.createdAt);
  const shown = reveals.some(({ kind }) => kind === "solution");
  return {
    variantId: id,
    position: z.int().positive().parse(position),
    exerciseId,
    level: levelSchema.parse(level),
    number,
    state,
    chosen: chosenSchema.parse(chosen),
    at: at.getTime(),
    outcome: !first ? (shown ? "shown" : null) : first.verdict !== "right" ? "wrong" : hinted ? "hinted" : "right",
    verdict: first?.verdict ?? null,
    rightLater: judged.some((one) => one !== first && one.verdict === "right"),
    seconds: submissions.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
  };
}
