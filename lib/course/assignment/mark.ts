/** What the answers to one item of an assignment are worth. Pure; all times are in milliseconds. */

/** An answer with its latest receipt. */
export interface Answer {
  submissionId: string;
  /** When it was given; of what was handed in at the end, the end. */
  at: number;
  /** From 0 to 1, hints taken off. */
  score: number;
  countsAsTry: boolean;
  /** Whether a person set this score. */
  overridden: boolean;
}

export interface Terms {
  /** What every try after the first takes off. */
  tryPenalty: number;
  late: { perDay: number; most: number };
  /** Of this student; null where there is no due date. */
  dueAt: number | null;
}

/** What an item is worth, and why. */
export interface Worth {
  /** From 0 to 1. */
  score: number;
  /** The answer that counts. */
  submissionId: string;
  /** Its own score, before these two factors, each from 0 to 1. */
  own: number;
  tryFactor: number;
  lateFactor: number;
  /** Begun days after the due date. */
  lateDays: number;
  overridden: boolean;
}

const day = 24 * 60 * 60 * 1000;

/** Begun days after the due date; 0 until then. */
export const lateDaysOf = (at: number, dueAt: number | null): number =>
  dueAt === null || at <= dueAt ? 0 : Math.ceil((at - dueAt) / day);

/**
 * The best of the answers, in the order they were given. Each is worth its score, less the penalty for the counted
 * tries before it and for the days it is late:
 * $\text{score} \cdot \max(0, 1 - p\,k) \cdot \max(1 - m, 1 - q\,d)$ with k tries before it and d begun days.
 * What a person set stands as it was set, and wins over everything else; of several, the latest answer’s.
 * Undefined where there is no answer.
 */
export function worthOf(answers: readonly Answer[], { tryPenalty, late, dueAt }: Terms): Worth | undefined {
  let best: Worth | undefined;
  let tries = 0;
  for (const { submissionId, at, score, countsAsTry, overridden } of answers) {
    const lateDays = lateDaysOf(at, dueAt);
    const tryFactor = overridden ? 1 : Math.max(0, 1 - tryPenalty * tries);
    const lateFactor = overridden ? 1 : Math.max(1 - late.most, 1 - late.perDay * lateDays);
    const worth = { submissionId, own: score, tryFactor, lateFactor, lateDays, overridden };
    const earned = { ...worth, score: clamp(score * tryFactor * lateFactor) };
    if (overridden || (!best?.overridden && earned.score > (best?.score ?? -1))) best = earned;
    if (countsAsTry) tries++;
  }
  return best;
}

/** Penalties of 0.1 do not leave 0.7999999999999999. */
const clamp = (score: number): number => Math.min(1, Math.max(0, Math.round(score * 1e12) / 1e12));
