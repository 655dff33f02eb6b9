/** Whether a formula is written in the form that is asked for: judged by how it is written, not by what it equals. */
import { expandedLack } from "./expanded.ts";
import type { Expr } from "./expr.ts";
import { factoredLack } from "./factored.ts";
import { expandedLogarithmsLack, singleLogarithmLack } from "./logarithm-forms.ts";
import { reducedLack } from "./reduced.ts";

/** The names of lib/exercise/kinds.ts. */
type Form = "any" | "expanded" | "factored" | "single-logarithm" | "expanded-logarithms" | "reduced";

const lacks: Record<Form, (expr: Expr) => string | undefined> = {
  any: () => undefined,
  expanded: expandedLack,
  factored: factoredLack,
  "single-logarithm": singleLogarithmLack,
  "expanded-logarithms": expandedLogarithmsLack,
  reduced: reducedLack,
};

/**
 * What a formula lacks to have a form, as what to do about it ("multiply out the product"); undefined where it has
 * the form.
 *
 * - expanded: no product, quotient or whole power of a sum; numbers multiplied, like factors and like terms collected.
 * - factored: a product of factors that have nothing in common to take out and, as polynomials in one variable or
 *   homogeneous in two, factor no further over the rational numbers (exactly up to degree 4). An irreducible
 *   polynomial alone is factored; order, signs and a number in front do not matter.
 * - single-logarithm: one logarithm with nothing in front of it, so neither 2 ln x nor −ln x; terms without
 *   logarithms may stand beside it.
 * - expanded-logarithms: nothing inside a logarithm can be taken apart: no product, quotient, power or root, and no
 *   sum that factors; like terms collected.
 * - reduced: one fraction of whole numbers or polynomials without a common factor, or none; a sign stands in front or
 *   above. Decimals and percent are no fractions.
 */
export const lacking = (expr: Expr, form: Form): string | undefined => lacks[form](expr);
