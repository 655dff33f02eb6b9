/** An assignment of the demonstration, as it would stand had it been published when the plan says. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { type AssignmentConfig, defaultsOf } from "#lib/course/assignment/config.ts";
import { findExercise } from "#lib/course/registry.ts";
import { record } from "#lib/course/section/audit.ts";
import { transaction } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import type { PlannedAssignment } from "./plan.ts";

export interface GivenItem {
  id: string;
  exercise: Exercise;
  level: Level;
  difficulty: number;
  /** Where everybody has the same. */
  drawn: { seed: string; params: z.infer<typeof paramsSchema> } | null;
}

export interface Given {
  id: string;
  planned: PlannedAssignment;
  config: AssignmentConfig;
  parts: { pick: number; items: GivenItem[] }[];
}

const day = 86_400_000;
export const paramsSchema = z.json().transform((value) => value ?? {});

/** 128 bits, as every seed has. */
export const newSeed = (rng: Rng): string => rng.list(32, () => rng.int(0, 15).toString(16)).join("");

export async function giveAssignment(
  { id: userId }: Extract<Actor, { kind: "user" }>,
  sectionId: string,
  planned: PlannedAssignment,
  now: number,
  rng: Rng,
): Promise<Given> {
  const { title, instructions, mode, category, opens, due, lateUntil, published } = planned;
  const config = { ...defaultsOf[mode], ...planned.config };
  const at = (days: number | null) => (days === null ? null : new Date(now + days * day));
  return await transaction(async (tx) => {
    const { id } = await tx.assignment.create({
      data: {
        ...{ sectionId, title, instructions, mode, config, category },
        ...{ opensAt: at(opens), dueAt: at(due), lateUntil: at(lateUntil) },
        publishedAt: published ? at(opens) : null,
      },
    });
    const parts: Given["parts"] = [];
    for (const [i, { points, pick, items }] of planned.parts.entries()) {
      const part = await tx.assignmentPart.create({ data: { assignmentId: id, position: i + 1, points, pick } });
      const given: GivenItem[] = [];
      for (const [k, item] of items.entries()) {
        const exercise = findExercise(item.exercise);
        if (!exercise) throw new RangeError(`${item.exercise} is not in the bank`);
        const seed = newSeed(rng);
        const drawn =
          published && config.variants === "same"
            ? { seed, params: paramsSchema.parse(drawVariant(exercise, item.level, seed).params) }
            : null;
        const row = await tx.assignmentItem.create({
          data: {
            partId: part.id,
            position: k + 1,
            exerciseId: item.exercise,
            level: item.level,
            ...(published && { version: exercise.version }),
            ...drawn,
          },
        });
        given.push({ id: row.id, exercise, level: item.level, difficulty: item.difficulty, drawn });
      }
      parts.push({ pick, items: given });
    }
    const by = { id: sectionId, userId };
    await record(tx, by, "assignment made", { title });
    if (published) await record(tx, by, "published", { title });
    return { id, planned, config, parts };
  });
}
