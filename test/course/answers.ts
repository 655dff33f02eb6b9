/** Answers to the tutorial's neuron at a time of the test's own, as rows: the wall clock is not asked. */
import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { findVersion } from "#lib/course/registry.ts";
import { db } from "#lib/db/client.ts";
import { judge } from "#lib/grading/judge.ts";
import { neuron } from "./people.ts";

interface Given {
  raw: Record<string, string>;
  at?: Date;
  seconds?: number | null;
  /** The variant answered; a new one where absent. */
  variantId?: string;
  attemptId?: string;
  /** The same seed is the same numbers. */
  seed?: string;
}

let number = 0;

/** Stores an answer with its receipt, and gives the submission's id. */
export async function answerAt(owner: { id: string }, given: Given): Promise<string> {
  const { raw, at = new Date(), seconds = null } = given;
  const variantId = given.variantId ?? (await newVariant(owner, given));
  const { _max } = await db().submission.aggregate({ where: { variantId }, _max: { sequence: true } });
  const { id } = await db().submission.create({
    data: {
      ...{ key: randomUUID(), bodyHash: "0", userId: owner.id, variantId, raw, seconds, createdAt: at },
      sequence: (_max.sequence ?? 0) + 1,
    },
  });
  const exercise = findVersion(neuron.exercise, 1);
  if (!exercise) throw new Error("the neuron is not here");
  const judged = judge(exercise, { params: neuron.params, level: 1 }, raw, { practice: true });
  if (judged.outcome !== "judged") throw new Error("unreadable");
  const { receipt } = judged;
  const { verdict, score, countsAsTry, graderVersion, version } = receipt;
  await db().receipt.create({
    data: {
      submissionId: id,
      sequence: 1,
      receipt,
      verdict,
      score,
      countsAsTry,
      graderVersion,
      exerciseVersion: version,
    },
  });
  return id;
}

export async function newVariant(
  owner: { id: string },
  { attemptId, seed = randomBytes(16).toString("hex") }: Pick<Given, "attemptId" | "seed"> = {},
): Promise<string> {
  const { exercise: exerciseId, params } = neuron;
  number++;
  const { id } = await db().variant.create({
    data: {
      ...{ userId: owner.id, exerciseId, version: 1, level: 1, number, seed, params, state: "done" },
      ...(attemptId === undefined ? {} : { attemptId, position: number }),
    },
  });
  return id;
}

const jsonSchema = z.json().transform((value) => value ?? {});

/** Judges a submission again: a receipt after the others, which differs in some things. */
export async function regrade(
  submissionId: string,
  changed: { verdict?: string; score?: number; countsAsTry?: boolean; receipt?: object },
): Promise<void> {
  const latest = await db().receipt.findFirstOrThrow({ where: { submissionId }, orderBy: { sequence: "desc" } });
  const { id: _, createdAt: __, receipt, sequence, ...same } = latest;
  await db().receipt.create({
    data: {
      ...same,
      ...changed,
      receipt: jsonSchema.parse(changed.receipt ?? receipt),
      sequence: sequence + 1,
      reason: "a mistake in the rule",
    },
  });
}
