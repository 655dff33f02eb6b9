/** The closed forms against sums over a fine grid of abilities. */
import { describe, expect, it } from "vitest";
import { levels } from "#lib/exercise/exercise.ts";
import type { Outcome } from "#lib/mastery/evidence.ts";
import { abilityFor, type Belief, chanceAt, newsOf, updatedBy } from "#lib/mastery/response.ts";
import { normalPdf } from "#lib/math/normal.ts";

/** Abilities from 9 standard deviations below the mean to 9 above, with their probabilities. */
const grid = ({ mean, variance }: Belief) => {
  const sd = Math.sqrt(variance);
  const step = sd / 200;
  return Array.from({ length: 3_601 }, (_, i) => mean + (i - 1_800) * step).map((theta) => ({
    theta,
    weight: step * normalPdf(theta, mean, sd),
  }));
};

/** The chance of a right answer for somebody of whose ability we are certain. */
const certain = (theta: number, level: 1 | 2 | 3) => chanceAt(level, { mean: theta, variance: 0 });

/** The probability of an outcome by its definition; hinted as a difference between two difficulties is tested apart. */
const likelihood = (outcome: Outcome, theta: number, level: 1 | 2 | 3, guess: number, others: number) => {
  const right = guess + (1 - guess) * others * certain(theta, level);
  return outcome === "wrong" ? 1 - right : right;
};

const beliefs: Belief[] = [
  { mean: 0, variance: 1 },
  { mean: -1.5, variance: 3 },
  { mean: 2, variance: 0.3 },
];
const cases = beliefs.flatMap((belief) =>
  levels.flatMap((level) =>
    (["right", "wrong", "carried"] as const).flatMap((outcome) =>
      [
        { guess: 0, others: 1 },
        { guess: 0.25, others: 0.6 },
      ].map((rest) => ({ ...belief, level, outcome, ...rest })),
    ),
  ),
);

describe("a belief about an ability", () => {
  it.each(cases)(
    "becomes the posterior's mean and variance: $outcome at level $level from N($mean, $variance), guess $guess, others $others",
    ({ mean, variance, level, outcome, guess, others }) => {
      const weighed = grid({ mean, variance }).map(({ theta, weight }) => ({
        theta,
        weight: weight * likelihood(outcome, theta, level, guess, others),
      }));
      const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
      const posterior = weighed.reduce((sum, { theta, weight }) => sum + theta * weight, 0) / total;
      const spread = weighed.reduce((sum, { theta, weight }) => sum + (theta - posterior) ** 2 * weight, 0) / total;
      const belief = updatedBy({ mean, variance }, newsOf({ mean, variance }, { outcome, level, guess, others }));
      expect(belief.mean).toBeCloseTo(posterior, 8);
      expect(belief.variance).toBeCloseTo(spread, 8);
    },
  );

  it.each(beliefs)("gives the mean chance over all abilities: N($mean, $variance)", (belief) => {
    for (const level of levels) {
      const sum = grid(belief).reduce((all, { theta, weight }) => all + weight * certain(theta, level), 0);
      expect(chanceAt(level, belief)).toBeCloseTo(sum, 10);
    }
  });

  it("rises with a hinted answer where it was low, and falls where it was high", () => {
    const moved = (mean: number) =>
      updatedBy(
        { mean, variance: 1 },
        newsOf({ mean, variance: 1 }, { outcome: "hinted", level: 2, guess: 0, others: 1 }),
      ).mean - mean;
    expect(moved(-3)).toBeGreaterThan(0);
    expect(moved(3)).toBeLessThan(0);
  });

  it("is found back from a chance", () => {
    for (const chance of [0.2, 0.5, 0.8]) {
      expect(chanceAt(2, { mean: abilityFor(chance, 2), variance: 2 })).toBeCloseTo(chance, 12);
    }
  });

  it("makes level 1 easier than 2, and 2 easier than 3", () => {
    const [one = 0, two = 0, three = 0] = levels.map((level) => chanceAt(level, { mean: 0, variance: 1 }));
    expect(one).toBeGreaterThan(two);
    expect(two).toBeGreaterThan(three);
  });
});
