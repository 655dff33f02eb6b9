/** What an assignment may set about judging. */
export interface JudgeOptions {
  /** Ungraded practice also says how far off an answer is. */
  practice: boolean;
  /** What a step is worth that is right from the learner's own earlier values: 1 unless the assignment says less. */
  carriedCredit?: number;
  /** Weights of the asked steps by name; equal where absent. */
  weights?: Readonly<Record<string, number>>;
}
