/** Whether those who are good at the rest of an assignment are good at an item. */
import type { ItemPlace } from "./facts.ts";
import { isConstant, sampleCovariance } from "./moments.ts";
import { columnOf, type ScoreMatrix, totalsOf } from "./score-matrix.ts";
import { z95 } from "./share.ts";
import { fewestStudents, type Interval, known, missing, type Statistic } from "./statistic.ts";

export interface Discrimination {
  /** Corrected item-total correlation, from −1 to 1. */
  correlation: number;
  /** Fisher’s, at 95 %. */
  interval: Interval;
  students: number;
}

/**
 * For each item, Pearson’s correlation of its first-try score $x_i$ with the sum $\sum_{j \ne i} x_j$ of the other common
 * items: corrected, for with itself in the sum an item would correlate for that alone. Each item of 0 to 1, whatever its
 * points. Not over pools, where the sums of two students are of different items.
 * Source: Henrysson, Psychometrika 28 (1963).
 */
export function discriminationsOf(
  { items, scores }: ScoreMatrix,
  places: readonly ItemPlace[],
): Map<string, Statistic<Discrimination>> {
  const totals = totalsOf(scores);
  const at = (id: string) => correlationWithRest(columnOf(scores, items.indexOf(id)), totals, items.length);
  return new Map(places.map(({ id, common }) => [id, common ? at(id) : missing("not offered over pools")]));
}

function correlationWithRest(
  own: readonly number[],
  totals: readonly number[],
  items: number,
): Statistic<Discrimination> {
  if (items < 2) return missing("fewer than 2 items");
  if (own.length < fewestStudents) return missing("fewer than 10 students");
  const rest = totals.map((total, s) => total - own[s]!);
  if (isConstant(own) || isConstant(rest)) return missing("everybody has the same score");
  const correlation = correlationOf(own, rest);
  return known({ correlation, interval: fisher(correlation, own.length), students: own.length });
}

/** $r = s_{uv} / (s_u s_v)$. Domain: neither is constant. */
function correlationOf(u: readonly number[], v: readonly number[]): number {
  const r = sampleCovariance(u, v) / Math.sqrt(sampleCovariance(u, u) * sampleCovariance(v, v));
  return Math.min(1, Math.max(-1, r));
}

/** $\tanh(\operatorname{artanh} r \pm z / \sqrt{n - 3})$ at 95 %. Domain: $n > 3$. Source: Fisher, Metron 1 (1921). */
function fisher(r: number, n: number): Interval {
  const half = z95 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}
