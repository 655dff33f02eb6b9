/**
 * `npm run -s oracle -- topic/slug …`: asks the oracle in Python (test/oracle/bank) for the answers of twenty variants of
 * each level and of the tutorial's own, and writes test/golden/oracle/<topic>/<slug>.json. Needs python3 with mpmath, numpy
 * and torch; nothing else of the project does.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { catalogue, findExercise } from "#lib/course/registry.ts";
import { type Exercise, levels } from "#lib/exercise/exercise.ts";
import { drawVariant, exampleVariant } from "#lib/exercise/variant.ts";

const perLevel = 20;
const path = (relative: string) => fileURLToPath(new URL(`../test/${relative}`, import.meta.url));
const answered = z.array(z.record(z.string(), z.unknown()));

function variantsOf(exercise: Exercise) {
  const drawn = levels.flatMap((level) =>
    Array.from({ length: perLevel }, (_, i) => drawVariant(exercise, level, `oracle-${i}`)),
  );
  const examples = Object.keys(exercise.examples).flatMap((name) => exampleVariant(exercise, name) ?? []);
  return [...drawn, ...examples].map(({ level, seed, params }) => ({ level, seed, params }));
}

const python = process.env.PYTHON ?? "/usr/bin/python3";
const ids = process.argv.slice(2);
for (const id of ids.length > 0 ? ids : catalogue.map((exercise) => exercise.id)) {
  const exercise = findExercise(id);
  if (!exercise) throw new ExpectedError("usage", `There is no exercise "${id}".`);
  const input = JSON.stringify({ exercise: id, variants: variantsOf(exercise) });
  const output = execFileSync(python, [path("oracle/bank/run.py")], { input, encoding: "utf8", maxBuffer: 2 ** 26 });
  const rows = answered.parse(JSON.parse(output));
  const file = path(`golden/oracle/${id}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`);
  console.log(`${id}: ${rows.length} variants`);
}
