/** Formulas: equal as functions on the step's domain, and in the form that the step asks for. */
import { equivalent } from "#lib/expression/equivalence.ts";
import { lacking } from "#lib/expression/form.ts";
import { toText } from "#lib/expression/text.ts";
import { formulaNearMiss } from "../formula-near-miss.ts";
import { FormulaRead, readFormula } from "./formula.ts";
import type { Kind } from "./kind.ts";
import { bodyFrom } from "./left-side.ts";
import { refuseFamilies } from "./literal.ts";

export const expression: Kind<"expression"> = {
  /** A name in front, as in f(x) = …, is passed over; a second equals sign is refused. */
  read: (raw, { rule, without }) =>
    readFormula(raw, { names: rule.equivalent.variables, from: bodyFrom(raw) }, (expr, at) => {
      refuseFamilies(expr, without, at);
      return new FormulaRead(expr);
    }),
  print: toText,
  compare(submitted, reference, { rule, form }) {
    const verdict = equivalent(submitted, reference, rule.equivalent);
    if (verdict === "undecided") return { right: false, undecided: true };
    if (verdict === "different") return { right: false };
    const lacks = lacking(submitted, form);
    return lacks === undefined ? { right: true } : { right: false, lacks };
  },
  nearMiss: (submitted, reference, spec) => formulaNearMiss(spec, submitted, reference),
};
