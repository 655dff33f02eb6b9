/** The tolerance of each rule: which distance from the reference is still right, and how to say so. */
import { exponentOf, powerOfTen, unitOfDigit } from "./decimal.ts";
import type { KindSpec, Rule } from "./kinds.ts";
import { ruleOf } from "./kinds.ts";

/** A few units in the last place, so that inclusive bounds stay inclusive in floating point: 1.05 is within 5 % of 1. */
export const guard = (t: number): number => 8 * 2 ** -52 * Math.abs(t);

/** The largest absolute entry where the step compares on a common scale, else the entry itself. */
export const scaleEntry = (spec: KindSpec, entries: readonly number[], k: number): number =>
  "scale" in spec && spec.scale === "common" ? Math.max(...entries.map(Math.abs)) : (entries[k] ?? 0);

/** What one unit of a zero reference is worth. */
const sizeOf = (spec: KindSpec): number => ("size" in spec ? spec.size : 1);

/**
 * One unit of the last digit that the rule asks for, at entry k. For a reference of zero there is no first
 * digit to count from, so the unit is $10^{-n}$ of the step's declared size. 0 for rules without digits.
 */
export function unitOf(spec: KindSpec, entries: readonly number[], k: number): number {
  const rule = ruleOf(spec);
  if ("decimals" in rule) return powerOfTen(-rule.decimals);
  if (!("digits" in rule)) return 0;
  const t = scaleEntry(spec, entries, k);
  return t === 0 ? powerOfTen(-rule.digits) * sizeOf(spec) : unitOfDigit(t, rule.digits);
}

/**
 * The accept radius r: a submitted entry s is right iff |s − t| ≤ r (and the guard).
 * digits(n), decimals(n): $w + \tfrac12$ unit; within: $\max(\text{abs}, \text{rel}\cdot|t|)$; exact: 0.
 */
export function radius(spec: KindSpec, entries: readonly number[], k: number, window: number): number {
  const rule = ruleOf(spec);
  if ("within" in rule) return Math.max(rule.within.abs, rule.within.rel * Math.abs(entries[k] ?? 0));
  if ("exact" in rule) return 0;
  return window + unitOf(spec, entries, k) / 2;
}

/** How many digits an intermediate keeps when a learner rounds as they go, under this step's rule. */
export function workingDigits(spec: KindSpec): number | undefined {
  const rule = ruleOf(spec);
  if ("workingDigits" in spec && spec.workingDigits !== undefined) return spec.workingDigits;
  return "digits" in rule ? rule.digits : undefined;
}

/** Half a unit of the last digit that a learner keeps of the intermediate x, or 0 if it needs none dropped. */
export function roundingOf(x: number, rule: Rule, keeps: number | undefined, scale: number): number {
  if (x === 0) return 0;
  if (keeps !== undefined) return powerOfTen(exponentOf(scale) - keeps + 1) / 2;
  return "decimals" in rule ? powerOfTen(-rule.decimals) / 2 : 0;
}

/** The rule in words that a learner sees before typing. */
export function ruleInWords(spec: KindSpec): string {
  if (spec.kind === "shape") return "exact sizes";
  if (spec.kind === "choice") return "one option";
  if (spec.kind === "integer")
    return `a whole number${spec.workingDigits === undefined ? "" : `, keeping at least ${spec.workingDigits} digits on the way`}`;
  const keeping = spec.workingDigits === undefined ? "" : `, keeping at least ${spec.workingDigits} on the way`;
  const rule = spec.rule;
  if ("exact" in rule) return "exact";
  if ("digits" in rule) return `${counted(rule.digits, "significant digit")}${keeping}`;
  if ("decimals" in rule) return `${counted(rule.decimals, "decimal")}${keeping}`;
  const parts = [
    ...(rule.within.rel > 0 ? [`${rule.within.rel * 100} %`] : []),
    ...(rule.within.abs > 0 ? [`${rule.within.abs}`] : []),
  ];
  return parts.length > 0 ? `within ${parts.join(" or ")}` : "exact";
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
