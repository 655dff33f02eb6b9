/** The moment from which students see an assignment, and from which no change of code alters it. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { drawFresh } from "#lib/course/draw-fresh.ts";
import { levelSchema } from "#lib/course/level.ts";
import { Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { faultsOfRules } from "#lib/grading/with-rules.ts";
import { assignmentConfigSchema, faultsOfConfig } from "./config.ts";
import { exerciseOf, type Item, type Part, readContent } from "./content.ts";
import { lockAssignment, requireAssignment } from "./find.ts";
import { itemRulesSchema } from "./terms.ts";

/** Why an assignment cannot be published, in words for whoever teaches; empty where it can. */
export function faultsOfContent(config: unknown, parts: readonly Part[]): string[] {
  const items = parts.flatMap((part) => part.items);
  const gone = items.filter((item) => !exerciseOf(item));
  return [
    ...Object.values(faultsOfConfig(assignmentConfigSchema.parse(config))),
    ...(items.length === 0 ? ["It has no exercises yet."] : []),
    ...parts
      .filter((part) => part.items.length > 0 && part.pick > part.items.length)
      .map(({ position }) => `Part ${position} gives more exercises than it has.`),
    ...parts.filter((part) => part.items.length === 0).map(({ position }) => `Part ${position} has no exercises.`),
    ...items.flatMap((item) => {
      const exercise = exerciseOf(item);
      return exercise ? faultsOfRules(exercise, itemRulesSchema.parse(item.rules)) : [];
    }),
    ...gone.map(({ exerciseId, level }) => `${exerciseId}, level ${level}, is not in the bank any more.`),
  ];
}

/**
 * Publishes a draft: pins the version of each exercise, and draws the variants where everybody gets the same. Doing it
 * again does nothing.
 * @throws Refusal "invalid" with what is still missing, "closed" where it was changed meanwhile
 */
export async function publishAssignment(actor: Actor, id: string): Promise<void> {
  const { assignment } = await requireAssignment(db(), actor, id, "change assignments");
  if (assignment.publishedAt) return;
  const parts = await readContent(db(), id);
  const faults = faultsOfContent(assignment.config, parts);
  if (faults.length > 0) throw new Refusal("invalid", `This cannot be published yet. ${faults.join(" ")}`);
  const { variants } = assignmentConfigSchema.parse(assignment.config);
  const pinned = parts.flatMap((part) => part.items.map((item) => pin(item, variants === "same")));
  await transaction(async (tx) => {
    const locked = await lockAssignment(tx, actor, id, "change assignments");
    if (locked.assignment.publishedAt) return;
    if (locked.assignment.revision !== assignment.revision)
      throw new Refusal("closed", "Somebody changed this assignment just now. Look it over, and publish it again.");
    for (const { id: itemId, ...data } of pinned) await tx.assignmentItem.update({ where: { id: itemId }, data });
    await tx.$executeRaw`
      UPDATE assignments SET published_at = clock_timestamp(), revision = revision + 1 WHERE id = ${id}::uuid`;
    await record(tx, locked.by, "published", { title: assignment.title });
  });
}

function pin(item: Item, drawn: boolean) {
  const exercise = exerciseOf(item);
  if (!exercise) throw new Refusal("invalid", `${item.exerciseId} is not in the bank any more.`);
  if (!drawn) return { id: item.id, version: exercise.version };
  const { version, seed, params } = drawFresh(exercise, levelSchema.parse(item.level), new Set());
  return { id: item.id, version, seed, params };
}

/**
 * Makes a published assignment a draft again, which only goes while no student has begun it.
 * @throws Refusal "closed" where somebody has
 */
export async function unpublishAssignment(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, id, "change assignments");
    if (!assignment.publishedAt) return;
    await requireUnbegun(tx, id);
    await tx.assignment.update({
      where: { id },
      data: { publishedAt: null, releasedAt: null, revision: { increment: 1 } },
    });
    await record(tx, by, "unpublished", { title: assignment.title });
  });
}

/** Locks the assignment against students who begin, and throws where one has. */
export async function requireUnbegun(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM assignments WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const begun = await tx.attempt.count({ where: { assignmentId: id, preview: false } });
  if (begun > 0)
    throw new Refusal(
      "closed",
      `${begun === 1 ? "A student has" : `${begun} students have`} begun this assignment, so its exercises stand as they are.`,
    );
}
