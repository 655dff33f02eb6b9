/** TeX commands, as pasted from a page: what stands behind a backslash. */
import { functionNamed } from "./functions.ts";
import { isGreekName } from "./names.ts";

type Command = { width: number } & (
  | { is: "space" }
  | { is: "symbol"; text: string }
  | { is: "name"; text: string }
  /** `\frac`, which takes two groups, and `\sqrt`, which may have an index. */
  | { is: "structure"; text: string }
);

const symbols = new Map([
  ["cdot", "*"],
  ["times", "*"],
  ["ast", "*"],
  ["div", "/"],
  ["lvert", "|"],
  ["rvert", "|"],
  ["vert", "|"],
  ["mid", "|"],
  ["{", "{"],
  ["}", "}"],
  ["%", "%"],
  ["|", "|"],
  ["lbrack", "["],
  ["rbrack", "]"],
  ["\\", ";"],
]);

const spaces = new Set(
  "left right big Big bigl bigr Bigl Bigr bigg displaystyle textstyle limits quad qquad thinspace , ; : ! ( ) [ ]".split(
    " ",
  ),
).add(" ");

const structures = new Map([
  ["frac", "\\frac"],
  ["dfrac", "\\frac"],
  ["tfrac", "\\frac"],
  ["cfrac", "\\frac"],
  ["sqrt", "\\sqrt"],
]);

/** Reads the command at the start of `rest`, the text behind the backslash; undefined where it is not known. */
export function readCommand(rest: string): Command | undefined {
  const upright = /^(?:operatorname|mathrm|mathit|mathbf|mathsf|text|textrm)\*?\s*\{\s*([A-Za-z]+)\s*\}/.exec(rest);
  if (upright) return { is: "name", text: upright[1] ?? "", width: upright[0].length };
  const text = /^(?:[A-Za-z]+|[\s\S])/.exec(rest)?.[0];
  if (text === undefined) return undefined;
  const width = text.length;
  const symbol = symbols.get(text);
  const structure = structures.get(text);
  if (symbol !== undefined) return { is: "symbol", text: symbol, width };
  if (structure !== undefined) return { is: "structure", text: structure, width };
  if (spaces.has(text)) return { is: "space", width };
  const name = text.replace(/^var(?=epsilon|theta|phi|sigma|rho)/, "");
  if (name === "infty" || isGreekName(name) || functionNamed(name) !== undefined)
    return { is: "name", text: name, width };
  return undefined;
}
