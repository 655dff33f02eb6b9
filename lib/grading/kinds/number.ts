/** Real numbers: arithmetic is read, and compared under the step's rule. */
import { entriesOf, type SpecOf } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { guarded, parse } from "#lib/expression/parse.ts";
import { toText } from "#lib/expression/text.ts";
import { allRight } from "../entries.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { Reading } from "../reading.ts";
import type { Kind } from "./kind.ts";
import { entryOf } from "./literal.ts";

type Restrictions = Partial<Pick<SpecOf<"number">, "form" | "without" | "unit">>;

export const number: Kind<"number"> = {
  read: readNumber,
  print: (value, spec) => `${value}${spec.unit === "percent" ? "%" : ""}`,
  compare: (submitted, reference, spec, window) => ({ right: allRight(spec, submitted, reference, window) }),
  nearMiss(submitted, reference, spec, around) {
    return numericNearMiss(spec, entriesOf(submitted), entriesOf(reference), around);
  },
};

/** Reads one number, of a form that the step allows. */
export function readNumber(raw: string, spec: Restrictions): Reading<number> {
  const parsed = parse(raw);
  if (parsed.outcome === "unreadable") return { outcome: "unreadable", ...parsed.problem };
  const at = placeOf(raw);
  if (parsed.outcome === "ambiguous") {
    const readings = parsed.readings.map(choiceOf);
    return {
      outcome: "ambiguous",
      message: "This can be read in two ways. Which one do you mean?",
      at: parsed.at,
      readings,
    };
  }
  const read = guarded(() => {
    const { value, tex, written } = entryOf(parsed.expr, spec, at);
    return { outcome: "read", value, tex, text: plain(value, 12), written: [written] } as const;
  });
  return read.outcome === "unreadable" ? { outcome: "unreadable", ...read.problem } : read;
}

const choiceOf = (expr: Expr) => ({ typed: toText(expr), tex: toTex(expr) });

/** The raw text without the space around it. */
const placeOf = (raw: string): readonly [number, number] => [raw.length - raw.trimStart().length, raw.trimEnd().length];
