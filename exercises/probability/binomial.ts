/** Counts of successes: one count, at least two, and nearly all (section 3.4, beyond the tutorial). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar, vector } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import { binomialCoefficient, binomialPmf } from "#lib/math/probability.ts";
import { sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  n: z.int().min(3).max(20),
  p: z.number().gt(0).lt(1),
  /** How many successes are asked for; at level 2, two at least. */
  k: z.int().min(0),
});
type Params = z.infer<typeof params>;

const stories = [
  { many: "models vote on an image; each is right", success: "are right" },
  { many: "messages come in; each is spam", success: "are spam" },
  { many: "units of a layer are kept or dropped; each is kept", success: "are kept" },
  { many: "visitors see an offer; each takes it", success: "take it" },
  { many: "sensors are switched on; each works", success: "work" },
  { many: "seeds are sown; each sprouts", success: "sprout" },
] as const;

const counts = ({ n, k }: Params) => Array.from({ length: n - k + 1 }, (_, i) => k + i);
const term = (n: number, k: number, p: number, q: number) => p ** k * q ** (n - k);
const powers = ({ n, p }: Params, k: number, q: number) => {
  const power = (base: number, exponent: number) => (exponent === 1 ? num(base) : `${num(base)}^{${exponent}}`);
  return [[p, k] as const, [q, n - k] as const]
    .flatMap(([base, exponent]) => (exponent === 0 ? [] : power(base, exponent)))
    .join(" \\cdot ");
};

export default exercise({
  id: "probability/binomial",
  version: 1,
  title: "The binomial distribution",
  summary: "Find how likely a number of successes in independent trials is, and what to expect of that number.",
  skills: ["bernoulli-binomial"],
  source: { section: "3.4", formulas: ["bernoulli"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    if (level === 1) {
      const n = rng.int(4, 7);
      return { story, n, p: rng.pick([rng.int(21, 46), rng.int(54, 79)]) / 100, k: rng.int(2, n - 2) };
    }
    if (level === 2) return { story, n: rng.int(5, 14), p: rng.int(6, 29) / 100, k: 2 };
    const n = rng.int(4, 9);
    return { story, n, p: rng.int(56, 93) / 100, k: n - 2 };
  })
  .prompt(({ story, n, p, k }, level) => {
    const { many, success } = stories[story] ?? stories[0];
    return [
      `${n} ${many} with the probability ${num(p)}, independently of the others.`,
      {
        1: `How likely is it that **exactly ${k}** of the ${n} ${success}?`,
        2: `What is the expected number of those that ${success}, and how likely is it that **at least 2** of the ${n} ${success}?`,
        3: `How likely is it that **at least ${k}** of the ${n} ${success}? What are the mean and the standard deviation of the number of those that ${success}?`,
      }[level],
    ].join("\n\n");
  })
  .step("q", scalar(), ({ p }) => 1 - p, {
    label: "q",
    words: "the probability of a failure",
    hint: "Each trial succeeds or fails.",
    formula: "1 - p",
    work: ({ p }) => `1 - ${num(p)}`,
  })
  .step("orders", integer(), ({ n, k }) => binomialCoefficient(n, k), {
    label: "\\dbinom{n}{k}",
    words: "the number of orders",
    hint: "In how many ways can the successes be spread over the trials?",
    formula: "\\dfrac{n!}{k!\\,(n - k)!}",
    work: ({ n, k }) => `\\dfrac{${n}!}{${k}! \\cdot ${n - k}!}`,
    malrules: {
      "coefficient-missing": {
        value: () => 1,
        says: "This is the probability of one order only. The successes may come in any order: multiply by how many there are, $\\binom{n}{k}$.",
      },
      "product-of-n-and-k": {
        value: ({ n, k }) => n * k,
        says: "The number of orders was taken to be $n \\cdot k$. It is $\\binom{n}{k} = \\frac{n!}{k!\\,(n - k)!}$.",
      },
    },
  })
  .step("exactly", scalar(), ({ n, p, k }, s) => s.orders * term(n, k, p, s.q), {
    label: "P(X = k)",
    words: "the probability of exactly that many successes",
    hint: "Multiply the number of orders by the probability of each: $p$ for every success and $q$ for every failure.",
    formula: "\\dbinom{n}{k}\\,p^k\\,q^{n - k}",
    work: (p, s) => `${s.orders} \\cdot ${powers(p, p.k, s.q)}`,
    malrules: {
      "failures-forgotten": {
        value: ({ p, k }, s) => s.orders * p ** k,
        says: "The failures are missing. Exactly $k$ successes also means that the other $n - k$ trials fail, each with $q$.",
      },
      "roles-swapped": {
        value: ({ n, p, k }, s) => (2 * k === n && p === 0.5 ? undefined : s.orders * term(n, n - k, p, s.q)),
        says: "The exponents have changed places: $p$ belongs to the successes, $q$ to the failures.",
      },
    },
  })
  .step("mean", scalar(), ({ n, p }) => n * p, {
    label: "E[X]",
    words: "the expected number of successes",
    hint: "Every trial adds $p$ to what is to be expected.",
    formula: "n\\,p",
    work: ({ n, p }) => `${n} \\cdot ${num(p)}`,
    malrules: {
      "variance-for-mean": {
        value: ({ n, p }, s) => n * p * s.q,
        says: "This is $npq$, the variance of the number. The mean has no factor $q$.",
      },
    },
  })
  .step("none", scalar(), ({ n }, s) => s.q ** n, {
    label: "P(X = 0)",
    words: "the probability of no success",
    hint: "All trials fail, and they are independent.",
    formula: "q^n",
    work: ({ n }, s) => `${num(s.q)}^{${n}}`,
    malrules: {
      "none-forgotten": {
        value: () => 0,
        says: "That there is none was left out. Fewer than two is none or one.",
      },
    },
  })
  .step("one", scalar(), ({ n, p }, s) => n * p * s.q ** (n - 1), {
    label: "P(X = 1)",
    words: "the probability of exactly one success",
    hint: "The one success may be any of the trials, and all others fail.",
    formula: "n\\,p\\,q^{n - 1}",
    work: ({ n, p }, s) => `${n} \\cdot ${num(p)} \\cdot ${num(s.q)}^{${n - 1}}`,
    malrules: {
      "coefficient-missing": {
        value: ({ n, p }, s) => p * s.q ** (n - 1),
        says: "The success was put at one place. It can be any of the $n$ trials: that is the factor $\\binom{n}{1} = n$.",
      },
      "failures-forgotten": {
        value: ({ n, p }) => (n * p < 1 ? n * p : undefined),
        says: "The failures are missing. For exactly one success all the other trials fail, each with $q$.",
      },
      "one-forgotten": {
        value: () => 0,
        says: "This is the probability of at least one. At least 2 rules out that there is exactly one, too.",
      },
    },
  })
  .step("at_least_two", scalar({ workingDigits: 4 }), (_, s) => 1 - s.none - s.one, {
    label: "P(X \\ge 2)",
    words: "the probability of at least two successes",
    hint: "There are many ways to get two or more, but only two to get fewer: none or one.",
    formula: "1 - P(X = 0) - P(X = 1)",
    work: (_, s) => `1 - ${num(s.none)} - ${num(s.one)}`,
    malrules: {
      complement: {
        value: (_, s) => s.none + s.one,
        says: "This is the probability of fewer than two. Asked is the rest of 1.",
      },
    },
  })
  .step("coefficients", vector({ rule: { exact: true } }), (p) => counts(p).map((k) => binomialCoefficient(p.n, k)), {
    label: "\\dbinom{n}{n - 2},\\ \\dbinom{n}{n - 1},\\ \\dbinom{n}{n}",
    words: "the numbers of orders for each number of successes",
    hint: "Count the ways to choose the trials that fail: two, one or none of them.",
    formula: "\\dfrac{n\\,(n - 1)}{2},\\ n,\\ 1",
    work: ({ n }) => `\\dfrac{${n} \\cdot ${n - 1}}{2},\\ ${n},\\ 1`,
    malrules: {
      "coefficients-missing": {
        value: (p) => counts(p).map(() => 1),
        says: "Each number of successes was counted in one order only. The failures may come at any place: multiply by $\\binom{n}{k}$.",
      },
    },
  })
  .step("terms", vector(), (p, s) => counts(p).map((k, i) => (s.coefficients[i] ?? 0) * term(p.n, k, p.p, s.q)), {
    label: "P(X = n - 2),\\ P(X = n - 1),\\ P(X = n)",
    words: "the probabilities of each number of successes",
    hint: "Each has its number of orders, $p$ for every success and $q$ for every failure.",
    formula: "\\dbinom{n}{k}\\,p^k\\,q^{n - k}",
    work: (p, s) =>
      counts(p)
        .map((k, i) => `${s.coefficients[i] === 1 ? "" : `${s.coefficients[i] ?? 0} \\cdot `}${powers(p, k, s.q)}`)
        .join(",\\ "),
    malrules: {
      "failures-forgotten": {
        value: (p, s) => counts(p).map((k, i) => (s.coefficients[i] ?? 0) * p.p ** k),
        says: "The failures are missing: every trial that fails brings a factor $q$.",
      },
    },
  })
  .step("at_least", scalar({ workingDigits: 4 }), (_, s) => sum(s.terms), {
    label: "P(X \\ge n - 2)",
    words: "the probability of at least that many successes",
    hint: "The numbers exclude each other, so their probabilities add up.",
    formula: "P(X = n - 2) + P(X = n - 1) + P(X = n)",
    work: (_, s) => s.terms.map((x) => num(x)).join(" + "),
    malrules: {
      "exactly-for-at-least": {
        value: (_, s) => s.terms[0],
        says: "This is the probability of exactly that many. At least includes all larger numbers.",
      },
      "boundary-excluded": {
        value: (_, s) => sum(s.terms.slice(1)),
        says: "This is the probability of more than that many. At least includes the number itself.",
      },
    },
  })
  .step("variance", scalar(), (_, s) => s.mean * s.q, {
    label: "\\operatorname{Var}(X)",
    words: "the variance of the number of successes",
    hint: "Each trial has the variance $pq$, and variances of independent trials add up.",
    formula: "n\\,p\\,q",
    work: (_, s) => `${num(s.mean)} \\cdot ${num(s.q)}`,
    malrules: {
      "mean-for-variance": {
        value: (_, s) => s.mean,
        says: "The mean was taken for the variance. The variance has the factor $q$ besides: $npq$.",
      },
    },
  })
  .step("sd", scalar({ workingDigits: 4 }), (_, s) => Math.sqrt(s.variance), {
    label: "\\sigma",
    words: "the standard deviation of the number of successes",
    hint: "Take the root of the variance.",
    formula: "\\sqrt{n\\,p\\,q}",
    work: (_, s) => `\\sqrt{${num(s.variance)}}`,
    malrules: {
      "root-missing": {
        value: (_, s) => s.variance,
        says: "This is the variance. The standard deviation is its root.",
      },
      "n-outside": {
        value: ({ n, p }, s) => n * Math.sqrt(p * s.q),
        says: "The standard deviation of one trial was taken $n$ times. Variances add up, so $n$ belongs under the root.",
      },
    },
  })
  .asks({ 1: ["exactly"], 2: ["mean", "at_least_two"], 3: ["at_least", "mean", "sd"] })
  .figures({
    solution: ({ n, p }) => ({
      figure: "bars",
      alt: `Bars of the probabilities of 0 to ${n} successes, to four decimals: ${Array.from({ length: n + 1 }, (_, k) => plain(Math.round(10_000 * binomialPmf(k, n, p)) / 10_000)).join(", ")}.`,
      bars: Array.from({ length: n + 1 }, (_, k) => ({ label: `${k}`, value: binomialPmf(k, n, p) })),
    }),
  })
  .check(({ n, p, k }) => {
    // Trial by trial, in exact fractions: the distribution of the number so far, moved on by one more trial.
    const chance = new Fraction(String(p));
    const rest = chance.neg().add(1);
    let distribution = [new Fraction(1)];
    for (let i = 0; i < n; i++)
      distribution = [...distribution, new Fraction(0)].map((x, j) =>
        x.mul(rest).add((distribution[j - 1] ?? new Fraction(0)).mul(chance)),
      );
    const total = (those: readonly Fraction[]) => those.reduce((t, x) => t.add(x), new Fraction(0));
    const mean = total(distribution.map((x, j) => x.mul(j)));
    const square = total(distribution.map((x, j) => x.mul(j).mul(j)));
    return {
      exactly: distribution[k]?.valueOf() ?? 0,
      mean: mean.valueOf(),
      at_least_two: total(distribution.slice(2)).valueOf(),
      at_least: total(distribution.slice(k)).valueOf(),
      sd: Math.sqrt(square.sub(mean.mul(mean)).valueOf()),
    };
  });
