/** Formulas of + − × ÷ and whole powers in exact arithmetic, at points whose coordinates are whole numbers. */
import type { Expr } from "./expr.ts";

/** A quotient of whole numbers, not in lowest terms. */
export interface Quotient {
  num: bigint;
  den: bigint;
}

/** A quotient, and at most how many bits both numbers have, since counting them takes longer than most operations. */
interface Sized extends Quotient {
  bits: number;
}

/** Thrown where a formula is not of this kind, or its value has too many digits; made once, since making one takes long. */
class Beyond extends Error {}
const beyond = new Beyond();

/** Most bits of one number, and of all that come up on the way: what bounds the time. */
const mostBits = 1 << 13;
const mostBitsInAll = 2 * mostBits;
const longestExponent = 1000;

/**
 * The value of `expr` where `numberOf` gives those of its variables and constants; "undefined" where it divides by
 * zero; null where it is not of this kind, or too large.
 */
export function exactValue(expr: Expr, numberOf: (name: string) => bigint | undefined): Quotient | "undefined" | null {
  try {
    return new Arithmetic(numberOf).value(expr) ?? "undefined";
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

class Arithmetic {
  private bits = 0;

  constructor(private readonly numberOf: (name: string) => bigint | undefined) {}

  value(expr: Expr): Sized | undefined {
    switch (expr.type) {
      case "number":
        return this.spent(decimal(expr.text));
      case "constant":
      case "variable": {
        const num = this.numberOf(expr.name);
        if (num === undefined) throw beyond;
        return { num, den: 1n, bits: 64 };
      }
      case "negate": {
        const of = this.value(expr.of);
        return of && { num: -of.num, den: of.den, bits: of.bits };
      }
      case "percent": {
        const of = this.value(expr.of);
        return of && { num: of.num, den: of.den * 100n, bits: of.bits + 7 };
      }
      case "call":
        throw beyond;
      case "binary": {
        const left = this.value(expr.left);
        if (expr.op === "^") return this.power(left, this.wholeExponent(expr.right));
        const right = this.value(expr.right);
        return left && right && this.combined(expr.op, left, right);
      }
    }
  }

  private spend(bits: number): number {
    this.bits += bits;
    if (bits > mostBits || this.bits > mostBitsInAll) throw beyond;
    return bits;
  }

  private spent(value: Sized): Sized {
    this.spend(value.bits);
    return value;
  }

  private combined(op: "+" | "-" | "*" | "/", a: Sized, b: Sized): Sized | undefined {
    const bits = this.spend(a.bits + b.bits + 1);
    switch (op) {
      case "+":
        return { num: a.num * b.den + b.num * a.den, den: a.den * b.den, bits };
      case "-":
        return { num: a.num * b.den - b.num * a.den, den: a.den * b.den, bits };
      case "*":
        return { num: a.num * b.num, den: a.den * b.den, bits };
      case "/":
        return b.num === 0n ? undefined : { num: a.num * b.den, den: a.den * b.num, bits };
    }
  }

  /** The exponent as a whole number, where it is a constant that is one: `2`, `-1`, `6/2`. */
  private wholeExponent(expr: Expr): number {
    if (expr.type === "number" && Number.isInteger(expr.value) && expr.value <= longestExponent) return expr.value;
    const value = new Arithmetic(() => undefined).value(expr);
    if (!value || value.num % value.den !== 0n) throw beyond;
    const n = value.num / value.den;
    if (n > longestExponent || n < -longestExponent) throw beyond;
    return Number(n);
  }

  private power(base: Sized | undefined, n: number): Sized | undefined {
    if (!base) return undefined;
    const k = Math.abs(n);
    const bits = this.spend(base.bits * k + 1);
    if (n <= 0 && base.num === 0n) return undefined;
    const [num, den] = [base.num ** BigInt(k), base.den ** BigInt(k)];
    return n < 0 ? { num: den, den: num, bits } : { num, den, bits };
  }
}

/** `12.50e-3` as 1250/100000. */
function decimal(text: string): Sized {
  if (/^\d{1,9}$/.test(text)) return { num: BigInt(text), den: 1n, bits: 31 };
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const shift = Number.parseInt(exponent, 10) - fraction.length;
  if (Math.abs(shift) > longestExponent) throw beyond;
  const num = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  const bits = Math.ceil(3.33 * (whole.length + fraction.length + Math.abs(shift) + 1));
  return shift < 0 ? { num, den: scale, bits } : { num: num * scale, den: 1n, bits };
}

/** Whether two quotients are the same number. */
export const sameQuotient = (a: Quotient, b: Quotient): boolean => a.num * b.den === b.num * a.den;
