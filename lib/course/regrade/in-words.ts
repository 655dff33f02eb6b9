/** What a dry run comes to, in sentences. */
import type { DryRun } from "./dry-run.ts";

type Counts = Pick<DryRun, "answers" | "up" | "down" | "kept" | "same" | "overridden">;

const answersOf = (n: number): string => `${n} ${n === 1 ? "answer" : "answers"}`;

export function countsInWords({ answers, up, down, kept, same, overridden }: Counts): string {
  const changed = up + down + kept + same;
  const bySelf =
    overridden === 0 ? "" : ` ${overridden === 1 ? "One was" : `${overridden} were`} set by hand, and left alone.`;
  if (answers === 0) return "There are no answers yet; those to come are judged by this.";
  if (changed === 0)
    return `${answers === 1 ? "The one answer stays as it is." : `All ${answers} answers stay as they are.`}${bySelf}`;
  const ways = [
    ...(up > 0 ? [`${up} ${up === 1 ? "earns" : "earn"} more`] : []),
    ...(down > 0 ? [`${down} ${down === 1 ? "earns" : "earn"} less`] : []),
    ...(kept > 0 ? [`${kept} would earn less and ${kept === 1 ? "keeps what it has" : "keep what they have"}`] : []),
    ...(same > 0 ? [`${same} ${same === 1 ? "earns" : "earn"} the same with another verdict`] : []),
  ];
  return `${changed} of ${answersOf(answers)} ${changed === 1 ? "changes" : "change"}: ${ways.join(", ")}.${bySelf}`;
}

/** The same of one that was applied. */
export function doneInWords({ up, down, kept, changed }: Record<"up" | "down" | "kept" | "changed", number>): string {
  const same = changed - up - down;
  const ways = [
    ...(up > 0 ? [`${up} up`] : []),
    ...(down > 0 ? [`${down} down`] : []),
    ...(same > 0 ? [`${same} with another verdict`] : []),
    ...(kept > 0 ? [`${kept} kept what they had`] : []),
  ];
  return ways.length === 0 ? "No answer changed." : `${answersOf(changed)} judged anew: ${ways.join(", ")}.`;
}
