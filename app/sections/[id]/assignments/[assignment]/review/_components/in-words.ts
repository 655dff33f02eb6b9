/** Points with at most two decimals. */
export const shown = (value: number): string => String(Math.round(value * 100) / 100);

/** A share in percent with at most one decimal. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** Seconds as people say them. */
export function timeInWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 360) / 10} h`;
}
