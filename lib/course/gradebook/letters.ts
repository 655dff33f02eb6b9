/** Scales of letters that are in use, to begin with. */

/** A letter, and the percentage from which on it is given. */
export interface LetterStep {
  from: number;
  letter: string;
}

const scale = (...steps: readonly (readonly [number, string])[]): LetterStep[] =>
  steps.map(([from, letter]) => ({ from, letter }));

/** Each begins with the highest, and ends at 0. */
export const letterPresets = {
  us: {
    name: "A to F with plus and minus (US)",
    letters: scale(
      [93, "A"],
      [90, "A-"],
      [87, "B+"],
      [83, "B"],
      [80, "B-"],
      [77, "C+"],
      [73, "C"],
      [70, "C-"],
      [67, "D+"],
      [63, "D"],
      [60, "D-"],
      [0, "F"],
    ),
  },
  ects: {
    name: "A to F (ECTS)",
    letters: scale([90, "A"], [80, "B"], [70, "C"], [60, "D"], [50, "E"], [0, "F"]),
  },
  german: {
    name: "1.0 to 5.0 (German)",
    letters: scale(
      [95, "1.0"],
      [90, "1.3"],
      [85, "1.7"],
      [80, "2.0"],
      [75, "2.3"],
      [70, "2.7"],
      [65, "3.0"],
      [60, "3.3"],
      [55, "3.7"],
      [50, "4.0"],
      [0, "5.0"],
    ),
  },
  pass: { name: "Pass or fail", letters: scale([50, "pass"], [0, "fail"]) },
} as const;
