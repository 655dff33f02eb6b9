/** Powers of normal forms: (2x)³ is 8x³, √(4x) is 2√x, and √(x²) is |x|, never x. */
import {
  type Coefficient,
  coefficient,
  isOne,
  isWhole,
  isZero,
  negative,
  one,
  reciprocal,
  rootOf,
  times,
  toPower,
  zero,
} from "./coefficient.ts";
import { collect } from "./collect.ts";
import { isNeverNegative, isSumNeverNegative } from "./definedness.ts";
import { multiply } from "./multiply.ts";
import {
  type Atom,
  atomSum,
  callAtom,
  groupAtom,
  isPlain,
  numberAtom,
  numberOf,
  numberSum,
  numberTerm,
  type Power,
  powerOf,
  type Sum,
  scaled,
  type Term,
} from "./normal.ts";
import { isRestrictedAsWritten } from "./present.ts";
import { asTerm, contentOf, product } from "./product.ts";
import { shortened } from "./shorten.ts";

/** base^exponent; `isOdd` where an exponent such as 1/3 is written as a fraction, which negative bases have too. */
export function raise(base: Sum, exponent: Sum, isOdd: boolean): Sum {
  const number = numberOf(exponent);
  if (!number) return raiseToFormula(base, exponent);
  if (isZero(number)) return collect([numberTerm(one), ...scaled(base, number)]);
  if (isOne(number)) return base;
  if (isWhole(number)) return raiseToWhole(base, number);
  return raiseToFraction(base, number, !isOdd || isRestrictedAsWritten(number));
}

const single = (power: Power): Sum => collect([multiply([{ coefficient: one, powers: [power] }])]);

/** What a sum is as a base: an atom by itself, or a sum in parentheses. */
function atomOf(sum: Sum): Atom {
  const [term, second] = sum;
  const [power, more] = term?.powers ?? [];
  if (term && !second && isOne(term.coefficient) && power && !more && isPlain(power)) return power.base;
  const number = numberOf(sum);
  return number && number.num >= 0n ? numberAtom(number) : groupAtom(sum);
}

function raiseToWhole(base: Sum, exponent: Coefficient): Sum {
  const { coefficient: number, powers } = asTerm(base, exponent.num < 0n);
  if (isZero(number)) return exponent.num > 0n ? base : single(powerOf(atomOf(base), exponent));
  const raised = powers.map((power) => wholePower(power, exponent));
  return shortened([multiply([{ coefficient: toPower(number, exponent.num), powers: [] }, ...raised])]);
}

/** (u^a)^k for a whole k; |u|^k is u^k where k is even. */
function wholePower(power: Power, k: Coefficient): Term {
  const exponent = times(power.exponent, k);
  const raised = { ...power, exponent, symbolic: scaled(power.symbolic, k) };
  const { base } = power;
  const inner = base.is === "call" && base.fn === "abs" ? base.args[0] : undefined;
  if (inner && isWhole(exponent) && exponent.num % 2n === 0n && power.symbolic.length === 0) {
    const term = asTerm(inner);
    return multiply([
      numberTerm(toPower(term.coefficient, exponent.num)),
      ...term.powers.map((part) => wholePower(part, exponent)),
    ]);
  }
  return { coefficient: one, powers: [raised] };
}

function raiseToFraction(base: Sum, exponent: Coefficient, isRestricted: boolean): Sum {
  const [first, second] = base;
  if (!first || isZero(first.coefficient)) return zeroToFraction(base, exponent, isRestricted);
  const content = second ? contentOf(base) : first.coefficient;
  const isFlipped = content.num < 0n && !isRestricted;
  const size = content.num < 0n ? negative(content) : content;
  const { outside, inside } = perfectPart(size, Number(exponent.den));
  const left = scaled(base, times(inside, reciprocal(isFlipped ? negative(size) : size)));
  const front = toPower(outside, exponent.num);
  return scaled(root(left, exponent, isRestricted), isFlipped && exponent.num % 2n !== 0n ? negative(front) : front);
}

function zeroToFraction(base: Sum, exponent: Coefficient, isRestricted: boolean): Sum {
  if (base.length === 0 && exponent.num > 0n) return [];
  return single(powerOf(atomOf(base), exponent, isRestricted && base.length > 0));
}

/** size = outside^q · inside; decimals only where nothing stays inside. */
function perfectPart(size: Coefficient, q: number): { outside: Coefficient; inside: Coefficient } {
  const whole = { outside: one, inside: size };
  if (q > 12) return whole;
  const parts = rootOf(size, q);
  return size.isDecimal && !isOne(parts.inside) ? whole : parts;
}

/** base^exponent where no number can be taken out. */
function root(base: Sum, exponent: Coefficient, isRestricted: boolean): Sum {
  const number = numberOf(base);
  if (number && number.num > 0n) return numberRoot(number, exponent);
  const [term, second] = base;
  const [power, more] = term?.powers ?? [];
  const nested = term && !second && isOne(term.coefficient) && power && !more;
  const flat = nested ? nestedPower(power, exponent, isRestricted) : undefined;
  const whole = () => powerOf(atomOf(base), exponent, isRestricted && !isSumNeverNegative(base));
  return single(flat ?? whole());
}

function numberRoot(number: Coefficient, exponent: Coefficient): Sum {
  const { num, den, isDecimal } = number;
  if (isOne(number)) return numberSum(one);
  if (isDecimal) return single(powerOf(numberAtom(number), exponent));
  const parts: readonly (readonly [bigint, Coefficient])[] = [
    [num, exponent],
    [den, negative(exponent)],
  ];
  const powers = parts.filter(([n]) => n > 1n).map(([n, k]) => powerOf(numberAtom(coefficient(n)), k));
  return [multiply(powers.map((power) => ({ coefficient: one, powers: [power] })))];
}

/** (u^a)^b as one power of u or of |u|; undefined where neither is right. */
function nestedPower(power: Power, exponent: Coefficient, isRestricted: boolean): Power | undefined {
  const { base, symbolic } = power;
  const isPositive = isNeverNegative(base);
  if (symbolic.length > 0 && !isPositive) return undefined;
  const flat = { exponent: times(power.exponent, exponent), symbolic: scaled(symbolic, exponent) };
  const isEven = power.exponent.num % 2n === 0n && !power.isRestricted && !isPositive;
  if (isEven && isRestricted) return { base: callAtom("abs", [atomSum(base)]), isRestricted: false, ...flat };
  return { base, isRestricted: (power.isRestricted || isRestricted) && !isPositive, ...flat };
}

function raiseToFormula(base: Sum, exponent: Sum): Sum {
  const number = numberOf(base);
  if (number && isOne(number)) return collect([numberTerm(one), ...scaled(exponent, zero)]);
  const [term, second] = base;
  const [power, more] = term?.powers ?? [];
  const isNested = term && !second && isOne(term.coefficient) && power && !more && isNeverNegative(power.base);
  if (!isNested) return single(withExponent(atomOf(base), exponent));
  return single(withExponent(power.base, product([...power.symbolic, ...numberSum(power.exponent)], exponent)));
}

/** base^exponent, with the number in the exponent apart. */
function withExponent(base: Atom, exponent: Sum): Power {
  const symbolic = exponent.filter(({ powers }) => powers.length > 0);
  const numbers = exponent.filter(({ powers }) => powers.length === 0);
  return powerOf(base, numbers[0]?.coefficient ?? zero, false, symbolic);
}
