/** Options by their ids or texts, as the kinds choice, choices and order read them. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { optionTex } from "#lib/exercise/tex.ts";
import type { Reading } from "../reading.ts";

type Options = SpecOf<"choice">["options"];

/** The option that a text names, by its id or its whole text. */
export function optionNamed(written: string, options: Options): Options[number] | undefined {
  const typed = written.trim();
  const folded = typed.toLowerCase();
  return (
    options.find(({ id }) => id === typed) ??
    options.find(({ id, text }) => id.toLowerCase() === folded || text.toLowerCase() === folded)
  );
}

/** Longest list of options. */
const longest = 2000;

/**
 * A list of ids or texts with commas, semicolons, arrows, lines or "and" between; "none" is the empty one. An option
 * whose own text has a comma or an "and" in it is found as a whole.
 */
export function readOptions(raw: string, options: Options, blank: string): Reading<readonly string[]> {
  const refuse = (message: string, at: readonly [number, number] = [0, raw.length]): Reading<readonly string[]> => ({
    outcome: "unreadable",
    message,
    at,
    suggestion: null,
  });
  if (raw.length > longest) return refuse("This is too long for a list of options.");
  if (raw.trim() === "") return refuse(blank);
  const isNone = /^\s*(?:none(?: of (?:them|these|the above))?|\{\s*\}|∅)\s*$/i.test(raw);
  if (isNone && !optionNamed(raw, options))
    return { outcome: "read", value: [], tex: "\\text{none}", text: "none", written: [] };
  const chosen: Options[number][] = [];
  const pieces = piecesOf(raw);
  const widest = Math.max(...options.map(({ text }) => piecesOf(text).length), 1);
  for (let i = 0; i < pieces.length; ) {
    const found = longestNamed(raw, pieces, i, widest, options);
    if (!found) return refuse("This is not one of the options.", pieces[i]);
    const { option, next } = found;
    if (chosen.includes(option)) return refuse("This option is named twice.", pieces[i]);
    chosen.push(option);
    i = next;
  }
  if (chosen.length === 0) return refuse(blank);
  return {
    outcome: "read",
    value: chosen.map(({ id }) => id),
    tex: chosen.map(({ text }) => optionTex(text)).join(",\\ "),
    text: chosen.map(({ text }) => text).join(", "),
    written: [],
  };
}

type Place = readonly [from: number, to: number];

/** What stands between separators, without what is only space. */
function piecesOf(text: string): readonly Place[] {
  const pieces: Place[] = [];
  let from = 0;
  for (const { 0: mark, index } of [...text.matchAll(/->|[,;>→\n]|\band\b/gi), { 0: "", index: text.length }]) {
    if (text.slice(from, index).trim() !== "") pieces.push([from, index]);
    from = index + mark.length;
  }
  return pieces;
}

/** The option named by the most pieces from the i-th on. */
function longestNamed(raw: string, pieces: readonly Place[], i: number, widest: number, options: Options) {
  for (let last = Math.min(i + widest, pieces.length) - 1; last >= i; last--) {
    const option = optionNamed(raw.slice(pieces[i]![0], pieces[last]![1]), options);
    if (option) return { option, next: last + 1 };
  }
  return undefined;
}
