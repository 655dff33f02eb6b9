/** Verifies one exercise over many seeds; what `npm run verify` reports of it. */
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { marginOf } from "#lib/exercise/margin.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { faultsOf } from "#lib/exercise/soundness.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { type Drawn, drawVariant } from "#lib/exercise/variant.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { releasedLevels } from "#test/bank/digests.ts";
import { effortIn } from "#test/bank/effort.ts";
import { gradingFaults } from "#test/bank/grading.ts";
import { inspectTexts, inspectValues } from "#test/bank/inspect.ts";
import { oracleFaults, oracleRows } from "#test/bank/oracle.ts";

export interface Verified {
  id: string;
  variants: number;
  /** Of all draws, the share thrown away, by level. */
  redraws: readonly number[];
  /** The malrule that comes nearest to a right answer, and its margin (lib/exercise/margin.ts); null without numbers. */
  nearest: { malrule: string; margin: number } | null;
  /** Different variants by level: counted up to what is wanted. */
  distinct: readonly number[];
  /** The least and the greatest effort relative to the median of level and case; medians by level. */
  effort: { range: readonly [number, number]; medians: readonly number[] };
  /** How many variants the oracle in Python has answered. */
  oracle: number;
  isReleased: boolean;
  faults: string[];
  seconds: number;
}

/** Different variants that a level should have, and the draws spent on looking for them. */
const wanted = 1_000;
const mostDraws = 8_000;
/** Texts are typeset, and answers typed and judged, for so many seeds of each level: that is the slow part. */
const judgedSeeds = 40;
const mostRedrawn = 0.3;
/** Faults reported of one exercise; the first few tell. */
const mostFaults = 20;

export function verifyExercise(exercise: Exercise, seeds: number): Verified {
  const start = performance.now();
  const drawn = drawAll(exercise, seeds);
  const all = levels.flatMap((level) => drawn[level]);
  const redraws = levels.map((level) => shareThrown(drawn[level]));
  const distinct = levels.map((level) => countDistinct(exercise, level, drawn[level]));
  const effort = effortIn(exercise, drawn);
  const rows = oracleRows(exercise.id);
  const nearest = nearestOf(exercise, all);
  const faults = [
    ...all.flatMap((variant) => told(variant, inspectValues(exercise, variant.params, variant.level))),
    ...levels
      .flatMap((level) => drawn[level].slice(0, judgedSeeds))
      .flatMap((variant) =>
        told(variant, [...inspectTexts(exercise, variant.params, variant.level), ...gradingFaults(exercise, variant)]),
      ),
    ...(nearest && nearest.margin <= 1 ? [`the malrule ${nearest.malrule} has the margin ${nearest.margin}`] : []),
    ...redraws.flatMap((share, i) => (share > mostRedrawn ? [`level ${i + 1}: ${percent(share)} thrown away`] : [])),
    ...levels.flatMap((level, i) => scarcity(exercise, level, distinct[i] ?? 0)),
    ...effort.faults,
    ...rows.flatMap((row) => oracleFaults(exercise, row)),
  ];
  return {
    id: exercise.id,
    variants: all.length,
    redraws,
    nearest,
    distinct,
    effort,
    oracle: rows.length,
    isReleased: releasedLevels(exercise) === levels.length,
    faults: faults.slice(0, mostFaults),
    seconds: (performance.now() - start) / 1000,
  };
}

const drawAll = (exercise: Exercise, seeds: number): Record<Level, Drawn<unknown>[]> => {
  const at = (level: Level) => Array.from({ length: seeds }, (_, i) => drawVariant(exercise, level, `verify-${i}`));
  return { 1: at(1), 2: at(2), 3: at(3) };
};

const told = ({ level, seed }: Drawn<unknown>, faults: readonly string[]) =>
  faults.map((fault) => `level ${level}, ${seed}: ${fault}`);

function shareThrown(drawn: readonly Drawn<unknown>[]): number {
  const thrown = drawn.reduce((sum, variant) => sum + variant.redraws, 0);
  return thrown / (thrown + drawn.length);
}

export const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** How many different sound variants there are, as far as draws can tell, up to the number wanted. */
function countDistinct(exercise: Exercise, level: Level, drawn: readonly Drawn<unknown>[]): number {
  const different = new Set(drawn.map(({ params }) => JSON.stringify(params)));
  for (let i = 0; different.size < wanted && i < mostDraws; i++) {
    const params = exercise.schema.parse(exercise.draw(createRng(`distinct-${level}-${i}`), level));
    const text = JSON.stringify(params);
    if (!different.has(text) && faultsOf(exercise, params, level).length === 0) different.add(text);
  }
  return different.size;
}

function scarcity({ scarce }: Exercise, level: Level, distinct: number): string[] {
  const reason = scarce?.[level];
  if (distinct < wanted && !reason) return [`level ${level}: only ${distinct} different variants, and no reason given`];
  return distinct >= wanted && reason ? [`level ${level} is called scarce, but has a thousand variants`] : [];
}

function nearestOf(exercise: Exercise, variants: readonly Drawn<unknown>[]): Verified["nearest"] {
  let nearest: Verified["nearest"] = null;
  for (const { params, level } of variants)
    for (const name of exercise.asks[level]) {
      const { spec } = stepOf(exercise, name);
      const value = evaluate(exercise, params).value(name);
      for (const wrong of consequences(exercise, params, name)) {
        const margin = marginOf(spec, value, windowOf(exercise, params, name), wrong);
        if (margin < (nearest?.margin ?? Number.POSITIVE_INFINITY))
          nearest = { malrule: `${name} ← ${wrong.at}.${wrong.id}, level ${level}`, margin };
      }
    }
  return nearest;
}
