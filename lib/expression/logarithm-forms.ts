/** Logarithms combined into one, and taken apart as far as they go. */
import { expandedLack } from "./expanded.ts";
import { type Expr, some } from "./expr.ts";
import { factoredLack } from "./factored.ts";
import { countOf, hasLogarithm, isLogarithm, isProduct, termsOf } from "./parts.ts";

/** What is left to do before there is one logarithm, with nothing in front of it. */
export function singleLogarithmLack(expr: Expr): string | undefined {
  const count = countOf(expr, isLogarithm);
  if (count === 0) return "write it as one logarithm";
  if (count > 1) return "combine the logarithms into one";
  const term = termsOf(expr).find(hasLogarithm);
  if (!term || isLogarithm(term)) return undefined;
  if (term.type === "negate" || isProduct(term)) return "bring the factor in front of the logarithm inside as a power";
  return "write it as one logarithm";
}

/** What is left to do before no logarithm can be taken apart. */
export function expandedLogarithmsLack(expr: Expr): string | undefined {
  const lack = insideLack(expr);
  if (lack !== undefined) return lack;
  return hasLogarithm(expr) ? expandedLack(expr) : undefined;
}

function insideLack(expr: Expr): string | undefined {
  let found: string | undefined;
  some(expr, (node) => {
    if (node.type === "call" && isLogarithm(node) && node.args[0]) found ??= argumentLack(node.args[0]);
    return found !== undefined;
  });
  return found;
}

function argumentLack(of: Expr): string | undefined {
  switch (of.type) {
    case "constant":
      return of.name === "e" ? "work out the logarithm of e" : undefined;
    case "number":
      return of.value === 1 ? "work out the logarithm of 1" : undefined;
    case "negate":
      return argumentLack(of.of);
    case "percent":
      return "take the quotient inside the logarithm apart";
    case "call":
      return callLack(of.fn);
    case "variable":
      return undefined;
    case "binary":
      if (of.op === "*") return "take the product inside the logarithm apart";
      if (of.op === "/") return "take the quotient inside the logarithm apart";
      if (of.op === "^") return "bring the power inside the logarithm in front of it";
      return sumLack(of);
  }
}

function callLack(fn: string): string | undefined {
  if (fn === "sqrt" || fn === "cbrt" || fn === "root")
    return "write the root as a power and bring it in front of the logarithm";
  return fn === "exp" ? "bring the power inside the logarithm in front of it" : undefined;
}

/** ln(x + 1) stays; ln(x² + x) is a product in disguise. */
function sumLack(sum: Expr): string | undefined {
  return factoredLack(sum) === undefined ? undefined : "factor the sum inside the logarithm and take it apart";
}
