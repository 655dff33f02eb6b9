/** The digests of released exercises, as test/golden/bank.json keeps them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { fingerprint } from "#lib/exercise/fingerprint.ts";
import { drawVariant } from "#lib/exercise/variant.ts";

export const digestFile = new URL("../golden/bank.json", import.meta.url);

/** By `topic/slug@version/level`. */
export const storedDigests = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(digestFile, "utf8")));

const seeds = Array.from({ length: 20 }, (_, i) => `golden-${i}`);

export const digestKey = ({ id, version }: Exercise, level: Level) => `${id}@${version}/${level}`;

/** The digest of twenty variants of a level. */
export function digestOf(exercise: Exercise, level: Level): string {
  const hash = createHash("sha256");
  for (const seed of seeds) hash.update(fingerprint(exercise, drawVariant(exercise, level, seed)));
  return hash.digest("hex");
}

/** How many levels of an exercise are released: all or none, if all is well. */
export const releasedLevels = (exercise: Exercise): number =>
  levels.filter((level) => digestKey(exercise, level) in storedDigests).length;
