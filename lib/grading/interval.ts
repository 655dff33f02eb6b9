/** The accepted interval in words and the margin to its edge, for the receipt. */

import { arrangement, senseOf, widthOf } from "#lib/exercise/arrangement.ts";
import { exponentOf, powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, isNumeric, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { type Normalised, normalForm, normalisedBy, radiiOf } from "#lib/exercise/normal-form.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
import { entryIsRight, sameAxes } from "./entries.ts";

/**
 * "from 0.9444 to 0.9453", one for each entry, ends rounded inwards; null where only the value itself is accepted, and
 * where entries have no interval of their own, as those of a direction.
 */
export function intervalInWords(spec: KindSpec, reference: Value, window: readonly number[]): string | null {
  if (!isNumeric(reference) || normalisedBy(spec)) return null;
  const t = entriesOf(reference);
  const ranges = t.map((tk, k) => range(tk, radius(spec, t, k, window[k] ?? 0), unitOf(spec, t, k)));
  return ranges.length === 0 || ranges.some((text) => text === null) ? null : ranges.join("; ");
}

function range(t: number, r: number, unit: number): string | null {
  if (r === 0 || !Number.isFinite(r)) return null;
  const step = powerOfTen(exponentOf(unit > 0 ? Math.min(unit, r * 2) : r) - 1);
  return `from ${inwards(t - r, step, Math.ceil, -1)} to ${inwards(t + r, step, Math.floor, 1)}`;
}

/** x to a whole number of steps, so that the printed end is itself accepted. */
function inwards(x: number, step: number, round: (x: number) => number, towards: 1 | -1): string {
  const steps = round(x / step + towards * 1e-9 * Math.max(1, Math.abs(x / step) * 1e-6));
  const places = -exponentOf(step);
  const value = steps * step;
  const isHuge = Math.abs(exponentOf(value || 1)) > 12;
  const text = isHuge
    ? value.toExponential(Math.max(0, exponentOf(value) + places))
    : value.toFixed(Math.max(0, Math.min(places, 100)));
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}

/**
 * The part of the tolerance that is left at the entry with the least: 1 at the reference, 0 at the edge; null where
 * entries cannot be told apart, as in a set that is not right.
 */
export function marginOf(spec: KindSpec, submitted: Value, reference: Value, window: readonly number[]): number | null {
  if (!isNumeric(submitted) || !isNumeric(reference)) return null;
  const sense = senseOf(spec);
  if (sense !== "set" && !sameAxes(submitted, reference)) return null;
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  const normalised = normalisedBy(spec);
  if (normalised) return normalMargin(spec, normalised, s, t, window);
  const counts = { submitted: s.length, reference: t.length, width: widthOf(spec, reference) };
  const places =
    sense === "in-place"
      ? t.map((_, k) => k)
      : arrangement(sense, counts, (i, k) => entryIsRight(spec, s[i]!, t, k, window));
  if (!places) return null;
  return least(places.map((i, k) => left(s[i]! - t[k]!, radius(spec, t, k, window[k] ?? 0), guard(t[k]!))));
}

function normalMargin(
  spec: KindSpec,
  sense: Normalised,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
): number | null {
  const [own, wanted] = [normalForm(sense, s, []), normalForm(sense, t, window)];
  if (!own || !wanted) return null;
  const noise = own.noise + wanted.noise;
  return least(radiiOf(spec, wanted).map((r, k) => left(own.entries[k]! - wanted.entries[k]!, r, noise)));
}

const left = (off: number, r: number, noise: number): number =>
  Math.abs(off) <= noise ? 1 : r === 0 ? Number.NEGATIVE_INFINITY : 1 - Math.abs(off) / r;

function least(margins: readonly number[]): number | null {
  const smallest = Math.min(...margins);
  return Number.isFinite(smallest) ? Math.max(-1e6, Math.round(smallest * 1e4) / 1e4) : null;
}
