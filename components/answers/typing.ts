/** How to type an answer of each kind. The examples are of several sizes, so that none gives away the one asked for. */
import type { KindSpec } from "#lib/exercise/kinds.ts";

/** What may be typed, as pieces of code. */
export function examplesOf(spec: KindSpec): readonly string[] {
  switch (spec.kind) {
    case "number":
      if (spec.form === "plain") return ["0.25", "2e-3"];
      return spec.unit === "percent" ? ["12.5", "12.5%"] : ["0.25", "1/4", "2e-3"];
    case "integer":
      return ["12", "-3"];
    case "vector":
      return ["[1, -2]", "1 0.5 3"];
    case "matrix":
      return ["[1 2; 3 4]", "[[1, 2], [3, 4]]"];
    case "shape":
      return ["100x3", "undefined"];
    case "choice":
      return [];
  }
}
