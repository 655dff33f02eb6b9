/** The tolerance of each rule: which distance from the reference is still right, and how to say so. */
import { listed } from "#lib/expression/listed.ts";
import { shownName } from "#lib/expression/names.ts";
import { exponentOf, powerOfTen, unitOfDigit } from "./decimal.ts";
import type { Domain, FormulaForm, KindSpec, Rule, SpecOf, Tolerance } from "./kinds.ts";
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
  switch (spec.kind) {
    case "shape":
      return spec.variables === undefined ? "exact sizes" : `exact sizes in ${listed(spec.variables.map(shownName))}`;
    case "choice":
      return "one option";
    case "choices":
      return "every option that holds, and no other";
    case "order":
      return "all of them in order";
    case "fraction":
      return spec.reduced ? "an exact fraction in lowest terms" : "an exact fraction";
    case "integer":
      return `a whole number${spec.workingDigits === undefined ? "" : `, keeping at least ${spec.workingDigits} digits on the way`}`;
    case "expression":
      return `a formula${inLetters(spec.rule.equivalent)}${formIn[spec.form]}`;
    case "set":
      return "equivalent" in spec.rule
        ? `formulas${inLetters(spec.rule.equivalent)}, in any order`
        : `all elements, ${toleranceInWords(spec.rule)}`;
    case "vector":
    case "matrix":
      return `${"equivalent" in spec.rule ? `formulas${inLetters(spec.rule.equivalent)}` : digitsInWords(spec, spec.rule)}${senseIn(spec)}`;
    case "number":
      return digitsInWords(spec, spec.rule);
  }
}

/** What does not count besides: the length of a direction, an added constant, the order. */
function senseIn({ kind, equality }: SpecOf<"vector" | "matrix">): string {
  if (equality === "direction") return ", of any length";
  if (equality === "shift") return ", up to an added constant";
  if (equality === "any-order") return kind === "matrix" ? ", rows in any order" : ", in any order";
  return "";
}

function digitsInWords({ workingDigits: kept }: SpecOf<"number" | "vector" | "matrix">, rule: Tolerance): string {
  const isCounted = "digits" in rule || "decimals" in rule;
  return `${toleranceInWords(rule)}${isCounted && kept !== undefined ? `, keeping at least ${kept} on the way` : ""}`;
}

function toleranceInWords(rule: Tolerance): string {
  if ("exact" in rule) return "exact";
  if ("digits" in rule) return counted(rule.digits, "significant digit");
  if ("decimals" in rule) return counted(rule.decimals, "decimal");
  const parts = [
    ...(rule.within.rel > 0 ? [`${rule.within.rel * 100} %`] : []),
    ...(rule.within.abs > 0 ? [`${rule.within.abs}`] : []),
  ];
  return parts.length > 0 ? `within ${parts.join(" or ")}` : "exact";
}

const formIn: Readonly<Record<FormulaForm, string>> = {
  any: "",
  expanded: ", multiplied out",
  factored: ", as a product of factors",
  "single-logarithm": ", as a single logarithm",
  "expanded-logarithms": ", with logarithms of single letters and numbers only",
  reduced: ", in lowest terms",
};

/** The letters of a formula and where they run: " in x and y, for x > 0". */
function inLetters({ variables, domain = {} }: Domain): string {
  if (variables.length === 0) return "";
  const ranges = Object.entries(domain).flatMap(([written, [from, to]]) => {
    const name = shownName(written);
    if (from !== null && to !== null) return [`${from} < ${name} < ${to}`];
    return from !== null ? [`${name} > ${from}`] : to !== null ? [`${name} < ${to}`] : [];
  });
  return ` in ${listed(variables.map(shownName))}${ranges.length > 0 ? `, for ${listed(ranges)}` : ""}`;
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
