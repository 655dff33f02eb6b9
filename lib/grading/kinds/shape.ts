/** The shape of an array: `100x3`, `(100, 3)`, `100 by 3`, in letters `n×p`, or that the product does not exist. */
import type { LetteredShape, SpecOf } from "#lib/exercise/kinds.ts";
import { charsOf } from "#lib/expression/typography.ts";
import { agreement } from "../agreement.ts";
import type { Reading } from "../reading.ts";
import type { Comparison, Kind } from "./kind.ts";
import { printShape, readLettered } from "./lettered-shape.ts";

const noShape =
  /^(it is |it's |is )?(undefined|undef|not defined|none|no|dne|impossible|not possible|invalid|n\/a|no such (product|matrix)|((it|the product) )?(does not|doesn'?t|do not|cannot|can't) (exist|be defined|be multiplied)|not conformable|incompatible|mismatch|error)$/;

/** Sizes behind one another: by commas, a times sign, the word "by" or space. */
const between = /\s*(?:,|\*|x|X|by|\\times|\band\b|;)\s*|\s+/;

export const shape: Kind<"shape"> = {
  read: readShape,
  print: (value, { variables }) => {
    if (typeof value === "string") return value;
    return variables === undefined && value.length > 1 ? value.join("x") : printShape(value);
  },
  compare(submitted, reference, spec): Comparison {
    const verdict = agreement(spec, submitted, reference, []);
    if (verdict === "equal") return { right: true };
    if (verdict === "undecided") return { right: false, undecided: true };
    if (submitted === "undefined")
      return { right: false, says: "You say that it is not defined. Compare the two inner sizes." };
    if (reference === "undefined") return { right: false, says: "Compare the two inner sizes before multiplying." };
    return { right: false };
  },
  nearMiss(submitted, reference, spec) {
    if (typeof submitted === "string" || typeof reference === "string") return undefined;
    const turned = reference.toReversed();
    const isTurned = agreement(spec, submitted, turned, []) === "equal";
    if (!isTurned || agreement(spec, reference, turned, []) === "equal") return undefined;
    return { id: "transposed", says: "The sizes are right, their order is not: rows come first, then columns." };
  },
};

function readShape(raw: string, { variables }: SpecOf<"shape">): Reading<LetteredShape> {
  if (raw.length > 500) return unreadable(raw, "This is too long for a shape.");
  const text = charsOf(raw)
    .map(({ c }) => (c === "\n" ? " " : c))
    .join("")
    .replace(/\\times/g, "x")
    .replace(/\\(?:left|right|,|;|\(|\))/g, " ")
    .trim();
  if (noShape.test(text.toLowerCase().replace(/[.!]$/, "")))
    return { outcome: "read", value: "undefined", tex: "\\text{undefined}", text: "undefined", written: [] };
  if (variables !== undefined) return readLettered(raw, variables);
  const inside =
    /^(?:torch\.Size|np\.shape|shape|size)?\s*[:=]?\s*[([{](.*)[)\]}]$/.exec(unwrapped(text))?.[1] ?? unwrapped(text);
  const sizes = inside
    .trim()
    .replace(/,$/, "")
    .replace(/\s*\b(rows?|columns?|cols?)\b/gi, "")
    .split(between);
  if (inside.trim() === "") return unreadable(raw, "Type the sizes, such as 2x3, or “undefined”.", "2x3");
  const odd = sizes.find((size) => !/^\d{1,9}$/.test(size));
  if (odd !== undefined) return unreadable(raw, explain(odd), "2x3");
  if (sizes.length > 8) return unreadable(raw, "A shape has at most 8 sizes.");
  const value = sizes.map((size) => Number.parseInt(size, 10));
  const tex = value.length === 1 ? `(${value[0]},)` : value.join(" \\times ");
  return { outcome: "read", value, tex, text: value.length === 1 ? tex : value.join("×"), written: [] };
}

/** `torch.Size([100, 3])`: the outer pair of a call. */
const unwrapped = (text: string): string => /^[\w.]+\s*\(\s*(\[.*\])\s*\)$/.exec(text)?.[1] ?? text;

function explain(size: string): string {
  if (/^-?\d*\.\d*$/.test(size) || /^-\d+$/.test(size)) return "Sizes are whole numbers that count rows and columns.";
  return "Type the sizes, such as 2x3, or “undefined” where there is none.";
}

const unreadable = (raw: string, message: string, suggestion: string | null = null): Reading<LetteredShape> => ({
  outcome: "unreadable",
  message,
  at: [0, raw.length],
  suggestion,
});
