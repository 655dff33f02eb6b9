/** Stored answers judged again under a change; what the pure regrade needs, made from rows. */
import { creditOf } from "#lib/course/credit.ts";
import { judgedBy } from "#lib/course/stored-variant.ts";
import type { Receipt } from "#lib/grading/receipt.ts";
import { type Changed, type Failure, regrade, type Warning } from "#lib/grading/regrade.ts";
import type { StoredAnswer } from "#lib/grading/replay.ts";
import type { GivenAnswer } from "./answers.ts";
import type { ChangedItem } from "./change.ts";

export interface JudgedAgain {
  changed: readonly Changed[];
  failures: readonly Failure[];
  warnings: readonly Warning[];
}

/**
 * Judges the answers to one item again. What a person has set stays, so those answers are not to be among them; what could
 * not be read when it was handed in counts as blank again, and keeps its text.
 */
export function judgeAgain(
  answers: readonly GivenAnswer[],
  { row, exercise, moves, onlyCarried, rules, weights }: ChangedItem,
  { carried, neverLower }: { carried: number; neverLower: boolean },
): JudgedAgain {
  const concerned = onlyCarried ? answers.filter(hasCarried) : answers;
  const known = concerned.map((answer) => ({ answer, own: judgedBy(answer, row) }));
  const gone = known.filter(({ own }) => !own).map(({ answer }) => goneOf(answer));
  const stored = known.flatMap(({ answer, own }) => (own ? [storedOf(answer, own)] : []));
  const change = { rules, weights, carriedCredit: carried, ...(moves && { exercise }) };
  const { students, failures, warnings } = regrade(stored, change, { neverLower });
  const before = new Map(answers.map((answer) => [answer.id, answer]));
  const changed = students
    .flatMap(({ changes }) => changes)
    .map((one) => ({ ...one, receipt: withUnread(one.receipt, before.get(one.id)) }));
  return { changed, failures: [...gone, ...failures], warnings };
}

/** Nothing else of an answer depends on what carried values earn. */
const hasCarried = ({ receipt }: GivenAnswer): boolean =>
  receipt.steps.some(({ verdict, carriedFrom }) => verdict === "carried" || carriedFrom.length > 0);

const goneOf = ({ id, enrollmentId, score, exerciseId, version }: GivenAnswer): Failure => ({
  id,
  student: enrollmentId,
  score,
  why: `Version ${version} of ${exerciseId} is not here any more.`,
});

function storedOf(answer: GivenAnswer, exercise: StoredAnswer["exercise"]): StoredAnswer {
  const { id, enrollmentId: student, level, params, receipt, score, hints, settled } = answer;
  const unread = unreadOf(answer);
  const raw = Object.fromEntries(
    Object.entries(answer.raw).map(([step, text]) => [step, unread.has(step) ? "" : text]),
  );
  const credit = creditOf(hints, settled);
  return { id, student, exercise, level, params, raw, options: { practice: false }, credit, receipt, score };
}

/** The parts that were not read when they were handed in with the rest. */
const unreadOf = ({ receipt }: GivenAnswer): Map<string, Receipt["steps"][number]> =>
  new Map(
    receipt.steps.filter(({ verdict, raw }) => verdict === "blank" && raw.trim() !== "").map((one) => [one.step, one]),
  );

function withUnread(receipt: Receipt, answer: GivenAnswer | undefined): Receipt {
  const unread = answer ? unreadOf(answer) : new Map<string, Receipt["steps"][number]>();
  const steps = receipt.steps.map((step) => {
    const { raw, feedback } = unread.get(step.step) ?? step;
    return { ...step, raw, feedback };
  });
  return { ...receipt, steps };
}
