import type { SkillId } from "#lib/exercise/skills.ts";
import type { FormulaId, SectionId } from "#lib/exercise/tutorial.ts";

/** One idea of a lesson: a stretch of it with an anchor of its own, which says what it shows and what drills it. */
export interface Idea {
  /** The anchor: /learn/<lesson>#<id>. Links point at it, so it stays. */
  id: string;
  title: string;
  /** Sections of the tutorial that it covers; empty where it goes beyond. */
  sections: readonly SectionId[];
  /** What it teaches. */
  skills: readonly SkillId[];
  /** Exercises by id. The first is the one to check oneself with. */
  drills: readonly [string, ...string[]];
  /** What of the tutorial is shown in it. */
  examples?: readonly number[];
  practice?: readonly number[];
  formulas?: readonly FormulaId[];
}
