/** How well the score of an assignment would repeat itself. */
import { fQuantile } from "#lib/math/beta.ts";
import { isConstant, sampleCovariance } from "./moments.ts";
import { columnOf, type ScoreMatrix, totalsOf } from "./score-matrix.ts";
import { fewestStudents, type Interval, known, missing, type Statistic } from "./statistic.ts";

export interface Reliability {
  /** Cronbach’s α: at most 1, and it can be negative. */
  alpha: number;
  /** Feldt’s, at 95 %. */
  interval: Interval;
  items: number;
  students: number;
  /** Students who did not try every common item. */
  leftOut: number;
  /** α without each of the items; null where two items are all there are, or the rest is the same for everybody. */
  without: ReadonlyMap<string, number | null>;
}

/**
 * $\alpha = \frac{k}{k-1}\left(1 - \frac{\sum_i s_i^2}{s_T^2}\right)$ over the k common items, with $s_T^2$ the variance of
 * the students’ sums; of first tries, complete cases. Source: Cronbach, Psychometrika 16 (1951).
 */
export function reliabilityOf({ items, scores, leftOut }: ScoreMatrix): Statistic<Reliability> {
  if (items.length < 2) return missing("fewer than 2 items");
  if (scores.length < fewestStudents) return missing("fewer than 10 students");
  const totals = totalsOf(scores);
  if (isConstant(totals)) return missing("everybody has the same score");
  const columns = items.map((_, column) => columnOf(scores, column));
  const variances = columns.map((column) => sampleCovariance(column, column));
  const alpha = alphaOf(variances, totals);
  const without = items.map((id, i): [string, number | null] => {
    const rest = totals.map((total, s) => total - (columns[i]?.[s] ?? 0));
    return [id, items.length < 3 || isConstant(rest) ? null : alphaOf(variances.toSpliced(i, 1), rest)];
  });
  return known({
    alpha,
    interval: feldt(alpha, scores.length, items.length),
    items: items.length,
    students: scores.length,
    leftOut,
    without: new Map(without),
  });
}

function alphaOf(variances: readonly number[], totals: readonly number[]): number {
  const k = variances.length;
  const sum = variances.reduce((a, b) => a + b, 0);
  return (k / (k - 1)) * (1 - sum / sampleCovariance(totals, totals));
}

/**
 * $1 - (1 - \hat\alpha) F_{1-\gamma}$ and $1 - (1 - \hat\alpha) F_\gamma$ with $\gamma = 0.025$, for
 * $\frac{1 - \alpha}{1 - \hat\alpha}$ has the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom: exactly, if
 * students and errors are normal and the items equally good; of other scores about so. Domain: $n, k \ge 2$.
 * Source: Feldt, Psychometrika 30 (1965).
 */
function feldt(alpha: number, n: number, k: number): Interval {
  const at = (p: number): number => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return { low: at(0.975), high: at(0.025) };
}
