/** Keeps text out of the hands of spreadsheets, which take some of it for formulas. */

/** What may begin a formula, also full width, and after spaces and characters that are not seen. */
const trigger = "[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠]";

const atTheStart = new RegExp(`^(?:[\\t\\r]|${trigger})`, "u");

/** Where the reader of a file takes another character for the separator, a cell can begin in the middle of a text. */
const afterASeparator = new RegExp(`[;\\t\\r\\n](?=${trigger})`, "gu");

/**
 * Text as it may stand in a file of comma-separated values: with an apostrophe before whatever could begin a formula.
 * Numbers need none, negative ones neither: give it text only.
 */
export function guarded(text: string): string {
  const inside = text.replaceAll(afterASeparator, "$&'");
  return atTheStart.test(text) ? `'${inside}` : inside;
}
