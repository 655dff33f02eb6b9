/** Hints and the worked solution, read off the graph: one line for every step that the asked ones rest on. */
import { evaluate } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import type { Figure } from "./figure.ts";
import { entriesOf } from "./kinds.ts";
import { stepOf } from "./step.ts";
import { isShownExactly, valueTex } from "./tex.ts";

/** How to go about one step: a sentence and the formula in symbols, no numbers. */
export interface Hint {
  step: string;
  words: string;
  text: string;
  /** TeX: `z = wx + b`. */
  formula: string;
}

/** One line of the worked solution. */
export interface Line extends Hint {
  /** TeX: `z = wx + b = 0.5 \cdot 2 + 0.1 = 1.1`. */
  tex: string;
  asked: boolean;
}

export interface Solution {
  lines: Line[];
  figure: Figure | undefined;
}

/** The steps a level needs, in the order of the chain. */
function neededSteps<P>(exercise: Exercise<P>, p: P, level: Level): string[] {
  const evaluation = evaluate(exercise, p);
  const needed = new Set(exercise.asks[level].flatMap((name) => evaluation.cone(name)));
  return exercise.steps.map(({ name }) => name).filter((name) => needed.has(name));
}

/** The hints of a variant, first to last; each tells one step and none holds a value. */
export function hintsOf<P>(exercise: Exercise<P>, p: P, level: Level): Hint[] {
  return neededSteps(exercise, p, level).map((name) => {
    const step = stepOf(exercise, name);
    return { step: name, words: step.words, text: step.hint, formula: `${step.label} = ${step.formula(p)}` };
  });
}

/** The worked solution with the variant's numbers, to two digits more than are asked for. */
export function solutionOf<P>(exercise: Exercise<P>, p: P, level: Level): Solution {
  const evaluation = evaluate(exercise, p);
  const asked = exercise.asks[level];
  const lines = hintsOf(exercise, p, level).map((hint) => {
    const step = stepOf(exercise, hint.step);
    const value = evaluation.value(hint.step);
    const exact = entriesOf(value).every((x) => isShownExactly(x));
    const work = step.work(p, evaluation.scope);
    const shown = valueTex(step.spec, value);
    const parts = [hint.formula, ...(work === undefined || work === shown ? [] : [work])];
    return {
      ...hint,
      asked: asked.includes(hint.step),
      tex: `${parts.join(" = ")} ${exact ? "=" : "\\approx"} ${shown}`,
    };
  });
  return { lines, figure: exercise.solutionFigure(p, evaluation.scope) };
}
