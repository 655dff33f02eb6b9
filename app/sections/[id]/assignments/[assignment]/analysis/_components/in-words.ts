import type { Interval, Why } from "#lib/course/analysis/statistic.ts";

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const percents = ({ low, high }: Interval): string => `${percent(low)} to ${percent(high)}`;

/** A correlation or α, with the sign that is one. */
export const decimal = (value: number): string => value.toFixed(2).replace("-0.00", "0.00").replace("-", "−");

export const decimals = ({ low, high }: Interval): string => `${decimal(low)} to ${decimal(high)}`;

/** Why a number is not there, in a few words for its place. */
export const whyNot: Readonly<Record<Why, string>> = {
  "nobody has tried it": "nobody has tried it",
  "no times are known": "no times are known",
  "fewer than 10 students": "not enough data: fewer than 10 students",
  "fewer than 2 items": "needs 2 items that everybody gets",
  "everybody has the same score": "everybody has the same score",
  "every variant takes the same effort": "every variant takes the same effort",
  "not offered over pools": "not offered over pools",
};
