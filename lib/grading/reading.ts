/** What reading a raw answer gives: a value, a reason why not, or two values to choose from. */
import type { Problem } from "#lib/expression/problem.ts";

/** How precisely an entry was written: significant digits and the exponent of the last digit's place, or a formula. */
export type Written = { digits: number; place: number } | "formula";

export interface Read<V> {
  outcome: "read";
  value: V;
  /** How it was understood, as TeX: `\frac{1}{3}`. */
  tex: string;
  /** The value as text: `0.333333`. */
  text: string;
  /** One for each entry of the value; none where the value is no number. */
  written: readonly Written[];
}

export type NotRead =
  | ({ outcome: "unreadable" } & Problem)
  | {
      outcome: "ambiguous";
      message: string;
      at: readonly [number, number];
      /** What to type instead, and how that looks. */
      readings: readonly { typed: string; tex: string }[];
    };

export type Reading<V> = Read<V> | NotRead;
