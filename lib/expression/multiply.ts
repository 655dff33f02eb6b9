/** Collecting like factors: x·x² is x³, e^a·e^b is e^(a+b), where that holds on the whole domain. */
import { type Coefficient, isWhole, isZero, one, plus, reciprocal, times, toPower, zero } from "./coefficient.ts";
import { collect } from "./collect.ts";
import { conditionsOf, hasIsolatedZeros, isNeverNegative } from "./definedness.ts";
import { type Atom, atomSum, type Power, powerKey, powerOf, type Term } from "./normal.ts";

/** The product of terms. */
export function multiply(factors: readonly Term[]): Term {
  let coefficient = one;
  const slots = new Map<string, Power[]>();
  for (const factor of factors) {
    coefficient = times(coefficient, factor.coefficient);
    for (const power of factor.powers) coefficient = times(coefficient, insert(slots, power));
  }
  const powers: Power[] = [];
  for (const power of [...slots.values()].flat()) {
    const { number, rest } = withoutWhole(power);
    coefficient = times(coefficient, number);
    if (!isTrivial(rest)) powers.push(rest);
  }
  return { coefficient, powers: powers.sort((a, b) => (powerKey(a) < powerKey(b) ? -1 : 1)) };
}

const slotOf = (base: Atom): string => (base.is === "group" ? base.primitive : base.key);

/** Puts a power to those of the same base; the number that this takes out of it. */
function insert(slots: Map<string, Power[]>, power: Power): Coefficient {
  const slot = slotOf(power.base);
  const likes = slots.get(slot) ?? [];
  slots.set(slot, likes);
  for (const [i, like] of likes.entries()) {
    const merged = merge(like, power);
    if (!merged) continue;
    likes[i] = merged.power;
    return merged.number;
  }
  likes.push(power);
  return one;
}

const isWholePower = ({ exponent, isRestricted, symbolic }: Power): boolean =>
  isWhole(exponent) && !isRestricted && symbolic.length === 0;

/** One power for two of the same base; undefined where it would be defined where the two are not. */
function merge(a: Power, b: Power): { power: Power; number: Coefficient } | undefined {
  const number = ratio(a, b);
  const isZeroBase = a.base.is === "number" && isZero(a.base.value);
  if (!number || isZeroBase) return undefined;
  const exponent = plus(a.exponent, b.exponent);
  const symbolic = collect([...a.symbolic, ...b.symbolic]);
  const isPositive = isNeverNegative(a.base);
  const lostLetters = symbolic.length === 0 && (a.symbolic.length > 0 || b.symbolic.length > 0);
  if (lostLetters && !isPositive) return undefined;
  const mayDivide = a.exponent.num < 0n || b.exponent.num < 0n || lostLetters;
  if (mayDivide && exponent.num >= 0n && !hasIsolatedZeros(a.base)) return undefined;
  if (isZero(exponent) && symbolic.length === 0 && conditionsOf(atomSum(a.base)).size > 0) return undefined;
  const isRestricted = !isPositive && (a.isRestricted || b.isRestricted);
  return { power: { base: a.base, exponent, isRestricted, symbolic }, number };
}

/** What b is more than a power of the same base: (2x + 2)³ is 2³ (x + 1)³. */
function ratio(a: Power, b: Power): Coefficient | undefined {
  if (a.base.key === b.base.key) return one;
  if (a.base.is !== "group" || b.base.is !== "group" || !isWholePower(a) || !isWholePower(b)) return undefined;
  if (isZero(a.base.content) || isZero(b.base.content)) return undefined;
  return toPower(times(b.base.content, reciprocal(a.base.content)), b.exponent.num);
}

const isTrivial = ({ exponent, isRestricted, symbolic }: Power): boolean =>
  isZero(exponent) && !isRestricted && symbolic.length === 0;

/** 2^(5/2) as 4 · 2^(1/2). */
function withoutWhole(power: Power): { number: Coefficient; rest: Power } {
  const { base, exponent, symbolic } = power;
  if (base.is !== "number" || isZero(base.value) || symbolic.length > 0) return { number: one, rest: power };
  const whole = exponent.num / exponent.den;
  const exponentLeft = plus(exponent, { num: -whole, den: 1n, isDecimal: false });
  return {
    number: whole === 0n ? one : toPower(base.value, whole),
    rest: powerOf(base, isZero(exponentLeft) ? zero : exponentLeft),
  };
}
