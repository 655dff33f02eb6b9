/**
 * A released exercise is immutable: what its variants ask and what counts as right must never change under one version.
 * test/golden/bank.json pins it. Releasing an exercise or version adds its lines with `UPDATE_DIGESTS=1 npx vitest run
 * test/bank/digest.test.ts` (`npm run verify` names those that have none); a line that differs means that the version must be
 * raised and the old file kept.
 */
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { released } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { digestFile, digestKey, digestOf, releasedLevels, storedDigests } from "./digests.ts";

const stored = { ...storedDigests };
const cases = released.flatMap((exercise) =>
  levels.map((level) => ({ exercise, level, key: digestKey(exercise, level) })),
);

if (process.env.UPDATE_DIGESTS) {
  for (const { exercise, level, key } of cases) stored[key] ??= digestOf(exercise, level);
  const sorted = Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(digestFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
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

test("an exercise is released with all its levels", () => {
  const halves = released.filter((exercise) => ![0, levels.length].includes(releasedLevels(exercise)));
  expect(halves.map(({ id }) => id)).toEqual([]);
});
