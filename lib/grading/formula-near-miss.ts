/** Named near misses of formulas, and of vectors, matrices and sets of them. Only what is certain is named. */

import { arrangement } from "#lib/exercise/arrangement.ts";
import { domainOf, type Part, partsOf } from "#lib/exercise/equal.ts";
import { axesOf, type Domain, type Formulas, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { equivalent } from "#lib/expression/equivalence.ts";
import { binary, type Expr, literal, negate } from "#lib/expression/expr.ts";
import { sizeOf } from "#lib/expression/kinks.ts";
import { canonicalName } from "#lib/expression/names.ts";
import { agreement, asFormula } from "./agreement.ts";
import type { NearMiss } from "./kinds/kind.ts";
import { transposed } from "./near-miss.ts";
import { nearMissSentences as says } from "./near-miss-sentences.ts";

/** Formulas with more nodes than this are no slip of anybody's, and would take long to compare with every one. */
const longest = 60;

/** A wrong formula t → m that is known by name. */
interface Slip extends NearMiss {
  of(t: Expr): Expr;
}

const one = literal("1");
const two = literal("2");
const slips: readonly Slip[] = [
  { id: "sign", says: says.sign, of: negate },
  { id: "factor-2", says: says.twice, of: (t) => binary("*", two, t) },
  { id: "factor-2", says: says.twice, of: (t) => binary("/", t, two) },
  { id: "reciprocal", says: says.reciprocal, of: (t) => binary("/", one, t) },
];

/** The first near miss that the submitted formulas are, each by its place, or in whatever order the step allows. */
export function formulaNearMiss(spec: KindSpec, submitted: Value, reference: Value): NearMiss | undefined {
  const isLike = (wrong: Value) => agreement(spec, submitted, wrong, []) === "equal";
  const t = partsOf(reference).map(asFormula);
  if (partsOf(submitted).reduce<number>((sum, part) => sum + sizeOf(asFormula(part)), 0) > longest) return undefined;
  const found = slips.find(({ of }) => isLike(shapedLike(reference, t.map(of))));
  if (found) return { id: found.id, says: found.says };
  if (spec.kind === "expression") return constantApart(partsOf(submitted), t, domainOf(spec));
  if (spec.kind === "set") return undefined;
  const turned = turnedOver(reference);
  if (turned && isLike(turned)) return { id: "transposed", says: says.transposed };
  return rearranged(partsOf(submitted).map(asFormula), t, domainOf(spec));
}

/** Formulas in the shape of a value. */
function shapedLike(value: Value, cells: Formulas): Value {
  const [m, n] = axesOf(value);
  if (m === undefined) return cells[0] ?? value;
  if (n === undefined) return cells;
  return Array.from({ length: m }, (_, i) => cells.slice(i * n, (i + 1) * n));
}

function turnedOver(value: Value): Value | undefined {
  const [m, n] = axesOf(value);
  if (m === undefined || n === undefined || m * n < 2) return undefined;
  const cells = partsOf(value).map(asFormula);
  const rows = Array.from({ length: m }, (_, i) => cells.slice(i * n, (i + 1) * n));
  return transposed(rows, n);
}

/** All entries right but for some signs, or for their order. */
function rearranged(s: Formulas, t: Formulas, on: Domain): NearMiss | undefined {
  if (s.length !== t.length || t.length < 2) return undefined;
  const same = (i: number, k: number) => equivalent(s[i]!, t[k]!, on) === "equal";
  const alike = t.every((tk, k) => same(k, k) || equivalent(s[k]!, negate(tk), on) === "equal");
  if (alike) return { id: "sign", says: says.someSigns };
  const counts = { submitted: s.length, reference: t.length, width: 1 };
  return arrangement("any-order", counts, same) && { id: "order", says: says.order };
}

/**
 * s − t is the same everywhere: as a function of x it is the same as of another x′. Meaningless where t itself is
 * constant.
 */
function constantApart([submitted]: readonly Part[], [t]: Formulas, on: Domain): NearMiss | undefined {
  if (submitted === undefined || !t || on.variables.length === 0) return undefined;
  const both = { ...on, variables: [...on.variables, ...on.variables.map(other)], domain: doubled(on.domain ?? {}) };
  const isConstant = (expr: Expr) => equivalent(expr, elsewhere(expr), both) === "equal";
  if (!isConstant(binary("-", asFormula(submitted), t)) || isConstant(t)) return undefined;
  return { id: "constant", says: "This differs from the right formula by a constant only: look at the constant term." };
}

/** Another name for the same variable. */
const other = (name: string): string => {
  const [letters = "", index = ""] = canonicalName(name).split("_");
  return `${letters}_${index}elsewhere`;
};

const doubled = (domain: NonNullable<Domain["domain"]>): NonNullable<Domain["domain"]> => ({
  ...domain,
  ...Object.fromEntries(Object.entries(domain).map(([name, interval]) => [other(name), interval])),
});

/** The formula at other values of its variables. */
function elsewhere(expr: Expr): Expr {
  switch (expr.type) {
    case "variable":
      return { type: "variable", name: other(expr.name) };
    case "negate":
    case "percent":
      return { type: expr.type, of: elsewhere(expr.of) };
    case "binary":
      return binary(expr.op, elsewhere(expr.left), elsewhere(expr.right));
    case "call":
      return { type: "call", fn: expr.fn, args: expr.args.map(elsewhere) };
    default:
      return expr;
  }
}
