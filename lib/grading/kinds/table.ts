/** Every answer kind's second half. Pure and small: the browser uses it to show how an answer is being read. */
import type { KindName, KindSpec, Value } from "#lib/exercise/kinds.ts";
import type { Reading } from "../reading.ts";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { expression } from "./expression.ts";
import { fraction } from "./fraction.ts";
import { integer } from "./integer.ts";
import type { Comparison, Kind, NearMiss, Surroundings } from "./kind.ts";
import { matrix } from "./matrix.ts";
import { number } from "./number.ts";
import { order } from "./order.ts";
import { set } from "./set.ts";
import { shape } from "./shape.ts";
import { vector } from "./vector.ts";

/** One entry for each kind that is declared: a kind without its second half does not compile. */
const kinds: { readonly [K in KindName]: Kind<K> } = {
  number,
  integer,
  fraction,
  vector,
  matrix,
  set,
  shape,
  expression,
  choice,
  choices,
  order,
};

/**
 * A kind whose spec and values are not known to belong to it. The parameters of methods compare bivariantly, so that
 * every kind is one; `kindOf` is the only place that picks, and picks by the spec itself.
 */
interface SomeKind {
  read(raw: string, spec: KindSpec): Reading<Value>;
  print(value: Value, spec: KindSpec): string;
  compare(submitted: Value, reference: Value, spec: KindSpec, window: readonly number[]): Comparison;
  nearMiss(submitted: Value, reference: Value, spec: KindSpec, around: Surroundings): NearMiss | undefined;
}

export const kindOf = (spec: KindSpec): SomeKind => kinds[spec.kind];

/** Reads raw text as an answer of the kind that `spec` declares. Pure, bounded, never throws. */
export const read = (raw: string, spec: KindSpec): Reading<Value> => kindOf(spec).read(raw, spec);
