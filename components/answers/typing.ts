/** How to type an answer of each kind. The examples are of several sizes, so that none gives away the one asked for. */
import type { FormulaForm, KindSpec } from "#lib/exercise/kinds.ts";

/** What may be typed, as pieces of code. */
export function examplesOf(spec: KindSpec): readonly string[] {
  const [v, w] = declaredIn(spec);
  switch (spec.kind) {
    case "number":
      if (spec.form === "plain") return ["0.25", "2e-3"];
      return spec.unit === "percent" ? ["12.5", "12.5%"] : ["0.25", "1/4", "2e-3"];
    case "integer":
      return ["12", "-3"];
    case "vector":
      return v === undefined ? ["[1, -2]", "1 0.5 3"] : [`[2${v}, -1]`, `[${v}, ${v}^2, 1]`];
    case "matrix":
      return v === undefined ? ["[1 2; 3 4]", "[[1, 2], [3, 4]]"] : [`[${v}, 1; 0, 2${v}]`];
    case "shape":
      return [spec.variables?.[0] === undefined ? "100x3" : `3 x ${spec.variables[0]}`, "undefined"];
    case "fraction":
      return ["3/8", "-2"];
    case "set":
      return v === undefined ? ["{1, -2}", "{0.5}"] : [`{${v}, -2${v}}`, `{${v}^2}`];
    case "expression":
      return v === undefined ? ["2√3", "ln(5)/2"] : formulas[spec.form](v, w ?? v);
    case "choice":
    case "choices":
    case "order":
      return [];
  }
}

/** A formula in the form that is asked for. */
const formulas: Readonly<Record<FormulaForm, (v: string, w: string) => readonly string[]>> = {
  any: (v, w) => [`2${v} + 1`, `${v}^2 e^(-${w})`],
  expanded: (v, w) => [`3${v}^2 - 2${w} + 1`],
  factored: (v, w) => [`2(${v} + 1)(${w} - 3)`],
  "single-logarithm": (v) => [`ln(5${v}^2)`],
  "expanded-logarithms": (v) => [`ln(5) + 2ln(${v})`],
  reduced: (v) => [`${v}/(${v} + 5)`],
};

/** The variables that the formulas of an answer may use. */
export const declaredIn = (spec: KindSpec): readonly string[] =>
  "rule" in spec && "equivalent" in spec.rule ? spec.rule.equivalent.variables : [];

/** Whether symbols are worth a palette: in formulas, sets and fractions, less so in plain numbers. */
export const hasPalette = (spec: KindSpec): boolean =>
  spec.kind === "fraction" || spec.kind === "set" || ("rule" in spec && "equivalent" in spec.rule);
