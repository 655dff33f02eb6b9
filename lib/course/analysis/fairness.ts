/** Effort against outcome: whether some variants of an item are harder than others. */
import { effortQuartiles } from "./effort-quartile.ts";
import type { ItemFact } from "./facts.ts";
import { type Count, newcombe } from "./newcombe.ts";
import { type Share, shareOf, z90 } from "./share.ts";
import { fewestStudents, type Interval, known, missing, type Statistic } from "./statistic.ts";

/** Differences in success within this are as good as none. */
export const margin = 0.05;

export interface EffortGroup {
  /** 0 for the least effort to 3 for the most. */
  quartile: number;
  /** Of the variants in it; null where it is empty. */
  effort: { least: number; most: number } | null;
  /** Students whose first try was fully right. */
  right: Share;
}

export interface Fairness {
  /** All four, the least effort first. */
  quartiles: readonly EffortGroup[];
  /** Success in the hardest quartile that has anybody less that in the easiest: negative where more effort goes wrong. */
  difference: number;
  /** Of the difference, Newcombe’s, at 90 %. */
  interval: Interval;
  verdict: "equivalent" | "different" | "not enough data";
  /** How many students would settle it if the shares stayed as they are; null where it is settled, or would never be. */
  needed: number | null;
  /** Students without a first try, or whose variant’s effort was not kept. */
  leftOut: number;
}

/**
 * Compares success at first tries between the effort quartiles of the variants of one item. "equivalent" where the 90 %
 * interval of the difference lies within ±0.05, which are two one-sided tests at 5 % each; else "different" where it
 * excludes 0; else, or with fewer than 10 students in one of the two quartiles, "not enough data".
 * Source: Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987); Newcombe (1998).
 * @param facts of one item; throws RangeError where a student has two
 */
export function fairnessOf(facts: readonly Pick<ItemFact, "student" | "effort" | "firstScore">[]): Statistic<Fairness> {
  if (new Set(facts.map(({ student }) => student)).size < facts.length)
    throw new RangeError("fairnessOf: a student has two facts");
  const tried = facts.filter((fact) => fact.firstScore !== null).filter(hasEffort);
  if (tried.length < fewestStudents) return missing("fewer than 10 students");
  const quarters = effortQuartiles(tried.map(({ effort }) => effort));
  const quartiles = [0, 1, 2, 3].map((quartile) =>
    groupOf(
      quartile,
      tried.filter((_, i) => quarters[i] === quartile),
    ),
  );
  const filled = quartiles.filter(({ right }) => right.of > 0);
  const [easiest, hardest] = [filled[0], filled.at(-1)];
  if (!easiest || !hardest || easiest === hardest) return missing("every variant takes the same effort");
  const hard = { x: hardest.right.count, n: hardest.right.of };
  const easy = { x: easiest.right.count, n: easiest.right.of };
  const verdict = verdictOf(hard, easy);
  return known({
    quartiles,
    difference: hard.x / hard.n - easy.x / easy.n,
    interval: newcombe(hard, easy, z90),
    verdict,
    needed: verdict === "not enough data" ? neededOf(hard, easy, tried.length) : null,
    leftOut: facts.length - tried.length,
  });
}

type Tried = Pick<ItemFact, "firstScore"> & { effort: number };

const hasEffort = <F extends Pick<ItemFact, "effort">>(fact: F): fact is F & { effort: number } => fact.effort !== null;

function groupOf(quartile: number, group: readonly Tried[]): EffortGroup {
  const efforts = group.map(({ effort }) => effort);
  return {
    quartile,
    effort: group.length === 0 ? null : { least: Math.min(...efforts), most: Math.max(...efforts) },
    right: shareOf(group.filter(({ firstScore }) => firstScore === 1).length, group.length),
  };
}

function verdictOf(hard: Count, easy: Count): Fairness["verdict"] {
  if (Math.min(hard.n, easy.n) < fewestStudents) return "not enough data";
  const { low, high } = newcombe(hard, easy, z90);
  if (low >= -margin && high <= margin) return "equivalent";
  return low > 0 || high < 0 ? "different" : "not enough data";
}

/** More students than this no course has. */
const most = 1_000_000;

/** The fewest students, as many times those there are, at which the same shares are enough for a verdict. */
function neededOf(hard: Count, easy: Count, students: number): number | null {
  const settles = (total: number): boolean => {
    const scaled = ({ x, n }: Count): Count => ({ x: (x * total) / students, n: (n * total) / students });
    return verdictOf(scaled(hard), scaled(easy)) !== "not enough data";
  };
  let [low, high] = [students, most];
  if (!settles(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (settles(middle)) high = middle;
    else low = middle;
  }
  return high;
}
