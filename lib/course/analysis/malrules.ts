/** Which mistakes with a name are made, and how often. */
import type { Mistake, TryFact } from "./facts.ts";
import { type Share, shareOf } from "./share.ts";

export interface MistakeRow extends Mistake {
  /** Students who made it at first, of those whose first try was not fully right. */
  first: Share;
  /** Students who made it in any counted try, of those who made one. */
  ever: Share;
  /** Counted tries with it. One student may have several, so they are a number and no share with an interval. */
  tries: number;
}

interface Found extends Mistake {
  first: Set<string>;
  ever: Set<string>;
  tries: number;
  /** The try it was found in last. */
  latest: TryFact | undefined;
}

export interface Mistakes {
  /** The most frequent first: by first tries, then by students, then by tries. */
  rows: readonly MistakeRow[];
  /** Students whose first try was not fully right, and which of those tries shows no mistake with a name. */
  unnamed: Share;
  tries: number;
}

/**
 * Counts of malrules and near misses; a try with several counts for each, so shares may add up to more than 1.
 * @param tries counted ones of one item
 */
export function mistakesIn(tries: readonly TryFact[]): Mistakes {
  const students = new Set(tries.map(({ student }) => student)).size;
  const wrong = tries.filter(({ number, score }) => number === 1 && score < 1);
  const found = { malrule: new Map<string, Found>(), "near-miss": new Map<string, Found>() };
  for (const one of tries) {
    if (one.score === 1) continue;
    for (const { kind, id } of one.mistakes) {
      const row = found[kind].get(id) ?? { kind, id, first: new Set(), ever: new Set(), tries: 0, latest: undefined };
      if (row.latest === one) continue; // two of its steps show it
      row.latest = one;
      row.tries++;
      row.ever.add(one.student);
      found[kind].set(id, row);
      if (one.number === 1) row.first.add(one.student);
    }
  }
  const rows = [...found.malrule.values(), ...found["near-miss"].values()].map(
    ({ kind, id, ...row }): MistakeRow => ({
      kind,
      id,
      first: shareOf(row.first.size, wrong.length),
      ever: shareOf(row.ever.size, students),
      tries: row.tries,
    }),
  );
  return {
    rows: rows.toSorted(
      (a, b) =>
        b.first.count - a.first.count ||
        b.ever.count - a.ever.count ||
        b.tries - a.tries ||
        (a.kind + a.id < b.kind + b.id ? -1 : 1),
    ),
    unnamed: shareOf(wrong.filter(({ mistakes }) => mistakes.length === 0).length, wrong.length),
    tries: tries.length,
  };
}
