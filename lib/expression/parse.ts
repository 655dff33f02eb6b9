/** Reads a formula that somebody typed. */
import { type Expr, some } from "./expr.ts";
import { tokensOf } from "./lexer.ts";
import { canonicalName } from "./names.ts";
import { Parser } from "./parser.ts";
import { type Problem, refuse, Unreadable } from "./problem.ts";
import { toText } from "./text.ts";
import { limits, type Token } from "./token.ts";

export interface ParseOptions {
  /** Variables that may occur, in any spelling: `x`, `w_1`, `θ`. None when absent. */
  names?: readonly string[];
  /** Where the formula begins in the raw text, behind `f(x) =`. */
  from?: number;
}

export type Parsed =
  | { outcome: "parsed"; expr: Expr }
  | { outcome: "unreadable"; problem: Problem }
  /** One spelling that people use for two things: both, the one with the wider group last. */
  | { outcome: "ambiguous"; at: readonly [number, number]; readings: readonly [Expr, Expr] };

/** Parses one expression. Never throws; its cost is bounded by `limits` and by the depth of nesting. */
export function parse(raw: string, { names = [], from = 0 }: ParseOptions = {}): Parsed {
  return guarded(() => {
    const declared = new Set(names.map(canonicalName));
    return parseTokens(tokensOf(raw, { declared, letters: names, lines: false, limits, from }), raw, raw.length);
  });
}

/** Runs a reading, and turns what it throws into a problem. */
export function guarded<T>(read: () => T): T | { outcome: "unreadable"; problem: Problem } {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return { outcome: "unreadable", problem: error.problem };
    throw error;
  }
}

/** Parses tokens of `raw` that end at place `end`. Throws Unreadable. */
export function parseTokens(tokens: readonly Token[], raw: string, end: number): Exclude<Parsed, { problem: Problem }> {
  if (tokens.length === 0) refuse("There is nothing to read here.", [0, raw.length]);
  if (tokens.length > limits.tokens) refuse("This has too many parts; simplify it first.", tokens[limits.tokens]!.at);
  const isPercent = tokens.at(-1)?.text === "%" && tokens.at(-1)?.kind === "symbol";
  const body = isPercent ? tokens.slice(0, -1) : tokens;
  if (isPercent && body.length === 0) refuse("Something is missing before “%”.", tokens[0]!.at);

  const first = new Parser(body, { raw, end, grouped: false });
  const narrow = first.all();
  if (isPercent && !isLiteral(narrow))
    refuse("A percent sign stands only behind a plain number.", tokens.at(-1)!.at, null);
  if (isPercent) return { outcome: "parsed", expr: { type: "percent", of: narrow } };
  if (!first.twofold) return { outcome: "parsed", expr: narrow };

  const wide = new Parser(body, { raw, end, grouped: true }).all();
  if (toText(wide) === toText(narrow)) return { outcome: "parsed", expr: narrow };
  return { outcome: "ambiguous", at: first.twofold, readings: [narrow, wide] };
}

const isLiteral = (expr: Expr): boolean =>
  expr.type === "number" || (expr.type === "negate" && expr.of.type === "number");

/** The variables that occur. */
export function variablesOf(expr: Expr): Set<string> {
  const found = new Set<string>();
  some(expr, (node) => {
    if (node.type === "variable") found.add(node.name);
    return false;
  });
  return found;
}
