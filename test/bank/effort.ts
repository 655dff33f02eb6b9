/** The spread of effort over variants of an exercise: within a level and case, and from level to level. */
import { effortOf } from "#lib/exercise/effort.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import type { Variant } from "#lib/exercise/variant.ts";

/** The middle one of some numbers; 0 of none. */
export const median = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0;

/** Variants of a level and case stay this near to their median, and each level asks for so much more than the one before. */
const [least, most, rise] = [0.75, 1.33, 1.3];

export interface Effort {
  /** The least and the greatest effort, relative to the median of level and case. */
  range: readonly [number, number];
  /** The median by level. */
  medians: readonly number[];
  faults: string[];
}

export function effortIn(exercise: Exercise, drawn: Readonly<Record<Level, readonly Variant[]>>): Effort {
  const spreads = levels.flatMap((level) => spreadsOf(exercise, level, drawn[level]));
  const medians = levels.map((level) => median(drawn[level].map(({ params }) => effortOf(exercise, params, level))));
  const rises = medians.slice(1).map((effort, i) => effort / (medians[i] ?? 1));
  return {
    range: [Math.min(...spreads.map(({ low }) => low)), Math.max(...spreads.map(({ high }) => high))],
    medians,
    faults: [
      ...spreads
        .filter(({ low, high }) => low < least || high > most)
        .map(({ level, kind, low, high }) => `level ${level}, ${kind}: effort from ${low} to ${high} of the median`),
      ...rises.flatMap((ratio, i) => (ratio < rise ? [`level ${i + 2} is only ${ratio} times level ${i + 1}`] : [])),
    ],
  };
}

function spreadsOf(exercise: Exercise, level: Level, variants: readonly Variant[]) {
  const efforts = variants.map(({ params }) => ({
    kind: exercise.caseOf(params),
    effort: effortOf(exercise, params, level),
  }));
  return [...new Set(efforts.map(({ kind }) => kind))].map((kind) => {
    const group = efforts.filter((one) => one.kind === kind).map(({ effort }) => effort);
    const middle = median(group);
    return { level, kind, low: Math.min(...group) / middle, high: Math.max(...group) / middle };
  });
}
