/** Named near misses of numeric answers: what the submitted numbers are instead of the right ones. */

import { senseOf } from "#lib/exercise/arrangement.ts";
import { powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, isMatrix, type KindSpec, type NumericValue } from "#lib/exercise/kinds.ts";
import { normalisedBy } from "#lib/exercise/normal-form.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import { numbersAgree } from "./agreement.ts";
import type { NearMiss, Surroundings } from "./kinds/kind.ts";
import { nearMissSentences as sentences } from "./near-miss-sentences.ts";

/** A wrong answer t → m that is known by name. */
interface Slip extends NearMiss {
  of(t: number): number;
}

const halves: readonly Slip[] = [
  { id: "factor-2", of: (t) => 2 * t, says: sentences.twice },
  { id: "factor-2", of: (t) => t / 2, says: sentences.twice },
];

const always: readonly Slip[] = [
  { id: "sign", of: (t) => -t, says: sentences.sign },
  { id: "reciprocal", of: (t) => 1 / t, says: sentences.reciprocal },
  ...halves,
];

const asPercent: Slip = {
  id: "percent",
  of: (t) => 100 * t,
  says: sentences.percent,
};
const asNumber: Slip = {
  id: "percent",
  of: (t) => t / 100,
  says: "Percent is asked for: this is the number before it was turned into percent.",
};

const angles: readonly Slip[] = [
  { id: "degrees", of: (t) => (t * 180) / Math.PI, says: "This looks like degrees; angles here are in radians." },
  { id: "degrees", of: (t) => (t * Math.PI) / 180, says: "Degrees and radians seem mixed up." },
];

const says =
  "This looks like a logarithm with another base: check whether $\\ln$, $\\log_2$ or $\\log_{10}$ is asked for.";
const bases: readonly Slip[] = [Math.LN2, Math.LN10, Math.LN10 / Math.LN2].flatMap((factor): Slip[] => [
  { id: "log-base", of: (t) => t / factor, says },
  { id: "log-base", of: (t) => t * factor, says },
]);

const counts = (sizes: readonly number[]): Slip[] =>
  [...new Set(sizes)]
    .filter((n) => n > 2)
    .flatMap((n): Slip[] => {
      const says = sentences.count(n);
      return [
        { id: "factor-n", of: (t) => n * t, says },
        { id: "factor-n", of: (t) => t / n, says },
      ];
    });

const opposite: Slip = { id: "opposite", of: (t) => -t, says: "This points the opposite way." };
const turnedOver: Slip = {
  id: "sign",
  of: (t) => -t,
  says: "The differences between the entries have the right size, but the wrong sign.",
};

/** The first near miss that the submitted numbers are, entry by entry. Only where it could not be taken for right. */
export function numericNearMiss(
  spec: KindSpec,
  submitted: NumericValue,
  reference: NumericValue,
  { formula, sizes, written, window }: Surroundings,
): NearMiss | undefined {
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  if (s.length !== t.length) return undefined;
  const first = (slips: readonly Slip[], isIt: (slip: Slip) => boolean): NearMiss | undefined => {
    const found = slips.find(isIt);
    return found && { id: found.id, says: found.says };
  };
  const agrees = (slip: Slip) => agreesWith(spec, submitted, reference, window, slip);
  if (normalisedBy(spec) === "direction") return first([opposite], agrees);
  if (normalisedBy(spec) === "shift") return first([turnedOver, ...halves], agrees);
  const slips = [
    ...always,
    ...("unit" in spec && spec.unit === "percent" ? [asNumber] : [asPercent]),
    ...counts(sizes),
    ...(/\\(?:arc)?(?:sin|cos|tan)|\\theta|\\angle/.test(formula) ? angles : []),
    ...(/\\(?:ln|log)/.test(formula) ? bases : []),
  ];
  if (senseOf(spec) !== "in-place") return first(slips, agrees);
  const found = first(slips, (slip) => isSlip(spec, s, t, window, slip));
  if (found) return found;
  return someSigns(spec, s, t, window) ?? truncated(spec, s, t, written) ?? reordered(spec, s, t, window);
}

/** Whether every entry is slip(t), each with the radius it would have, and some entry could not be t itself. */
function isSlip(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
  { of }: Slip,
): boolean {
  const m = t.map(of);
  if (!m.every(Number.isFinite)) return false;
  const r = m.map((mk, k) => radius(spec, m, k, (window[k] ?? 0) * (t[k] ? Math.abs(mk / t[k]) : 1)) + guard(mk));
  const apart = m.some((mk, k) => Math.abs(mk - t[k]!) > r[k]! + radius(spec, t, k, window[k] ?? 0));
  return apart && m.every((mk, k) => Math.abs(s[k]! - mk) <= r[k]!);
}

/** The same where entries have no place of their own: slip(t) is taken for the reference. */
function agreesWith(
  spec: KindSpec,
  submitted: NumericValue,
  reference: NumericValue,
  window: readonly number[],
  { of }: Slip,
): boolean {
  const wrong = mapped(reference, of);
  const m = entriesOf(wrong);
  if (!m.every(Number.isFinite)) return false;
  const windows = entriesOf(reference).map((t, k) => (window[k] ?? 0) * (t ? Math.abs(m[k]! / t) : 1));
  const wide = windows.map((w, k) => w + radius(spec, m, k, 0));
  return numbersAgree(spec, submitted, wrong, windows) && !numbersAgree(spec, wrong, reference, wide);
}

const mapped = (value: NumericValue, of: (x: number) => number): NumericValue =>
  typeof value === "number" ? of(value) : isMatrix(value) ? value.map((row) => row.map(of)) : value.map(of);

function someSigns(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
): NearMiss | undefined {
  const alike = t.every(
    (tk, k) => Math.abs(Math.abs(s[k]!) - Math.abs(tk)) <= radius(spec, t, k, window[k] ?? 0) + guard(tk),
  );
  return alike && t.length > 1 ? { id: "sign", says: sentences.someSigns } : undefined;
}

/** Cut off after some digits where they had to be rounded. */
function truncated(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  written: Surroundings["written"],
): NearMiss | undefined {
  const cut = t.every((tk, k) => {
    const how = written[k];
    if (how === undefined || how === "formula" || how.digits === 0) return s[k] === tk;
    if (powerOfTen(how.place) < unitOf(spec, t, k) * 0.99) return false;
    const scaled = tk * powerOfTen(-how.place);
    return Math.abs(Math.trunc(scaled + Math.sign(tk) * 1e-9) - s[k]! * powerOfTen(-how.place)) < 1e-6;
  });
  if (!cut || unitOf(spec, t, 0) === 0) return undefined;
  return { id: "truncated", says: "Your digits are cut off; round the last one instead." };
}

/** The right entries in another order. */
function reordered(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
): NearMiss | undefined {
  if (t.length < 2) return undefined;
  const order = t.map((_, k) => k).sort((a, b) => t[a]! - t[b]!);
  const sorted = s.toSorted((a, b) => a - b);
  const alike = order.every(
    (k, i) => Math.abs(sorted[i]! - t[k]!) <= radius(spec, t, k, window[k] ?? 0) + guard(t[k]!),
  );
  return alike ? { id: "order", says: sentences.order } : undefined;
}

/** Near misses of matrices: the transpose first, then entry by entry. */
export function matrixNearMiss(
  submitted: Matrix,
  reference: Matrix,
  spec: KindSpec,
  around: Surroundings,
): NearMiss | undefined {
  const [m, n] = [reference.length, reference[0]?.length ?? 0];
  const turned = transposed(reference, n);
  const places = transposed(
    reference.map((row, i) => row.map((_, j) => i * n + j)),
    n,
  ).flat();
  const window = places.map((k) => around.window[k] ?? 0);
  const isTurned = m * n > 1 && numbersAgree(inPlace(spec), submitted, turned, window);
  if (isTurned && !numbersAgree(inPlace(spec), turned, reference, around.window)) return transpose;
  if (submitted.length !== m || submitted[0]?.length !== n) return undefined;
  return numericNearMiss(spec, submitted, reference, around);
}

const inPlace = (spec: KindSpec): KindSpec => ("equality" in spec ? { ...spec, equality: "entries" } : spec);

const transpose: NearMiss = {
  id: "transposed",
  says: sentences.transposed,
};

/** The transpose of a matrix with n columns. */
export const transposed = <T>(rows: readonly (readonly T[])[], n: number): T[][] =>
  Array.from({ length: n }, (_, j) => rows.flatMap((row) => row.slice(j, j + 1)));
