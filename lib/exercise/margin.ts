/** How far a malrule's answer is from the right one, counted in the distance that it must keep. */
import { arrangement, senseOf, widthOf } from "./arrangement.ts";
import { entriesOf, haveSameAxes, isNumeric, type KindSpec, ruleOf, type Value } from "./kinds.ts";
import { normalForm, normalisedBy, radiiOf, scaleOf } from "./normal-form.ts";
import { guard, radius, unitOf } from "./rule.ts";
import type { Consequence } from "./run.ts";

/**
 * The margin of separation: $|m - t| / (r(t) + r(m) + 1\text{ unit})$ in the entry where it is largest, in the arrangement
 * that fits m best to t. Above 1 the two are told apart. Without bound where nothing is compared within a tolerance, or the axes differ.
 */
export function marginOf(spec: KindSpec, value: Value, window: readonly number[], malrule: Consequence): number {
  if (!isNumeric(value) || !isNumeric(malrule.value) || "exact" in ruleOf(spec)) return Number.POSITIVE_INFINITY;
  const sense = senseOf(spec);
  if (sense !== "set" && !haveSameAxes(value, malrule.value)) return Number.POSITIVE_INFINITY;
  const [ts, ms] = [entriesOf(value), entriesOf(malrule.value)];
  const normalised = normalisedBy(spec);
  const share = normalised
    ? formShare(spec, normalForm(normalised, ts, window), normalForm(normalised, ms, malrule.window))
    : (i: number, k: number) => {
        const [t, m] = [ts[k] ?? 0, ms[i] ?? 0];
        const keep =
          radius(spec, ts, k, window[k] ?? 0) +
          radius(spec, ms, i, malrule.window[i] ?? 0) +
          unitOf(spec, ts, k) +
          guard(t);
        return m === t ? 0 : Math.abs(m - t) / keep;
      };
  if (!share) return Number.POSITIVE_INFINITY;
  const counts = { submitted: ms.length, reference: ts.length, width: widthOf(spec, value) };
  const shares = ts.flatMap((_, k) => ms.map((__, i) => share(i, k))).sort((a, b) => a - b);
  const fits = (most: number) => arrangement(sense, counts, (i, k) => share(i, k) <= most) !== undefined;
  return shares.find(fits) ?? Number.POSITIVE_INFINITY;
}

type Form = ReturnType<typeof normalForm>;

function formShare(spec: KindSpec, t: Form, m: Form): ((i: number, k: number) => number) | undefined {
  if (!t || !m) return undefined;
  const [own, other] = [radiiOf(spec, t), radiiOf(spec, m)];
  const unit = unitOf(spec, [scaleOf(t)], 0);
  return (i, k) => {
    const distance = Math.abs((t.entries[k] ?? 0) - (m.entries[i] ?? 0));
    return distance / ((own[k] ?? 0) + (other[i] ?? 0) + unit + t.noise + m.noise);
  };
}
