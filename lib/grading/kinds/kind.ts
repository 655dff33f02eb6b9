/** The half of an answer kind that reads, compares, prints and names near misses. `table.ts` has one for each kind. */
import type { KindName, SpecOf, ValueOf } from "#lib/exercise/kinds.ts";
import type { Reading, Written } from "../reading.ts";

/** What a near miss may rest on besides the two values. */
export interface Surroundings {
  /** The step's formula in TeX: angles and logarithms are only looked for where it has some. */
  formula: string;
  /** Numbers of entries that a sum or mean may have run over. */
  sizes: readonly number[];
  written: readonly Written[];
  window: readonly number[];
}

export interface NearMiss {
  id: string;
  /** Says what to look at, never a value. */
  says: string;
}

export interface Comparison {
  right: boolean;
  /** Equal, but not written in the form that is asked for: what to do about it, as in "multiply it out". */
  lacks?: string;
  /** Neither equal nor different for certain. */
  undecided?: boolean;
  /** What is wrong about its form, such as the number of entries; says what came in, not what is right. */
  says?: string;
}

export interface Kind<K extends KindName> {
  /** Reads raw text by the grammar of the kind. Pure, bounded, never throws. */
  read(raw: string, spec: SpecOf<K>): Reading<ValueOf<K>>;
  /** Text that reads back as the value, to the last bit. */
  print(value: ValueOf<K>, spec: SpecOf<K>): string;
  /** Whether a submitted value is right; `window` has a number for each entry of the reference. */
  compare(submitted: ValueOf<K>, reference: ValueOf<K>, spec: SpecOf<K>, window: readonly number[]): Comparison;
  /** The first named near miss that the submitted value is, if any. */
  nearMiss(submitted: ValueOf<K>, reference: ValueOf<K>, spec: SpecOf<K>, around: Surroundings): NearMiss | undefined;
}
