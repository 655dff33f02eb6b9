/** How scores and times are spread. */
import type { ItemFact } from "./facts.ts";
import { meanOf, sampleCovariance } from "./moments.ts";
import { type Quartiles, quartilesOf } from "./quantile.ts";
import { known, missing, type Statistic } from "./statistic.ts";

export interface Bin {
  from: number;
  to: number;
  count: number;
}

export interface ScoreDistribution extends Quartiles {
  /** Equally wide; each with its lower end, the last with both. */
  bins: readonly Bin[];
  students: number;
  mean: number;
  /** $\sqrt{\frac{1}{n-1} \sum (x - \bar x)^2}$; null of one student. */
  sd: number | null;
}

/** Scores from 0 to 1, of an item or of the whole. Throws RangeError for another. */
export function scoreDistribution(scores: readonly number[], bins = 10): Statistic<ScoreDistribution> {
  if (scores.some((score) => !(score >= 0 && score <= 1))) throw new RangeError("scoreDistribution: not from 0 to 1");
  if (scores.length === 0) return missing("nobody has tried it");
  const counts = Array<number>(bins).fill(0);
  for (const score of scores) {
    const bin = Math.min(bins - 1, Math.floor(score * bins + 1e-9)); // 0.7999999999999999 is 0.8
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return known({
    bins: counts.map((count, i) => ({ from: i / bins, to: (i + 1) / bins, count })),
    students: scores.length,
    mean: meanOf(scores),
    sd: scores.length < 2 ? null : Math.sqrt(sampleCovariance(scores, scores)),
    ...quartilesOf(scores),
  });
}

export interface TimeDistribution extends Quartiles {
  students: number;
  /** Longer than the upper quartile by more than one and a half times the distance of the quartiles (Tukey 1977). */
  farOut: number;
  /** Students whose browser told no time. */
  leftOut: number;
}

/** Seconds spent. By median and quartiles, for a page that was left open over night would make any mean senseless. */
export function timeDistribution(facts: readonly Pick<ItemFact, "seconds">[]): Statistic<TimeDistribution> {
  const times = facts.map(({ seconds }) => seconds).filter((time) => time !== null);
  if (times.length === 0) return missing("no times are known");
  const quartiles = quartilesOf(times);
  const fence = quartiles.upper + 1.5 * (quartiles.upper - quartiles.lower);
  return known({
    students: times.length,
    ...quartiles,
    farOut: times.filter((seconds) => seconds > fence).length,
    leftOut: facts.length - times.length,
  });
}
