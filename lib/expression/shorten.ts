/** A sum multiplied out where that makes it shorter, and sin² + cos² as 1. */
import { negative, one, same } from "./coefficient.ts";
import { collect } from "./collect.ts";
import { multiply } from "./multiply.ts";
import { type Power, powerKey, type Sum, sumsIn, type Term, termKey } from "./normal.ts";
import { remembered } from "./remembered.ts";

/** The most terms that multiplying out may make. */
const mostTerms = 48;
/** The highest power that is multiplied out. */
const mostFactors = 8n;

/** The shortest of the sum as it is, with its plain products multiplied out, and with its powers too. One product stays. */
export function shortened(terms: readonly Term[]): Sum {
  if (terms.length === 1) return collect(terms);
  const asItIs = withoutSquares(collect(terms));
  if (!terms.some(({ powers }) => powers.some((power) => isOpen(power, mostFactors)))) return asItIs;
  const candidates = [asItIs, ...[1n, mostFactors].map((highest) => withoutSquares(expanded(terms, highest)))];
  return candidates.reduce((best, next) => (sizeOf(next) < sizeOf(best) ? next : best));
}

/** About how many symbols a sum takes to write. */
const sizeOf: (sum: Sum) => number = remembered((sum) => sum.reduce((size, term) => size + 1 + sizeOfTerm(term), 0));
const sizeOfTerm = ({ coefficient, powers }: Term): number =>
  powers.reduce((size, power) => size + sizeOfPower(power), Number(!same(coefficient, one)));
const sizeOfPower = ({ base, exponent, symbolic }: Power): number =>
  1 + sumsIn(base).reduce((size, sum) => size + sizeOf(sum), 0) + (same(exponent, one) ? 0 : 2) + sizeOf(symbolic);

/** The sum with all powers of sums up to `highest` multiplied out; as it is where that makes too many terms. */
function expanded(terms: readonly Term[], highest: bigint): Sum {
  const all: Term[] = [];
  for (const term of terms) {
    all.push(...productOut(term, highest));
    if (all.length > mostTerms) return collect(terms);
  }
  return collect(all);
}

/** Whether a factor is a whole power of a sum, up to a highest. */
const isOpen = ({ base, exponent: { num, den }, isRestricted, symbolic }: Power, highest: bigint): boolean =>
  base.is === "group" && den === 1n && num > 0n && num <= highest && !isRestricted && symbolic.length === 0;

/** A product of sums, term by term. */
function productOut(term: Term, highest: bigint): readonly Term[] {
  const open = term.powers.filter((power) => isOpen(power, highest));
  if (open.length === 0) return [term];
  let made: readonly Term[] = [{ ...term, powers: term.powers.filter((power) => !isOpen(power, highest)) }];
  for (const { base, exponent } of open) {
    const inner = base.is === "group" ? base.sum : [];
    for (let k = 0n; k < exponent.num; k++) {
      if (made.length * inner.length > mostTerms) return [term];
      made = collect(made.flatMap((left) => inner.map((right) => multiply([left, right]))));
    }
  }
  return made;
}

const partners = new Map([
  ["sin", "cos"],
  ["sinh", "cosh"],
]);

/** sin² + cos² is 1, and cosh² − sinh² too, times the same number and factors. */
function withoutSquares(sum: Sum): Sum {
  const byKey = new Map(sum.map((term) => [termKey(term), term]));
  for (const term of sum) {
    for (const power of term.powers) {
      const partner = partnerOf(power);
      if (!partner) continue;
      const others = term.powers.filter((other) => other !== power);
      const powers = [...others, partner].sort((a, b) => (powerKey(a) < powerKey(b) ? -1 : 1));
      const found = byKey.get(termKey({ ...term, powers }));
      const isHyperbolic = power.base.is === "call" && power.base.fn === "sinh";
      if (!found || !same(found.coefficient, isHyperbolic ? negative(term.coefficient) : term.coefficient)) continue;
      const rest = sum.filter((other) => other !== term && other !== found);
      return withoutSquares(
        collect([...rest, { coefficient: isHyperbolic ? found.coefficient : term.coefficient, powers: others }]),
      );
    }
  }
  return sum;
}

function partnerOf({ base, exponent, isRestricted, symbolic }: Power): Power | undefined {
  const fn = base.is === "call" ? partners.get(base.fn) : undefined;
  if (base.is !== "call" || fn === undefined || exponent.num !== 2n || exponent.den !== 1n) return undefined;
  return { base: { ...base, fn, key: base.key.replace(base.fn, fn) }, exponent, isRestricted, symbolic };
}
