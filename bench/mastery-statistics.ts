/** How good forecasts of yes or no are, and how sure a ratio over learners is. */
import type { Rng } from "#lib/exercise/rng.ts";

export interface Forecast {
  chance: number;
  right: boolean;
}

/** Sum of −ln of the probability that each forecast gave to what came; chances are kept off 0 and 1 by a millionth. */
export function logLoss(forecasts: readonly Forecast[]): number {
  return forecasts.reduce((sum, { chance, right }) => sum - Math.log(right ? inside(chance) : 1 - inside(chance)), 0);
}

const inside = (p: number) => Math.min(1 - 1e-6, Math.max(1e-6, p));

/**
 * The slope β of the logistic regression $\text{logit} P(\text{right}) = \alpha + \beta\,\text{logit}(\text{chance})$, by
 * Newton's method: 1 where the forecasts are neither too bold (below 1) nor too timid (above 1).
 */
export function calibration(forecasts: readonly Forecast[]): { slope: number; intercept: number } {
  const points = forecasts.map(({ chance, right }) => ({
    x: Math.log(inside(chance) / (1 - inside(chance))),
    y: right ? 1 : 0,
  }));
  let [a, b] = [0, 1];
  for (let i = 0; i < 25; i++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { x, y } of points) {
      const p = 1 / (1 + Math.exp(-a - b * x));
      const w = p * (1 - p);
      ga += y - p;
      gb += (y - p) * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const det = haa * hbb - hab ** 2;
    a += (hbb * ga - hab * gb) / det;
    b += (haa * gb - hab * ga) / det;
  }
  return { slope: b, intercept: a };
}

/**
 * The 95 % interval of the ratio of two sums over learners, each learner with one term of either: percentiles of the ratio
 * over learners drawn again with replacement (Efron 1979).
 */
export function ratioInterval(
  pairs: readonly (readonly [number, number])[],
  rng: Rng,
  resamples = 1_000,
): readonly [number, number] {
  const ratios = Array.from({ length: resamples }, () => {
    let [over, under] = [0, 0];
    for (let i = 0; i < pairs.length; i++) {
      const [a = 0, b = 0] = pairs[rng.int(0, pairs.length - 1)] ?? [];
      over += a;
      under += b;
    }
    return over / under;
  }).sort((a, b) => a - b);
  return [ratios[Math.floor(0.025 * resamples)] ?? 0, ratios[Math.ceil(0.975 * resamples) - 1] ?? 0];
}
