/** Numbers of a quiz in words. */

export const items = (n: number): string => `${n} ${n === 1 ? "item" : "items"}`;

export const minutes = (n: number | null): string => (n === null ? "no time limit" : `${n} minutes`);

/** "levels 1 and 2" */
export function levels(numbers: readonly number[]): string {
  if (numbers.length === 3) return "all levels";
  return numbers.length === 1 ? `level ${numbers[0]}` : `levels ${numbers.join(" and ")}`;
}

/** "7.33 of 10" */
export const points = (earned: number, most: number): string => `${Number(earned.toFixed(2))} of ${most}`;

export const percent = (earned: number, most: number): string =>
  most === 0 ? "–" : `${Math.round((100 * earned) / most)} %`;

/** "1 h 5 min", "12 min", "40 s" */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const whole = Math.round(seconds / 60);
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
