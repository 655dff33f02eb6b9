/** All simulated students at one assignment. */
import "server-only";
import { v4 as newId } from "uuid";
import { drawPool, shuffled } from "#lib/course/assignment/pool.ts";
import { reschedule } from "#lib/course/assignment/reschedule.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { typicalEffort } from "#lib/course/assignment/typical-effort.ts";
import type { StoredVariant } from "#lib/course/stored-variant.ts";
import { transaction } from "#lib/db/client.ts";
import { effortOf } from "#lib/exercise/effort.ts";
import { createRng, type Rng } from "#lib/exercise/rng.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { happens } from "./answer.ts";
import { type Given, type GivenItem, newSeed, paramsSchema } from "./give.ts";
import type { Enrolled } from "./people.ts";
import { type Rows, storeRows } from "./rows.ts";
import { workAt } from "./sit.ts";

const day = 86_400_000;
const minute = 60_000;

/** Stores what they did, with what follows for marks and grades. */
export async function sitAssignment(given: Given, students: readonly Enrolled[], now: number, rng: Rng): Promise<void> {
  const { begin, late, published } = given.planned;
  if (!published) return;
  const rows: Rows = { attempts: [], variants: [], answers: [], reveals: [] };
  const order = rng.shuffle(students);
  for (const [i, student] of order.slice(0, begin).entries()) {
    sit(given, student, { isLate: i < late, now, rng: createRng(newSeed(rng)) }, rows);
    // Others want to be served meanwhile.
    if (i % 4 === 3) await new Promise((done) => setImmediate(done));
  }
  await transaction(async (tx) => {
    await storeRows(tx, rows);
    await reschedule(tx, given.id);
    await rollUp(tx, { assignmentId: given.id });
  });
}

interface Sitting {
  isLate: boolean;
  now: number;
  rng: Rng;
}

function sit(
  { id: assignmentId, planned, config, parts }: Given,
  student: Enrolled,
  sitting: Sitting,
  rows: Rows,
): void {
  const { isLate, now, rng } = sitting;
  const { opens, due, lateUntil, progress } = planned;
  const [from, to] = isLate ? [due ?? 0, lateUntil ?? 0] : [opens ?? 0, Math.min(due ?? 0, -0.05)];
  const startedAt = Math.round(now + (from + rng.decimal(0.05, 0.9, 4) * (to - from)) * day);
  const random = (n: number) => rng.int(0, n - 1);
  const chosen = parts.flatMap(({ pick, items }) =>
    drawPool(
      items.map(({ exercise, level }) => typicalEffort(exercise, level)),
      pick,
      random,
    ).flatMap((at) => items[at] ?? []),
  );
  const items = config.shuffle ? shuffled(chosen, random) : chosen;
  const attemptId = newId();
  const isOver = (due ?? 1) < 0;
  let at = startedAt;
  for (const [i, item] of items.entries()) {
    const { stored, row } = drawFor(item, rng);
    const position = i + 1;
    const isReached = happens(rng, progress);
    const rules = { isBlind: config.feedback !== "at once", tries: config.tries ?? 4, hints: config.hints };
    const sitter = { userId: student.userId, ability: student.ability, rng, newId };
    const worked = isReached ? workAt(stored, item.difficulty, sitter, rules, at) : undefined;
    at = worked?.until ?? at;
    const isDone = isOver || (worked?.isDone ?? false);
    rows.variants.push({
      ...row,
      ...{ userId: student.userId, number: position, isDone, at: startedAt, closedAt: isDone ? at : null },
      ...{ attemptId, position, itemId: item.id },
    });
    rows.answers.push(...(worked?.answers ?? []));
    rows.reveals.push(...(worked?.reveals ?? []));
  }
  const limit = startedAt + (config.minutes ?? Number.POSITIVE_INFINITY) * minute;
  const close = now + (lateUntil ?? due ?? 0) * day;
  const finishedAt = isOver || happens(rng, 0.3) ? Math.min(at + minute, limit, Math.max(close, startedAt)) : null;
  rows.attempts.push({ id: attemptId, userId: student.userId, assignmentId, startedAt, finishedAt });
  // What is handed in together came at the end.
  if (config.feedback !== "at once" && finishedAt !== null)
    for (const answer of rows.answers) if (answer.userId === student.userId) answer.at = finishedAt;
  if (finishedAt !== null)
    for (const variant of rows.variants)
      if (variant.attemptId === attemptId && !variant.isDone) {
        variant.isDone = true;
        variant.closedAt = finishedAt;
      }
}

/** A variant of an item for one student. */
function drawFor({ exercise, level, drawn }: GivenItem, rng: Rng) {
  const seed = drawn?.seed ?? newSeed(rng);
  const params = drawn?.params ?? paramsSchema.parse(drawVariant(exercise, level, seed).params);
  const parsed = exercise.schema.parse(params);
  const id = newId();
  const stored: StoredVariant = {
    ...{ id, exercise, level, params: parsed },
    options: { practice: false, carriedCredit: 1, weights: {} },
  };
  const effort = effortOf(exercise, parsed, level);
  const row = { id, exerciseId: exercise.id, version: exercise.version, level, seed, params, effort };
  return { stored, row };
}
