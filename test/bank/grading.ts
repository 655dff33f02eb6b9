/** What the bank promises of grading: references are right, malrules are wrong and named, the prompt is no answer. */
import { consequences } from "#lib/exercise/consequences.ts";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { entriesOf, type KindSpec, ruleOf, type Value, withEntry } from "#lib/exercise/kinds.ts";
import { stepOf } from "#lib/exercise/step.ts";
import type { Variant } from "#lib/exercise/variant.ts";
import { judge } from "#lib/grading/judge.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";
import { mathIn } from "./inspect.ts";

const printed = (exercise: Exercise, name: string, value: Value) => {
  const { spec } = stepOf(exercise, name);
  return kindOf(spec).print(value, spec);
};

/** The verdict of every asked step when `answers`, by step, are typed and everything else is blank. */
function judged(exercise: Exercise, { params, level }: Variant, answers: Record<string, string>) {
  const outcome = judge(exercise, { params, level }, answers, { practice: true });
  return outcome.outcome === "judged" ? outcome.receipt : undefined;
}

/** The value rounded to just as many digits as its rule asks for. */
function atPrecision(spec: KindSpec, value: Value): Value {
  const rule = ruleOf(spec);
  if (!("digits" in rule)) return value;
  return entriesOf(value).reduce<Value>((rounded, x, k) => withEntry(rounded, k, roundDigits(x, rule.digits)), value);
}

/** The value as somebody would write it down who computes without floating point: its noise rounded away. */
const tidied = (value: Value): Value =>
  entriesOf(value).reduce<Value>((tidy, x, k) => withEntry(tidy, k, roundDigits(x, 12)), value);

/** What does not hold of grading one variant. */
export function gradingFaults(exercise: Exercise, variant: Variant): string[] {
  const run = evaluate(exercise, variant.params);
  const asked = exercise.asks[variant.level];
  const typed = (change: (spec: KindSpec, value: Value) => Value) =>
    Object.fromEntries(
      asked.map((name) => [name, printed(exercise, name, change(stepOf(exercise, name).spec, run.value(name)))]),
    );
  const exact = typed((_, value) => value);
  const rounded = typed(atPrecision);
  const tidy = typed((_, value) => tidied(value));
  return [
    ...(judged(exercise, variant, tidy)?.score === 1 ? [] : ["the reference without its noise is not right"]),
    ...(judged(exercise, variant, exact)?.score === 1 ? [] : ["the reference typed back is not right"]),
    ...(judged(exercise, variant, rounded)?.score === 1 ? [] : ["the reference at the asked precision is not right"]),
    ...asked.flatMap((name) =>
      consequences(exercise, variant.params, name).flatMap(({ at, id, value }) => {
        const answers = { [name]: printed(exercise, name, value) };
        const part = judged(exercise, variant, answers)?.steps.find(({ step }) => step === name);
        const isNamed = part?.malrules.some((malrule) => malrule.at === at && malrule.id === id);
        return part?.verdict === "wrong" && isNamed
          ? []
          : [`${name}: ${at}.${id} is ${part?.verdict}, not wrong and named`];
      }),
    ),
    ...asked.flatMap((name) =>
      echoes(exercise.prompt(variant.params, variant.level)).flatMap((echo) => {
        const part = judged(exercise, variant, { [name]: echo })?.steps.find(({ step }) => step === name);
        return part && part.score > 0 ? [`${name}: typing “${echo}” back from the prompt earns ${part.score}`] : [];
      }),
    ),
  ];
}

/** Expressions that stand in the prompt, whole and behind each equals sign; a lone number is nothing to echo. */
const echoes = (prompt: string): string[] =>
  mathIn(prompt)
    .flatMap((tex) => [tex, ...tex.split("=").slice(1)])
    .map((tex) => tex.trim())
    .filter((tex) => !/^-?[\d.]*$/.test(tex));
