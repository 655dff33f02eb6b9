/** The letter of the i-th part, where there are several. */
export const letterOf = (i: number, parts: number): string | undefined =>
  parts > 1 ? String.fromCharCode(97 + i) : undefined;
