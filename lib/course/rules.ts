import { assignmentConfigSchema } from "./assignment/config.ts";
import { quizConfigSchema } from "./attempt-config.ts";

/** What may be done with a variant, by what it was drawn for. */
export interface Rules {
  /** Whether an answer is judged by itself; else it is handed in with the whole attempt. */
  submits: boolean;
  /** How many counted tries there are, over all variants of the item; null for any number. */
  tries: number | null;
  /** Whether each try takes a variant of its own, so that a counted one closes it. */
  freshOnRetry: boolean;
  hints: boolean;
  /** Whether the solution may be asked for, which gives the credit up. */
  givesUp: boolean;
  /** Whether verdicts may be told now. */
  tells: boolean;
  /** Whether all solutions are shown, those of what was settled (right, asked for, or out of tries), or none. */
  solutions: "all" | "settled" | "none";
  /** Whether a first try teaches at once; else it does so later, since what moves would tell the verdict. */
  teaches: boolean;
  /** Whether the attempt is finished, or its time is up: nothing is taken any more. */
  over: boolean;
}

/** What of an attempt's row decides. */
export interface RuledAttempt {
  kind: "drill" | "placement" | "quiz" | "assignment";
  /** Of an assignment, that of its row. */
  config: unknown;
  preview: boolean;
  /** These three compare with the clock of the database; the last two are of assignments. */
  over: boolean;
  told: boolean;
  solved: boolean;
}

const practice: Rules = {
  submits: true,
  tries: null,
  freshOnRetry: false,
  hints: true,
  givesUp: true,
  tells: true,
  solutions: "settled",
  teaches: true,
  over: false,
};

/** The rules of a variant; null is practice. */
export function rulesOf(attempt: RuledAttempt | null): Rules {
  if (!attempt) return practice;
  const { kind, over } = attempt;
  const solutions = over ? "all" : "settled";
  switch (kind) {
    case "drill":
      return { ...practice, solutions, over };
    case "placement":
      return { ...practice, ...blind, tells: over, solutions, teaches: false, over };
    case "quiz": {
      const isAtOnce = quizConfigSchema.parse(attempt.config).feedback === "at once";
      return { ...practice, ...blind, submits: isAtOnce, tells: isAtOnce || over, solutions, over };
    }
    case "assignment":
      return assignmentRules(attempt);
  }
}

const blind = { tries: 1, hints: false, givesUp: false } as const;

function assignmentRules({ config, preview, over, told, solved }: RuledAttempt): Rules {
  const { feedback, solutions, hints, tries, freshOnRetry } = assignmentConfigSchema.parse(config);
  return {
    submits: feedback === "at once",
    tries,
    freshOnRetry,
    hints,
    givesUp: false,
    tells: told,
    solutions: solved ? "all" : solutions === "when settled" ? "settled" : "none",
    teaches: feedback === "at once" && !preview,
    over,
  };
}

/** Whether the solution may be seen. */
export function showsSolution(
  { tells, solutions, tries }: Rules,
  { state, right, solutionShown }: { state: "open" | "done"; right: boolean; solutionShown: boolean },
): boolean {
  if (solutions !== "settled") return solutions === "all" && tells;
  return tells && (right || solutionShown || (tries !== null && state === "done"));
}
