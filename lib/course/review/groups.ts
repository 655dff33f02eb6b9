/** The answers to one item, those that went wrong the same way together. Pure. */
import type { Receipt, StepReceipt } from "#lib/grading/receipt.ts";

/** An answer with the receipt that counts. */
export interface GivenAnswer {
  submission: string;
  student: string;
  /** What tells the numbers of its variant: the same for all who have the same. */
  numbers: string;
  /** What it earns now, and whether a person has set that. */
  score: number;
  overridden: boolean;
  receipt: Receipt;
}

export type GroupKind = "undecided" | "malrule" | "near-miss" | "form" | "value" | "right";

export interface AnswerGroup<A extends GivenAnswer = GivenAnswer> {
  /** The same for the same mistake whenever it is asked. */
  key: string;
  kind: GroupKind;
  /** The part that went wrong first; null for right answers. */
  step: string | null;
  /** Of a malrule. */
  malrule: { at: string; id: string } | null;
  nearMiss: string | null;
  answers: readonly A[];
  students: number;
}

const order: readonly GroupKind[] = ["undecided", "malrule", "near-miss", "form", "value", "right"];

/**
 * Groups by the part that went wrong first: by the mistake with a name, which joins variants; else by the way it just
 * missed; else by its value, within the same numbers. What waits for a person comes first, then the largest groups.
 */
export function groupsOf<A extends GivenAnswer>(answers: readonly A[]): AnswerGroup<A>[] {
  const groups = new Map<string, Way & { answers: A[] }>();
  for (const answer of answers) {
    const about = wayOf(answer);
    const group = groups.get(about.key) ?? { ...about, answers: [] };
    group.answers.push(answer);
    groups.set(about.key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, students: new Set(group.answers.map(({ student }) => student)).size }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        b.students - a.students ||
        b.answers.length - a.answers.length ||
        (a.key < b.key ? -1 : 1),
    );
}

type Way = Omit<AnswerGroup, "students" | "answers">;

function wayOf({ receipt, numbers, overridden }: GivenAnswer): Way {
  const none = { malrule: null, nearMiss: null };
  const undecided = receipt.steps.find(({ verdict }) => verdict === "undecided");
  // Where a person has decided, nothing waits any more.
  if (undecided && !overridden) {
    const key = ["undecided", undecided.step, numbers, readingOf(undecided)].join("\n");
    return { key, kind: "undecided", step: undecided.step, ...none };
  }
  const wrong = receipt.steps.find(({ isFirstError }) => isFirstError) ?? receipt.steps.find(isWrong);
  if (!wrong) return { key: "right", kind: "right", step: null, ...none };
  const { step, malrules, nearMiss, verdict } = wrong;
  const [malrule] = malrules;
  if (malrule)
    return {
      key: ["malrule", step, malrule.at, malrule.id].join("\n"),
      kind: "malrule",
      step,
      malrule,
      nearMiss: null,
    };
  if (nearMiss !== null)
    return { key: ["near-miss", step, nearMiss].join("\n"), kind: "near-miss", step, malrule: null, nearMiss };
  if (verdict === "imprecise" || verdict === "form")
    return { key: ["form", step, verdict].join("\n"), kind: "form", step, ...none };
  const key = verdict === "blank" ? ["blank", step] : ["value", step, numbers, readingOf(wrong)];
  return { key: key.join("\n"), kind: "value", step, ...none };
}

const isWrong = ({ verdict }: StepReceipt): boolean => verdict !== "right" && verdict !== "carried";

/** As it was read, so that 0.50 and 1/2 are one; as it was typed where it could not be read. */
const readingOf = ({ readAs, raw }: StepReceipt): string => readAs?.text ?? raw.trim();
