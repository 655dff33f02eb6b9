/** Calls of functions in normal form: values that are known, signs and numbers taken out of the argument. */
import { type Coefficient, coefficient, isLess, isOne, isZero, negative, one, toPower, zero } from "./coefficient.ts";
import { isSumNeverNegative } from "./definedness.ts";
import { atomSum, callAtom, constant, numberOf, numberSum, type Sum, scaled, sumKey } from "./normal.ts";
import { asTerm } from "./product.ts";
import { raise } from "./raise.ts";

const half = coefficient(1n, 2n);
const odd = new Set("sin tan csc cot asin atan sinh tanh asinh atanh".split(" "));
const even = new Set("cos sec cosh".split(" "));

/** f(0), f(1) where they are rational. */
const atZero = new Map<string, Coefficient>([
  ...["sin", "tan", "asin", "atan", "sinh", "tanh", "asinh", "atanh"].map((fn) => [fn, zero] as const),
  ...["cos", "sec", "cosh"].map((fn) => [fn, one] as const),
  ["sigmoid", half],
]);
const atOne = new Map<string, Coefficient>([
  ["ln", zero],
  ["acos", zero],
  ["acosh", zero],
]);

/** fn(args) in normal form. */
export function callOf(fn: string, args: readonly Sum[]): Sum {
  const [first = [], second] = args;
  switch (fn) {
    case "exp":
      return raise(atomSum(constant("e")), first, false);
    case "sqrt":
      return raise(first, numberSum(half), false);
    case "cbrt":
      return raise(first, numberSum(coefficient(1n, 3n)), true);
    case "root":
      return rootCall(first, second ?? []);
    case "ln":
    case "log":
      return logarithm(first, second);
    case "abs":
      return absolute(first);
    case "relu":
      return isSumNeverNegative(first) ? first : rectified(first);
    case "max":
    case "min":
      return extreme(fn, args);
    default:
      return otherCall(fn, first);
  }
}

/** The n-th root is the power 1/n for whole n from 2 to 999; others stay as they are. */
function rootCall(of: Sum, index: Sum): Sum {
  const n = numberOf(index);
  if (n?.den !== 1n || n.num < 2n || n.num > 999n) return atomSum(callAtom("root", [of, index]));
  return raise(of, numberSum(coefficient(1n, n.num)), true);
}

function logarithm(of: Sum, base: Sum | undefined): Sum {
  const known = numberOf(of);
  const [term, second] = of;
  const [power, more] = term?.powers ?? [];
  const isOfE = !base || sumKey(base) === sumKey(atomSum(constant("e")));
  if (!isOfE) return numberLogarithm(of, base);
  if (known && isOne(known)) return [];
  const isExponential = term && !second && isOne(term.coefficient) && power && !more && power.base.key === "#e";
  return isExponential ? [...power.symbolic, ...numberSum(power.exponent)] : atomSum(callAtom("ln", [of]));
}

/** log₂ 8 is 3. */
function numberLogarithm(of: Sum, base: Sum): Sum {
  const [x, b] = [numberOf(of), numberOf(base)];
  if (x && b && x.num > 0n && isLess(one, b)) {
    for (let k = 0n; k <= 64n && Number(b.num) ** Number(k) < 1e18; k++) {
      const power = toPower(b, k === 0n ? 0n : k);
      if (power.num === x.num && power.den === x.den) return numberSum(coefficient(k));
      if (power.num === x.den && power.den === x.num) return numberSum(coefficient(-k));
    }
  }
  return atomSum(callAtom("log", [of, base]));
}

function absolute(of: Sum): Sum {
  if (isSumNeverNegative(of)) return of;
  const { coefficient: number, powers } = asTerm(of);
  const size = number.num < 0n ? negative(number) : number;
  if (powers.length === 0) return numberSum(size);
  const [power, more] = powers;
  if (isZero(size)) return of;
  const bare = [{ coefficient: one, powers }];
  const isGroup = power && !more && power.base.is === "group" && isOne(power.exponent);
  const inner = isGroup && power.base.is === "group" ? power.base.sum : bare;
  return scaled(atomSum(callAtom("abs", [inner])), size);
}

function rectified(of: Sum): Sum {
  const number = numberOf(of);
  return number && number.num < 0n ? [] : atomSum(callAtom("relu", [of]));
}

function extreme(fn: "max" | "min", args: readonly Sum[]): Sum {
  const distinct = [...new Map(args.map((arg) => [sumKey(arg), arg])).values()];
  const numbers = distinct.flatMap((arg) => numberOf(arg) ?? []);
  const best = numbers.reduce<Coefficient | undefined>(
    (found, next) => (found && isLess(found, next) === (fn === "min") ? found : next),
    undefined,
  );
  const others = distinct.filter((arg) => !numberOf(arg));
  const left = best ? [numberSum(best), ...others] : others;
  return left.length === 1 ? (left[0] ?? []) : atomSum(callAtom(fn, left));
}

function otherCall(fn: string, arg: Sum): Sum {
  const number = numberOf(arg);
  const known = number && (isZero(number) ? atZero.get(fn) : isOne(number) ? atOne.get(fn) : undefined);
  if (known) return numberSum(known);
  const isNegative = arg.length > 0 && arg.every(({ coefficient }) => coefficient.num < 0n);
  const flipped = scaled(arg, coefficient(-1n));
  if (isNegative && odd.has(fn)) return scaled(atomSum(callAtom(fn, [flipped])), coefficient(-1n));
  return atomSum(callAtom(fn, [isNegative && even.has(fn) ? flipped : arg]));
}
