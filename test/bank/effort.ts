/** The spread of effort over variants of an exercise: within a level and case, and from level to level. */
import { effortOf } from "#lib/exercise/effort.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";

/** The middle one of some numbers; 0 of none. */
const median = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0;

/** Variants of a level and case stay this near to their median, and each level asks for so much more than the one before. */
const [least, most, rise] = [0.75, 1.33, 1.3];

/** The effort of one variant, and the case that it is compared in. */
export interface Measured {
  level: Level;
  kind: string;
  effort: number;
}

export const measure = (exercise: Exercise, level: Level, params: unknown): Measured => ({
  level,
  kind: exercise.caseOf(params),
  effort: effortOf(exercise, params, level),
});

interface Spread {
  /** The least and the greatest effort, relative to the median of level and case. */
  range: readonly [number, number];
  /** The median by level. */
  medians: readonly number[];
  faults: string[];
}

export function spreadOf(all: readonly Measured[]): Spread {
  const at = (level: Level) => all.filter((one) => one.level === level);
  const groups = levels.flatMap((level) =>
    [...new Set(at(level).map(({ kind }) => kind))].map((kind) => {
      const efforts = at(level).flatMap((one) => (one.kind === kind ? one.effort : []));
      const middle = median(efforts);
      return { level, kind, low: Math.min(...efforts) / middle, high: Math.max(...efforts) / middle };
    }),
  );
  const medians = levels.map((level) => median(at(level).map(({ effort }) => effort)));
  const rises = medians.slice(1).map((effort, i) => effort / (medians[i] ?? 1));
  return {
    range: [Math.min(...groups.map(({ low }) => low)), Math.max(...groups.map(({ high }) => high))],
    medians,
    faults: [
      ...groups
        .filter(({ low, high }) => low < least || high > most)
        .map(({ level, kind, low, high }) => `level ${level}, ${kind}: effort from ${low} to ${high} of the median`),
      ...rises.flatMap((ratio, i) => (ratio < rise ? [`level ${i + 2} is only ${ratio} times level ${i + 1}`] : [])),
    ],
  };
}
