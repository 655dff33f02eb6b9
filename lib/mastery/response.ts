/**
 * How ability shows in answers, and what an answer says about ability. Everything is in closed form, since an answer's
 * probability is a sum of normal integrals of the ability.
 *
 * The model is the normal ogive with guessing, luck and slips (Lord 1952; Birnbaum 1968; Barton & Lord 1981): with an
 * ability θ in units of its own noise, an answer at the difficulty b is right with probability $g + (1 - g)\,P(\theta)$,
 * where $P(\theta) = \kappa + (1 - \kappa - \lambda)\,\Phi(\theta - b)$, g is the chance to guess it among options, κ that
 * it comes out right without the skill, and λ that it goes wrong for no lack of it.
 */
import type { Level } from "#lib/exercise/exercise.ts";
import { normalCdf, normalPdf, normalQuantile } from "#lib/math/normal.ts";
import type { Outcome } from "./evidence.ts";

/** What is believed of an ability: a normal distribution. */
export interface Belief {
  mean: number;
  variance: number;
}

/** The ability at which an answer of that level is as often right as wrong, without guessing. */
const difficulty: Readonly<Record<Level, number>> = { 1: -0.1, 2: 0, 3: 0.4 };
/** κ and λ. */
const luck = 0.05;
const slip = 0.07;
/** Somebody who needs hints would have been that much short. */
const hintIsWorth = 1.5;

/** $E\,P(\theta) = \kappa + (1 - \kappa - \lambda)\,\Phi\bigl((\mu - b)/\sqrt{1 + v}\bigr)$: the chance of a right answer, not guessed. */
export const chanceAt = (level: Level, { mean, variance }: Belief): number =>
  luck + (1 - luck - slip) * normalCdf((mean - difficulty[level]) / Math.sqrt(1 + variance));

/** $\Phi\bigl(\mu/\sqrt{1 + v}\bigr)$: how much of level 2 somebody can, luck and slips aside. */
export const knownShare = (belief: Belief): number => normalCdf(belief.mean / Math.sqrt(1 + belief.variance));

/** The mean ability with that chance of a right answer at level 2, not guessed. Domain: $\kappa < p < 1 - \lambda$. */
export const abilityFor = (chance: number, variance: number): number =>
  normalQuantile((chance - luck) / (1 - luck - slip)) * Math.sqrt(1 + variance);

/** A likelihood of the form $L(\theta) = a + \sum_i c_i\,\Phi(\theta - b_i)$. */
interface Likelihood {
  constant: number;
  terms: readonly { factor: number; at: number }[];
}

/**
 * The probability of an outcome as a function of θ. `others` is the chance that the other skills of the part hold. Right:
 * $g + (1-g)\,\text{others}\,P(\theta)$; wrong: one less that. Right after hints: right at a difficulty lower by what hints
 * are worth, but not at its own.
 */
function likelihoodOf(outcome: Outcome, level: Level, guess: number, others: number): Likelihood {
  const at = difficulty[level];
  const share = (1 - guess) * others;
  const factor = share * (1 - luck - slip);
  if (outcome === "hinted")
    return {
      constant: 0,
      terms: [
        { factor, at: at - hintIsWorth },
        { factor: -factor, at },
      ],
    };
  const anyway = guess + share * luck;
  if (outcome === "wrong") return { constant: 1 - anyway, terms: [{ factor: -factor, at }] };
  return { constant: anyway, terms: [{ factor, at }] };
}

/** What an outcome says of an ability: the first two derivatives of $\ln Z$, where $Z = E\,L(\theta)$, by the mean. */
export interface News {
  slope: number;
  curvature: number;
}

/** The news of an outcome, given what was believed of the ability before. */
export function newsOf(
  { mean, variance }: Belief,
  { outcome, level, guess, others }: { outcome: Outcome; level: Level; guess: number; others: number },
): News {
  const { constant, terms } = likelihoodOf(outcome, level, guess, others);
  const s = Math.sqrt(1 + variance);
  let z = constant;
  let first = 0;
  let second = 0;
  for (const { factor, at } of terms) {
    const x = (mean - at) / s;
    const density = normalPdf(x);
    z += factor * normalCdf(x);
    first += (factor * density) / s;
    second -= (factor * x * density) / s ** 2;
  }
  // An answer that was all but impossible teaches nothing more than a very unlikely one.
  const likely = Math.max(z, 1e-12);
  const slope = first / likely;
  return { slope, curvature: second / likely - slope ** 2 };
}

/**
 * The belief after news, by matching mean and variance of the posterior (assumed-density filtering; Minka 2001, Herbrich
 * et al. 2006): $\mu' = \mu + v\,(\ln Z)'$ and $v' = v + v^2\,(\ln Z)''$. Where the ability is a sum of independent
 * parts, the same news with the variance of one part gives the belief about that part.
 */
export function updatedBy({ mean, variance }: Belief, { slope, curvature }: News): Belief {
  return { mean: mean + variance * slope, variance: Math.max(0, variance + variance ** 2 * curvature) };
}
