/** The beginning of an attempt at an assignment. */
import "server-only";
import { randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { clock } from "#lib/course/clock.ts";
import { drawnBefore, nextNumber } from "#lib/course/draw.ts";
import { drawFresh, sameText } from "#lib/course/draw-fresh.ts";
import { levelSchema } from "#lib/course/level.ts";
import { lockOwner } from "#lib/course/owner-lock.ts";
import { Refusal } from "#lib/course/refusal.ts";
import type { Membership } from "#lib/course/section/membership.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment } from "#lib/db/generated/client.ts";
import { effortOf } from "#lib/exercise/effort.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { type AssignmentConfig, assignmentConfigSchema } from "./config.ts";
import { exerciseOf, type Item, type Part, readContent } from "./content.ts";
import { requireAssignment } from "./find.ts";
import { drawPool, shuffled } from "./pool.ts";
import { reschedule } from "./reschedule.ts";
import { rollUp } from "./roll-up.ts";
import { saidFor } from "./said-for.ts";
import { closeOf, datesFor } from "./schedule.ts";
import { typicalEffort } from "./typical-effort.ts";

export const startAssignmentSchema = z.object({
  assignment: z.uuid(),
  password: z.string().max(200).optional(),
});

/**
 * Begins a student’s attempt: draws pools and variants, and starts the clock. Where it was begun already (a double click, a
 * second tab), that attempt it is.
 * @throws Refusal "not-found"; "closed" before it opens and after it closes; "invalid" for a wrong password
 */
export async function startAssignment(
  actor: Actor,
  { assignment: id, password }: z.infer<typeof startAssignmentSchema>,
): Promise<{ attemptId: string }> {
  const { assignment, by } = await requireAssignment(db(), actor, id, "take assignments");
  const begun = await findAttempt(db(), id, by.userId);
  if (begun) return { attemptId: begun.id };
  await requireOpen(assignment, by);
  if (assignment.password && !isSame(assignment.password, password ?? ""))
    throw new Refusal("invalid", "This is not the password of this assignment. Ask whoever teaches you for it.");
  return await begin(actor, assignment, false);
}

/** Begins a preview: the same for whoever teaches, at any time, and without consequences. */
export async function startPreview(actor: Actor, id: string): Promise<{ attemptId: string }> {
  const { assignment } = await requireAssignment(db(), actor, id, "try assignments");
  return await begin(actor, assignment, true);
}

async function findAttempt(client: Pick<Tx, "attempt">, assignmentId: string, userId: string) {
  return await client.attempt.findFirst({ where: { assignmentId, userId, preview: false }, select: { id: true } });
}

async function requireOpen(assignment: Assignment, { enrollmentId }: Membership): Promise<void> {
  const { own, general } = await saidFor(db(), assignment.id, enrollmentId);
  const dates = datesFor(millisOf(assignment), own, general);
  const now = (await clock(db())).getTime();
  if (dates.opensAt !== null && now < dates.opensAt) throw new Refusal("closed", "This assignment is not open yet.");
  const close = closeOf(dates);
  if (close !== null && now >= close) throw new Refusal("closed", "This assignment has closed.");
}

const millisOf = ({ opensAt, dueAt, lateUntil }: Assignment) => ({
  opensAt: opensAt?.getTime() ?? null,
  dueAt: dueAt?.getTime() ?? null,
  lateUntil: lateUntil?.getTime() ?? null,
});

function isSame(password: string, typed: string): boolean {
  const [own, given] = [Buffer.from(password.trim()), Buffer.from(typed.trim())];
  return own.length === given.length && timingSafeEqual(own, given);
}

async function begin(actor: Actor, assignment: Assignment, preview: boolean): Promise<{ attemptId: string }> {
  const { id } = assignment;
  const config = assignmentConfigSchema.parse(assignment.config);
  const drawn = await drawItems(actor, config, await readContent(db(), id));
  if (drawn.length === 0) throw new Refusal("unavailable", "There is nothing in this assignment to take yet.");
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    // Whoever changes the assignment waits until this attempt is there to be rescheduled, and the other way round.
    await tx.$executeRaw`SELECT id FROM assignments WHERE id = ${id}::uuid FOR SHARE`;
    const now = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { revision: true } });
    if (now.revision !== assignment.revision)
      throw new Refusal("closed", "This assignment was changed just now. Open it again, and begin.");
    if (preview)
      await tx.$executeRaw`
        UPDATE attempts SET finished_at = clock_timestamp()
        WHERE assignment_id = ${id}::uuid AND user_id = ${userId}::uuid AND preview AND finished_at IS NULL`;
    const begun = preview ? null : await findAttempt(tx, id, userId);
    if (begun) return { attemptId: begun.id };
    const isAtOnce = config.feedback === "at once";
    const startedAt = await clock(tx);
    const attempt = await tx.attempt.create({
      data: {
        userId,
        kind: "assignment",
        assignmentId: id,
        preview,
        config: {},
        startedAt,
        learnedAt: isAtOnce ? startedAt : null,
      },
    });
    for (const [i, { itemId, effort, ...variant }] of drawn.entries()) {
      const mine = { userId, exerciseId: variant.exerciseId, level: variant.level };
      const number = await nextNumber(tx, mine);
      const place = { attemptId: attempt.id, position: i + 1, itemId, effort };
      await tx.variant.create({ data: { ...mine, ...variant, ...place, number } });
    }
    await reschedule(tx, id, { attemptId: attempt.id });
    await rollUp(tx, { attemptId: attempt.id });
    return { attemptId: attempt.id };
  });
}

/** The items of one student in their order, each with a variant. */
async function drawItems(actor: Actor, config: AssignmentConfig, parts: readonly Part[]) {
  const chosen = parts.flatMap((part) => choose(part));
  const order = config.shuffle ? shuffled(chosen, randomInt) : chosen;
  const drawn = [];
  const seen = new Map<string, Set<string>>();
  for (const { item, exercise } of order) {
    const place = `${exercise.id} ${item.level}`;
    const before = seen.get(place) ?? (await drawnBefore(actor, exercise, levelSchema.parse(item.level)));
    const variant = drawItem(item, exercise, before);
    seen.set(place, before.add(sameText(exercise.schema, variant.params) ?? ""));
    drawn.push(variant);
  }
  return drawn;
}

interface Choice {
  item: Item;
  exercise: Exercise;
}

/** The items of a part that somebody gets: those whose code is here, and of a pool some. */
function choose({ items, pick }: Part): Choice[] {
  const here = items.flatMap((item) => {
    const exercise = exerciseOf(item);
    return exercise ? [{ item, exercise }] : [];
  });
  const efforts = here.map(({ item, exercise }) => typicalEffort(exercise, levelSchema.parse(item.level)));
  return drawPool(efforts, pick, randomInt).flatMap((i) => here[i] ?? []);
}

/** A variant of an item, not one of those `seen` if others can be found; that of everybody where it is drawn already. */
export function drawItem(item: Item, exercise: Exercise, seen: ReadonlySet<string>) {
  const level = levelSchema.parse(item.level);
  const { version, seed, params } =
    item.seed === null
      ? drawFresh(exercise, level, seen)
      : { version: exercise.version, seed: item.seed, params: item.params ?? {} };
  const effort = effortOf(exercise, exercise.schema.parse(params), level);
  return { itemId: item.id, exerciseId: exercise.id, version, level, seed, params, effort };
}
