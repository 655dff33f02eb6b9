/** Why tokens do not make a formula, kindly: what stands there, where, and what to write instead. */
import { refuse } from "./problem.ts";
import type { Token } from "./token.ts";

/** Where the parser stands: before token `i` of the text that ends at `end`. */
export interface Spot {
  tokens: readonly Token[];
  i: number;
  raw: string;
  end: number;
}

const textOf = ({ raw }: Spot, token: Token): string => raw.slice(...token.at);
const isSymbol = (token: Token | undefined, text: string): boolean => token?.kind === "symbol" && token.text === text;

/** Two numbers side by side, or a number behind something else: a mixed number, digits apart, or a sign left out. */
export function refuseNumber(spot: Spot): never {
  const { tokens, i } = spot;
  const [before, token, slash, last] = [tokens[i - 1], tokens[i]!, tokens[i + 1], tokens[i + 2]];
  const at = [before?.at[0] ?? 0, token.at[1]] as const;
  if (before?.kind !== "number") {
    const left = before ? textOf(spot, before) : "";
    if (before?.kind === "name") refuse("Write the number in front, or a sign between.", at, `${token.text}*${left}`);
    refuse("Write a sign between these two.", at, `${left}*${token.text}`);
  }
  if (isSymbol(slash, "/") && last?.kind === "number") {
    const sum = `${before.text}+${token.text}/${last.text}`;
    refuse("A whole number beside a fraction can be misread; write the sum.", [at[0], last.at[1]], sum);
  }
  refuse("Two numbers side by side: write the digits together, or a sign between.", at, before.text + token.text);
}

/** A symbol where a number or name must stand. */
export function refuseSymbol(spot: Spot): never {
  const [before, token] = [spot.tokens[spot.i - 1], spot.tokens[spot.i]!];
  if (/^[)\]}[]$/.test(token.text)) refuseRest(spot);
  if (token.text === "%") refuse("A percent sign stands only behind a plain number: 94.5%.", token.at);
  if (before?.kind === "symbol") refuse(`Something is missing between “${before.text}” and “${token.text}”.`, token.at);
  refuse(`Something is missing before “${token.text}”.`, token.at);
}

/** A token that does not go on with what stands before it. */
export function refuseRest(spot: Spot): never {
  const token = spot.tokens[spot.i]!;
  const is = (...texts: string[]) => token.kind === "symbol" && texts.includes(token.text);
  if (is(",")) refuseComma(spot);
  if (is(";", "\n")) refuse("One number is asked for here, not several.", token.at);
  if (is("%")) refuse("A percent sign stands only behind a plain number that ends the answer.", token.at);
  if (is("_")) refuse("A subscript has no meaning here.", token.at);
  if (is("[")) refuse("Use ( ) to group; [ ] makes a vector.", token.at);
  if (is(")", "]", "}", "|")) {
    const without = `${spot.raw.slice(0, token.at[0])}${spot.raw.slice(token.at[1])}`.trim();
    refuse(`This “${token.text}” closes nothing.`, token.at, without || null);
  }
  refuse(`“${textOf(spot, token)}” does not fit here.`, token.at);
}

/** What was opened and never closed. */
export function refuseOpen(spot: Spot, open: Token, close: string): never {
  if (spot.tokens[spot.i]) refuseRest(spot);
  const closed = `${spot.raw.slice(0, spot.end).trimEnd()}${close}${spot.raw.slice(spot.end)}`;
  refuse(`This “${open.text}” is never closed.`, open.at, closed);
}

/** `0,5` is meant as 0.5; `1,234` may be either of two numbers. */
function refuseComma({ tokens, i }: Spot): never {
  const [before, comma, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (before?.kind !== "number" || after?.kind !== "number" || comma.spaced || after.spaced)
    refuse("One number is asked for here; a comma separates several.", comma.at);
  const groups = [before.text];
  for (let k = i; isSymbol(tokens[k], ",") && tokens[k + 1]?.kind === "number"; k += 2)
    groups.push(tokens[k + 1]!.text);
  const at = [before.at[0], tokens[i + 2 * groups.length - 3]?.at[1] ?? after.at[1]] as const;
  const isGrouped =
    /^[1-9]\d{0,2}$/.test(before.text) && groups.slice(1).every((group) => /^\d{3}(?:\.\d*)?$/.test(group));
  const together = groups.join("");
  const pointed = `${before.text.replace(".", "")}.${after.text}`;
  if (!isGrouped) refuse("A decimal number is written with a point.", [at[0], after.at[1]], pointed);
  if (groups.length > 2 || together.includes("."))
    refuse("Write the digits of a number together, without commas.", at, together);
  refuse(`Is this ${together} or ${pointed}? Write it without a comma.`, at, `${together} or ${pointed}`);
}

/** A function with another number of values than it takes; `sqrt(0,5)` has two by a decimal comma. */
export function refuseArguments(spot: Spot, name: string, open: Token, fewest: number, given: number): never {
  const at = [open.at[0], spot.tokens[spot.i - 1]?.at[1] ?? spot.end] as const;
  if (given !== 2 || fewest !== 1) refuse(`“${name}” takes another number of values than ${given}.`, at);
  const inside = spot.raw.slice(...at).replace(",", ".");
  refuse(`“${name}” takes one value; a decimal number is written with a point.`, at, `${name}${inside}`);
}
