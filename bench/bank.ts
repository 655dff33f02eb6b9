/** What a variant costs: drawing it, with its steps, windows and malrules, against the plain evaluation of its steps. */
import { catalogue } from "#lib/course/registry.ts";
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { type Exercise, levels } from "#lib/exercise/exercise.ts";
import { drawVariant, type Variant } from "#lib/exercise/variant.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { compare, type Row } from "./compare.ts";

const seeds = 60;
const mostMicroseconds = 150;

export function run(): Row[] {
  const rows = catalogue.map(measure).sort((a, b) => a.value - b.value);
  const at = (share: number) => rows[Math.floor(share * (rows.length - 1))]?.value ?? 0;
  const ratio = (share: number) => Number((at(share) / mostMicroseconds).toPrecision(3));
  return [
    ...rows,
    {
      name: "the median exercise, against the most it may take",
      ...{ value: at(0.5), unit: "µs", against: mostMicroseconds },
      ...{ ratio: ratio(0.5), spread: [ratio(0.25), ratio(0.75)], limit: 1 },
    },
  ];
}

function measure(exercise: Exercise): Row {
  const draw = (i: number): Variant => drawVariant(exercise, levels[i % levels.length] ?? 1, `bench-${i % seeds}`);
  const drawn = Array.from({ length: seeds }, (_, i) => draw(i));
  return compare(
    exercise.id,
    (i) => {
      const { level, params } = draw(i);
      return exercise.asks[level].map((name) => [
        windowOf(exercise, params, name),
        consequences(exercise, params, name),
      ]);
    },
    (i) => {
      const { level, params } = drawn[i % seeds] ?? draw(i);
      const evaluation = evaluate(exercise, exercise.schema.parse(params));
      return exercise.asks[level].map((name) => evaluation.value(name));
    },
    9,
  );
}
