/**
 * Judges a submission: reads every asked part, compares each with its reference, and explains what is wrong, in the
 * order of docs/concepts.md; the first explanation that holds ends it.
 */
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { Value } from "#lib/exercise/kinds.ts";
import { shownStep } from "#lib/exercise/step.ts";
import type { Earlier } from "./carry.ts";
import { explain } from "./explain.ts";
import { kindOf } from "./kinds/table.ts";
import type { JudgeOptions } from "./options.ts";
import type { Read } from "./reading.ts";
import { graderVersion, type Judgement, type Receipt, type StepReceipt, type Unreadable } from "./receipt.ts";

/** The raw text of every asked step by its name; a missing one counts as blank. */
export type RawAnswer = Readonly<Record<string, string>>;

/**
 * Judges raw text against a variant with parsed parameters. Pure: the same text, variant and options give the same
 * receipt. Where a non-blank part cannot be read, or all are blank, nothing is judged.
 * Throws BrokenExercise where the exercise itself fails.
 */
export function judge<P>(
  exercise: Exercise<P>,
  { params, level }: { params: P; level: Level },
  raw: RawAnswer,
  options: JudgeOptions,
): Judgement {
  const asked = exercise.asks[level];
  const typed = (name: string) => (Object.hasOwn(raw, name) ? (raw[name] ?? "") : "");
  const isAllBlank = asked.every((name) => typed(name).trim() === "");
  const parts: Unreadable["parts"][number][] = [];
  const read = new Map<string, Read<Value>>();
  for (const name of asked) {
    const text = typed(name);
    if (text.trim() === "" && !isAllBlank) continue;
    const { spec, label, words } = shownStep(exercise, params, name);
    const reading = kindOf(spec).read(text, spec);
    if (reading.outcome === "read") read.set(name, reading);
    else {
      const { message, at } = reading;
      const rest =
        reading.outcome === "ambiguous"
          ? { suggestion: null, readings: reading.readings }
          : { suggestion: reading.suggestion, readings: [] };
      parts.push({ step: name, label, words, raw: text, message, at, ...rest });
    }
  }
  if (parts.length > 0) {
    const kept = Object.fromEntries(asked.map((name) => [name, typed(name)]));
    return { outcome: "unreadable", graderVersion, raw: kept, parts };
  }

  const right = evaluate(exercise, params);
  const steps: StepReceipt[] = [];
  const earlier: Earlier[] = [];
  for (const name of inChainOrder(exercise, asked)) {
    const reading = read.get(name);
    const walk = { exercise, p: params, level, right, before: steps, earlier, options };
    const step = explain(walk, shownStep(exercise, params, name), typed(name), reading);
    steps.push(step);
    if (!reading) continue;
    const isNamed = step.malrules.length > 0 || step.nearMiss !== null;
    const { value, written } = reading;
    earlier.push({ step: name, value, written, reference: right.value(name), verdict: step.verdict, isNamed });
  }
  const first = steps.find(({ verdict }) => verdict === "wrong")?.step;
  const ordered = asked.flatMap((name) => steps.filter(({ step }) => step === name));
  const marked = ordered.map((step) => ({ ...step, isFirstError: step.step === first }));
  const { id, version } = exercise;
  return {
    outcome: "judged",
    receipt: { graderVersion, exercise: id, version, level, ...overall(marked, options), steps: marked },
  };
}

const inChainOrder = <P>(exercise: Exercise<P>, asked: readonly string[]): string[] =>
  exercise.steps.map(({ name }) => name).filter((name) => asked.includes(name));

/**
 * The verdict over all parts and their weighted mean. Where some part only lacks digits or its form and none is wrong,
 * the whole is "imprecise" and costs no try; nor does one that could not be settled.
 */
function overall(
  steps: readonly StepReceipt[],
  { weights = {} }: JudgeOptions,
): Pick<Receipt, "verdict" | "score" | "countsAsTry"> {
  const weightOf = ({ step }: StepReceipt) => (Object.hasOwn(weights, step) ? (weights[step] ?? 1) : 1);
  const total = steps.reduce((sum, step) => sum + weightOf(step), 0);
  const score = total > 0 ? steps.reduce((sum, step) => sum + weightOf(step) * step.score, 0) / total : 0;
  const has = (verdict: StepReceipt["verdict"]) => steps.some((step) => step.verdict === verdict);
  if (!has("wrong") && has("undecided")) return { verdict: "undecided", score, countsAsTry: false };
  if (!has("wrong") && (has("imprecise") || has("form"))) return { verdict: "imprecise", score, countsAsTry: false };
  const verdict = steps.every((step) => step.verdict === "right")
    ? "right"
    : has("right") || has("carried")
      ? "partly"
      : "wrong";
  return { verdict, score, countsAsTry: true };
}
