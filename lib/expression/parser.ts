/**
 * From tokens to a tree, by precedence: sums, products (written or not), signs, powers to the right. Where people
 * mean two things by one spelling, the parser takes the reading it was told to and reports that there is another.
 */
import { binary, call, type Expr, literal, negate } from "./expr.ts";
import { arityOf, functionEntry, shorthands } from "./functions.ts";
import { refuse } from "./problem.ts";
import { refuseArguments, refuseNumber, refuseOpen, refuseRest, refuseSymbol, type Spot } from "./refusals.ts";
import type { Token } from "./token.ts";

/** Deepest nesting of parentheses, powers and signs. */
const deepest = 32;

export interface ParserOptions {
  raw: string;
  /** Where the text ends, for what is missing there. */
  end: number;
  /** Which of two readings: `1/2x` as (1/2)x, or as 1/(2x). */
  grouped: boolean;
}

/** A function and its arguments, or the formula that the function stands for. */
function applied(name: string, args: readonly Expr[]): Expr {
  const [first] = args;
  return first ? (shorthands.get(name)?.(first) ?? call(name, ...args)) : call(name);
}

export class Parser {
  /** The first spelling that has two readings. */
  twofold: readonly [number, number] | undefined;
  private i = 0;
  private depth = 0;
  private bars = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly options: ParserOptions,
  ) {}

  /** The whole of the tokens as one expression. */
  all(): Expr {
    const expr = this.sum();
    if (this.peek()) refuseRest(this.spot());
    return expr;
  }

  private spot(): Spot {
    return { tokens: this.tokens, i: this.i, raw: this.options.raw, end: this.options.end };
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.i + ahead];
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === "symbol" && token.text === text;
  }

  private accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.i++;
    return true;
  }

  private here(): readonly [number, number] {
    return this.peek()?.at ?? [this.options.end, this.options.end];
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > deepest) refuse(`This is nested deeper than ${deepest} levels; simplify it first.`, this.here());
    const result = read();
    this.depth--;
    return result;
  }

  private ask(from: number): boolean {
    this.twofold ??= [this.tokens[from]?.at[0] ?? 0, this.peek()?.at[1] ?? this.options.end];
    return this.options.grouped;
  }

  private sum(): Expr {
    let left = this.product();
    for (;;) {
      if (this.accept("+")) left = binary("+", left, this.product());
      else if (this.accept("-")) left = binary("-", left, this.product());
      else return left;
    }
  }

  private product(): Expr {
    let left = this.signed();
    for (;;) {
      if (this.accept("*")) left = binary("*", left, this.signed());
      else if (this.is("/")) left = binary("/", left, this.divisor());
      else if (this.startsFactor()) left = binary("*", left, this.power());
      else return left;
    }
  }

  /** `1/2x` is (1/2)x to some and 1/(2x) to others. */
  private divisor(): Expr {
    const from = this.i - 1;
    this.i++;
    let right = this.signed();
    while (this.startsFactor() && this.ask(from)) right = binary("*", right, this.power());
    return right;
  }

  private signed(): Expr {
    if (this.accept("-")) return negate(this.deeper(() => this.signed()));
    if (this.accept("+")) return this.deeper(() => this.signed());
    return this.power();
  }

  private power(): Expr {
    const from = this.i;
    const base = this.primary();
    if (!this.accept("^")) return base;
    return binary("^", base, this.exponent(base, from));
  }

  /** `e^2x` and `x^1/2`: how far a bare exponent reaches. */
  private exponent(base: Expr, from: number): Expr {
    const isBare = !this.is("(") && !this.is("{");
    let exponent = this.deeper(() => this.signedPower());
    if (!isBare) return exponent;
    const isWhole = exponent.type === "number" && Number.isInteger(exponent.value);
    const isMonomial = base.type === "variable" && isWhole;
    while (!isMonomial && this.startsFactor() && this.ask(from)) exponent = binary("*", exponent, this.power());
    const size = exponent.type === "negate" ? exponent.of : exponent;
    const isOne = size.type === "number" && size.value === 1;
    if (isOne && this.is("/") && this.isWholeNumber(1) && this.ask(from)) {
      this.i++;
      exponent = binary("/", exponent, this.primary());
    }
    return exponent;
  }

  private signedPower(): Expr {
    if (this.accept("-")) return negate(this.deeper(() => this.signedPower()));
    if (this.accept("+")) return this.deeper(() => this.signedPower());
    return this.power();
  }

  private isWholeNumber(ahead: number): boolean {
    const token = this.peek(ahead);
    return token?.kind === "number" && /^\d+$/.test(token.text);
  }

  /** Whether an unwritten times sign stands here. */
  private startsFactor(): boolean {
    const token = this.peek();
    if (!token) return false;
    if (token.kind === "number") return refuseNumber(this.spot());
    return token.kind === "name" || this.is("(") || this.is("{") || (this.is("|") && this.bars === 0);
  }

  private primary(): Expr {
    const token = this.peek();
    if (!token) refuse("Something is missing at the end.", this.here());
    const from = this.i++;
    if (token.kind === "number") return literal(token.text);
    if (token.text === "\\frac") return binary("/", this.argument(), this.argument());
    if (token.text === "\\sqrt") return this.radical();
    if (token.means?.is === "constant") return { type: "constant", name: token.means.name };
    if (token.means?.is === "variable") return { type: "variable", name: token.means.name };
    if (token.means?.is === "function") return this.application(token.means.name, from);
    if (token.text === "(" || token.text === "{") return this.enclosed(token);
    if (token.text === "|") return this.absolute(token);
    this.i = from;
    refuseSymbol(this.spot());
  }

  private enclosed(open: Token): Expr {
    const close = open.text === "(" ? ")" : "}";
    if (this.is(close)) refuse("There is nothing between these parentheses.", [open.at[0], this.here()[1]]);
    const bars = this.bars;
    this.bars = 0;
    const inner = this.deeper(() => this.sum());
    this.bars = bars;
    if (!this.accept(close)) refuseOpen(this.spot(), open, close);
    return inner;
  }

  private absolute(open: Token): Expr {
    this.bars++;
    const inner = this.deeper(() => this.sum());
    this.bars--;
    if (!this.accept("|")) refuseOpen(this.spot(), open, "|");
    return call("abs", inner);
  }

  /** What stands behind a TeX command: a group, or one digit or name. */
  private argument(): Expr {
    const token = this.peek();
    if (!token || token.kind === "symbol") {
      if (token?.text !== "{") refuse("A TeX fraction needs two groups: \\frac{1}{2}.", this.here());
      this.i++;
      return this.enclosed(token);
    }
    return this.deeper(() => this.primary());
  }

  private radical(): Expr {
    if (!this.accept("[")) return call("sqrt", this.argument());
    const index = this.deeper(() => this.sum());
    if (!this.accept("]")) refuse("The index of this root is not closed.", this.here());
    return call("root", this.argument(), index);
  }

  /** A function and what it applies to: `ln(2)`, `log_2 8`, `sin^2 x`. */
  private application(name: string, from: number): Expr {
    const base = name === "log" ? this.base() : [];
    const power = this.accept("^") ? this.deeper(() => this.bareExponent()) : undefined;
    const args = [...this.arguments(name, from, base.length), ...base];
    if (!power) return applied(name, args);
    const isInverse = power.type === "negate" && power.of.type === "number" && power.of.value === 1;
    if (isInverse && /^(?:sin|cos|tan|sec|csc|cot)h?$|^coth$/.test(name) && !this.ask(from))
      return applied(`a${name}`, args);
    return binary("^", applied(name, args), power);
  }

  private bareExponent(): Expr {
    return this.accept("-") ? negate(this.primary()) : this.primary();
  }

  /** The base of a logarithm: `log_2`, `log_{10}`, `log2`, `log10`. */
  private base(): Expr[] {
    if (this.accept("_")) return [this.deeper(() => this.primary())];
    const next = this.peek();
    if (next?.kind !== "number" || next.spaced) return [];
    if (!this.peek(1) || !/^\d+$/.test(next.text))
      refuse(`Write a logarithm with parentheses.`, next.at, `log(${next.text})`);
    this.i++;
    return [literal(next.text)];
  }

  private arguments(name: string, from: number, bases: number): Expr[] {
    const open = this.peek();
    if (this.is("(") && open) {
      this.i++;
      const args = this.list(open);
      const [fewest, most] = arityOf(name);
      const wanted = name === "log" ? 1 : most;
      if (args.length + bases < fewest || args.length > wanted)
        refuseArguments(this.spot(), name, open, fewest, args.length);
      return args;
    }
    if (this.is("{") && open) {
      this.i++;
      return [this.enclosed(open)];
    }
    if (arityOf(name)[0] > 1) refuse(`“${name}” needs its values in parentheses.`, this.here());
    return [this.loose(name, from)];
  }

  /** An argument without parentheses: `ln 2x` is ln(2)·x to some and ln(2x) to others; so is `ln 1/2`. */
  private loose(name: string, from: number): Expr {
    if (!this.peek()) refuse(`“${name}” of what? Write ${name}(…).`, this.here());
    let arg = this.deeper(() => this.signedPower());
    while (this.startsFactor() && this.peek()?.means?.is !== "function" && this.ask(from))
      arg = binary("*", arg, this.power());
    const isRoot = !shorthands.has(name) && functionEntry(name).family === "roots";
    const isPlain = arg.type === "number" || arg.type === "constant";
    if (!isRoot && isPlain && this.is("/") && this.peek(1)?.kind === "number" && this.ask(from)) {
      this.i++;
      arg = binary("/", arg, this.primary());
    }
    return arg;
  }

  private list(open: Token): Expr[] {
    if (this.is(")")) refuse("There is nothing between these parentheses.", [open.at[0], this.here()[1]]);
    const args = [this.deeper(() => this.sum())];
    while (this.accept(",")) args.push(this.deeper(() => this.sum()));
    if (!this.accept(")")) refuseOpen(this.spot(), open, ")");
    return args;
  }
}
