/** The rules of an assignment as students and teachers read them. */
import type { AssignmentConfig, Mode } from "./config.ts";

export const modeNames: Readonly<Record<Mode, string>> = { homework: "Homework", quiz: "Quiz", exam: "Exam" };

const shown = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** "1 hour 30 minutes" */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const of = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? "" : "s"}`]);
  return [...of(hours, "hour"), ...of(rest, "minute")].join(" ");
}

/**
 * The rules, a sentence each, the most important first.
 * @param minutes of whoever reads it
 */
export function rulesInWords(config: AssignmentConfig, minutes: number | null, late: boolean): string[] {
  const { feedback, solutions, navigation, tries, tryPenalty, freshOnRetry, hints, carried } = config;
  const isAtOnce = feedback === "at once";
  return [
    ...(minutes === null
      ? []
      : [`You have ${minutesInWords(minutes)} from when you begin, in one go: the clock does not stop.`]),
    isAtOnce
      ? "Each answer is judged when you check it."
      : "What you type is kept as you go, and handed in all together: by you, or by itself when the time is up.",
    ...(feedback === "after due" ? ["You are told how it went once it has closed."] : []),
    ...(feedback === "on release" ? ["You are told how it went when whoever teaches releases it."] : []),
    ...(isAtOnce ? [triesInWords(tries, tryPenalty, freshOnRetry)] : []),
    ...(navigation === "one by one" ? ["The items come one by one, and there is no way back."] : []),
    ...(isAtOnce
      ? [hints ? "There are hints; each takes a tenth of what the item earns." : "There are no hints."]
      : []),
    ...(carried < 1 ? [`A part that is right from a wrong earlier value earns ${shown(carried)} of its points.`] : []),
    ...(late ? [lateInWords(config)] : []),
    solutionsInWords[solutions],
  ];
}

function triesInWords(tries: number | null, penalty: number, fresh: boolean): string {
  const count = tries === null ? "any number of tries" : tries === 1 ? "one try" : `${tries} tries`;
  const costs = penalty > 0 && tries !== 1 ? `; each after the first takes off ${shown(penalty)}` : "";
  const anew = fresh ? "; each is a new variant" : "";
  return `There is ${count} for each item${costs}${anew}.`
    .replace("There is any", "There are any")
    .replace(/There is (\d)/, "There are $1");
}

const lateInWords = ({ late: { perDay, most } }: AssignmentConfig): string =>
  perDay === 0
    ? "Late answers count in full."
    : `Each day that is begun after the due date takes off ${shown(perDay)}, ${shown(most)} at most.`;

const solutionsInWords = {
  never: "Solutions are not shown.",
  "when settled": "The solution of an item is shown once it is right or its tries are used up.",
  "after due": "Solutions are shown once it has closed.",
  "on release": "Solutions are shown when they are released.",
} as const;
