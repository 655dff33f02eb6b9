/** What is said about near misses that several kinds have. Each says what to look at, and never a value. */
export const nearMissSentences = {
  sign: "The size is right, the sign is not.",
  reciprocal: "This is one divided by the right value: look at what is divided by what.",
  twice: "A factor of 2 is missing, or there is one too many.",
  percent: "This would be right in percent: write the percent sign, or the number itself.",
  notPercent: "This is a hundred times too small: percent was taken twice, or not undone.",
  order: "These are the right entries, in another order.",
  someSigns: "The sizes are right, some signs are not.",
  transposed: "This is the transpose: rows and columns are swapped.",
  count: (n: number) => `A factor of ${n} is missing, or there is one too many: is a sum asked for, or a mean?`,
} as const;
