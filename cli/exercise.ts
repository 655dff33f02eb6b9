/** `npm run exercise -- <id>`: prints a variant for its author, to read or as JSON. */
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { catalogue, findExercise } from "#lib/course/registry.ts";
import { type Exercise, levels } from "#lib/exercise/exercise.ts";
import { drawVariant, exampleVariant, type Variant } from "#lib/exercise/variant.ts";
import { readArguments } from "./arguments.ts";
import { nearest } from "./nearest.ts";
import { sheetOf, textOf } from "./variant-sheet.ts";

const usage = "npm run exercise -- <topic/slug> [--level 2] [--seed 7 | --example 36] [--json] [--answers]";

const schema = z.object({
  positionals: z.tuple([z.string()], "give the id of one exercise").transform(([id]) => id),
  level: z.coerce.number().pipe(z.literal(levels, "must be 1, 2 or 3")).optional(),
  seed: z
    .string()
    .regex(/^[\w-]{1,64}$/, "must be 1 to 64 letters, digits, - or _")
    .optional(),
  example: z.string().optional(),
  json: z.boolean().default(false),
  answers: z.boolean().default(false),
});

const options = {
  level: { type: "string" },
  seed: { type: "string" },
  example: { type: "string" },
  json: { type: "boolean" },
  answers: { type: "boolean" },
} as const;

const { positionals: id, level, seed, example, json, answers } = readArguments(usage, options, schema);
const exercise = findExercise(id);
if (!exercise) {
  const near = nearest(
    id,
    catalogue.map((known) => known.id),
  );
  throw new ExpectedError("usage", `There is no exercise "${id}". Nearest: ${near.join(", ")}.`);
}
const sheet = sheetOf(exercise, choose(exercise), answers);
console.log(json ? JSON.stringify(sheet, null, 2) : textOf(sheet));

/** The variant of the seed, or the tutorial's own. */
function choose(exercise: Exercise): Variant {
  if (example === undefined) return drawVariant(exercise, level ?? 1, seed ?? "1");
  if (level !== undefined || seed !== undefined)
    throw new ExpectedError("usage", `--example has its own level and numbers. Usage: ${usage}`);
  const variant = exampleVariant(exercise, example);
  if (variant) return variant;
  const names = Object.keys(exercise.examples).join(", ") || "none";
  throw new ExpectedError("usage", `${exercise.id} has no example "${example}"; it has: ${names}.`);
}
