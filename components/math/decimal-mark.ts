/**
 * Numbers with a decimal comma, for those who want them: `0,5`, and in TeX `0{,}5`. Where commas parted the entries of a
 * list, semicolons do: `[0,5; 1,2]`. What is typed keeps its point, and so does code.
 */
export interface Marks {
  /** Text as it is to be shown. */
  text(text: string): string;
  /** TeX likewise. */
  tex(tex: string): string;
}

/** Sections of the tutorial and versions only look like decimals. */
const named = String.raw`\b(?:[Ss]ections?|[Vv]ersions?)[\s\u00a0]+\d+(?:\.\d+)+(?:(?:,| and| or| to)\s\d+(?:\.\d+)+)*|§+\s?\d+(?:\.\d+)+`;
const decimal = String.raw`(?<![\d.])\d+\.\d+(?!\.?\d)`;
const notOrDecimal = new RegExp(`(${named})|${decimal}`, "g");

/** What a list of numbers is written with, from its first digit or bracket to its last. */
const listed = /[\d.([](?:[\d.()[\]+%\s\u00a0−–-]|,(?=[\s\u00a0]))*/g;
const hasDecimal = new RegExp(decimal);
/** A comma between two entries: behind a number or a bracket, before another. */
const between = /(?<=[\d)\]%]),(?=[\s\u00a0]+[([+−–-]*\d)/g;

/** Plain text with decimal commas. */
function commaText(text: string): string {
  const kept: string[] = [];
  const apart = text.replace(notOrDecimal, (all, name: string | undefined) => {
    if (name === undefined) return all;
    kept.push(name);
    return placeholder;
  });
  const lists = apart.replace(listed, (list) => (hasDecimal.test(list) ? list.replace(between, ";") : list));
  const commas = lists.replace(notOrDecimal, (number) => number.replace(".", ","));
  return commas.replaceAll(placeholder, () => kept.shift() ?? "");
}

/** A character that no text of ours has. */
const placeholder = "\uE000";

/** Commands, lengths, decimals, brackets and commas, each whole; `\\[0.5em]` is the space below a row. */
const piece =
  /\\\\\[[^\]]*\]|\\(?:text|textbf|textit|mathrm|operatorname)\{[^{}]*\}|\\begin\{[^}]*\}|\\end\{[^}]*\}|\{,\}|\\[a-zA-Z]+|\\.|\d*\.?\d+\s*(?:em|ex|pt|mu|cm)\b|(?<![\d.])\d+\.\d+(?!\.?\d)|[()[\]{},]|[^\\()[\]{},\d]+|\d+/g;

interface Group {
  /** Where in the pieces its commas are. */
  commas: number[];
  hasDecimal: boolean;
  /** Whether there is nothing in it but numbers. */
  isNumeric: boolean;
  inside: Group[];
}

/** TeX with decimal commas. */
function commaTex(tex: string): string {
  const pieces: string[] = tex.match(piece) ?? [];
  const whole = group(false);
  const open = [whole];
  for (const [i, text] of pieces.entries()) {
    const here = open.at(-1) ?? whole;
    if (opens.has(text)) {
      const inner = group(text !== "{");
      here.inside.push(inner);
      open.push(inner);
    } else if (closes.has(text)) {
      if (open.length > 1) open.pop();
    } else if (text === ",") here.commas.push(i);
    else if (/^\d+\.\d+$/.test(text)) {
      pieces[i] = text.replace(".", "{,}");
      for (const outer of open) outer.hasDecimal = true;
    } else if (/^\\text/.test(text)) {
      pieces[i] = text.replace(/\{.*\}/s, commaText);
      here.isNumeric = false;
    } else if (!/^(?:\d+|[\s+-]*|\\[ ,;!]|\\q?quad)$/.test(text)) here.isNumeric = false;
  }
  part(pieces, whole, false);
  return pieces.join("");
}

const group = (isBracket: boolean): Group => ({ commas: [], hasDecimal: false, isNumeric: isBracket, inside: [] });
const opens = new Set(["(", "[", "{", "\\{"]);
const closes = new Set([")", "]", "}", "\\}"]);

/** Puts semicolons into the lists that hold a decimal, and into the lists of numbers beside them. */
function part(pieces: string[], { commas, hasDecimal, isNumeric, inside }: Group, amongDecimals: boolean): void {
  const isList = hasDecimal || (amongDecimals && isNumeric);
  if (isList)
    for (const i of commas)
      if (
        pieces
          .slice(i + 1)
          .join("")
          .trim() !== ""
      )
        pieces[i] = ";";
  for (const inner of inside) part(pieces, inner, isList);
}

export const points: Marks = { text: (text) => text, tex: (tex) => tex };
export const commas: Marks = { text: commaText, tex: commaTex };
