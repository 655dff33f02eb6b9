/** What a right answer to a variant earns. Each hint takes a tenth, down to a half; the solution takes everything. */
export function creditOf(hints: number, solutionShown: boolean): number {
  return solutionShown ? 0 : Math.max(5, 10 - hints) / 10;
}

/** What the next hint takes from the credit. */
export function nextHintCosts(hints: number, solutionShown: boolean): number {
  return Math.round(10 * (creditOf(hints, solutionShown) - creditOf(hints + 1, solutionShown))) / 10;
}
