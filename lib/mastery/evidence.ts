/** What a submission says about the skills it took: one piece of evidence for every skill of every part that was judged. */
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { conesOf } from "./cone.ts";
import { guessOf } from "./guess.ts";

/** How a first counted try at a part went, as far as the skill is concerned. */
export type Outcome = "right" | "hinted" | "carried" | "wrong";

export interface Evidence {
  skill: SkillId;
  exercise: string;
  level: Level;
  outcome: Outcome;
  /** The chance of being right by guessing. */
  guess: number;
  /** Other skills that the same part needed, of which nothing else was judged. */
  with: readonly SkillId[];
  /** The skill that was asked for, where a recognised mistake happened in another one on the way. */
  asked?: SkillId;
}

/** A part as its receipt judged it. */
export interface JudgedPart {
  step: string;
  verdict: "right" | "carried" | "imprecise" | "form" | "undecided" | "wrong" | "blank";
  malrules: readonly { at: string }[];
}

/**
 * The evidence of a first counted try. Imprecise, in another form and undecided say nothing; a blank part is wrong; a
 * carried one is a success of its own skill. A wrong part with a recognised malrule counts against the skill of the step
 * that went wrong, asked or not, and against no other; one without shares the blame over the skills of the steps that it
 * alone rests on.
 */
export function evidenceOf(exercise: Exercise, level: Level, parts: readonly JudgedPart[], hints: number): Evidence[] {
  return parts.flatMap((part): Evidence[] => {
    const outcome = outcomeOf(part.verdict, hints);
    if (outcome === undefined) return [];
    const { skill: own, spec } = stepOf(exercise, part.step);
    const guess = guessOf(spec);
    const about = (skill: SkillId, among: readonly SkillId[]): Evidence => ({
      ...{ skill, exercise: exercise.id, level, outcome, guess },
      with: among.filter((other) => other !== skill),
    });
    const [named] = part.malrules;
    if (outcome === "wrong" && named) {
      const mistaken = about(stepOf(exercise, named.at).skill, []);
      return [mistaken.skill === own ? mistaken : { ...mistaken, asked: own }];
    }
    if (outcome === "carried") return [about(own, [])];
    const skills = skillsOf(exercise, level, part.step);
    return skills.map((skill) => about(skill, skills));
  });
}

function outcomeOf(verdict: JudgedPart["verdict"], hints: number): Outcome | undefined {
  switch (verdict) {
    case "wrong":
    case "blank":
      return "wrong";
    case "carried":
      return "carried";
    case "right":
      return hints > 0 ? "hinted" : "right";
    default:
      return undefined;
  }
}

/** The skills of the steps that a part alone rests on; that of the part itself comes first. */
export function skillsOf(exercise: Exercise, level: Level, asked: string): readonly SkillId[] {
  const { alone = [] } = conesOf(exercise, level).get(asked) ?? {};
  return [...new Set([asked, ...alone].map((step) => stepOf(exercise, step).skill))];
}
