import "server-only";
import { db } from "#lib/db/client.ts";
import type { Hint, Solution } from "#lib/exercise/solution.ts";
import { hintsOf, solutionOf } from "#lib/exercise/solution.ts";
import { readRuled } from "./attempt-over.ts";
import { creditOf, nextHintCosts } from "./credit.ts";
import { isAnsweredRight } from "./right.ts";
import { type Rules, rulesOf, showsSolution } from "./rules.ts";
import { guarded, type StoredVariant } from "./stored-variant.ts";

/** What changes while a variant is worked on. */
export interface Standing {
  state: "open" | "done";
  /** Whether verdicts may be told. */
  tells: boolean;
  /** Answered right. */
  right: boolean;
  /** Those revealed, in order. */
  hints: Hint[];
  hintsLeft: number;
  /** What the next hint takes from the credit. */
  nextHintCosts: number;
  /** What a right answer earns now, from 0 to 1. */
  credit: number;
  /** Once it was revealed, the variant was answered right, or nothing more can be won. */
  solution: Solution | null;
}

/** What has happened to a variant so far. */
export interface Happened {
  state: "open" | "done";
  right: boolean;
  hints: number;
  solutionShown: boolean;
}

/** Where a learner stands with a variant. Nothing is told here that has not been revealed or earned. */
export function standingOf(stored: StoredVariant, happened: Happened, rules: Rules): Standing {
  const { exercise, params, level } = stored;
  const { state, right, hints, solutionShown } = happened;
  const all = hintsOf(exercise, params, level);
  const { tells } = rules;
  const isSettled = solutionShown || (right && tells);
  return {
    state,
    tells,
    right: right && tells,
    hints: all.slice(0, hints),
    hintsLeft: rules.hints ? Math.max(0, all.length - hints) : 0,
    nextHintCosts: nextHintCosts(hints, isSettled),
    credit: creditOf(hints, isSettled),
    solution: showsSolution(rules, happened) ? solutionOf(exercise, params, level) : null,
  };
}

/** How many hints were shown, and whether the solution was. */
export function countReveals(
  reveals: readonly { kind: "hint" | "solution" }[],
): Pick<Happened, "hints" | "solutionShown"> {
  return {
    hints: reveals.filter(({ kind }) => kind === "hint").length,
    solutionShown: reveals.some(({ kind }) => kind === "solution"),
  };
}

/** Where the owner of a variant stands with it now; undefined where it is broken. */
export async function readStanding(variantId: string): Promise<Standing | undefined> {
  const { state, reveals, ...row } = await db().variant.findUniqueOrThrow({
    where: { id: variantId },
    include: { reveals: true },
  });
  if (state === "broken") return undefined;
  const happened = { state, right: await isAnsweredRight(db(), variantId), ...countReveals(reveals) };
  const rules = rulesOf(await readRuled(db(), row.attemptId));
  return await guarded(row, (stored) => standingOf(stored, happened, rules));
}
