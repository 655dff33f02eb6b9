/** Real numbers: arithmetic is read, and compared under the step's rule. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import { entryIsRight } from "../entries.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { Read, Reading } from "../reading.ts";
import { readFormula } from "./formula.ts";
import type { Kind } from "./kind.ts";
import { type Entry, entryOf } from "./literal.ts";

type Restrictions = Partial<Pick<SpecOf<"number">, "form" | "without" | "unit">>;

export const number: Kind<"number"> = {
  read: readNumber,
  print: (value, spec) => `${value}${spec.unit === "percent" ? "%" : ""}`,
  compare: (submitted, reference, spec, window) => ({ right: entryIsRight(spec, submitted, [reference], 0, window) }),
  nearMiss: (submitted, reference, spec, around) => numericNearMiss(spec, submitted, reference, around),
};

/** Reads one number, of a form that the step allows. */
export function readNumber(raw: string, spec: Restrictions): Reading<number> {
  return readFormula(raw, {}, (expr, at) => new NumberRead(entryOf(expr, spec, at)));
}

/** Printed where somebody looks. */
class NumberRead implements Read<number> {
  readonly outcome = "read";
  readonly value: number;

  constructor(private readonly entry: Entry) {
    this.value = entry.value;
  }

  get tex(): string {
    return this.entry.tex;
  }
  get text(): string {
    return plain(this.value, 12);
  }
  get written(): Read<number>["written"] {
    return [this.entry.written];
  }
}
