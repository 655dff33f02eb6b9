/**
 * Regrading: stored raw answers judged again under a change, as a diff that a person looks at before anything is
 * stored. Nothing is overwritten here or later: applying a diff appends its receipts.
 */
import type { Exercise } from "#lib/exercise/exercise.ts";
import type { JudgeOptions } from "./options.ts";
import type { Receipt } from "./receipt.ts";
import { type Reached, type Replayed, replay, type StoredAnswer } from "./replay.ts";
import { faultsOfRules, type Rules, withRules } from "./with-rules.ts";

/** What is different now; what is absent stays as it was for each answer. */
export interface Change {
  /** Another version of the exercise; else each answer is judged by its own. */
  exercise?: Exercise;
  /** Tolerances by step. */
  rules?: Rules;
  /** Weights of the asked steps. */
  weights?: NonNullable<JudgeOptions["weights"]>;
  /** What a step is worth that is right from the student's own earlier values. */
  carriedCredit?: number;
}

export interface RegradeOptions {
  /** Where an answer would earn less than it did, it keeps what it has. */
  neverLower: boolean;
}

export type Verdict = Receipt["verdict"] | "unreadable";

export interface Mark {
  verdict: Verdict;
  score: number;
}

/** A part whose verdict or score differs. */
export interface ChangedStep {
  step: string;
  /** Null where the part was not judged, or is asked no more. */
  before: { verdict: string; score: number } | null;
  after: { verdict: string; score: number } | null;
}

export interface Changed {
  id: string;
  before: Mark;
  /** As it would be judged; what counts where it is lower and `kept` is set is `before`. */
  after: Mark;
  /** Whether "never lower" leaves what was earned. */
  kept: boolean;
  steps: readonly ChangedStep[];
  /** What applying the change appends; nothing is appended where it is kept. */
  receipt: Receipt;
}

/** An answer that could not be judged again; it keeps what it has. */
export interface Failure {
  id: string;
  student: string;
  score: number;
  why: string;
}

/** An answer whose variant has malrules that the changed rules cannot tell from the right answer. */
export interface Warning {
  id: string;
  student: string;
  reaches: readonly Reached[];
}

export interface StudentDiff {
  student: string;
  /** Sums over all answers of the student that were given, changed or not. */
  before: number;
  after: number;
  changes: readonly Changed[];
}

export interface Regrade {
  /** Students with a change, and students' changes, in the order in which the answers were given. */
  students: readonly StudentDiff[];
  unchanged: number;
  failures: readonly Failure[];
  warnings: readonly Warning[];
}

/** Scores that differ by less are the same: a weighted mean may differ in its last bit. */
const noise = 1e-9;

/** The diff that a change makes to stored answers. Pure: the same answers and change give the same diff. */
export function regrade(answers: readonly StoredAnswer[], change: Change, { neverLower }: RegradeOptions): Regrade {
  const exerciseFor = changedExercises(change);
  const failures: Failure[] = [];
  const warnings: Warning[] = [];
  const students = new Map<string, { before: number; after: number; changes: Changed[] }>();
  let unchanged = 0;
  for (const answer of answers) {
    const { id, student, score } = answer;
    const diff = students.get(student) ?? { before: 0, after: 0, changes: [] };
    students.set(student, diff);
    diff.before += score;
    const again = judgeAgain(answer, change, exerciseFor);
    if (again.outcome === "failed") failures.push({ id, student, score, why: again.why });
    if (again.outcome === "judged" && again.reaches.length > 0) warnings.push({ id, student, reaches: again.reaches });
    const changed = again.outcome === "judged" ? diffOf(answer, again.receipt, neverLower) : undefined;
    if (changed) diff.changes.push(changed);
    else if (again.outcome !== "failed") unchanged++;
    diff.after += changed && !changed.kept ? changed.after.score : score;
  }
  return {
    students: [...students]
      .filter(([, { changes }]) => changes.length > 0)
      .map(([student, diff]) => ({ student, ...diff })),
    unchanged,
    failures,
    warnings,
  };
}

/** The exercise to judge by, or why the rules do not fit it; made once for each version. */
function changedExercises({ exercise, rules = {} }: Change): (own: Exercise) => Exercise | string {
  const known = new Map<Exercise, Exercise | string>();
  return (own) => {
    const base = exercise ?? own;
    const made = known.get(base);
    if (made !== undefined) return made;
    const faults = faultsOfRules(base, rules);
    const fresh = faults.length > 0 ? faults.join(" ") : Object.keys(rules).length > 0 ? withRules(base, rules) : base;
    known.set(base, fresh);
    return fresh;
  };
}

function judgeAgain(
  answer: StoredAnswer,
  { weights, carriedCredit }: Change,
  exerciseFor: (own: Exercise) => Exercise | string,
): Replayed {
  const exercise = exerciseFor(answer.exercise);
  if (typeof exercise === "string") return { outcome: "failed", why: exercise };
  return replay(answer, exercise, {
    ...answer.options,
    ...(weights === undefined ? {} : { weights }),
    ...(carriedCredit === undefined ? {} : { carriedCredit }),
  });
}

/** What differs, undefined where nothing does that a student or instructor could see in the marks. */
function diffOf(answer: StoredAnswer, receipt: Receipt, neverLower: boolean): Changed | undefined {
  const before: Mark = { verdict: answer.receipt?.verdict ?? "unreadable", score: answer.score };
  const after: Mark = { verdict: receipt.verdict, score: receipt.score * answer.credit };
  const steps = changedSteps(answer.receipt, receipt);
  const isSame = before.verdict === after.verdict && Math.abs(before.score - after.score) <= noise;
  if (isSame && steps.length === 0) return undefined;
  return { id: answer.id, before, after, kept: neverLower && after.score < before.score - noise, steps, receipt };
}

function changedSteps(before: Receipt | null, after: Receipt): ChangedStep[] {
  const marksOf = (receipt: Receipt | null) =>
    new Map(receipt?.steps.map(({ step, verdict, score }) => [step, { verdict, score }]));
  const [was, is] = [marksOf(before), marksOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((step) => {
    const [a, b] = [was.get(step) ?? null, is.get(step) ?? null];
    const isSame = a !== null && b !== null && a.verdict === b.verdict && Math.abs(a.score - b.score) <= noise;
    return isSame ? [] : [{ step, before: a, after: b }];
  });
}
