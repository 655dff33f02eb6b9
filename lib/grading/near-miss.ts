/** Named near misses of numeric answers: what the submitted numbers are instead of the right ones. */

import { powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, type KindSpec } from "#lib/exercise/kinds.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import type { NearMiss, Surroundings } from "./kinds/kind.ts";

/** A wrong answer t → m that is known by name. */
interface Slip extends NearMiss {
  of(t: number): number;
}

const twice = "A factor of 2 is missing, or there is one too many.";

const always: readonly Slip[] = [
  { id: "sign", of: (t) => -t, says: "The size is right, the sign is not." },
  {
    id: "reciprocal",
    of: (t) => 1 / t,
    says: "This is one divided by the right value: look at what is divided by what.",
  },
  { id: "factor-2", of: (t) => 2 * t, says: twice },
  { id: "factor-2", of: (t) => t / 2, says: twice },
];

const asPercent: Slip = {
  id: "percent",
  of: (t) => 100 * t,
  says: "This would be right in percent: write the percent sign, or the number itself.",
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
      const says = `A factor of ${n} is missing, or there is one too many: is a sum asked for, or a mean?`;
      return [
        { id: "factor-n", of: (t) => n * t, says },
        { id: "factor-n", of: (t) => t / n, says },
      ];
    });

/** The first near miss that the submitted numbers are, entry by entry. Only where it could not be taken for right. */
export function numericNearMiss(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  { formula, sizes, written, window }: Surroundings,
): NearMiss | undefined {
  if (s.length !== t.length) return undefined;
  const slips = [
    ...always,
    ...("unit" in spec && spec.unit === "percent" ? [asNumber] : [asPercent]),
    ...counts(sizes),
    ...(/\\(?:arc)?(?:sin|cos|tan)|\\theta|\\angle/.test(formula) ? angles : []),
    ...(/\\(?:ln|log)/.test(formula) ? bases : []),
  ];
  const found = slips.find((slip) => isSlip(spec, s, t, window, slip));
  if (found) return { id: found.id, says: found.says };
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

function someSigns(
  spec: KindSpec,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
): NearMiss | undefined {
  const alike = t.every(
    (tk, k) => Math.abs(Math.abs(s[k]!) - Math.abs(tk)) <= radius(spec, t, k, window[k] ?? 0) + guard(tk),
  );
  return alike && t.length > 1 ? { id: "sign", says: "The sizes are right, some signs are not." } : undefined;
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
  return alike ? { id: "order", says: "These are the right entries, in another order." } : undefined;
}

/** Near misses of matrices: the transpose first, then entry by entry. */
export function matrixNearMiss(
  submitted: Matrix,
  reference: Matrix,
  spec: KindSpec,
  around: Surroundings,
): NearMiss | undefined {
  const [m, n] = [reference.length, reference[0]?.length ?? 0];
  const t = entriesOf(reference);
  const turnedWindow = Array.from({ length: m * n }, (_, k) => around.window[(k % m) * n + Math.floor(k / m)] ?? 0);
  const turned = Array.from({ length: m * n }, (_, k) => t[(k % m) * n + Math.floor(k / m)] ?? 0);
  const s = entriesOf(submitted);
  const isTurned = submitted.length === n && submitted[0]?.length === m;
  const alike = s.every((x, k) => Math.abs(x - turned[k]!) <= radius(spec, turned, k, turnedWindow[k]!) + guard(x));
  if (isTurned && alike && m * n > 1)
    return { id: "transposed", says: "This is the transpose: rows and columns are swapped." };
  if (submitted.length !== m || submitted[0]?.length !== n) return undefined;
  return numericNearMiss(spec, s, t, around);
}
