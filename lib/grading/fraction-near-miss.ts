/** Named near misses of fractions, exactly. */
import { type Rational, sameRational } from "#lib/expression/rational.ts";
import type { NearMiss } from "./kinds/kind.ts";
import { nearMissSentences } from "./near-miss-sentences.ts";

/** A wrong answer t → m that is known by name; undefined where it says nothing about t. */
type Slip = NearMiss & { of(t: Rational): Rational | undefined };

const says = nearMissSentences;
const times = (t: Rational, n: number): Rational => ({ num: t.num * BigInt(n), den: t.den });
const over = (t: Rational, n: number): Rational => ({ num: t.num, den: t.den * BigInt(n) });
const isTrivial = ({ num, den }: Rational): boolean => num === 0n || num === den;

const slips = (sizes: readonly number[]): readonly Slip[] => [
  { id: "sign", says: says.sign, of: ({ num, den }) => ({ num: -num, den }) },
  { id: "reciprocal", says: says.reciprocal, of: ({ num, den }) => (num === 0n ? undefined : { num: den, den: num }) },
  {
    id: "complement",
    says: "This is one minus the right value: look at which of the two is asked for.",
    of: (t) => (isTrivial(t) ? undefined : { num: t.den - t.num, den: t.den }),
  },
  { id: "percent", says: says.percent, of: (t) => times(t, 100) },
  { id: "percent", says: says.notPercent, of: (t) => over(t, 100) },
  { id: "factor-2", says: says.twice, of: (t) => times(t, 2) },
  { id: "factor-2", says: says.twice, of: (t) => over(t, 2) },
  ...[...new Set(sizes)]
    .filter((n) => n > 2)
    .flatMap((n): Slip[] => [
      { id: "factor-n", says: says.count(n), of: (t) => times(t, n) },
      { id: "factor-n", says: says.count(n), of: (t) => over(t, n) },
    ]),
];

/** The first near miss that `s` is, where `t` is right. */
export function fractionNearMiss(s: Rational, t: Rational, sizes: readonly number[]): NearMiss | undefined {
  const found = slips(sizes).find(({ of }) => {
    const wrong = of(t);
    return wrong !== undefined && wrong.num * s.den === s.num * wrong.den && !sameRational(s, t);
  });
  return found && { id: found.id, says: found.says };
}
