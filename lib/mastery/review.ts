/** When a skill is worth repeating: ts-fsrs, without its fuzz, in whole days. */
import { type Card, fsrs, type Grade, Rating, State } from "ts-fsrs";
import type { Outcome } from "./evidence.ts";
import type { Learner, SkillState } from "./state.ts";

/** Long-term scheduling only: within a day the estimate says what to practise, not the calendar. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

/**
 * Right is Good and a right answer after hints is Hard. Carried is Good: the skill itself was applied without a mistake,
 * and the mistake before it is counted where it was made. Wrong is Again.
 */
const ratings: Readonly<Record<Outcome, Grade>> = {
  right: Rating.Good,
  carried: Rating.Good,
  hinted: Rating.Hard,
  wrong: Rating.Again,
};

type StoredCard = NonNullable<SkillState["card"]>;

/** The card after a review; a first one where there was none. */
export function reviewed(card: StoredCard | null, outcome: Outcome, at: number): StoredCard {
  const { card: next } = scheduler.next(card ? opened(card) : emptyAt(at), new Date(at), ratings[outcome]);
  return {
    due: next.due.getTime(),
    lastReview: at,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
  };
}

const emptyAt = (at: number): Card => ({
  due: new Date(at),
  ...{ stability: 0, difficulty: 0, elapsed_days: 0, scheduled_days: 0, learning_steps: 0, reps: 0, lapses: 0 },
  state: State.New,
});

function opened({ due, lastReview, scheduledDays, state, ...rest }: StoredCard): Card {
  return {
    ...rest,
    due: new Date(due),
    last_review: new Date(lastReview),
    ...{ elapsed_days: 0, scheduled_days: scheduledDays, learning_steps: 0 },
    state: state === 0 ? State.New : state === 1 ? State.Learning : state === 2 ? State.Review : State.Relearning,
  };
}

export const dayMs = 86_400_000;

/** How many skills come due on each of the next days; day 0 has also those overdue. Each counts once, at its next review. */
export function forecast(learner: Learner, at: number, days: number): { day: number; count: number }[] {
  const counts = Array.from({ length: days }, (_, day) => ({ day, count: 0 }));
  for (const { card } of learner.values()) {
    if (!card) continue;
    const on = counts[Math.max(0, Math.floor((card.due - at) / dayMs))];
    if (on) on.count++;
  }
  return counts;
}
