/** The tolerances and weights of an item as a form holds them, and back. */
import { z } from "zod";
import { type KindSpec, ruleOf, type Tolerance } from "#lib/exercise/kinds.ts";
import type { Rules } from "#lib/grading/with-rules.ts";

export const ruleKinds = ["own", "digits", "decimals", "abs", "percent", "exact"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Besides the two, `rule-<step>`, `size-<step>` and `weight-<step>` of each asked step. */
export const itemTermsSchema = z
  .object({ assignment: z.uuid(), item: z.uuid() })
  .catchall(z.string().trim().max(40, "This is longer than any number here."));

type Fields = Readonly<Record<string, string>>;
type Weights = Readonly<Record<string, number>>;

interface Asked {
  name: string;
  spec: KindSpec;
}

/** Whether a step is compared with a tolerance that may be another. */
export const takesTolerance = (spec: KindSpec): boolean => "rule" in spec && !("equivalent" in ruleOf(spec));

const number = (text: string): number | undefined =>
  /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
const whole = (text: string, least: number): number | undefined => {
  const n = number(text);
  return n !== undefined && Number.isInteger(n) && n >= least && n <= 12 ? n : undefined;
};

/** A tolerance, what is wrong with its size, or undefined for the exercise’s own. */
function ruleFrom(kind: RuleKind, size: string): Tolerance | string | undefined {
  switch (kind) {
    case "own":
      return undefined;
    case "exact":
      return { exact: true };
    case "digits": {
      const digits = whole(size, 1);
      return digits === undefined ? "Type how many digits, from 1 to 12." : { digits };
    }
    case "decimals": {
      const decimals = whole(size, 0);
      return decimals === undefined ? "Type how many decimals, from 0 to 12." : { decimals };
    }
    case "abs": {
      const abs = number(size);
      return abs === undefined || abs === 0 ? "Type how far off it may be, such as 0.05." : { within: { abs, rel: 0 } };
    }
    case "percent": {
      const percent = number(size);
      if (percent === undefined || percent === 0 || percent > 100)
        return "Type how many percent, above 0 and up to 100.";
      return { within: { abs: 0, rel: percent / 100 } };
    }
  }
}

export type ReadTerms = { rules: Rules; weights: Weights } | { errors: Fields };

/** Reads the form of an item whose level asks for these steps. Equal weights are stored as none. */
export function readItemTerms(asked: readonly Asked[], fields: Fields): ReadTerms {
  const rules: Record<string, Tolerance> = {};
  const weights: Record<string, number> = {};
  const errors: Record<string, string> = {};
  for (const { name, spec } of asked) {
    const kind = z.enum(ruleKinds).catch("own").parse(fields[`rule-${name}`]);
    const rule = takesTolerance(spec) ? ruleFrom(kind, fields[`size-${name}`] ?? "") : undefined;
    if (typeof rule === "string") errors[`size-${name}`] = rule;
    else if (rule) rules[name] = rule;
    const weight = number(fields[`weight-${name}`] ?? "1");
    if (weight === undefined || weight > 1000) errors[`weight-${name}`] = "Type a number from 0 to 1000.";
    else weights[name] = weight;
  }
  const counted = Object.values(weights);
  const [first] = asked;
  if (first && counted.length === asked.length && counted.every((weight) => weight === 0))
    errors[`weight-${first.name}`] = "At least one part has to count.";
  if (Object.keys(errors).length > 0) return { errors };
  return { rules, weights: new Set(counted).size === 1 ? {} : weights };
}

/** A stored tolerance as the form shows it. */
export function fieldsOf(rule: Tolerance | undefined): { kind: RuleKind; size: string } {
  if (!rule) return { kind: "own", size: "" };
  if ("exact" in rule) return { kind: "exact", size: "" };
  if ("digits" in rule) return { kind: "digits", size: String(rule.digits) };
  if ("decimals" in rule) return { kind: "decimals", size: String(rule.decimals) };
  const { abs, rel } = rule.within;
  return rel > 0
    ? { kind: "percent", size: String(Number((rel * 100).toPrecision(12))) }
    : { kind: "abs", size: String(abs) };
}
