/** What each malrule leads to: its value at its own step, and through the graph at every asked step that rests on it. */
import { sameValue } from "./equal.ts";
import { indexOf, runOf } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import { graphOf } from "./graph.ts";
import type { Value } from "./kinds.ts";
import { type Changes, type Consequence, InertMalrule, type Run } from "./run.ts";
import { windowIn } from "./window.ts";

/**
 * The active malrules of an asked step: those whose value differs from the reference. A malrule that does not apply
 * to this variant, or leads to the reference, is inert and left out.
 */
export const consequences = <P>(
  exercise: Exercise<P>,
  p: P,
  asked: string,
  changes?: Changes,
): readonly Consequence[] => consequencesIn(runOf(exercise, p, changes), indexOf(exercise, asked));

/** The same, of an evaluation and by the index of the step. */
export function consequencesIn<P>(run: Run<P>, i: number): readonly Consequence[] {
  const known = run.consequences[i];
  if (known) return known;
  const found = collect(run, i);
  run.consequences[i] = found;
  return found;
}

function collect<P>(right: Run<P>, asked: number): Consequence[] {
  const { malrules } = graphOf(right.exercise);
  const { spec } = right.step(asked);
  const reference = right.done(asked).value;
  const cone = right.cone(asked);
  const found: Consequence[] = [];
  for (let i = 0; i <= asked; i++) {
    const rules = malrules[i]!;
    if (!((cone >> i) & 1) || rules.length === 0 || right.isGiven(i)) continue;
    const at = right.step(i).name;
    for (const { id, says } of rules) {
      const wrong = right.derived({ ...right.changes, malrule: { step: at, id } });
      const value = valueUnless(wrong, asked);
      if (value === undefined || sameValue(spec, value, reference)) continue;
      found.push({ at, id, says, value, window: windowIn(wrong, asked) });
    }
  }
  return found;
}

/** The value of a step under a malrule, or undefined where the malrule does not apply. */
function valueUnless<P>(wrong: Run<P>, i: number): Value | undefined {
  try {
    return wrong.done(i).value;
  } catch (error) {
    if (error instanceof InertMalrule) return undefined;
    throw error;
  }
}
