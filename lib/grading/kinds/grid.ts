/** From tokens to rows of cells: nested lists, semicolons, lines, tabs, TeX, or nothing but space. */
import { refuse } from "#lib/expression/problem.ts";
import type { Token } from "#lib/expression/token.ts";

export type Cell = readonly Token[];

export interface Grid {
  rows: readonly (readonly Cell[])[];
  /** What told the rows apart: brackets of their own, a semicolon, or the lines of the text. */
  by: "brackets" | "semicolons" | "lines";
  /** Whether one pair of brackets stands around the whole. */
  enclosed: boolean;
}

const closing = new Map([
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
]);

const isSymbol = (token: Token | undefined, text: string): boolean => token?.kind === "symbol" && token.text === text;
const opens = (token: Token | undefined): boolean => token?.kind === "symbol" && closing.has(token.text);

/** Lays tokens out as rows of cells. Throws Unreadable. */
export function gridOf(tokens: readonly Token[]): Grid {
  const all = trimmed(tokens);
  const inner = isEnclosed(all) ? trimmed(all.slice(1, -1)) : all;
  const enclosed = inner.length < all.length;
  const rows = nestedRows(inner);
  if (rows) return { rows: rows.map((row) => cellsOfLine(withoutLines(row))), by: "brackets", enclosed };
  if (enclosed && all[0]?.text === "(" && !inner.some((token, i) => separates(inner, token, i))) {
    return { rows: [[all]], by: "lines", enclosed: false };
  }
  const bySemicolon = split(inner, (token) => isSymbol(token, ";"));
  if (bySemicolon.length > 1)
    return { rows: dropLast(bySemicolon).map((row) => cellsOfLine(withoutLines(row))), by: "semicolons", enclosed };
  const lines = split(joinedLines(inner), (token) => isSymbol(token, "\n")).filter((line) => line.length > 0);
  return { rows: lines.map(cellsOfLine), by: "lines", enclosed };
}

const separates = (tokens: readonly Token[], token: Token, i: number): boolean =>
  isSymbol(token, ",") || isSymbol(token, ";") || isSymbol(token, "\n") || startsEntry(tokens, i);

function trimmed(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length];
  while (isSymbol(tokens[from], "\n")) from++;
  while (to > from && isSymbol(tokens[to - 1], "\n")) to--;
  return tokens.slice(from, to);
}

const withoutLines = (tokens: readonly Token[]): readonly Token[] => tokens.filter((token) => !isSymbol(token, "\n"));

/** Whether the first token opens what the last one closes. */
function isEnclosed(tokens: readonly Token[]): boolean {
  return opens(tokens[0]) && !isFunction(tokens[0]) && endOfGroup(tokens, 0) === tokens.length - 1;
}

const isFunction = (token: Token | undefined): boolean =>
  token?.means?.is === "function" || token?.text === "\\frac" || token?.text === "\\sqrt";

/** The place of the token that closes the group opened at `from`. */
function endOfGroup(tokens: readonly Token[], from: number): number {
  const waiting: string[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== "symbol") continue;
    const close = closing.get(token.text);
    if (close !== undefined) waiting.push(close);
    else if (/^[)\]}]$/.test(token.text) && waiting.pop() !== token.text)
      refuse(`This “${token.text}” closes nothing that is open.`, token.at);
    if (waiting.length === 0) return i;
  }
  refuse(`This “${tokens[from]!.text}” is never closed.`, tokens[from]!.at);
}

/** The insides of rows that have brackets of their own; undefined where the entries stand bare. */
function nestedRows(tokens: readonly Token[]): (readonly Token[])[] | undefined {
  const rows: (readonly Token[])[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (isSymbol(token, ",") || isSymbol(token, ";") || isSymbol(token, "\n")) {
      i++;
      continue;
    }
    if (!opens(token)) return undefined;
    const end = endOfGroup(tokens, i);
    const inside = tokens.slice(i + 1, end);
    const isRow = token.text === "[" || split(inside, (t) => isSymbol(t, ",")).length > 1;
    if (!isRow) return undefined;
    if (isSymbol(inside[0], "[") && token.text === "[")
      refuse("This is nested deeper than the rows of a matrix.", inside[0]!.at);
    rows.push(inside);
    i = end + 1;
  }
  return rows.length > 0 ? rows : undefined;
}

/** A line that ends with a comma goes on in the next one. */
function joinedLines(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token, i) => !isSymbol(token, "\n") || !isSymbol(tokens[i - 1], ","));
}

/** The cells of one row: between commas or &, or where there are none, between spaces. */
function cellsOfLine(tokens: readonly Token[]): readonly Cell[] {
  const mark = ["&", ","].find((text) => split(tokens, (token) => isSymbol(token, text)).length > 1);
  if (mark === undefined) return spacedCells(tokens);
  const cells = split(tokens, (token) => isSymbol(token, mark));
  if (mark === ",") refuseDecimalCommas(tokens);
  return dropLast(cells).map((cell, i) => {
    if (cell.length === 0) refuse("An entry is missing here.", missingPlace(tokens, cells, i));
    return cell;
  });
}

function missingPlace(tokens: readonly Token[], cells: readonly Cell[], i: number): readonly [number, number] {
  const at = cells[i - 1]?.at(-1)?.at[1] ?? tokens[0]?.at[0] ?? 0;
  return [at, at + 1];
}

/** `0,5 0,3`: commas without space between numbers that space keeps apart. */
function refuseDecimalCommas(tokens: readonly Token[]): void {
  const commas = tokens.flatMap((token, i) => (isSymbol(token, ",") ? [i] : []));
  const isTight = (i: number) =>
    tokens[i - 1]?.kind === "number" &&
    tokens[i + 1]?.kind === "number" &&
    !tokens[i]!.spaced &&
    !tokens[i + 1]!.spaced;
  const apart = spacedCells(tokens.filter((_, i) => !isSymbol(tokens[i], ",") && !isSymbol(tokens[i - 1], ",")));
  if (apart.length < 2 || apart.length !== commas.length || !commas.every(isTight)) return;
  const at = [tokens[0]!.at[0], tokens.at(-1)!.at[1]] as const;
  const text = tokens.map((token) => (isSymbol(token, ",") ? "." : `${token.spaced ? " " : ""}${token.text}`)).join("");
  refuse("A decimal number is written with a point.", at, text.trim());
}

function spacedCells(tokens: readonly Token[]): readonly Cell[] {
  const cells: Token[][] = [];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (depth === 0 && (i === 0 || startsEntry(tokens, i))) cells.push([]);
    if (opens(token)) depth++;
    if (token.kind === "symbol" && /^[)\]}]$/.test(token.text)) depth--;
    cells.at(-1)?.push(token);
  }
  return cells;
}

/** `1 -2` is two entries and `1 - 2` is one: a new one starts behind space, unless an operator has space on both sides. */
function startsEntry(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!before || !token?.spaced || !endsEntry(before)) return false;
  if (isSymbol(token, "-") || isSymbol(token, "+")) return after?.spaced === false;
  return token.kind !== "symbol" || opens(token);
}

const endsEntry = (token: Token): boolean =>
  token.kind === "symbol" ? /^[)\]}%]$/.test(token.text) : !isFunction(token);

/** Splits where `test` holds outside all brackets. */
function split(tokens: readonly Token[], test: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (opens(token)) depth++;
    if (token.kind === "symbol" && /^[)\]}]$/.test(token.text)) depth--;
    if (depth === 0 && test(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Without the empty part behind a trailing separator. */
const dropLast = <T extends readonly unknown[]>(parts: readonly T[]): readonly T[] =>
  parts.length > 1 && parts.at(-1)?.length === 0 ? parts.slice(0, -1) : parts;
