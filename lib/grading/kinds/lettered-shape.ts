/** The shape of an array whose sizes may be letters: `n×p`, `(n, 2k+1)`, `p by n`. */
import type { LetteredShape, Size } from "#lib/exercise/kinds.ts";
import { shapeTex } from "#lib/exercise/tex.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { type Expr, some } from "#lib/expression/expr.ts";
import { tokensOf } from "#lib/expression/lexer.ts";
import { listed } from "#lib/expression/listed.ts";
import { canonicalName, shownName } from "#lib/expression/names.ts";
import { guarded, parseTokens, variablesOf } from "#lib/expression/parse.ts";
import { refuse } from "#lib/expression/problem.ts";
import { toText } from "#lib/expression/text.ts";
import { limits, type Token } from "#lib/expression/token.ts";
import type { Reading } from "../reading.ts";

/** Words between sizes, and words that only say what a size counts. */
const between = ["x", "X", "by", "and"];
const counting = ["row", "rows", "column", "columns", "col", "cols", "shape", "size"];

const most = 8;

/** Reads a shape in the letters of the step. Never throws. */
export function readLettered(raw: string, letters: readonly string[]): Reading<LetteredShape> {
  const read = guarded(() => {
    const sizes = sizesOf(raw, letters);
    return { outcome: "read", value: sizes, tex: shapeTex(sizes), text: printShape(sizes), written: [] } as const;
  });
  return "problem" in read ? { outcome: "unreadable", ...read.problem } : read;
}

/** `n×p`, `(3,)`, `p×(k + 1)`, and `(n, x)` where a letter looks like a times sign: reads back as the same sizes. */
export function printShape(sizes: readonly Size[]): string {
  const [only, ...others] = sizes;
  if (only !== undefined && others.length === 0) return `(${printSize(only)},)`;
  const hasTimes = sizes.some((size) => typeof size === "object" && some(size, isTimesLetter));
  return hasTimes ? `(${sizes.map(printSize).join(", ")})` : sizes.map(printSize).join("×");
}

const isTimesLetter = (node: Expr): boolean => node.type === "variable" && node.name.toLowerCase() === "x";

function printSize(size: Size): string {
  if (typeof size === "number") return `${size}`;
  return size.type === "number" || size.type === "variable" ? toText(size) : `(${toText(size)})`;
}

function sizesOf(raw: string, letters: readonly string[]): Size[] {
  const names = new Set(letters.map(canonicalName));
  const words = [...between, ...counting].filter((word) => !names.has(word) && !names.has(swapCase(word)));
  const declared = new Set([...names, ...otherCase(names), ...words]);
  const all = tokensOf(raw, { declared, letters, lines: false, limits, from: bodyFrom(raw) }).map((token) =>
    asDeclared(token, names, words),
  );
  const tokens = inside(all.filter((token) => !isWord(token, counting, words)));
  const separates = (token: Token) => isSymbol(token, ",") || isSymbol(token, ";") || isWord(token, between, words);
  const bySign = tokens.some(separates) || tokens.some((token) => isSymbol(token, "*"));
  const marks = tokens.some((token) => isSymbol(token, ",")) ? [","] : [",", ";", "*"];
  const cells = bySign
    ? split(tokens, (token) => isWord(token, between, words) || marks.some((mark) => isSymbol(token, mark)))
    : spaced(tokens);
  if (tokens.length === 0)
    refuse("Type the sizes, or “undefined” where there is none.", [0, raw.length], example(letters));
  const isTrailed = cells.length > 1 && isSymbol(tokens.at(-1), ",");
  const filled = isTrailed ? cells.slice(0, -1) : cells;
  if (filled.length > most) refuse(`A shape has at most ${most} sizes.`, [0, raw.length]);
  return filled.map((cell) => sizeOf(cell, raw, letters));
}

/** Behind `X.shape =` or `shape:`. */
const bodyFrom = (raw: string): number => /^[\s\w.]{0,20}(?:shape|size)\s{0,5}[=:]/i.exec(raw)?.[0].length ?? 0;

/** A letter in the other case, where that is no letter of its own: N for n. */
function otherCase(names: ReadonlySet<string>): string[] {
  return [...names].map(swapCase).filter((name) => !names.has(name));
}

function swapCase(name: string): string {
  const [letter = "", index] = name.split("_");
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return index === undefined ? swapped : `${swapped}_${index}`;
}

/** A name in the other case as the declared one. */
function asDeclared(token: Token, names: ReadonlySet<string>, words: readonly string[]): Token {
  if (token.means?.is !== "variable") return token;
  const { name } = token.means;
  if (names.has(name) || words.includes(name)) return token;
  return { ...token, means: { is: "variable", name: swapCase(name) } };
}

const isSymbol = (token: Token | undefined, text: string): boolean => token?.kind === "symbol" && token.text === text;
const isWord = (token: Token, some: readonly string[], words: readonly string[]): boolean =>
  token.means?.is === "variable" && some.includes(token.means.name) && words.includes(token.means.name);

const opens = (token: Token): boolean => token.kind === "symbol" && /^[([{]$/.test(token.text);
const closes = (token: Token): boolean => token.kind === "symbol" && /^[)\]}]$/.test(token.text);

/** Without the brackets around the whole: `(n, p)`, `[n, p]`, `([n, p])`. */
function inside(tokens: readonly Token[]): readonly Token[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || tokens.length < 3 || !opens(first) || !closes(last)) return tokens;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (opens(token)) depth++;
    if (closes(token)) depth--;
    if (depth === 0 && i < tokens.length - 1) return tokens;
  }
  return inside(tokens.slice(1, -1));
}

/** Splits where `test` holds outside all brackets. */
function split(tokens: readonly Token[], test: (token: Token, i: number) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (opens(token)) depth++;
    if (closes(token)) depth--;
    if (depth === 0 && test(token, i)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Without a separator, space tells sizes apart: `n p`. */
function spaced(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const isNext = token.spaced && token.kind !== "symbol" && before !== undefined && before.kind !== "symbol";
    if (i === 0 || isNext) cells.push([]);
    cells.at(-1)?.push(token);
  }
  return cells;
}

/** A size made of whole numbers and letters; one without letters as a number. */
function sizeOf(tokens: readonly Token[], raw: string, letters: readonly string[]): Size {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) refuse("A size is missing here.", [0, raw.length], letters.length > 1 ? example(letters) : null);
  const at = [first.at[0], last.at[1]] as const;
  const parsed = parseTokens(tokens, raw, last.at[1]);
  if (parsed.outcome === "ambiguous")
    refuse("This size can be read in two ways; write it with parentheses.", parsed.at);
  const { expr } = parsed;
  const names = letters.map(canonicalName);
  const isOther = [...variablesOf(expr)].some((name) => !names.includes(name));
  if (isOther || some(expr, (node) => node.type === "call" || node.type === "constant" || node.type === "percent"))
    refuse(`Sizes are whole numbers, or formulas in ${listed(letters.map(shownName))}.`, at, example(letters));
  if (variablesOf(expr).size > 0) return whole(expr, at);
  const value = evaluateClean(expr);
  if (!Number.isSafeInteger(value) || value < 0) refuse("Sizes are whole numbers that count rows and columns.", at);
  return value;
}

function whole(expr: Expr, at: readonly [number, number]): Expr {
  if (some(expr, (node) => node.type === "number" && !Number.isInteger(node.value)))
    refuse("Sizes are whole numbers that count rows and columns.", at);
  return expr;
}

const example = (letters: readonly string[]): string => letters.slice(0, 2).join("×");
