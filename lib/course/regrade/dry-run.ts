/** What a regrade would do, for a person to look at before anything is stored. Pure. */
import { type Facts, rolledUp } from "#lib/course/assignment/roll-up.ts";
import { stepOf } from "#lib/exercise/step.ts";
import type { Changed } from "#lib/grading/regrade.ts";
import type { GivenAnswer } from "./answers.ts";
import type { ChangedItem, PlannedChange } from "./change.ts";
import type { JudgedAgain } from "./judge-again.ts";

export interface Points {
  points: number;
  possible: number;
}

interface BeforeAfter<T> {
  before: T;
  after: T;
}

export interface JudgedMark {
  verdict: string;
  score: number;
}

/** One answer whose verdict or score, or that of a part, is another. */
export interface AnswerChange extends BeforeAfter<JudgedMark> {
  id: string;
  title: string;
  /** 1, 2, 3 … of the student’s answers to the item. */
  number: number;
  /** Whether it keeps what it has, though it would earn less. */
  kept: boolean;
  steps: (BeforeAfter<JudgedMark | null> & { words: string; raw: string })[];
}

export interface StudentChange {
  enrollmentId: string;
  name: string;
  /** Of the item that is regraded; null where it is the whole assignment. */
  item: BeforeAfter<Points> | null;
  total: BeforeAfter<Points>;
  answers: AnswerChange[];
}

export interface DryRun {
  /** Of what it rests on: with another one it would be another. */
  hash: string;
  /** What would be different, in words; empty where answers are judged again by the terms as they are. */
  says: string[];
  /** How many answers there are, and of those, how many: would earn more; less; less but keep what they have; the same by other verdicts. */
  answers: number;
  up: number;
  down: number;
  kept: number;
  same: number;
  /** Set by a person, and so left alone. */
  overridden: number;
  /** Those whose answers or points change, by name. */
  students: StudentChange[];
  failures: { name: string; why: string }[];
  /** Mistakes with a name that some variants can no longer tell from the right answer. */
  reached: { words: string; says: string; students: number }[];
}

/** The answers to one item as they would be judged. */
export interface JudgedItem extends Omit<JudgedAgain, "changed"> {
  item: ChangedItem;
  changed: readonly { change: Changed; answer: GivenAnswer }[];
}

interface Known {
  hash: string;
  /** The item it is about; null for all. */
  itemId: string | null;
  change: PlannedChange;
  given: readonly GivenAnswer[];
  judged: readonly JudgedItem[];
  facts: Facts;
  /** By enrollment. */
  names: ReadonlyMap<string, string>;
}

export function dryRunOf({ hash, itemId, change, given, judged, facts, names }: Known): DryRun {
  const nameFor = (id: string) => names.get(id) ?? "somebody who has left";
  const changed = judged.flatMap((one) => one.changed.map((made) => ({ ...made, item: one.item })));
  const scores = new Map(
    changed.flatMap(({ change: { id, kept, after } }) => (kept ? [] : [[id, after.score] as const])),
  );
  const after = rolledUp(facts, { scores, points: change.points });
  const numbers = numbersOf(given);
  const byStudent = new Map<string, typeof changed>();
  for (const one of changed) {
    const { enrollmentId } = one.answer;
    byStudent.set(enrollmentId, [...(byStudent.get(enrollmentId) ?? []), one]);
  }
  const students = rolledUp(facts).flatMap(({ grade, marks }, i): StudentChange[] => {
    const then = after[i];
    const { enrollmentId } = grade;
    const answers = byStudent.get(enrollmentId) ?? [];
    if (!then || (answers.length === 0 && samePoints(grade, then.grade))) return [];
    const itemOf = (all: typeof marks) => pointsOf(all.filter((mark) => mark.itemId === itemId));
    return [
      {
        enrollmentId,
        name: nameFor(enrollmentId),
        item: itemId === null ? null : { before: itemOf(marks), after: itemOf(then.marks) },
        total: { before: sumOf(grade), after: sumOf(then.grade) },
        answers: answers.map((one) => answerOf(one, numbers.get(one.answer.id) ?? 1)),
      },
    ];
  });
  const count = (is: (gain: number, kept: boolean) => boolean) =>
    changed.filter(({ change: { before, after: now, kept } }) => is(now.score - before.score, kept)).length;
  return {
    hash,
    says: change.says,
    answers: given.length,
    up: count((gain) => gain > noise),
    down: count((gain, kept) => gain < -noise && !kept),
    kept: count((_, kept) => kept),
    same: count((gain) => Math.abs(gain) <= noise),
    overridden: change.items.length === 0 ? 0 : given.filter(({ overridden }) => overridden).length,
    students: students.toSorted((a, b) => collator.compare(a.name, b.name)),
    failures: judged.flatMap(({ failures }) => failures.map(({ student, why }) => ({ name: nameFor(student), why }))),
    reached: judged.flatMap(reachedOf),
  };
}

const collator = new Intl.Collator("en");

/** Scores that differ by less are the same. */
const noise = 1e-9;

const samePoints = (a: Points, b: Points): boolean =>
  Math.abs(a.points - b.points) <= noise && Math.abs(a.possible - b.possible) <= noise;

const sumOf = ({ points, possible }: Points): Points => ({ points, possible });

const pointsOf = (marks: readonly { score: number | null; possible: number; excluded: boolean }[]): Points =>
  marks
    .filter(({ excluded }) => !excluded)
    .reduce(
      (sum, { score, possible }) => ({
        points: sum.points + (score ?? 0) * possible,
        possible: sum.possible + possible,
      }),
      { points: 0, possible: 0 },
    );

/** The number of each answer among those of its student to its item. */
function numbersOf(given: readonly GivenAnswer[]): Map<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    given.map(({ id, enrollmentId, position }) => {
      const place = `${enrollmentId} ${position}`;
      const number = (counts.get(place) ?? 0) + 1;
      counts.set(place, number);
      return [id, number];
    }),
  );
}

function answerOf(
  { change, answer, item }: { change: Changed; answer: GivenAnswer; item: ChangedItem },
  number: number,
): AnswerChange {
  const { id, before, after, kept, steps } = change;
  return {
    id,
    title: `${item.exercise.title}, level ${item.level}`,
    number,
    kept,
    before,
    after,
    steps: steps.map(({ step, before: was, after: is }) => ({
      words: item.exercise.steps.some(({ name }) => name === step) ? stepOf(item.exercise, step).words : step,
      raw: answer.raw[step] ?? "",
      before: was,
      after: is,
    })),
  };
}

/** The mistakes that can no longer be told, with how many students have such a variant. */
function reachedOf({ item: { exercise }, warnings }: Pick<JudgedItem, "item" | "warnings">): DryRun["reached"] {
  const found = new Map<string, { words: string; says: string; who: Set<string> }>();
  for (const { student, reaches } of warnings)
    for (const { step, at, id } of reaches) {
      const says = exercise.steps.find(({ name }) => name === at)?.malrules[id]?.says ?? id;
      const key = `${step} ${says}`;
      const known = found.get(key) ?? { words: stepOf(exercise, step).words, says, who: new Set<string>() };
      known.who.add(student);
      found.set(key, known);
    }
  return [...found.values()].map(({ words, says, who }) => ({ words, says, students: who.size }));
}
