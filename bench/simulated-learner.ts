/**
 * Learners made up to judge the estimate and the picker by. They are of another family than the estimate: a skill is
 * known or it is not (Corbett & Anderson 1995), a known one slips and an unknown one gets lucky, learning waits for
 * prerequisites, and what is known is lost with a half-life of the learner's own, which every spaced success lengthens.
 * docs/mastery.md lists the assumptions. Nothing here reads lib/mastery's estimate.
 */
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { createRng, type Rng } from "#lib/exercise/rng.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { conesOf } from "#lib/mastery/cone.ts";
import { type JudgedPart, skillsOf } from "#lib/mastery/evidence.ts";
import { guessOf } from "#lib/mastery/guess.ts";
import { indexOfSkill, inOrder, needsOf } from "#lib/mastery/prior.ts";

/** What is assumed of all learners; each draws its own numbers from these ranges. */
export interface World {
  name: string;
  /** Days after which half of what was learnt once is lost. */
  halfLife: readonly [number, number];
  /** Chance to learn a skill from one item with its feedback, all prerequisites being known. */
  learns: readonly [number, number];
  /** What is left of that chance while a prerequisite is missing. */
  ungated: number;
  /** What is left of the chance that a skill is known from the start while a prerequisite is missing. */
  unready: number;
  /** Chance that a step goes wrong though its skill is known, at level 2. */
  slip: readonly [number, number];
  /** Chance that a step goes right though its skill is not known, at level 2; options are guessed besides. */
  luck: readonly [number, number];
}

/** An exercise at a level, as far as a simulated learner sees it. */
export interface SimulatedItem {
  exercise: Exercise;
  level: Level;
  parts: readonly {
    step: string;
    guess: number;
    skills: readonly SkillId[];
    all: readonly SimulatedStep[];
    alone: readonly SimulatedStep[];
  }[];
  skills: readonly number[];
}

interface SimulatedStep {
  name: string;
  skill: number;
  hasMalrules: boolean;
}

export function simulatedItem(exercise: Exercise, level: Level): SimulatedItem {
  const parts = [...conesOf(exercise, level)].map(([step, { all, alone }]) => ({
    step,
    guess: guessOf(stepOf(exercise, step).spec),
    skills: skillsOf(exercise, level, step),
    alone: alone.map((name) => simulatedStep(exercise, name)),
    all: all.map((name) => simulatedStep(exercise, name)),
  }));
  const skills = [...new Set(parts.flatMap(({ all }) => all.map(({ skill }) => skill)))];
  return { exercise, level, parts, skills };
}

function simulatedStep(exercise: Exercise, name: string): SimulatedStep {
  const { skill, malrules } = stepOf(exercise, name);
  return { name, skill: indexOfSkill.get(skill) ?? 0, hasMalrules: Object.keys(malrules).length > 0 };
}

/** One submission: nothing of an unreadable one is judged, and one that is only imprecise is no counted try. */
export type Submitted = { outcome: "unreadable" } | SimulatedTry;

export interface SimulatedTry {
  outcome: "judged";
  countsAsTry: boolean;
  parts: readonly JudgedPart[];
  /** Taken before it. */
  hints: number;
}

const slipsMore: Readonly<Record<Level, number>> = { 1: 0.7, 2: 1, 3: 1.5 };
const luckier: Readonly<Record<Level, number>> = { 1: 1.5, 2: 1, 3: 0.5 };

export class SimulatedLearner {
  readonly #rng: Rng;
  readonly #world: World;
  readonly #known = new Uint8Array(inOrder.length);
  readonly #halfLives: Float64Array;
  /** The last day on which practice lengthened the half-life. */
  readonly #strengthened = new Int32Array(inOrder.length).fill(-1);
  readonly #learns: number;
  readonly #slip: number;
  readonly #luck: number;
  readonly #takesHints: number;
  readonly #mistypes: number;
  #day = 0;

  constructor(seed: string, world: World) {
    const rng = createRng(`${world.name} ${seed}`);
    const between = ([lo, hi]: readonly [number, number]) => lo + (hi - lo) * rng.decimal(0, 1, 6);
    this.#rng = rng;
    this.#world = world;
    this.#learns = between(world.learns);
    this.#slip = between(world.slip);
    this.#luck = between(world.luck);
    this.#takesHints = between([0.05, 0.4]);
    this.#mistypes = between([0, 0.15]);
    const [lo, hi] = world.halfLife;
    const halfLife = lo * (hi / lo) ** between([0, 1]);
    this.#halfLives = new Float64Array(inOrder.length).fill(halfLife);
    const schooling = between([0, 0.85]);
    for (const [s, skill] of inOrder.entries()) {
      const isReady = needsOf(skill).every((needed) => this.#known[indexOfSkill.get(needed) ?? 0] === 1);
      this.#known[s] = this.#happens(isReady ? schooling : world.unready * schooling) ? 1 : 0;
    }
  }

  /** The share of all skills that is truly known now. */
  get knownShare(): number {
    return this.#known.reduce((sum, k) => sum + k, 0) / this.#known.length;
  }

  /** A night goes by, and with it some of what is known. */
  sleep(): void {
    this.#day++;
    for (let s = 0; s < this.#known.length; s++)
      if (this.#known[s] === 1 && this.#happens(1 - 2 ** (-1 / this.#halfLives[s]!))) this.#known[s] = 0;
  }

  /**
   * Answers an item, and learns from its feedback and solution after the first counted try. Some answers cannot be read or
   * lack digits, and are typed again; after a mistake there is a second try.
   */
  answer(item: SimulatedItem): Submitted[] {
    const submitted: Submitted[] = [];
    if (this.#happens(this.#mistypes)) submitted.push({ outcome: "unreadable" });
    const hints = this.#happens(this.#isUnsure(item) ? this.#takesHints : 0.03) ? 1 : 0;
    const first = this.#try(item, hints);
    const isWrong = first.parts.some(({ verdict }) => verdict === "wrong");
    if (!isWrong && this.#happens(this.#mistypes)) submitted.push(lackingDigits(first));
    submitted.push(first);
    for (const s of item.skills) this.#practise(s);
    if (isWrong) submitted.push(this.#try(item, hints));
    return submitted;
  }

  #isUnsure({ skills }: SimulatedItem): boolean {
    return skills.some((s) => this.#known[s] === 0);
  }

  #try({ level, parts }: SimulatedItem, hints: number): SimulatedTry {
    const went = new Map<string, boolean>();
    const judged: JudgedPart[] = [];
    const wrongAsked = new Set<string>();
    for (const { step, guess, all, alone } of parts) {
      for (const one of all) if (!went.has(one.name)) went.set(one.name, this.#does(one.skill, level, hints));
      const first = alone.find(({ name }) => !went.get(name));
      const builtOnWrong = all.some(({ name }) => name !== step && wrongAsked.has(name));
      if (!first && !builtOnWrong) judged.push(verdict(step, "right"));
      else if (!first && this.#happens(0.9)) judged.push(verdict(step, "carried"));
      else if (this.#happens(guess)) judged.push(verdict(step, "right"));
      else {
        wrongAsked.add(step);
        const isNamed = first?.hasMalrules && this.#happens(0.5);
        judged.push({ step, verdict: "wrong", malrules: isNamed && first ? [{ at: first.name }] : [] });
      }
    }
    return { outcome: "judged", countsAsTry: true, parts: judged, hints };
  }

  #does(skill: number, level: Level, hints: number): boolean {
    if (this.#known[skill] === 1) return !this.#happens(this.#slip * slipsMore[level]);
    return this.#happens(hints > 0 ? 0.5 : this.#luck * luckier[level]);
  }

  #practise(s: number): void {
    if (this.#known[s] === 1) {
      if (this.#strengthened[s]! < this.#day) this.#halfLives[s]! *= 1.6;
      this.#strengthened[s] = this.#day;
      return;
    }
    const skill = inOrder[s];
    const isReady = !skill || needsOf(skill).every((needed) => this.#known[indexOfSkill.get(needed) ?? 0] === 1);
    if (!this.#happens(this.#learns * (isReady ? 1 : this.#world.ungated))) return;
    this.#known[s] = 1;
    this.#strengthened[s] = this.#day;
  }

  #happens(chance: number): boolean {
    return this.#rng.int(0, 999_999) < chance * 1_000_000;
  }
}

const verdict = (step: string, kind: JudgedPart["verdict"]): JudgedPart => ({ step, verdict: kind, malrules: [] });

const lackingDigits = (full: SimulatedTry): SimulatedTry => ({
  ...full,
  countsAsTry: false,
  parts: full.parts.map(({ step }) => verdict(step, "imprecise")),
});
