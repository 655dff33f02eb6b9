/** Why a name or character has no meaning, and what it may have been meant for. */
import { functionLike } from "./functions.ts";
import { listed } from "./listed.ts";
import { shownName } from "./names.ts";
import { refuse } from "./problem.ts";
import type { Token } from "./token.ts";

/** What stands before the name: the last token, and the text up to it that would remain without a unit. */
export interface Before {
  last: Token | undefined;
  text: string | null;
  /** The letters that a formula may have, as they are to be shown; none where it has to be a number. */
  letters: readonly string[];
}

const notFinite = "The answer is a finite number; this is not one.";
const noUnit = "Leave out the unit; type the number alone.";

/** A name that is neither declared nor known. */
export function refuseName(whole: string, at: readonly [number, number], { last, text, letters }: Before): never {
  const word = whole.length > 20 ? `${whole.slice(0, 20)}…` : whole;
  if (/^(?:inf|infty|infinity|nan|undefined)$/i.test(word)) refuse(notFinite, at);
  if (/^deg(?:rees?)?$/i.test(word) && last) refuse(noUnit, at, text);
  const like = functionLike(word);
  if (like !== undefined) refuse(`“${word}” is not a name I know.`, at, like);
  if (letters.length > 0)
    refuse(`“${word}” is not one of the letters here: use ${listed(letters.map(shownName))}.`, at);
  if (last?.kind === "number" || last?.text === "%")
    refuse(`Leave out “${word}”: type the number alone, without a unit.`, at, text);
  refuse(`“${word}” is not a name I know here.`, at);
}

/** A character that is part of no formula. */
export function refuseCharacter(c: string, at: readonly [number, number], { text }: Before): never {
  if (c === "∞") refuse(notFinite, at);
  if (c === "°") refuse(noUnit, at, text);
  if (c === "." || c === "…") refuse("Write every entry out; “…” leaves some to guess.", at);
  if (c === "□") refuse("An entry is still empty here.", at);
  if (c === "'") refuse("A prime or quotation mark has no meaning here.", at);
  if (/^[\p{C}\p{Z}]$/u.test(c)) refuse("There is a character here that cannot be seen; type this part again.", at);
  refuse(`“${c}” has no meaning here.`, at);
}
