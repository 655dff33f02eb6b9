/** The symbols that a palette offers for an answer: what is hard to find on a keyboard and makes sense in the step. */
import type { KindSpec } from "#lib/exercise/kinds.ts";
import { canonicalName } from "#lib/expression/names.ts";
import { declaredIn, hasPalette } from "./typing.ts";

export interface MathSymbol {
  /** On its button; `index` is set below the line. */
  shown: string;
  index?: string;
  /** For screen readers. */
  name: string;
  /** Inserted before and behind the caret or what is selected. */
  before: string;
  after: string;
}

const symbol = (shown: string, name: string, before: string, after = ""): MathSymbol => ({
  shown,
  name,
  before,
  after,
});

const quotient = symbol("a/b", "divided by", "/");
const functions = {
  square: symbol("x²", "squared", "^2"),
  root: symbol("√", "square root", "√(", ")"),
  pi: symbol("π", "pi", "π"),
  exponential: symbol("eˣ", "e to the power of", "e^(", ")"),
  logarithm: symbol("ln", "natural logarithm", "ln(", ")"),
  sigmoid: symbol("σ", "sigmoid", "σ(", ")"),
  absolute: symbol("|x|", "absolute value", "|", "|"),
} as const;

/** The palette of an answer; empty for kinds that a keyboard has everything for. */
export function symbolsOf(spec: KindSpec): readonly MathSymbol[] {
  if (spec.kind === "fraction") return [quotient, symbol("−", "minus", "-")];
  if (!hasPalette(spec)) return [];
  const braces = spec.kind === "set" ? [symbol("{ }", "braces", "{", "}")] : [];
  return [...braces, ...variablesOf(spec), quotient, ...functionsOf(spec)];
}

function functionsOf(spec: KindSpec): MathSymbol[] {
  const without: readonly string[] = "without" in spec ? spec.without : [];
  const declared = new Set(declaredIn(spec).map(canonicalName));
  return [
    ...(without.includes("powers") ? [] : [functions.square]),
    ...(without.includes("roots") ? [] : [functions.root]),
    ...(declared.has("pi") ? [] : [functions.pi]),
    ...(without.includes("exponentials") || declared.has("e") ? [] : [functions.exponential]),
    ...(without.includes("logarithms") ? [] : [functions.logarithm]),
    ...(without.includes("exponentials") || declared.has("sigma") ? [] : [functions.sigmoid]),
    functions.absolute,
  ];
}

const letters = new Map([..."αβγδεζηθκλμνξπρστφχψω"].map((letter) => [canonicalName(letter), letter]));

/** The variables that no key types: Greek ones, and those with a subscript. */
function variablesOf(spec: KindSpec): MathSymbol[] {
  return declaredIn(spec).flatMap((written) => {
    const name = canonicalName(written);
    const [stem = "", index] = name.split("_");
    const shown = letters.get(stem) ?? stem;
    if (shown === stem && index === undefined) return [];
    const before = index === undefined ? shown : `${shown}_${index}`;
    const spoken = index === undefined ? stem : `${stem} ${index}`;
    return [{ ...symbol(shown, spoken, before), ...(index === undefined ? {} : { index }) }];
  });
}
