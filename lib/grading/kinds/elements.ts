/**
 * The ways of writing the elements of a set that arrays do not have, each turned into a list of the same length, so
 * that places in the raw text stay what they are: `x = 1 or x = -2`, `±2`, `∅`.
 */

/** Text with the same number of characters that lists the elements, or why the solutions cannot be listed. */
export type Listed =
  | { is: "empty" }
  /** Two texts where there is a ±, one for each sign. */
  | { is: "list"; texts: readonly string[] }
  | { is: "refused"; message: string; at: readonly [number, number] };

const empty =
  /^(?:\{\s*\}|\\\{\s*\\\}|\[\s*\]|∅|Ø|\\emptyset|\\varnothing|none|empty|(?:the )?empty set|there (?:is|are) none|no (?:real )?(?:solutions?|elements?|roots?|values?)|(?:there (?:is|are) )?no (?:real )?(?:solutions?|roots?))[.!]?$/i;

const letters = "(?:\\\\[A-Za-z]{2,10}|[A-Za-zα-ωΑ-Ω]{1,10})";
const index = "(?:_?\\{?\\w{1,4}\\}?|[₀-₉]{1,3})?";
const assignment = new RegExp(`(^|[,;{(\\n])(\\s{0,20})(${letters})${index}\\s{0,20}(?:=|≈|∈|\\\\in\\b)`, "g");
const joint = /\\(?:text|mathrm)\s{0,5}\{\s{0,5}(?:or|and)\s{0,5}\}|\\(?:lor|vee|land|wedge)\b|[∨∧]|\b(?:or|and)\b/gi;
const eitherSign = /\s?(?:\\pm(?![A-Za-z])|±|\+\/-)/g;
const wrapping = /\\left\s{0,5}\\\{|\\right\s{0,5}\\\}/g;

/** Longest text that is looked through, and most signs in it. */
const longest = 8000;
const mostSigns = 8;

/** Lists what was typed. The work is linear in its length. */
export function listElements(raw: string): Listed {
  const bare = raw.trim().replace(/^\$+|\$+$/g, "");
  if (bare.length < 60 && empty.test(bare.trim())) return { is: "empty" };
  if (raw.length > longest) return { is: "list", texts: [raw] };
  const names = new Map<string, readonly [number, number]>();
  const text = raw
    .replace(wrapping, (brace) => brace.slice(-1).padStart(brace.length))
    .replace(joint, (word) => ",".padEnd(word.length))
    .replace(assignment, (found: string, before: string, space: string, name: string, at: number) => {
      names.set(name, [at + before.length + space.length, at + found.length]);
      return before.padEnd(found.length);
    });
  const [, second] = [...names.values()];
  if (second)
    return { is: "refused", message: "These are the values of one unknown; several are named here.", at: second };
  const signs = [...text.matchAll(eitherSign)];
  if (signs.length === 0) return { is: "list", texts: [text] };
  const beyond = signs[mostSigns];
  if (beyond)
    return {
      is: "refused",
      message: "There are too many ± here; write the elements out.",
      at: [beyond.index, beyond.index + 1],
    };
  return { is: "list", texts: [withSign(text, "+"), withSign(text, "-")] };
}

/** Behind something, ± joins two terms, whatever the space around it: `1 ±2` is not the two entries 1 and ±2. */
const withSign = (text: string, sign: "+" | "-"): string =>
  text.replace(eitherSign, (found, at: number) => {
    const before = text.slice(0, at).trimEnd().slice(-1);
    const isBinary = before !== "" && !/[,;{([\n=*/^]/.test(before);
    return (isBinary || !/^\s/.test(found) ? sign : ` ${sign}`).padEnd(found.length);
  });
