import type { ItemAnalysis } from "#lib/course/analysis/read.ts";

/** What of an item is worth a look, in a few words; only what its interval bears out. */
export function flagsOf({ difficulty, discrimination, fairness }: ItemAnalysis): string[] {
  const right = difficulty.value?.right;
  const enough = (right?.of ?? 0) >= 10;
  return [
    ...(right && enough && right.interval.low > 0.9 ? ["so easy that it tells few apart"] : []),
    ...(right && enough && right.interval.high < 0.2 ? ["so hard that it tells few apart"] : []),
    ...(discrimination.value && discrimination.value.interval.high < 0
      ? ["the good get it wrong: look at its answers"]
      : []),
    ...(fairness.value?.verdict === "different" ? ["some variants are harder than others"] : []),
  ];
}
