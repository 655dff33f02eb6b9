/** Finding where to begin: an adaptive check of ten to fifteen items over the graph of prerequisites. */

import type { Level } from "#lib/exercise/exercise.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { abilityOf } from "./ability.ts";
import type { Candidate } from "./candidate.ts";
import { indexOfSkill, inOrder, needsOf } from "./prior.ts";
import { abilityFor } from "./response.ts";
import type { Learner } from "./state.ts";
import { togetherIn, worlds } from "./worlds.ts";

/** An answered item of a placement. */
export interface Probe {
  skill: SkillId;
  level: Level;
  right: boolean;
}

export interface Placed {
  skill: SkillId;
  /** The probability that it is known. */
  known: number;
}

export const leastProbes = 10;
export const mostProbes = 15;
/** An answer of somebody who knows the skill is wrong, and of one who does not is right, that often. */
const slip = 0.1;
const luck = 0.05;
/** Skills still undecided between these probabilities. */
const [surelyNot, surely] = [0.15, 0.85];

const n = inOrder.length;

/** How probable each world is after these answers. */
function weightsOf(past: readonly Probe[]): Float64Array {
  const answers = past.map(({ skill, right }) => ({ s: indexOfSkill.get(skill) ?? -1, right }));
  const weights = Float64Array.from(worlds(), (known) =>
    answers.reduce((product, { s, right }) => {
      const chance = known.includes(s) ? 1 - slip : luck;
      return product * (right ? chance : 1 - chance);
    }, 1),
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
}

/** The probability that each skill is known, in an order in which prerequisites come first. */
export function placed(past: readonly Probe[]): Placed[] {
  const together = togetherIn(weightsOf(past));
  return inOrder.map((skill, s) => ({ skill, known: together[s * n + s]! }));
}

/** Where to begin: the skills that are probably not known, while all they rest on probably is. */
export function startingPoints(past: readonly Probe[]): SkillId[] {
  const known = new Map(placed(past).map((one) => [one.skill, one.known]));
  const isKnown = (skill: SkillId) => (known.get(skill) ?? 0) >= 0.5;
  return inOrder.filter((skill) => !isKnown(skill) && needsOf(skill).every(isKnown));
}

/** The next item, which tells most about all skills together; undefined when enough is known or fifteen were answered. */
export function nextProbe(past: readonly Probe[], bank: readonly Candidate[], rng: Rng): Candidate | undefined {
  if (past.length >= mostProbes) return undefined;
  const together = togetherIn(weightsOf(past));
  const isSettled = inOrder.every((_, s) => together[s * n + s]! < surelyNot || together[s * n + s]! > surely);
  if (past.length >= leastProbes && isSettled) return undefined;
  const asked = past.map(({ skill }) => skill);
  const fitting = bank.filter(({ level, skills: [main] }) => level === 2 && main && !asked.includes(main));
  const main = new Set(fitting.flatMap(({ skills: [skill] }) => skill ?? []));
  const [best] = [...main]
    .map((skill) => ({ skill, tells: information(skill, together) }))
    .sort((a, b) => b.tells - a.tells);
  const items = fitting.filter(({ skills: [skill] }) => skill === best?.skill);
  const [first, ...rest] = items;
  return first && rng.pick([first, ...rest]);
}

/** $\sum_t I(\text{known}_t; \text{answer})$ in nats: what an answer tells about every skill, added up. */
function information(skill: SkillId, together: Float64Array): number {
  const s = indexOfSkill.get(skill) ?? 0;
  const known = together[s * n + s]!;
  const answer = (share: number) => entropy(share * (1 - slip) + (1 - share) * luck);
  const before = answer(known);
  let sum = 0;
  for (let t = 0; t < n; t++) {
    const [p, both] = [together[t * n + t]!, together[s * n + t]!];
    const yes = p > 0 ? answer(both / p) : 0;
    const no = p < 1 ? answer((known - both) / (1 - p)) : 0;
    sum += before - p * yes - (1 - p) * no;
  }
  return sum;
}

const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p));

/** How likely somebody who knows a skill answers level 2 right, and somebody who does not. */
const chanceIfKnown = 0.9;
const chanceIfNot = 0.1;

/**
 * A learner as a placement found them, after its answers were learnt as evidence like any other. Each skill without an
 * answer of its own gets what brings its chance to that of what was found, $0.9k + 0.1(1 - k)$ where k is the probability
 * that it is known; it stays as uncertain as it was, so that the first answers count for more.
 */
export function learnPlacement(learner: Learner, past: readonly Probe[], at: number): Learner {
  const next = new Map(learner);
  for (const { skill, known } of placed(past)) {
    if (learner.has(skill)) continue;
    const { mean, variance } = abilityOf(learner, skill, at);
    const sought = abilityFor(chanceIfNot + (chanceIfKnown - chanceIfNot) * known, variance);
    const change = { mean: sought - mean, variance: 0 };
    next.set(skill, { version: 1, trait: nothing, change, at, tries: 0, right: 0, card: null });
  }
  return next;
}

/** A measurement so vague that it says nothing. */
const nothing = { mean: 0, variance: 1e6 };
