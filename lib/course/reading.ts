/**
 * What to read after a wrong answer. A receipt's malrules stay on the server, so the paragraph is chosen here, and only its
 * place and title are handed over.
 */
import "server-only";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { stepOf } from "#lib/exercise/step.ts";
import type { Receipt } from "#lib/grading/receipt.ts";
import { type IdeaPlace, ideaTeaching } from "#lib/tutorial/find-idea.ts";
import type { StoredVariant } from "./stored-variant.ts";

/** By step, what to read about it. */
export type Readings = Readonly<Record<string, IdeaPlace>>;

/** What to read about each wrong part of a receipt. */
export function readingsOf(stored: StoredVariant, { steps }: Pick<Receipt, "steps">): Readings {
  return Object.fromEntries(
    steps.flatMap(({ step, verdict, malrules }) => {
      if (verdict !== "wrong") return [];
      const idea = ideaTeaching(skillBehind(stored, step, malrules[0]?.at), stored.exercise.id);
      return idea ? [[step, idea] as const] : [];
    }),
  );
}

/**
 * The skill to read about: that of the step that went wrong, where the mistake was recognised. Else it may lie anywhere
 * between the part and the ones asked before it: that is the exercise's main skill if one of these steps takes it.
 */
function skillBehind({ exercise, params, level }: StoredVariant, part: string, at: string | undefined): SkillId {
  if (at !== undefined) return stepOf(exercise, at).skill;
  const run = evaluate(exercise, params);
  const others = exercise.asks[level].filter((asked) => asked !== part && run.cone(part).includes(asked));
  const shown = new Set(others.flatMap((asked) => run.cone(asked)));
  const alone = run.cone(part).filter((step) => !shown.has(step));
  const [main] = exercise.skills;
  return alone.some((step) => stepOf(exercise, step).skill === main) ? main : stepOf(exercise, part).skill;
}
