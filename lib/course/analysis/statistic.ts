/** A number that means something, or why there is none. */

export type Why =
  | "nobody has tried it"
  | "no times are known"
  | "fewer than 10 students"
  | "fewer than 2 items"
  | "everybody has the same score"
  | "every variant takes the same effort"
  | "not offered over pools";

export type Statistic<T> = { value: T; why: null } | { value: null; why: Why };

export interface Interval {
  low: number;
  high: number;
}

/** Below this many students nothing is said of how scores go together. */
export const fewestStudents = 10;

export const known = <T>(value: T): Statistic<T> => ({ value, why: null });

export const missing = (why: Why): { value: null; why: Why } => ({ value: null, why });
