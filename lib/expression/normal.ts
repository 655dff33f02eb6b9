/**
 * The normal form of a formula: a sum of terms, each an exact number times powers of atoms. Two formulas with the
 * same key are equal by collecting like terms and like factors.
 */
import {
  type Coefficient,
  commonContent,
  isOne,
  isZero,
  negative,
  one,
  reciprocal,
  times,
  zero,
} from "./coefficient.ts";
import type { Expr } from "./expr.ts";
import { remembered } from "./remembered.ts";

export type Sum = readonly Term[];

export interface Term {
  coefficient: Coefficient;
  /** In the order of their keys; at most one for each base where they can be merged. */
  powers: readonly Power[];
}

/** base^(exponent + symbolic). */
export interface Power {
  base: Atom;
  exponent: Coefficient;
  /** Whether it is defined only where the base is not negative: √x has exponent 1/2 and is, ∛x has 1/3 and is not. */
  isRestricted: boolean;
  /** The part of the exponent that is no number; mostly empty. */
  symbolic: Sum;
}

export type Atom = { key: string } & (
  | { is: "variable"; name: string }
  | { is: "constant"; name: "e" | "pi" }
  /** The base of a power that is no rational number: the 2 of √2. */
  | { is: "number"; value: Coefficient }
  /** A literal too long for exact arithmetic. */
  | { is: "literal"; expr: Expr }
  | { is: "call"; fn: string; args: readonly Sum[] }
  /** A sum in parentheses; `primitive` is the key of it without the common number `content`. */
  | { is: "group"; sum: Sum; content: Coefficient; primitive: string }
);

export const variable = (name: string): Atom => ({ is: "variable", name, key: name });
export const constant = (name: "e" | "pi"): Atom => ({ is: "constant", name, key: `#${name}` });
export const numberAtom = (value: Coefficient): Atom => ({ is: "number", value, key: `[${ratioKey(value)}]` });
export const callAtom = (fn: string, args: readonly Sum[]): Atom => ({
  is: "call",
  fn,
  args,
  key: `${fn}<${args.map(sumKey).join(",")}>`,
});

export function groupAtom(sum: Sum): Atom {
  const sorted = [...sum].sort((a, b) => (termKey(a) < termKey(b) ? -1 : 1));
  const size = commonContent(sum.map((term) => term.coefficient));
  const content = sorted[0] && sorted[0].coefficient.num < 0n ? negative(size) : size;
  const primitive = isZero(content) ? sum : scaled(sum, reciprocal(content));
  return { is: "group", sum, content, primitive: sumKey(primitive), key: `(${sumKey(sum)})` };
}

export const powerOf = (base: Atom, exponent = one, isRestricted = false, symbolic: Sum = []): Power => ({
  base,
  exponent,
  isRestricted,
  symbolic,
});

export const numberTerm = (value: Coefficient): Term => ({ coefficient: value, powers: [] });
export const atomSum = (atom: Atom): Sum => [{ coefficient: one, powers: [powerOf(atom)] }];
export const numberSum = (value: Coefficient): Sum => (isZero(value) ? [] : [numberTerm(value)]);
export const scaled = (sum: Sum, by: Coefficient): Sum =>
  sum.map((term) => ({ ...term, coefficient: times(term.coefficient, by) }));

/** The number that a sum is; undefined where it is none. */
export function numberOf(sum: Sum): Coefficient | undefined {
  if (sum.length === 0) return zero;
  return sum.length === 1 && sum[0]?.powers.length === 0 ? sum[0].coefficient : undefined;
}

/** Whether a power is its base alone. */
export const isPlain = ({ exponent, isRestricted, symbolic }: Power): boolean =>
  isOne(exponent) && !isRestricted && symbolic.length === 0;

const ratioKey = ({ num, den }: Coefficient): string => (den === 1n ? `${num}` : `${num}/${den}`);

export const powerKey = remembered((power: Power): string => {
  if (isPlain(power)) return power.base.key;
  const symbolic = power.symbolic.length === 0 ? "" : `+${sumKey(power.symbolic)}`;
  return `${power.base.key}^{${ratioKey(power.exponent)}${power.isRestricted ? "!" : ""}${symbolic}}`;
});

const keyOfPowers = remembered((powers: readonly Power[]): string => powers.map(powerKey).join("·"));

/** What like terms share: everything but the number in front. */
export const termKey = ({ powers }: Term): string => keyOfPowers(powers);

export const sumKey: (sum: Sum) => string = remembered((sum) =>
  sum
    .map((term) => `${ratioKey(term.coefficient)}·${termKey(term)}`)
    .sort()
    .join("+"),
);

/** The sums inside an atom. */
export function sumsIn(atom: Atom): readonly Sum[] {
  return atom.is === "call" ? atom.args : atom.is === "group" ? [atom.sum] : [];
}

/** Whether some atom of the sum, at any depth, satisfies `test`. */
export const someAtom = (sum: Sum, test: (atom: Atom) => boolean): boolean =>
  sum.some(({ powers }) =>
    powers.some(
      ({ base, symbolic }) =>
        test(base) || someAtom(symbolic, test) || sumsIn(base).some((inner) => someAtom(inner, test)),
    ),
  );

export const hasVariable = (sum: Sum): boolean => someAtom(sum, ({ is }) => is === "variable");
