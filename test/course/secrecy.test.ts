import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { drawPractice } from "#lib/course/draw.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { readPractice } from "#lib/course/practice.ts";
import { progressOf } from "#lib/course/progress.ts";
import { readAnswer } from "#lib/course/progress-answer.ts";
import { historyOf } from "#lib/course/progress-history.ts";
import { mistakesOf } from "#lib/course/progress-mistakes.ts";
import { catalogue } from "#lib/course/registry.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { listVariants, readVariant } from "#lib/course/variants.ts";
import { db } from "#lib/db/client.ts";
import { partsOf } from "#lib/exercise/equal.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { entriesOf, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/** Keys that no response to a learner may hold before the solution is shown. */
const secretKeys = ["seed", "params", "reference", "interval", "margin", "malrules", "nearMiss", "bodyHash", "userId"];

interface Found {
  keys: Set<string>;
  leaves: string[];
}

/** Every key and every leaf of some JSON. */
function walk(json: unknown, found: Found = { keys: new Set(), leaves: [] }): Found {
  if (typeof json === "object" && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (!Array.isArray(json)) found.keys.add(key);
      walk(value, found);
    }
  } else found.leaves.push(String(json));
  return found;
}

/** An answer that is readable for its kind, and wrong: for options one that the reference is not. */
function nonsense(spec: KindSpec, reference: Value): string {
  if (spec.kind === "vector") return "[91827, 91827]";
  if (spec.kind === "matrix") return "[91827 91827; 91827 91827]";
  if (spec.kind === "shape") return "97x98";
  if (spec.kind === "choice") return spec.options.find(({ id }) => id !== reference)?.id ?? "";
  if (spec.kind === "choices") return partsOf(reference).length > 0 ? "none" : (spec.options[0]?.id ?? "");
  if (spec.kind === "order") return partsOf(reference).toReversed().join(", ");
  return "91827";
}

/** The first six digits of every reference that has as many, less what the prompt itself tells. */
function referenceDigits(exercise: Exercise, params: unknown, level: Level, prompt: string): string[] {
  const evaluation = evaluate(exercise, params);
  return exercise.asks[level]
    .flatMap((step) => entriesOf(evaluation.value(step)))
    .map(
      (x) =>
        Math.abs(x)
          .toPrecision(15)
          .match(/^0\.0*\d{5}|^\d+\.\d{3,5}/)?.[0] ?? "",
    )
    .filter((digits) => digits.replace(/\D|^0\.?0*/g, "").length >= 4 && !/0{3}$/.test(digits))
    .filter((digits) => !prompt.includes(digits));
}

describe("what a learner gets before the solution is shown", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase("embedded-memory");
  }, 120_000);
  afterAll(() => database.close());

  it.each(catalogue.flatMap(({ id }) => ([1, 2, 3] as const).map((level) => ({ id, level }))))(
    "holds no seed, parameter, reference or malrule: $id, level $level",
    { timeout: 60_000 },
    async ({ id, level }) => {
      const user = await newUser();
      await drawPractice(user, { exercise: id, level, after: 0 });
      const row = await db().variant.findFirstOrThrow({ where: { userId: user.id } });
      const exercise = catalogue.find((one) => one.id === id);
      const before = await readPractice(user, id, level);
      if (!exercise || before?.state !== "open") throw new Error("nothing to solve");
      const right = evaluate(exercise, exercise.schema.parse(row.params));
      const raw = Object.fromEntries(
        exercise.asks[level].map((step) => [step, nonsense(stepOf(exercise, step).spec, right.value(step))]),
      );
      const judged = await submitAnswer(user, { key: randomUUID(), variantId: row.id, raw });
      const responses: unknown[] = [
        before,
        judged,
        await reveal(user, { variantId: row.id, kind: "hint", index: 0 }),
        await submitAnswer(user, {
          key: randomUUID(),
          variantId: row.id,
          raw: { ...raw, [Object.keys(raw)[0] ?? ""]: "(" },
        }),
        await readPractice(user, id, level),
        await progressOf(user),
        await listExercises(user),
      ];
      // Looked back at from a newer one, it tells no more.
      await drawPractice(user, { exercise: id, level, after: 1 });
      const back = await readVariant(user, id, level, 1);
      expect(back?.practice).toMatchObject({ number: 1, state: "done", solution: null });
      responses.push(back, await listVariants(user, id, level));
      if (judged.outcome !== "judged" || judged.practice.right) throw new Error(`nonsense was ${judged.outcome}`);
      const past = await readAnswer(user, judged.submission.id);
      expect(past?.shown).toMatchObject({ solution: null });
      responses.push(past, await historyOf(user), await mistakesOf(user, new Date()));
      const digits = referenceDigits(exercise, exercise.schema.parse(row.params), level, before.view.prompt);
      for (const json of responses.map((response): unknown => JSON.parse(JSON.stringify(response)))) {
        const { keys, leaves } = walk(json);
        expect([...keys].filter((key) => secretKeys.includes(key))).toEqual([]);
        const text = leaves.join("\n");
        expect(text).not.toContain(row.seed);
        expect(digits.filter((part) => text.includes(part))).toEqual([]);
      }
    },
  );

  it("gets reference and interval once the solution is shown", { timeout: 60_000 }, async () => {
    const user = await newUser();
    await drawPractice(user, { exercise: "backpropagation/neuron", level: 1, after: 0 });
    const { id } = await db().variant.findFirstOrThrow({ where: { userId: user.id } });
    await submitAnswer(user, { key: randomUUID(), variantId: id, raw: { z: "91827" } });
    await reveal(user, { variantId: id, kind: "solution", index: 0 });
    const practice = await readPractice(user, "backpropagation/neuron", 1);
    const { keys } = walk(JSON.parse(JSON.stringify(practice)));
    expect(keys).toContain("reference");
    expect(keys).toContain("interval");
    for (const key of ["seed", "params", "malrules", "nearMiss", "bodyHash", "userId"]) expect(keys).not.toContain(key);
  });
});
