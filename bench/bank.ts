/** What a variant costs: drawing it, with its windows and malrules, against the plain evaluation of its steps. */
import { catalogue } from "#lib/course/registry.ts";
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { compare, type Row } from "./compare.ts";

const level = 2;
const seeds = 50;

export function run(): Row[] {
  return catalogue.map((exercise) => {
    const asked = exercise.asks[level];
    const drawn = Array.from({ length: seeds }, (_, i) => drawVariant(exercise, level, `bench-${i}`).params);
    return compare(
      exercise.id,
      (i) => {
        const { params } = drawVariant(exercise, level, `bench-${i % seeds}`);
        return asked.map((name) => [windowOf(exercise, params, name), consequences(exercise, params, name)]);
      },
      (i) => {
        const evaluation = evaluate(exercise, drawn[i % seeds]);
        return asked.map((name) => evaluation.value(name));
      },
      9,
    );
  });
}
