/** The pieces of a formula, each with its place in the raw text, and how many there may be. */
import type { Named } from "./names.ts";

export interface Token {
  /** A number's literal text, a symbol, or a name as it was written. */
  text: string;
  kind: "number" | "name" | "symbol";
  /** What a name stands for. */
  means?: Named;
  at: readonly [number, number];
  /** Whether white space stands before it. */
  spaced: boolean;
}

export interface Limits {
  /** Most characters of raw text. */
  length: number;
  tokens: number;
}

export const limits: Limits = { length: 500, tokens: 400 };
