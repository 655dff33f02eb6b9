/** What is believed of every ability now: a trait, which related skills share, plus what practice has made of it. */
import type { Level } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { indexOfSkill, inOrder } from "./prior.ts";
import { type Belief, chanceAt } from "./response.ts";
import { dayMs } from "./review.ts";
import type { Learner, SkillState } from "./state.ts";
import { traitsOf } from "./traits.ts";

/** How fast ability sinks and certainty fades, for each factor e that the time has grown beyond the memory's stability. */
const sinks = 0.15;
const fades = 0.3;
/** In days, of what a placement found and no review has confirmed. */
const placedStability = 2;

/**
 * What practice has made of an ability, as it stands `at` a later time: after t days without practice it has sunk by
 * $c\,\ln(1 + t/S)$, a power law of forgetting in its odds (Wickelgren 1974; Anderson & Schooler 1991), where S is the
 * stability in days that FSRS keeps for the skill: it grows with every spaced success.
 */
export function changeAt({ change: { mean, variance }, at: then, card }: SkillState, at: number): Belief {
  const days = Math.max(0, at - then) / dayMs;
  const faded = Math.log1p(days / Math.max(card?.stability ?? placedStability, 0.1));
  return { mean: mean - sinks * faded, variance: variance + fades * faded };
}

/** The last that was asked for: a page and a pick ask for every skill of one learner at one time. */
let remembered: { learner: Learner; at: number; abilities: readonly Ability[] } | undefined;

/** What is believed of an ability, and the chances of right answers that follow. */
class Ability implements Belief {
  readonly mean: number;
  readonly variance: number;
  /** The part that related skills share. */
  readonly trait: Belief;
  readonly #chances: (number | undefined)[] = [];

  constructor(trait: Belief, change: Belief) {
    this.trait = trait;
    this.mean = trait.mean + change.mean;
    this.variance = trait.variance + change.variance;
  }

  /** The chance of a right answer at a level, guessing aside. */
  chance(level: Level): number {
    this.#chances[level] ??= chanceAt(level, this);
    return this.#chances[level];
  }
}

/** What is believed of one ability at a time in ms. */
export function abilityOf(learner: Learner, skill: SkillId, at: number): Ability {
  if (remembered?.learner !== learner || remembered.at !== at)
    remembered = { learner, at, abilities: abilitiesOf(learner, at) };
  const ability = remembered.abilities[indexOfSkill.get(skill) ?? -1];
  if (!ability) throw new RangeError(`there is no skill "${skill}"`);
  return ability;
}

function abilitiesOf(learner: Learner, at: number): Ability[] {
  const traits = traitsOf(learner);
  return inOrder.map((skill, s) => {
    const state = learner.get(skill);
    return new Ability(traits[s]!, state ? changeAt(state, at) : { mean: 0, variance: 0 });
  });
}
