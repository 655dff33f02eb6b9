/** Fractions of whole numbers, compared exactly. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { type Expr, some } from "#lib/expression/expr.ts";
import { functionEntry } from "#lib/expression/functions.ts";
import { refuse } from "#lib/expression/problem.ts";
import { exactValue, greatestCommonDivisor, type Rational, sameRational } from "#lib/expression/rational.ts";
import { toText } from "#lib/expression/text.ts";
import { fractionNearMiss } from "../fraction-near-miss.ts";
import { FormulaRead, readFormula } from "./formula.ts";
import type { Kind } from "./kind.ts";
import { refuseFamilies, writtenOf } from "./literal.ts";

export const fraction: Kind<"fraction"> = {
  read: (raw, spec) =>
    readFormula(raw, {}, (expr, at) => {
      refuseOthers(expr, spec, at);
      return new FormulaRead(expr);
    }),
  print: (value) => signInFront(value) ?? toText(value),
  compare(submitted, reference, { reduced }) {
    const [s, t] = [exactValue(submitted), exactValue(reference)];
    if (!s || !t) return { right: false };
    if (isRoundedTo(submitted, s, t)) return { right: false, lacks: "give the exact fraction, not a rounded decimal" };
    if (!sameRational(s, t)) return { right: false };
    const lacks = reduced ? lackingReduction(submitted) : undefined;
    return lacks === undefined ? { right: true } : { right: false, lacks };
  },
  nearMiss(submitted, reference, _, { sizes }) {
    const [s, t] = [exactValue(submitted), exactValue(reference)];
    return s && t && fractionNearMiss(s, t, sizes);
  },
};

/** `-3/8` for what `ratio` makes; text with the sign inside parentheses reads the same, but nobody writes it. */
function signInFront(value: Expr): string | undefined {
  if (value.type !== "negate" || value.of.type !== "binary" || value.of.op !== "/") return undefined;
  const { left, right } = value.of;
  return left.type === "number" && right.type === "number" ? `-${toText(value.of)}` : undefined;
}

/** Throws Unreadable where a formula is no fraction, or too long to be compared exactly. */
function refuseOthers(expr: Expr, { without }: SpecOf<"fraction">, at: readonly [number, number]): void {
  some(expr, (node) => {
    const other =
      node.type === "constant"
        ? node.name === "pi"
          ? "π"
          : "e"
        : node.type === "call"
          ? familyName(node.fn)
          : undefined;
    if (other !== undefined) refuse(`Type an exact fraction of whole numbers, such as 3/8, without ${other}.`, at);
    return false;
  });
  refuseFamilies(expr, without, at);
  if (exactValue(expr)) return;
  if (!Number.isFinite(evaluateClean(expr))) refuse("This is not a finite number: look for a division by zero.", at);
  const hasRoot = some(expr, (node) => node.type === "binary" && node.op === "^" && !isWhole(node.right));
  refuse(
    hasRoot
      ? "Type an exact fraction of whole numbers, such as 3/8, without roots."
      : "This has more digits than can be compared exactly; simplify it first.",
    at,
  );
}

const isWhole = (expr: Expr): boolean => exactValue(expr)?.den === 1n;
const familyName = (fn: string): string => functionEntry(fn).family ?? fn;

/** A decimal with at least two digits behind the point whose last place leaves the reference open. */
function isRoundedTo(submitted: Expr, s: Rational, t: Rational): boolean {
  const written = writtenOf(submitted);
  if (written === "formula" || written.digits < 2 || written.place >= 0 || sameRational(s, t)) return false;
  const off = s.num * t.den - t.num * s.den;
  return 2n * (off < 0n ? -off : off) * 10n ** BigInt(-written.place) <= s.den * t.den;
}

/** What a right value lacks to be one fraction in lowest terms. */
function lackingReduction(expr: Expr): string | undefined {
  const size = expr.type === "negate" ? expr.of : expr;
  if (wholeOf(size) !== undefined) return undefined;
  const isQuotient = size.type === "binary" && size.op === "/";
  const [num, den] = isQuotient ? [wholeOf(unsigned(size.left)), wholeOf(unsigned(size.right))] : [];
  if (num === undefined || den === undefined || !isQuotient) return "write it as one fraction of whole numbers";
  if (den === 1n) return "write it as a whole number";
  if (greatestCommonDivisor(num, den) !== 1n) return "cancel the common factor";
  const signs = [expr, size.left, size.right].filter(({ type }) => type === "negate").length;
  return signs > 1 ? "cancel the minus signs" : undefined;
}

const unsigned = (expr: Expr): Expr => (expr.type === "negate" ? expr.of : expr);
const wholeOf = (expr: Expr): bigint | undefined =>
  expr.type === "number" && /^\d+$/.test(expr.text) ? BigInt(expr.text) : undefined;
