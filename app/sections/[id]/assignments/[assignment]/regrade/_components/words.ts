import type { JudgedMark, Points } from "#lib/course/regrade/dry-run.ts";

const verdicts: Readonly<Record<string, string>> = {
  right: "right",
  partly: "partly right",
  wrong: "wrong",
  imprecise: "too few digits",
  undecided: "undecided",
  carried: "right from an earlier value",
  form: "not in the form asked",
  blank: "blank",
};

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** "partly right, 66.7 %" */
export const markInWords = (mark: JudgedMark | null): string =>
  mark === null ? "not judged" : `${verdicts[mark.verdict] ?? mark.verdict}, ${percent(mark.score)}`;

/** "6.67 of 10 (66.7 %)" */
export const pointsOf = ({ points, possible }: Points): string =>
  `${rounded(points)} of ${rounded(possible)}${possible > 0 ? ` (${percent(points / possible)})` : ""}`;
