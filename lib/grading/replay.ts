/** One stored answer judged again: by another version of its exercise, with other tolerances, weights or credit. */
import { consequences } from "#lib/exercise/consequences.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { entriesOf, ruleOf } from "#lib/exercise/kinds.ts";
import { unitOf } from "#lib/exercise/rule.ts";
import { isSeparated } from "#lib/exercise/soundness.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { judge, type RawAnswer } from "./judge.ts";
import type { JudgeOptions } from "./options.ts";
import type { Receipt } from "./receipt.ts";

/** A raw answer as it was stored, with the latest receipt. */
export interface StoredAnswer {
  id: string;
  student: string;
  /** The version it was drawn from and judged by. */
  exercise: Exercise;
  level: Level;
  /** The parameters of the variant as they were stored. */
  params: unknown;
  raw: RawAnswer;
  options: JudgeOptions;
  /** The share that a right answer earned, hints taken off. */
  credit: number;
  /** How it was judged last; null where it could not be read. */
  receipt: Receipt | null;
  /** What it counts for now: the receipt's score times the credit, unless an instructor set another. */
  score: number;
}

/** A malrule that the rule accepts with the right answer, so that it can no longer be told. */
export interface Reached {
  step: string;
  at: string;
  id: string;
}

export type Replayed =
  | { outcome: "judged"; receipt: Receipt; reaches: readonly Reached[] }
  /** Unreadable then and now. */
  | { outcome: "still unreadable" }
  | { outcome: "failed"; why: string };

const failed = (why: string): Replayed => ({ outcome: "failed", why });

/** Judges a stored answer by `exercise`, under options that may differ. Pure; never throws for what the exercise does. */
export function replay(answer: StoredAnswer, exercise: Exercise, options: JudgeOptions): Replayed {
  if (exercise.id !== answer.exercise.id) return failed(`It answers ${answer.exercise.id}, not ${exercise.id}.`);
  const added = exercise.asks[answer.level].find((name) => !wasAsked(answer, name));
  if (added !== undefined) return failed(`Version ${exercise.version} asks for “${added}”, which was not asked then.`);
  try {
    const parsed = exercise.schema.safeParse(answer.params);
    if (!parsed.success) return failed(`The parameters do not fit version ${exercise.version}.`);
    const { level, raw } = answer;
    const lost = lostBelowDecimals(exercise, parsed.data, level);
    if (lost !== undefined) return failed(`So few decimals say nothing about “${lost}” here: it is smaller than one.`);
    const judgement = judge(exercise, { params: parsed.data, level }, raw, options);
    if (judgement.outcome === "judged")
      return { outcome: "judged", receipt: judgement.receipt, reaches: reachedBy(exercise, parsed.data, level) };
    if (answer.receipt === null) return { outcome: "still unreadable" };
    return failed(judgement.parts.map(({ words, message }) => `Not readable any more, ${words}: ${message}`).join(" "));
  } catch (error) {
    // Whatever an exercise throws is its author's mistake; the answers to other variants are judged all the same.
    return failed(`The exercise fails: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Whether a part was asked when the answer was given; parts that were left blank were asked too. */
const wasAsked = ({ receipt, exercise, level }: StoredAnswer, name: string): boolean =>
  receipt ? receipt.steps.some(({ step }) => step === name) : exercise.asks[level].includes(name);

/** The first asked step of which `decimals` keeps no digit: 0 < |t| < 10⁻ⁿ. */
export function lostBelowDecimals<P>(exercise: Exercise<P>, p: P, level: Level): string | undefined {
  const evaluation = evaluate(exercise, p);
  return exercise.asks[level].find((name) => {
    const { spec } = stepOf(exercise, name);
    const entries = entriesOf(evaluation.value(name));
    return "decimals" in ruleOf(spec) && entries.some((t, k) => t !== 0 && Math.abs(t) < unitOf(spec, entries, k));
  });
}

/** The malrules of asked steps that are not told apart from the reference. */
export function reachedBy<P>(exercise: Exercise<P>, p: P, level: Level): Reached[] {
  const evaluation = evaluate(exercise, p);
  return exercise.asks[level].flatMap((name) => {
    const { spec } = stepOf(exercise, name);
    const [value, window] = [evaluation.value(name), windowOf(exercise, p, name)];
    return consequences(exercise, p, name)
      .filter((malrule) => !isSeparated(spec, value, window, malrule))
      .map(({ at, id }) => ({ step: name, at, id }));
  });
}
