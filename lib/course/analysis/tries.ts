/** How many tries an item takes. */
import type { ItemFact } from "./facts.ts";
import { type Share, shareOf } from "./share.ts";
import { known, missing, type Statistic } from "./statistic.ts";

export interface TryRow {
  /** 1, 2, 3 … */
  number: number;
  /** Students who made so many counted tries and no more. */
  used: number;
  /** Fully right at this try for the first time, of those who came to it without having been right. */
  right: Share;
  /** Fully right at this try or before, of all who tried. */
  rightBy: Share;
}

export interface Tries {
  /** From 1 to the most that somebody made. */
  rows: readonly TryRow[];
  /** Never fully right, of all who tried: they gave up, or had no tries or time left. */
  neverRight: Share;
  /** Students who got the item and made no counted try. */
  untried: number;
}

/** @param facts of one item */
export function triesOf(facts: readonly Pick<ItemFact, "tries" | "rightAt">[]): Statistic<Tries> {
  const tried = facts.filter(({ tries }) => tries > 0);
  if (tried.length === 0) return missing("nobody has tried it");
  const most = tried.reduce((max, { tries }) => Math.max(max, tries), 0);
  const rows = Array.from({ length: most }, (_, i): TryRow => {
    const number = i + 1;
    const right = tried.filter(({ rightAt }) => rightAt === number).length;
    const before = tried.filter(({ rightAt }) => rightAt !== null && rightAt < number).length;
    const came = tried.filter(({ tries, rightAt }) => tries >= number && (rightAt ?? number) >= number).length;
    return {
      number,
      used: tried.filter(({ tries }) => tries === number).length,
      right: shareOf(right, came),
      rightBy: shareOf(before + right, tried.length),
    };
  });
  const never = tried.filter(({ rightAt }) => rightAt === null).length;
  return known({ rows, neverRight: shareOf(never, tried.length), untried: facts.length - tried.length });
}
