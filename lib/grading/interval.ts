/** The accepted interval in words and the margin to its edge, for the receipt. */
import { exponentOf, powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
import { sameAxes } from "./entries.ts";

/** "from 0.9444 to 0.9453", one for each entry, ends rounded inwards; null where only the value itself is accepted. */
export function intervalInWords(spec: KindSpec, reference: Value, window: readonly number[]): string | null {
  if (typeof reference === "string") return null;
  const t = entriesOf(reference);
  const ranges = t.map((tk, k) => range(tk, radius(spec, t, k, window[k] ?? 0), unitOf(spec, t, k)));
  return ranges.some((text) => text === null) ? null : ranges.join("; ");
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

/** The part of the tolerance that is left at the entry with the least: 1 at the reference, 0 at the edge. */
export function marginOf(spec: KindSpec, submitted: Value, reference: Value, window: readonly number[]): number | null {
  if (typeof submitted === "string" || typeof reference === "string" || !sameAxes(submitted, reference)) return null;
  const t = entriesOf(reference);
  const margins = entriesOf(submitted).map((s, k) => {
    const r = radius(spec, t, k, window[k] ?? 0);
    const off = Math.abs(s - t[k]!);
    return off <= guard(t[k]!) ? 1 : r === 0 ? Number.NEGATIVE_INFINITY : 1 - off / r;
  });
  const least = Math.min(...margins);
  return Number.isFinite(least) ? Math.max(-1e6, Math.round(least * 1e4) / 1e4) : null;
}
