/** One typed formula: its tree, or why it cannot be read. */
import type { Expr } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { guarded, type ParseOptions, parse } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";
import type { NotRead, Read } from "../reading.ts";

export const twoReadings = "This can be read in two ways. Which one do you mean?";

/**
 * Reads one formula and turns it into what the kind makes of it. Never throws: `make` may refuse by `refuse`, at the
 * place it is given.
 */
export function readFormula<V>(
  raw: string,
  options: ParseOptions,
  make: (expr: Expr, at: readonly [number, number]) => Read<V>,
): Read<V> | NotRead {
  const parsed = parse(raw, options);
  if (parsed.outcome === "unreadable") return { outcome: "unreadable", ...parsed.problem };
  if (parsed.outcome === "ambiguous") {
    const readings = parsed.readings.map((expr) => ({ typed: toText(expr), tex: toTex(expr) }));
    return { outcome: "ambiguous", message: twoReadings, at: parsed.at, readings };
  }
  const read = guarded(() => make(parsed.expr, placeOf(raw)));
  return "problem" in read ? { outcome: "unreadable", ...read.problem } : read;
}

/** A formula that was read; printed where somebody looks, since judging needs no print. */
export class FormulaRead implements Read<Expr> {
  readonly outcome = "read";
  readonly written = ["formula"] as const;

  constructor(readonly value: Expr) {}

  get tex(): string {
    return toTex(this.value);
  }
  get text(): string {
    return toText(this.value);
  }
}

/** The raw text without the space around it. */
const placeOf = (raw: string): readonly [number, number] => [raw.length - raw.trimStart().length, raw.trimEnd().length];
