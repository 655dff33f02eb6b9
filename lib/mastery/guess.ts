/** How likely an answer is right without any knowledge. */
import type { KindSpec } from "#lib/exercise/kinds.ts";

/**
 * The chance of hitting the right answer of a part by guessing, in [0, 1): 1/n for one of n options, 2⁻ⁿ for a set of
 * options, 1/n! for an order; a yes-or-no shape has its word. Numbers and formulas are not guessed.
 */
export function guessOf(spec: KindSpec): number {
  switch (spec.kind) {
    case "choice":
      return 1 / spec.options.length;
    case "choices":
      return 2 ** -spec.options.length;
    case "order":
      return 1 / factorial(spec.options.length);
    case "shape":
      return shapeGuess;
    case "integer":
      return integerGuess;
    default:
      return 0;
  }
}

/** A shape is made of the sizes in the prompt: one of a few pairs of them, or "undefined". */
const shapeGuess = 0.1;
/** A small whole number now and then. */
const integerGuess = 0.02;

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
