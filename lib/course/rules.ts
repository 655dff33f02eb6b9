import { quizConfigSchema } from "./attempt-config.ts";

/** What may be done with a variant, by what it was drawn for. */
export interface Rules {
  /** Whether an answer is judged by itself; else it is handed in with the whole attempt. */
  submits: boolean;
  /** Whether one counted try closes it; else there may be any number. */
  oneTry: boolean;
  hints: boolean;
  /** Whether verdicts are told before the attempt is over. */
  tells: boolean;
  /** Whether a first try teaches at once; else the attempt does so at its end, since what moves would tell the verdict. */
  teaches: boolean;
  /** Whether the attempt is finished, or its time is up: everything may be told, and nothing is taken any more. */
  over: boolean;
}

/** What of an attempt's row decides. `over` compares with the clock of the database. */
export interface RuledAttempt {
  kind: "drill" | "placement" | "quiz";
  config: unknown;
  over: boolean;
}

const practice: Rules = { submits: true, oneTry: false, hints: true, tells: true, teaches: true, over: false };

/** The rules of a variant; null is practice. */
export function rulesOf(attempt: RuledAttempt | null): Rules {
  if (!attempt) return practice;
  const { kind, over } = attempt;
  switch (kind) {
    case "drill":
      return { ...practice, over };
    case "placement":
      return { submits: true, oneTry: true, hints: false, tells: false, teaches: false, over };
    case "quiz": {
      const tells = quizConfigSchema.parse(attempt.config).feedback === "at once";
      return { submits: tells, oneTry: true, hints: false, tells, teaches: true, over };
    }
  }
}

/** Whether the solution may be seen: it was earned or asked for, or there is nothing more to win. */
export const showsSolution = (
  { tells, over, oneTry }: Rules,
  { state, right, solutionShown }: { state: "open" | "done"; right: boolean; solutionShown: boolean },
): boolean => over || (tells && (right || solutionShown || (oneTry && state === "done")));
