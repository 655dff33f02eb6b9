/** The variables that a text seems to use, where nobody declared them: single letters and Greek names, with subscripts. */
import { readCommand } from "#lib/expression/command.ts";
import { functionNamed } from "#lib/expression/functions.ts";
import { canonicalName, cut, greekNames, isLetter } from "#lib/expression/names.ts";
import { charsOf, subscript } from "#lib/expression/typography.ts";

/** Every name that may be a variable. The constants e and π are none, unless they carry a subscript. */
const letters = [..."abcdfghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ"];
const possible: ReadonlySet<string> = new Set([...letters, ...greekNames].filter((name) => name !== "pi"));

/** More text than this is longer than any answer. */
const longest = 8000;

/**
 * Names in the order of their first use, each in its canonical spelling. A run of letters is cut into as few known
 * names as can be: `sinx` has x, `xe` has x, `lambda` is one. σ is the sigmoid where a parenthesis follows every time.
 */
export function occurringNames(text: string): string[] {
  return [...new Set(runsOf(text).flat())];
}

/** The same, run by run of letters. */
export function runsOf(text: string): string[][] {
  const written = charsOf(text.slice(0, longest))
    .map(({ c }) => c)
    .join("");
  const runs: string[][] = [];
  let sigmas: "none" | "functions" | "letters" = "none";
  for (let i = 0; i < written.length; ) {
    const rest = written.slice(i, i + 80);
    const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(rest);
    const word = number ? undefined : wordAt(rest);
    if (!word) {
      i += number?.[0].length ?? 1;
      continue;
    }
    if (isTimes(word.letters, written.slice(0, i), rest.slice(word.width))) {
      i += word.width;
      continue;
    }
    const index = indexAt(rest.slice(word.width));
    const found = namesOf(word.letters, index);
    const after = rest.slice(word.width + (found.indexed ? (index?.width ?? 0) : 0));
    if (found.names.length > 0) runs.push(found.names);
    if (found.names.at(-1) === "sigma" && /^\s*(?:\\left\s*)?\(/.test(after))
      sigmas = sigmas === "none" ? "functions" : sigmas;
    else if (found.names.includes("sigma")) sigmas = "letters";
    i += rest.length - after.length;
  }
  return sigmas === "functions" ? runs.map((names) => names.filter((name) => name !== "sigma")) : runs;
}

/** The letters at the start of `rest`, or the name or nothing that a TeX command stands for. */
function wordAt(rest: string): { letters: string; width: number } | undefined {
  if (rest.startsWith("\\")) {
    const command = readCommand(rest.slice(1));
    if (command) return { letters: command.is === "name" ? command.text : "", width: command.width + 1 };
    return { letters: "", width: /^\\[A-Za-z]*/.exec(rest)?.[0].length ?? 1 };
  }
  let width = 0;
  while (width < rest.length && isLetter(rest[width]!)) width++;
  return width > 0 ? { letters: rest.slice(0, width), width } : undefined;
}

/** `_1`, `_{12}`, `_i`, `₁`, or digits: the subscript that follows a name. */
function indexAt(rest: string): { text: string; width: number; isMarked: boolean } | undefined {
  const plain = [...rest.slice(0, 10)].map((c) => subscript(c) ?? c).join("");
  const found = /^(?:_\s?\{\s?(\w+)\s?\}|_(\d+|[A-Za-z])|(\d+))/.exec(plain);
  const text = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || text === undefined) return undefined;
  return { text, width: found[0].length, isMarked: /^[_₀-₉]/.test(rest) };
}

/** The variables in a run of letters; the last one takes the index, where it can have one. */
function namesOf(run: string, index: ReturnType<typeof indexAt>): { names: string[]; indexed: boolean } {
  const words = cut([...run], possible) ?? [];
  const last = words.at(-1);
  const isConstant = last !== undefined && /^(?:e|pi|π)$/i.test(last);
  const isFunction = last !== undefined && functionNamed(last) !== undefined && canonicalName(last) !== "sigma";
  const indexed = index !== undefined && last !== undefined && !isFunction && (!isConstant || index.isMarked);
  const plain = indexed ? words.slice(0, -1) : words;
  const names = plain.map(canonicalName).filter((name) => possible.has(name));
  return { names: indexed ? [...names, canonicalName(`${last}_${index.text}`)] : names, indexed };
}

/** `2x10^-3` and `2 x 3`; but `3x1 + 2x2` has the names x₁ and x₂. */
const isTimes = (run: string, before: string, after: string): boolean =>
  /^x$/i.test(run) && /[\d.]\s*$/.test(before) && /^(?:\s*10\s*(?:\^|\*\*|[⁰-⁹⁻])|\s+[\d.]|\.\d)/.test(after);
