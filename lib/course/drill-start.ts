import "server-only";
import { z } from "zod";
import { transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { type DrillConfig, drillConfigSchema } from "./attempt-config.ts";
import { storeItem } from "./attempt-item.ts";
import { lockRuled } from "./attempt-over.ts";
import { chooseItem } from "./drill-choose.ts";
import { endDrill } from "./drill-finish.ts";
import { itemSelect, itemsOf } from "./drill-item.ts";
import { lockOwner } from "./owner-lock.ts";
import { findExercise } from "./registry.ts";
import { skillIdSchema } from "./skill-id.ts";

/** Ids with commas between them, as a hidden field holds them; empty for none. */
const listed = z
  .string()
  .max(4000)
  .default("")
  .transform((text) => [...new Set(text.split(",").filter((id) => id !== ""))]);

const exerciseIdSchema = z.string().refine((id) => findExercise(id) !== undefined, "There is no such exercise.");

/** What a form that begins a drill holds; all of it may be left out. */
export const startDrillSchema = z.object({
  length: z
    .enum(["5", "10", "20", "endless"])
    .default("10")
    .transform((length) => (length === "endless" ? null : Number(length))),
  /** Narrow the drill to what is mainly about these, or to these. */
  skills: listed.pipe(z.array(skillIdSchema)),
  exercises: listed.pipe(z.array(exerciseIdSchema)),
  /** The unfinished drill that is ended for this one. */
  instead: z.uuid().optional(),
});

/** Either the drill that goes on now, or the one that stands in the way, since only one may be unfinished. */
export type Started = { drill: string } | { unfinished: string };

/**
 * Begins a drill with its first item. One in which nothing was answered gives way by itself; any other must be named in
 * `instead`. Doing it again, as by a double click, gives the same drill.
 */
export async function startDrill(
  actor: Actor,
  { length, skills, exercises, instead }: z.infer<typeof startDrillSchema>,
): Promise<Started> {
  const config: DrillConfig = { length, focus: { skills, exercises } };
  const first = await chooseItem(actor, { items: [], focus: config.focus, detour: undefined });
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const unfinished = await tx.attempt.findFirst({
      where: { userId, kind: "drill", finishedAt: null },
      include: { variants: { select: itemSelect } },
    });
    if (unfinished) {
      const { id } = unfinished;
      const isTouched = itemsOf(unfinished.variants).some(({ outcome }) => outcome !== null);
      if (!isTouched && isSame(unfinished.config, config)) return { drill: id };
      if (isTouched && id !== instead) return { unfinished: id };
      await lockRuled(tx, id);
      await endDrill(tx, userId, id);
    }
    const { id } = await tx.attempt.create({ data: { userId, kind: "drill", config } });
    await storeItem(tx, userId, { attemptId: id, position: 1 }, first);
    return { drill: id };
  });
}

const isSame = (stored: unknown, { length, focus }: DrillConfig): boolean => {
  const other = drillConfigSchema.parse(stored);
  return JSON.stringify([other.length, other.focus]) === JSON.stringify([length, focus]);
};
