/** The spam filter of examples 15 and 17. */
export const spam = {
  prior: 0.3,
  /** P(the word, given spam) and given no spam. */
  given: { spam: 0.4, good: 0.01 },
  /** P(the word) as example 15 has it, which cannot be. */
  printedEvidence: 0.05,
} as const;
