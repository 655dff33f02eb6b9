/** Collecting like terms. */
import { isOne, isZero, minusOne, plus, same } from "./coefficient.ts";
import { conditionsOf, conditionsOfTerm } from "./definedness.ts";
import { isPlain, type Sum, scaled, type Term, termKey } from "./normal.ts";

/** The sum of terms, like ones collected. Terms that cancel stay, as 0·ln x, where the domain would grow without them. */
export function collect(terms: readonly Term[]): Sum {
  const byKey = new Map<string, Term>();
  for (const term of terms.length === 1 ? terms.flatMap(flatOne) : terms.flatMap(flat)) {
    const key = termKey(term);
    const like = byKey.get(key);
    byKey.set(key, like ? { ...term, coefficient: plus(like.coefficient, term.coefficient) } : term);
  }
  const all = [...byKey.values()];
  const kept = all.filter((term) => !isZero(term.coefficient));
  if (kept.length === all.length) return kept;
  const conditions = new Set(conditionsOf(kept));
  for (const term of all) {
    if (!isZero(term.coefficient)) continue;
    const own = conditionsOfTerm(term).filter((condition) => !conditions.has(condition));
    if (own.length > 0) kept.push(term);
    for (const condition of own) conditions.add(condition);
  }
  return kept;
}

/** The terms of a sum in parentheses, times the number in front of it. */
function flat(term: Term): Sum {
  const [only, second] = term.powers;
  return only && !second && only.base.is === "group" && isPlain(only)
    ? scaled(only.base.sum, term.coefficient).flatMap(flat)
    : [term];
}

/** 3(x + 1) alone stays as it is; 0.5(x + 1), 1(x + 1) and −1(x + 1) do not. */
function flatOne(term: Term): Sum {
  const { coefficient } = term;
  return isOne(coefficient) || same(coefficient, minusOne) || coefficient.isDecimal || isZero(coefficient)
    ? flat(term)
    : [term];
}
