/** Products of sums, with what their terms have in common taken out, so that quotients cancel. */
import {
  type Coefficient,
  commonContent,
  isLess,
  isWhole,
  isZero,
  minusOne,
  negative,
  one,
  plus,
  reciprocal,
  same,
  times,
  zero,
} from "./coefficient.ts";
import { isNeverNegative } from "./definedness.ts";
import { multiply } from "./multiply.ts";
import { type Atom, groupAtom, numberTerm, type Power, powerOf, type Sum, type Term } from "./normal.ts";
import { isRestrictedAsWritten } from "./present.ts";
import { shortened } from "./shorten.ts";

export const add = (...sums: readonly Sum[]): Sum => shortened(sums.flat());

/** The product of sums: one term, in which sums of several terms stand in parentheses. */
export function product(...sums: readonly Sum[]): Sum {
  const factors = sums.filter((sum) => !isUnit(sum));
  const [only, second] = factors;
  if (!only) return [numberTerm(one)];
  if (!second) return only;
  return shortened([multiply(factors.map((sum) => asTerm(sum)))]);
}

const isUnit = ([first, second]: Sum): boolean =>
  first !== undefined &&
  !second &&
  first.powers.length === 0 &&
  first.coefficient.num === 1n &&
  first.coefficient.den === 1n;

/** A sum as one term: what its terms have in common, times the rest; `mayClear` where 1 + 1/x becomes (x + 1)/x. */
export function asTerm(sum: Sum, mayClear = true): Term {
  const [only, second] = sum;
  if (!only) return numberTerm(zero);
  if (!second) return only;
  const { outside, rest } = takenOut(sum, mayClear);
  const [single, more] = rest;
  if (!single) return multiply([outside, numberTerm(zero)]);
  return multiply([outside, more ? { coefficient: one, powers: [powerOf(groupAtom(rest))] } : single]);
}

/** What all terms have in common, and the sum without it. */
function takenOut(sum: Sum, mayClear: boolean): { outside: Term; rest: Sum } {
  const content = contentOf(sum);
  const common = commonPowers(sum).filter(({ exponent }) => mayClear || exponent.num > 0n);
  const rest = sum.map(
    (term): Term =>
      multiply([{ coefficient: times(term.coefficient, reciprocal(content)), powers: lowered(term.powers, common) }]),
  );
  return { outside: multiply([{ coefficient: content, powers: common }]), rest: shortened(rest) };
}

/** The common number, −1 where all are negative; decimals stay where they are. */
export function contentOf(sum: Sum): Coefficient {
  const numbers = sum.map(({ coefficient }) => coefficient);
  if (numbers.some(isZero)) return one;
  const size = numbers.some(({ isDecimal }) => isDecimal) ? one : commonContent(numbers);
  return numbers.every(({ num }) => num < 0n) ? times(size, minusOne) : size;
}

/** The lowest exponent of each base, where it is not 0: x in x² + x, 1/x in 1 + 1/x. */
function commonPowers(sum: Sum): Power[] {
  const bases = new Map<string, Atom>();
  for (const { powers } of sum) for (const { base } of powers) bases.set(base.key, base);
  return [...bases.values()].flatMap((base) => {
    const mine = sum.map(({ powers }) => powers.filter((power) => power.base.key === base.key));
    if (mine.some((powers) => powers.length > 1)) return [];
    const all = mine.flat();
    const [first] = all;
    if (!first) return [];
    if (all.some(({ symbolic }) => symbolic.length > 0)) return [];
    const lowest = mine.reduce((least, [power]) => {
      const exponent = power?.exponent ?? zero;
      return isLess(exponent, least) ? exponent : least;
    }, first.exponent);
    const isShared = mine.every(([power]) => power && same(power.exponent, lowest));
    if (isZero(lowest) || (lowest.num > 0n && !isWhole(lowest) && !isShared)) return [];
    return [
      powerOf(
        base,
        lowest,
        all.some(({ isRestricted }) => isRestricted),
      ),
    ];
  });
}

/** Powers with the common ones divided out. */
function lowered(powers: readonly Power[], common: readonly Power[]): Power[] {
  const left = powers.filter(({ base }) => !common.some((out) => out.base.key === base.key));
  for (const out of common) {
    const own = powers.find(({ base }) => base.key === out.base.key);
    const exponent = plus(own?.exponent ?? zero, negative(out.exponent));
    const isRestricted = isRestrictedAsWritten(exponent) && !isNeverNegative(out.base);
    if (!isZero(exponent)) left.push({ base: out.base, exponent, isRestricted, symbolic: own?.symbolic ?? [] });
  }
  return left;
}
