/**
 * What to type into a variant: right, wrong by a malrule, and unreadable. Runs in vite (see exercises.spec.ts), since
 * only there the registry finds the exercises.
 */
import { catalogue, findVersion } from "#lib/course/registry.ts";
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import type { Value } from "#lib/exercise/kinds.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";

export const exerciseIds = catalogue.map(({ id }) => id);

export interface Answers {
  right: Record<string, string>;
  wrong: { typed: Record<string, string>; step: string; says: string };
  /** Undefined where every part is a choice, which always can be read. */
  unreadable: Record<string, string> | undefined;
}

/** Answers to the variant with these stored parameters. */
export function answersTo(id: string, version: number, level: Level, stored: unknown): Answers {
  const exercise = findVersion(id, version);
  if (!exercise) throw new RangeError(`no ${id}@${version}`);
  const params = exercise.schema.parse(stored);
  const run = evaluate(exercise, params);
  const asked = exercise.asks[level];
  const print = (name: string, value: Value) => {
    const { spec } = stepOf(exercise, name);
    return kindOf(spec).print(value, spec);
  };
  const right = Object.fromEntries(asked.map((name) => [name, print(name, run.value(name))]));
  const [first] = asked.flatMap((name) => consequences(exercise, params, name).map((wrong) => ({ name, ...wrong })));
  if (!first) throw new RangeError(`no malrule is active in ${id}`);
  const typed = asked.find((name) => stepOf(exercise, name).spec.kind !== "choice");
  return {
    right,
    wrong: { typed: { ...right, [first.name]: print(first.name, first.value) }, step: first.name, says: first.says },
    unreadable: typed === undefined ? undefined : { ...right, [typed]: "2 +" },
  };
}
