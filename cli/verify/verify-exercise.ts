/** Verifies one exercise over many seeds; what `npm run verify` reports of it. */
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { marginOf } from "#lib/exercise/margin.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { faultsOf } from "#lib/exercise/soundness.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { drawVariant, type Variant } from "#lib/exercise/variant.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { releasedLevels } from "#test/bank/digests.ts";
import { type Measured, measure, spreadOf } from "#test/bank/effort.ts";
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
const judgedSeeds = 25;
const mostRedrawn = 0.3;
/** Faults reported of one exercise; the first few tell. */
const mostFaults = 20;

/** What is kept of the variants of an exercise; they themselves are let go, with all that was remembered of them. */
interface Findings {
  variants: number;
  faults: string[];
  nearest: Verified["nearest"];
  efforts: Measured[];
  redraws: number[];
  distinct: number[];
}

export function verifyExercise(exercise: Exercise, seeds: number): Verified {
  const start = performance.now();
  const found: Findings = { variants: 0, faults: [], nearest: null, efforts: [], redraws: [], distinct: [] };
  for (const level of levels) verifyLevel(exercise, level, seeds, found);
  const rows = oracleRows(exercise.id);
  const { range, medians, faults: uneven } = spreadOf(found.efforts);
  const { nearest, redraws, distinct } = found;
  const faults = [
    ...found.faults,
    ...(nearest && nearest.margin <= 1 ? [`the malrule ${nearest.malrule} has the margin ${nearest.margin}`] : []),
    ...redraws.flatMap((share, i) => (share > mostRedrawn ? [`level ${i + 1}: ${percent(share)} thrown away`] : [])),
    ...levels.flatMap((level, i) => scarcity(exercise, level, distinct[i] ?? 0)),
    ...uneven,
    ...rows.flatMap((row) => oracleFaults(exercise, row)),
  ];
  return {
    id: exercise.id,
    variants: found.variants,
    redraws,
    nearest,
    distinct,
    effort: { range, medians },
    oracle: rows.length,
    isReleased: releasedLevels(exercise) === levels.length,
    faults: faults.slice(0, mostFaults),
    seconds: (performance.now() - start) / 1000,
  };
}

function verifyLevel(exercise: Exercise, level: Level, seeds: number, found: Findings): void {
  const different = new Set<string>();
  let thrown = 0;
  for (let i = 0; i < seeds; i++) {
    const variant = drawVariant(exercise, level, `verify-${i}`);
    const { params, redraws, seed } = variant;
    thrown += redraws;
    different.add(JSON.stringify(params));
    found.efforts.push(measure(exercise, level, params));
    found.nearest = nearer(found.nearest, exercise, variant);
    const faults = [
      ...inspectValues(exercise, params, level),
      ...(i < judgedSeeds ? [...inspectTexts(exercise, params, level), ...gradingFaults(exercise, variant)] : []),
    ];
    found.faults.push(...faults.map((fault) => `level ${level}, ${seed}: ${fault}`));
  }
  found.variants += seeds;
  found.redraws.push(thrown / (thrown + seeds));
  found.distinct.push(countDistinct(exercise, level, different));
}

export const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** How many different sound variants there are, as far as draws can tell, up to the number wanted. */
function countDistinct(exercise: Exercise, level: Level, different: Set<string>): number {
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

/** The nearest malrule so far, with those of one more variant. */
function nearer(before: Verified["nearest"], exercise: Exercise, { params, level }: Variant): Verified["nearest"] {
  let nearest = before;
  for (const name of exercise.asks[level]) {
    const { spec } = stepOf(exercise, name);
    const value = evaluate(exercise, params).value(name);
    const window = windowOf(exercise, params, name);
    for (const wrong of consequences(exercise, params, name)) {
      const margin = marginOf(spec, value, window, wrong);
      if (margin < (nearest?.margin ?? Number.POSITIVE_INFINITY))
        nearest = { malrule: `${name} ← ${wrong.at}.${wrong.id}, level ${level}`, margin };
    }
  }
  return nearest;
}
