/**
 * A released exercise is immutable: what its variants ask and what counts as right must never change under one version.
 * test/golden/bank.json pins it. Releasing an exercise or version adds its lines with `UPDATE_DIGESTS=1 npx vitest run
 * test/bank/digest.test.ts` (`npm run verify` names those that have none); a line that differs means that the version must be
 * raised and the old file kept.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { released } from "#lib/course/registry.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { fingerprint } from "#lib/exercise/fingerprint.ts";
import { drawVariant } from "#lib/exercise/variant.ts";

const file = new URL("../golden/bank.json", import.meta.url);
const stored = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
const seeds = Array.from({ length: 20 }, (_, i) => `golden-${i}`);
const keyOf = ({ id, version }: Exercise, level: Level) => `${id}@${version}/${level}`;

function digestOf(exercise: Exercise, level: Level): string {
  const hash = createHash("sha256");
  for (const seed of seeds) hash.update(fingerprint(exercise, drawVariant(exercise, level, seed)));
  return hash.digest("hex");
}

const cases = released.flatMap((exercise) => levels.map((level) => ({ exercise, level, key: keyOf(exercise, level) })));

if (process.env.UPDATE_DIGESTS) {
  const added = cases
    .filter(({ key }) => !(key in stored))
    .map(({ exercise, level, key }) => [key, digestOf(exercise, level)]);
  const all = Object.entries({ ...stored, ...Object.fromEntries(added) }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  Object.assign(stored, Object.fromEntries(all));
}

describe("the digest of twenty variants is what was released", () => {
  test.each(cases.filter(({ key }) => key in stored))("$key", ({ exercise, level, key }) =>
    expect(digestOf(exercise, level)).toBe(stored[key]),
  );
});

test("nothing that was released is gone", () => {
  const known = new Set(cases.map(({ key }) => key));
  expect(Object.keys(stored).filter((key) => !known.has(key))).toEqual([]);
});
