/** The libraries that judging is measured against, each called the way its own project calls it. */
import { ComputeEngine } from "@cortex-js/compute-engine";
import { compare, parse } from "@khanacademy/kas";
import { scoreNumericInput } from "@khanacademy/perseus-score";

export type Answer = "equal" | "different" | "undecided" | "unread";

/**
 * Whether a typed number earns the point of Perseus' numeric input: the call that a page makes for each answer, which
 * makes its evaluator anew each time. The rubric is ready beforehand.
 */
export function perseusGrader(reference: number, maxError: number): (typed: string) => boolean | undefined {
  const answer = {
    value: reference,
    status: "correct",
    maxError,
    strict: false,
    simplify: "optional",
    message: "",
  } as const;
  const rubric = { coefficient: false, answers: [answer] };
  return (typed) => {
    const score = scoreNumericInput({ currentValue: typed }, rubric);
    return score.type === "points" ? score.earned === score.total : undefined;
  };
}

/** Khan Academy's CAS, as its expression widget uses it: both sides parsed from TeX, then compared. */
export function byKas(s: string, t: string): Answer {
  const [a, b] = [parse(s), parse(t)];
  if (!a.parsed || !b.parsed) return "unread";
  return compare(a.expr, b.expr).equal ? "equal" : "different";
}

const engine = new ComputeEngine();

/** Cortex's engine, made once: both sides parsed from TeX, then asked for equality of values. */
export function byComputeEngine(s: string, t: string): Answer {
  const [a, b] = [engine.parse(s), engine.parse(t)];
  if (!a.isValid || !b.isValid) return "unread";
  return answerOf(a.isEqual(b));
}

/** The same, asked to prove the identity in the free variables: dearer, and decides more. */
export function byProof(s: string, t: string): Answer {
  const [a, b] = [engine.parse(s), engine.parse(t)];
  if (!a.isValid || !b.isValid) return "unread";
  return answerOf(a.isIdenticallyEqual(b));
}

const answerOf = (isEqual: boolean | undefined): Answer =>
  isEqual === undefined ? "undecided" : isEqual ? "equal" : "different";
