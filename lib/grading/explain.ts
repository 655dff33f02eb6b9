/** One asked step: its verdict and why, in the order right, malrule, too few digits, carried forward, near miss, wrong. */

import { consequences } from "#lib/exercise/consequences.ts";
import { roundDigits } from "#lib/exercise/decimal.ts";
import type { Evaluation } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level, Step } from "#lib/exercise/exercise.ts";
import { axesOf, entriesOf, type KindSpec, type Value, withEntry } from "#lib/exercise/kinds.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import type { Consequence } from "#lib/exercise/run.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { valueTex } from "#lib/exercise/tex.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { isValueOf } from "./agreement.ts";
import { type Carried, carry, type Earlier } from "./carry.ts";
import { howFarOff } from "./distance.ts";
import { intervalInWords, marginOf } from "./interval.ts";
import type { NearMiss } from "./kinds/kind.ts";
import { kindOf } from "./kinds/table.ts";
import type { JudgeOptions } from "./options.ts";
import { isImprecise, moreDigits } from "./precision.ts";
import type { Read } from "./reading.ts";
import type { StepReceipt } from "./receipt.ts";

type Finding = Pick<StepReceipt, "verdict" | "score" | "feedback"> &
  Partial<Pick<StepReceipt, "malrules" | "nearMiss" | "carriedFrom">>;

/** What is known when a step's turn comes: the variant, and the steps before it. */
export interface Walk<P> {
  exercise: Exercise<P>;
  p: P;
  level: Level;
  /** The reference values. */
  right: Evaluation;
  before: readonly StepReceipt[];
  earlier: readonly Earlier[];
  options: JudgeOptions;
}

/** The receipt of one step; `reading` is undefined where the part was left blank. */
export function explain<P>(
  walk: Walk<P>,
  { name, spec, label, words }: Step<P>,
  raw: string,
  reading: Read<Value> | undefined,
): StepReceipt {
  const reference = walk.right.value(name);
  const window = windowOf(walk.exercise, walk.p, name);
  const finding: Finding = reading
    ? judgeStep({ ...walk, name, spec, reference, window }, reading)
    : { verdict: "blank", score: 0, feedback: ["This part was left blank."] };
  return {
    step: name,
    label,
    words,
    raw,
    readAs: reading ? { tex: reading.tex, text: reading.text } : null,
    rule: ruleInWords(spec),
    carriedFrom: [],
    isFirstError: false,
    reference: { tex: valueTex(spec, reference), text: kindOf(spec).print(shortened(reference), spec) },
    interval: intervalInWords(spec, reference, window),
    margin: reading ? marginOf(spec, reading.value, reference, window) : null,
    malrules: [],
    nearMiss: null,
    ...finding,
  };
}

/** At most 8 digits of every number: what a person is shown. */
const shortened = (value: Value): Value =>
  entriesOf(value).reduce<Value>((so, x, k) => withEntry(so, k, roundDigits(x, 8)), value);

interface Asked<P> extends Walk<P> {
  name: string;
  spec: KindSpec;
  reference: Value;
  window: readonly number[];
}

function judgeStep<P>(asked: Asked<P>, reading: Read<Value>): Finding {
  const { exercise, p, right, name, spec, reference, window, before, earlier, options } = asked;
  const { value, written } = reading;
  const kind = kindOf(spec);
  const comparison = kind.compare(value, reference, spec, window);
  if (comparison.right) return { verdict: "right", score: 1, feedback: [] };

  const isFrom = (wrong: Consequence) => isValueOf(spec, value, wrong.value, wrong.window);
  const named = consequences(exercise, p, name).filter(isFrom);
  const isCharged = named.some((wrong) => wasNamedBefore(wrong, before));
  if (named.length > 0 && !isCharged) return byMalrule(named);

  if (comparison.undecided) return undecided;
  if (comparison.lacks !== undefined) return unformed(comparison.lacks);
  if (isImprecise(spec, value, written, reference, window)) return imprecise(spec);

  const carried = carry(exercise, p, right, name, earlier);
  const own = carried.find((from) => kind.compare(value, from.value, spec, from.window).right);
  if (own) return byCarrying(asked, own);
  if (carried.some((from) => isImprecise(spec, value, written, from.value, from.window))) return imprecise(spec);
  if (named.length > 0) return byMalrule(named);
  const fromOwn = carried.flatMap(({ given }) => consequences(exercise, p, name, { given })).filter(isFrom);
  if (fromOwn.length > 0) return byMalrule(fromOwn);
  const near =
    kind.nearMiss(value, reference, spec, { formula: formulas(asked), sizes: sizesOf(asked), written, window }) ??
    anotherStep(asked, value);
  if (near) return { verdict: "wrong", score: 0, feedback: [near.says], nearMiss: near.id };
  const says = [
    ...(comparison.says === undefined ? [] : [comparison.says]),
    ...(options.practice ? howFarOff(spec, value, reference) : []),
  ];
  return { verdict: "wrong", score: 0, feedback: says.length > 0 ? says : [unknownMistake] };
}

const unknownMistake = "This comes from no mistake that is known here: go through the step once more.";

/** Tied malrules are all named. */
const byMalrule = (named: readonly Consequence[]): Finding => ({
  verdict: "wrong",
  score: 0,
  feedback: [...new Set(named.map(({ says }) => says))],
  malrules: named
    .filter((one, i) => named.findIndex(({ at, id }) => at === one.at && id === one.id) === i)
    .map(({ at, id }) => ({ at, id })),
});

const undecided: Finding = {
  verdict: "undecided",
  score: 0,
  feedback: ["Whether this equals the right formula could not be settled. It is kept for review and costs nothing."],
};

const unformed = (lacks: string): Finding => ({
  verdict: "form",
  score: 0,
  feedback: [`Right so far; ${lacks}.`],
});

const imprecise = (spec: KindSpec): Finding => ({
  verdict: "imprecise",
  score: 0,
  feedback: [`Right so far; give ${moreDigits(spec)}.`],
});

/** A malrule that an earlier part was already marked down for: what follows from it may still be carried forward. */
const wasNamedBefore = ({ at, id }: Consequence, before: readonly StepReceipt[]): boolean =>
  before.some((step) => step.malrules.some((malrule) => malrule.at === at && malrule.id === id));

function byCarrying<P>({ exercise, before, options }: Asked<P>, { from }: Carried): Finding {
  const verdictOf = (step: string) => before.find((part) => part.step === step)?.verdict;
  const own = from.filter((step) => verdictOf(step) !== "right");
  if (own.length === 0) return { verdict: "right", score: 1, feedback: [], carriedFrom: from };
  const names = own.map((step) => `$${stepOf(exercise, step).label}$`).join(" and ");
  const verdicts = own.map(verdictOf);
  const where = verdicts.includes("wrong")
    ? "the mistake is there"
    : verdicts.includes("carried")
      ? "the mistake came earlier"
      : "that needs more digits";
  return {
    verdict: "carried",
    score: options.carriedCredit ?? 1,
    feedback: [`Right from your own value of ${names}; ${where}.`],
    carriedFrom: own,
  };
}

/** The formulas of the step and of what it rests on, where angles and logarithms may have come in. */
const formulas = <P>({ exercise, p, right, name }: Asked<P>): string =>
  right
    .cone(name)
    .map((step) => stepOf(exercise, step).formula(p))
    .join(" ");

/** Lengths of the axes of the value and of what the step read: what a sum or mean may run over. */
const sizesOf = <P>({ right, name, reference }: Asked<P>): number[] =>
  [reference, ...right.inputs(name)].flatMap((value) => [...axesOf(value)]);

/** The value of another step that the variant needs, put in this one's place; 0 and ±1 are met too often to tell. */
function anotherStep<P>(
  { exercise, p, right, name, spec, reference, level }: Asked<P>,
  value: Value,
): NearMiss | undefined {
  if (typeof value === "number" && (value === 0 || Math.abs(value) === 1)) return undefined;
  const needed = new Set(exercise.asks[level].flatMap((step) => right.cone(step)));
  const others = exercise.steps.filter(
    (step) => step.name !== name && step.spec.kind === spec.kind && needed.has(step.name),
  );
  const other = others.find((step) => {
    const its = right.value(step.name);
    const window = windowOf(exercise, p, step.name);
    return !isValueOf(spec, its, reference, window) && isValueOf(spec, value, its, window);
  });
  return other && { id: "another-step", says: `This is ${other.words}; ${stepOf(exercise, name).words} is asked for.` };
}
