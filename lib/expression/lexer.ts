/** From raw text to tokens: numbers, known names and symbols, each with its place in the raw text. */
import { readCommand } from "./command.ts";
import { type Before, refuseCharacter, refuseName } from "./foreign.ts";
import { canonicalName, cut, isLetter, knownStart, longestName, type Named, named } from "./names.ts";
import { refuse } from "./problem.ts";
import type { Limits, Token } from "./token.ts";
import { type Char, charsOf, fractionOf, subscript, superscript } from "./typography.ts";

export interface TokenOptions {
  declared: ReadonlySet<string>;
  /** The declared names as a learner is to be told them; none where a number is asked for. */
  letters?: readonly string[];
  /** Whether a line break is a token, as between the rows of a matrix, or only space. */
  lines: boolean;
  limits: Limits;
  /** The part of the raw text that is read. */
  from?: number;
  to?: number;
}

const isDigit = (c: string): boolean => c.length === 1 && c >= "0" && c <= "9";
const relation = new Set("=≈≃~<>≤≥");
const symbols = new Set("+-*/^()[]{},;|%&_");

/** Reads all tokens of `raw`. Throws Unreadable. Linear in the length of the text. */
export function tokensOf(raw: string, options: TokenOptions): Token[] {
  if (raw.length > options.limits.length)
    refuse(`This is longer than ${options.limits.length} characters; simplify it first.`, [
      options.limits.length,
      raw.length,
    ]);
  return new Lexer(raw, options).run();
}

class Lexer {
  private readonly chars: Char[];
  private readonly tokens: Token[] = [];
  private i = 0;
  private spaced = false;

  constructor(
    private readonly raw: string,
    private readonly options: TokenOptions,
  ) {
    this.chars = charsOf(raw, options.from, options.to);
  }

  run(): Token[] {
    this.refuseEquation();
    while (this.i < this.chars.length) {
      const from = this.i;
      const { c } = this.chars[from]!;
      if (c === " ") this.space(1);
      else if (c === "\n") this.line();
      else if (isDigit(c) || (c === "." && isDigit(this.char(1)))) this.number();
      else if (isLetter(c)) this.letters();
      else if (c === "\\") this.command();
      else if (c === "*" && this.char(1) === "*") this.symbol("^", 2);
      else if (symbols.has(c)) this.symbol(c, 1);
      else if (superscript(c) !== undefined) this.superscripts();
      else if (subscript(c) !== undefined) this.subscripts();
      else this.sign(c);
      if (this.tokens.length > this.options.limits.tokens)
        refuse("This has too many parts; simplify it first.", this.place(from));
    }
    return this.tokens;
  }

  /** `x = 3`: the sign is looked for first, since the name before it need not be known. */
  private refuseEquation(): void {
    const from = this.chars.findLastIndex(({ c }) => relation.has(c));
    if (from < 0) return;
    const { c, end } = this.chars[from]!;
    const value = this.raw.slice(end, this.options.to).trim();
    refuse(`Type the value alone, without “${c}”.`, this.place(from, from + 1), value || null);
  }

  private char(ahead: number): string {
    return this.chars[this.i + ahead]?.c ?? "";
  }

  private place(from: number, to = this.i): readonly [number, number] {
    const start = this.chars[from]?.at ?? this.raw.length;
    return [start, this.chars[Math.max(from, to - 1)]?.end ?? this.raw.length];
  }

  private push(kind: Token["kind"], text: string, at: readonly [number, number], means?: Named): void {
    const { spaced } = this;
    this.tokens.push(means ? { kind, text, at, spaced, means } : { kind, text, at, spaced });
    this.spaced = false;
  }

  private space(width: number): void {
    this.i += width;
    this.spaced = true;
  }

  private line(): void {
    if (this.options.lines) this.push("symbol", "\n", this.place(this.i, this.i + 1));
    this.space(1);
  }

  private symbol(text: string, width: number): void {
    this.push("symbol", text, this.place(this.i, this.i + width));
    this.i += width;
  }

  private number(): void {
    const from = this.i;
    if (this.isAfterFrac() && isDigit(this.char(0))) {
      this.i++;
    } else {
      this.digits();
      if (this.char(0) === ".") {
        this.i++;
        this.digits();
      }
      const sign = this.char(1) === "+" || this.char(1) === "-" ? 1 : 0;
      if ((this.char(0) === "e" || this.char(0) === "E") && isDigit(this.char(1 + sign))) {
        this.i += 1 + sign;
        this.digits();
      }
      if (this.char(0) === "." && /^[\d.]$/.test(this.char(1))) this.refusePoints(from);
    }
    let text = "";
    for (let k = from; k < this.i; k++) text += this.chars[k]!.c;
    if (this.char(0) === "'" || this.char(0) === "_") this.refuseGroups(from);
    this.push("number", text, this.place(from));
  }

  private digits(): void {
    while (isDigit(this.char(0))) this.i++;
  }

  /** `\frac12` is one half: behind the command, a digit stands alone. */
  private isAfterFrac(): boolean {
    const [before, last] = [this.tokens.at(-2), this.tokens.at(-1)];
    return last?.text === "\\frac" || (before?.text === "\\frac" && last?.kind === "number");
  }

  private refusePoints(from: number): never {
    while (/^[\d.]$/.test(this.char(0))) this.i++;
    refuse("A number has one decimal point; this has more.", this.place(from));
  }

  private refuseGroups(from: number): never {
    while (/^[\d'_.]$/.test(this.char(0))) this.i++;
    const at = this.place(from);
    refuse("Write the digits of a number together.", at, this.raw.slice(...at).replace(/[^\d.]/g, ""));
  }

  private letters(): void {
    const from = this.i;
    while (isLetter(this.char(0))) this.i++;
    const run = this.chars.slice(from, this.i).map(({ c }) => c);
    this.names(run, from);
  }

  /** Names for a run of letters, the last one with its subscript where the two together are declared. */
  private names(run: readonly string[], from: number): void {
    const { declared } = this.options;
    const index = this.index();
    for (let start = index ? Math.max(0, run.length - longestName) : run.length; start < run.length; start++) {
      const last = canonicalName(`${run.slice(start).join("")}_${index?.text}`);
      const before = declared.has(last) ? cut(run.slice(0, start), declared) : undefined;
      if (!before) continue;
      this.pushNames(before, from);
      this.i += index?.width ?? 0;
      this.push("name", last, this.place(from + start), { is: "variable", name: last });
      return;
    }
    const words = cut(run, declared);
    if (words) this.pushNames(words, from);
    else if (run.length === 1 && /^x$/i.test(run[0]!) && this.tokens.at(-1)?.kind === "number") this.times(from);
    else this.refuseName(run.join(""), from);
  }

  private pushNames(words: readonly string[], from: number): void {
    let at = from;
    for (const word of words) {
      const end = at + [...word].length;
      this.push("name", word, this.place(at, end), named(word, this.options.declared)!);
      at = end;
    }
  }

  /** The text of a subscript that follows, `_1`, `_{12}`, `₁` or the digits themselves, and how wide it is. */
  private index(): { text: string; width: number } | undefined {
    const rest = this.chars.slice(this.i, this.i + 8).map(({ c }) => subscript(c) ?? c);
    const found = /^_?(?:\{(\w+)\}|(\d+|[a-z]))/.exec(rest.join(""));
    if (!found || (found[2] !== undefined && /^[a-z]/.test(found[0]))) return undefined;
    return { text: found[1] ?? found[2] ?? "", width: found[0].length };
  }

  /** `2x10^-3`: between two numbers, an x that is not declared is a times sign. */
  private times(from: number): void {
    if (this.tokens.at(-1)?.text === "0" && !this.spaced)
      refuse("Write the number with decimal digits.", [this.tokens.at(-1)!.at[0], this.place(from)[1]]);
    let ahead = 0;
    while (this.char(ahead) === " ") ahead++;
    if (!/^[\d.]$/.test(this.char(ahead))) this.refuseName("x", from);
    this.push("symbol", "*", this.place(from));
  }

  private before(at: readonly [number, number]): Before {
    // In an array, what stands before the name is the entry it is in, not the whole text.
    const opening = this.options.lines ? this.tokens.findLast(({ text }) => /^[[,;\n]$/.test(text)) : undefined;
    const text = this.raw.slice(opening?.at[1] ?? 0, at[0]).trim();
    return { last: this.tokens.at(-1), text: text || null, letters: this.options.letters ?? [] };
  }

  /** Of a run of letters, only those are named that have no meaning: `t` in `xt`, where x is declared. */
  private refuseName(word: string, from: number): never {
    const run = [...word];
    const known = this.options.letters?.length ? knownStart(run, this.options.declared) : 0;
    const at = this.place(from + known);
    refuseName(run.slice(known).join(""), at, this.before(at));
  }

  private command(): void {
    const from = this.i;
    const rest = this.chars.slice(from + 1, from + 40).map(({ c }) => c);
    const command = readCommand(rest.join(""));
    if (!command) {
      this.i += 1 + (/^[a-z]+/i.exec(rest.join(""))?.[0].length ?? 1);
      refuse("I do not know this TeX command.", this.place(from));
    }
    this.i += 1 + command.width;
    if (command.is === "space") this.spaced = true;
    if (command.is === "symbol") this.push("symbol", command.text, this.place(from));
    if (command.is === "structure") this.push("name", command.text, this.place(from));
    if (command.is !== "name") return;
    const index = this.index();
    const indexed = index && canonicalName(`${command.text}_${index.text}`);
    if (index && indexed !== undefined && this.options.declared.has(indexed)) {
      this.i += index.width;
      this.push("name", indexed, this.place(from), { is: "variable", name: indexed });
      return;
    }
    const means = named(command.text, this.options.declared);
    if (means) this.push("name", command.text, this.place(from), means);
    else this.refuseName(command.text, from);
  }

  /** Characters that are more than one token, or none. */
  private sign(c: string): void {
    const from = this.i;
    const fraction = fractionOf(c);
    this.i++;
    const at = this.place(from);
    if (fraction) this.fraction(fraction, at);
    else if (c === "√") this.push("name", c, at, { is: "function", name: "sqrt" });
    else if (c === "∛") this.push("name", c, at, { is: "function", name: "cbrt" });
    else refuseCharacter(c, at, this.before(at));
  }

  /** `½`; behind a number it would make a mixed one, except where a space begins the next entry. */
  private fraction([numerator, denominator]: readonly [string, string], at: readonly [number, number]): void {
    const last = this.tokens.at(-1);
    if (last?.kind === "number" && !(this.options.lines && this.spaced)) {
      const sum = `${last.text}+${numerator}/${denominator}`;
      refuse("A whole number beside a fraction can be misread; write the sum.", [last.at[0], at[1]], sum);
    }
    this.group([numerator, "/", denominator], at);
  }

  private superscripts(): void {
    const from = this.i;
    let text = "";
    for (let c = superscript(this.char(0)); c !== undefined; c = superscript(this.char(0))) {
      text += c;
      this.i++;
    }
    const at = this.place(from);
    this.push("symbol", "^", at);
    this.group(text.split(/(?<=[+-])|(?=[+-])/), at);
  }

  private subscripts(): void {
    const from = this.i;
    let text = "";
    for (let c = subscript(this.char(0)); c !== undefined; c = subscript(this.char(0))) {
      text += c;
      this.i++;
    }
    this.push("symbol", "_", this.place(from));
    this.push("number", text, this.place(from));
  }

  /** Tokens in parentheses that all stand at one place. */
  private group(texts: readonly string[], at: readonly [number, number]): void {
    for (const text of ["(", ...texts, ")"]) this.push(/^\d/.test(text) ? "number" : "symbol", text, at);
  }
}
