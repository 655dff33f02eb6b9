/** Where a normal form is defined, as far as simplifying must know it: isolated points do not count. */
import { evaluateClean } from "./evaluate.ts";
import { type Atom, atomSum, hasVariable, type Power, type Sum, someAtom, sumsIn, type Term } from "./normal.ts";
import { sumExpr } from "./present.ts";
import { remembered } from "./remembered.ts";

const everywhere = new Set("sin cos sinh cosh tanh atan asinh abs relu sigmoid max min".split(" "));
/** Defined but for isolated points, where the argument stays nowhere at a pole. */
const almostEverywhere = new Set("tan sec csc cot".split(" "));
const kinked = new Set("abs relu max min".split(" "));
const neverNegative = new Set("abs relu sigmoid cosh acosh acos".split(" "));

/** Whether a base is nowhere negative, wherever it is defined. */
export function isNeverNegative(atom: Atom): boolean {
  if (atom.is === "constant" || atom.is === "number") return true;
  if (atom.is === "group") return isSumNeverNegative(atom.sum);
  if (atom.is !== "call") return false;
  if (atom.fn === "max") return atom.args.some(isSumNeverNegative);
  if (atom.fn === "min") return atom.args.every(isSumNeverNegative);
  return neverNegative.has(atom.fn);
}

/** Whether a sum is nowhere negative by its looks: each of its terms is not. */
export const isSumNeverNegative = (sum: Sum): boolean =>
  sum.every(({ coefficient, powers }) => coefficient.num >= 0n && powers.every(isPowerNeverNegative));

const isPowerNeverNegative = ({ base, exponent, isRestricted, symbolic }: Power): boolean =>
  isNeverNegative(base) ||
  (symbolic.length === 0 && (isRestricted || (exponent.num % 2n === 0n && exponent.den % 2n === 1n)));

/** Whether a base is zero at isolated points at most, so that base/base is 1. */
export const hasIsolatedZeros: (atom: Atom) => boolean = remembered((atom) => {
  if (atom.is === "constant" || atom.is === "variable" || atom.is === "literal") return true;
  if (atom.is === "number") return atom.value.num !== 0n;
  if (atom.is === "call" && (atom.fn === "sigmoid" || atom.fn === "cosh")) return true;
  if (atom.is === "call" && atom.fn === "abs") return isSmooth(atom) || atom.args.every(isSmoothSum);
  return isSmooth(atom) && !vanishesSomewhere(atom);
});

const isKinked = (atom: Atom): boolean => atom.is === "call" && kinked.has(atom.fn);
const isSmooth = (atom: Atom): boolean => !isKinked(atom) && sumsIn(atom).every(isSmoothSum);
const isSmoothSum = (sum: Sum): boolean => !someAtom(sum, isKinked);

/** A smooth formula that is zero at a place that nobody chose is zero on an interval. */
function vanishesSomewhere(atom: Atom): boolean {
  const expr = sumExpr(atomSum(atom));
  const names = new Set<string>();
  for (const sum of sumsIn(atom))
    someAtom(sum, (inner) => {
      if (inner.is === "variable") names.add(inner.name);
      return false;
    });
  const places = [0.7134, 2.391, -1.217];
  return places.some(
    (place) => evaluateClean(expr, new Map([...names].map((name, i) => [name, place + 0.317 * i]))) === 0,
  );
}

/** What restricts the domain of a sum, one key for each condition; empty where it is defined almost everywhere. */
export const conditionsOf: (sum: Sum) => ReadonlySet<string> = remembered(
  (sum) => new Set(sum.flatMap(conditionsOfTerm)),
);
export const conditionsOfTerm = ({ powers }: Term): string[] => powers.flatMap(conditionsOfPower);

function conditionsOfPower(power: Power): string[] {
  const { base, exponent, symbolic } = power;
  const found = [...conditionsOfAtom(base), ...conditionsOf(symbolic)];
  if ((power.isRestricted || symbolic.length > 0) && !isNeverNegative(base)) found.push(`0≤${base.key}`);
  const mayDivide = exponent.num < 0n || symbolic.length > 0;
  if (mayDivide && !hasIsolatedZeros(base)) found.push(`0≠${base.key}`);
  return found;
}

const conditionsOfAtom: (atom: Atom) => readonly string[] = remembered((atom) => {
  const found = sumsIn(atom).flatMap((sum) => [...conditionsOf(sum)]);
  if (atom.is !== "call" || everywhere.has(atom.fn)) return found;
  if (!sumsIn(atom).some(hasVariable)) return Number.isFinite(evaluateClean(sumExpr(atomSum(atom)))) ? [] : [atom.key];
  const isAlmost = almostEverywhere.has(atom.fn) && atom.args.every(isSmoothSum);
  return isAlmost ? found : [...found, atom.key];
});
