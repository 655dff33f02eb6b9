/** A report for authors of one exercise: share of redraws, the reasons for them, and the spread of effort. */
import { effortOf } from "#lib/exercise/effort.ts";
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { faultsOf } from "#lib/exercise/soundness.ts";

export interface LevelReport {
  level: Level;
  /** Of all draws, the share that is thrown away. */
  thrownAway: number;
  /** Different parameters among the sound draws; at least 1,000 are wanted where the domain allows. */
  distinct: number;
  /** How often each fault was found, most frequent first. */
  faults: [string, number][];
  /** Per case: the median effort and the least and greatest ratio to it. */
  effort: Record<string, { median: number; least: number; greatest: number; count: number }>;
}

/** Draws `count` parameter sets per level without redrawing. */
export function reportOn(exercise: Exercise, count: number): LevelReport[] {
  return levels.map((level) => {
    const faults = new Map<string, number>();
    const efforts = new Map<string, number[]>();
    const different = new Set<string>();
    let thrown = 0;
    for (let i = 0; i < count; i++) {
      const params = exercise.schema.parse(exercise.draw(createRng(`report-${level}-${i}`), level));
      const found = faultsOf(exercise, params, level);
      if (found.length > 0) thrown++;
      for (const fault of found) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      if (found.length > 0) continue;
      different.add(JSON.stringify(params));
      const kind = exercise.caseOf(params);
      efforts.set(kind, [...(efforts.get(kind) ?? []), effortOf(exercise, params, level)]);
    }
    return {
      level,
      distinct: different.size,
      thrownAway: thrown / count,
      faults: [...faults].sort((a, b) => b[1] - a[1]).slice(0, 8),
      effort: Object.fromEntries([...efforts].map(([kind, list]) => [kind, spread(list)])),
    };
  });
}

function spread(efforts: number[]) {
  const sorted = [...efforts].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median, least: (sorted[0] ?? 0) / median, greatest: (sorted.at(-1) ?? 0) / median, count: efforts.length };
}
