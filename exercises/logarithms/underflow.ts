/** When a product of probabilities becomes 0 in a computer, and what summing logarithms does about it (example 23, practice problem 4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, integer, scalar } from "#lib/exercise/kinds.ts";
import { num, par, terms } from "#lib/exercise/tex.ts";

const programs = ["sum-of-logs", "log-of-product"] as const;

const params = z.object({
  story: z.int().min(0).max(3),
  /** The probabilities of one round: one number, or two at level 3. All are at most ½. */
  factors: z.array(z.number().gt(0).max(0.5)).min(1).max(2),
  /** How many rounds the score is asked for. */
  rounds: z.int().min(2),
  program: z.enum(programs),
});
type Params = z.infer<typeof params>;

/**
 * In hundredths. The quotient that is rounded up to the answer keeps a distance of 0.06 from whole numbers, so that five
 * digits on the way are enough, and the running product in double precision becomes 0 at the same round.
 */
// biome-ignore format: a table
const singles = [
  3, 4, 5, 6, 7, 9, 11, 12, 13, 15, 16, 17, 18, 19, 21, 22, 26, 27, 28, 31, 33, 34, 35, 36, 37, 38, 39, 41, 43, 44, 46, 47,
] as const;
// biome-ignore format: a table
const pairs = [
  [5, 12], [5, 17], [5, 28], [5, 49], [6, 41], [7, 27], [8, 27], [8, 44], [9, 25], [9, 33],
  [9, 42], [11, 31], [11, 34], [11, 41], [11, 42], [12, 29], [12, 47], [13, 19], [13, 27], [13, 34],
  [13, 41], [13, 42], [15, 21], [15, 24], [15, 32], [16, 31], [16, 43], [17, 45], [19, 49], [21, 42],
  [22, 28], [22, 39], [23, 42], [26, 36], [27, 48], [28, 35], [34, 47], [36, 42], [36, 46], [44, 49],
] as const;

/** The first round after which the running product is 0 in double precision. */
function firstZero(factors: readonly number[]): number {
  let product = 1;
  let rounds = 0;
  for (; product > 0; rounds++) for (const p of factors) product *= p;
  return rounds;
}

const stories = [
  { each: "features", says: "A naive Bayes classifier multiplies the probabilities of the features of a document." },
  { each: "words", says: "A language model multiplies the probabilities of the words of a text." },
  {
    each: "measurements",
    says: "The likelihood of a data set is the product of the probabilities of its measurements.",
  },
  { each: "steps", says: "The probability of a path through a Markov chain is the product over its steps." },
] as const;

const half = "A positive number in double precision (float64) that is $2^{-1075}$ or less is rounded to $0$.";
/** The logarithms of one round, and the probabilities of it, in TeX. */
const logs = ({ factors }: Params) => factors.map((p) => `\\ln ${num(p)}`).join(" + ");
const base = ({ factors }: Params) => (factors.length === 1 ? "p" : "(pq)");

export default exercise({
  id: "logarithms/underflow",
  version: 1,
  title: "Products that underflow",
  summary: "Find out when a product of probabilities becomes 0 in a computer, and sum logarithms instead.",
  skills: ["log-space", "logarithms"],
  source: { section: "4.3", examples: [23], practice: [4], formulas: ["log-likelihood"] },
})
  .params(params, (rng, level) => {
    const hundredths = level === 3 ? rng.shuffle(rng.pick<readonly [number, number]>(pairs)) : [rng.pick(singles)];
    const factors = hundredths.map((x) => x / 100);
    const zero = firstZero(factors);
    // Far from the border on either side of it, so that the product is 0 or a normal number.
    const turn = rng.pick(["late", "late", "early", "summed"]);
    return {
      story: rng.int(0, 3),
      factors,
      rounds: turn === "early" ? rng.int(Math.floor(zero / 3), Math.floor(zero / 2)) : zero + rng.int(20, 90),
      program: turn === "summed" ? ("sum-of-logs" as const) : ("log-of-product" as const),
    };
  })
  .prompt(({ story, factors, rounds, program }, level) => {
    const { each = "", says = "" } = stories[story] ?? {};
    const [p = 0, q = 0] = factors;
    const round =
      factors.length === 1
        ? `Here each of $n$ ${each} has the probability $p = ${num(p)}$.`
        : `Here $2n$ ${each} come in pairs, the first with the probability $p = ${num(p)}$ and the second with $q = ${num(q)}$.`;
    const computes =
      program === "sum-of-logs"
        ? "adds up the logarithms of the probabilities, one by one"
        : "first multiplies all the probabilities, then takes the logarithm of the product";
    const least =
      "For which $n$ does the product first become $0$? Find the least $n$ whose exact product is rounded to $0$.";
    const question = `A program ${computes}. What does it give for $n = ${rounds}$?`;
    return [
      says,
      round,
      ...{
        1: [`Compute the natural logarithm of the product for $n = ${rounds}$.`],
        2: [half, least, question],
        3: [half, least, `What is the natural logarithm of the exact product for $n = ${rounds}$?`, question],
      }[level],
    ].join("\n\n");
  })
  .step(
    "log_round",
    scalar({ without: ["logarithms"] }),
    ({ factors }) => factors.reduce((t, p) => t + Math.log(p), 0),
    {
      label: "\\ln r",
      words: "the logarithm of what one more round multiplies by",
      hint: "Take the natural logarithm of the probability; where a pair is multiplied, the logarithms add up.",
      skill: "logarithms",
      formula: ({ factors }) => (factors.length === 1 ? "\\ln p" : "\\ln p + \\ln q"),
      work: logs,
      malrules: {
        "base-ten": {
          value: ({ factors }) => factors.reduce((t, p) => t + Math.log10(p), 0),
          says: "This used $\\log_{10}$ where the natural logarithm belongs. Use one base throughout.",
        },
        "log-of-sum": {
          value: ({ factors }) => (factors.length === 1 ? undefined : Math.log(factors.reduce((t, p) => t + p, 0))),
          says: "The probabilities were added before the logarithm. They are multiplied: $\\ln(pq) = \\ln p + \\ln q$.",
        },
      },
    },
  )
  .step("bound", scalar(), () => -1075 * Math.LN2, {
    label: "\\ln 2^{-1075}",
    words: "the logarithm of the bound",
    hint: "Compare logarithms instead of the tiny numbers themselves. The bound is a power of two.",
    skill: "logarithms",
    formula: "-1075 \\ln 2",
    malrules: {
      "smallest-normal": {
        value: () => -1022 * Math.LN2,
        says: "This is where the product falls below $2^{-1022}$, the smallest normal number. Below it there still are subnormal ones, with fewer digits; zero comes later.",
      },
      "power-of-ten": {
        value: () => -1075 * Math.LN10,
        says: "The exponent was read in base 10. The bound is $2^{-1075}$, a power of two.",
      },
      "bases-mixed": {
        value: () => -1075,
        says: "Two bases are mixed: 1075 counts powers of two, but the other logarithm is natural. Multiply by $\\ln 2$.",
      },
    },
  })
  .step("crossing", scalar(), (_, s) => s.bound / s.log_round, {
    label: "x",
    words: "the exponent at which the product equals the bound",
    hint: "The logarithm of a power is its exponent times the logarithm: solve for the exponent.",
    formula: (p) => `\\dfrac{\\ln 2^{-1075}}{\\ln ${base(p)}}`,
    work: (_, s) => `\\dfrac{${num(s.bound)}}{${num(s.log_round)}}`,
  })
  .step("n_zero", integer({ workingDigits: 6 }), (_, s) => Math.ceil(s.crossing), {
    label: "n_0",
    words: "the least n whose product is rounded to 0",
    hint: "With more factors the product is smaller still, so the first whole number from there on is the least.",
    formula: "\\lceil x \\rceil",
    work: (_, s) => `\\lceil ${num(s.crossing)} \\rceil`,
    malrules: {
      "rounded-down": {
        value: (_, s) => Math.floor(s.crossing),
        says: "With this $n$ the product is still above the bound. The least $n$ that reaches it is found by rounding up.",
      },
    },
  })
  .step(
    "log_product",
    scalar({ rule: { digits: 4 }, workingDigits: 6, without: ["logarithms"] }),
    ({ rounds }, s) => rounds * s.log_round,
    {
      label: "\\ln P",
      words: "the natural logarithm of the product",
      hint: "The logarithm of a power is the exponent times the logarithm, so n equal terms are added up.",
      formula: (p) => `\\ln ${base(p)}^n = n \\ln ${base(p)}`,
      work: ({ rounds }, s) => `${rounds} \\cdot ${par(s.log_round)}`,
      malrules: {
        "sign-lost": {
          value: ({ rounds }, s) => -rounds * s.log_round,
          says: "A probability is below 1, so its logarithm is negative.",
        },
        "log-of-count": {
          value: ({ rounds, factors }) => Math.log(rounds * factors.reduce((t, p) => t * p, 1)),
          says: "This is $\\ln(np)$. The product is the power $p^n$, whose logarithm is $n \\ln p$.",
        },
        "one-factor": {
          value: (_, s) => s.log_round,
          says: "This is the logarithm of a single factor. There are $n$ of them.",
        },
      },
    },
  )
  .step(
    "gives",
    choice([
      { id: "right", text: "the right logarithm, to many digits" },
      { id: "no-number", text: "minus infinity, or an error" },
      { id: "zero", text: "0" },
      { id: "rough", text: "a finite number that is wrong" },
    ]),
    (p, s) => (p.rounds >= s.n_zero && p.program === "log-of-product" ? "no-number" : "right"),
    {
      label: "\\text{the program gives}",
      words: "what the program gives",
      hint: "Ask whether any number on the way, not only the result, is too small to be stored.",
      formula: (p) =>
        p.program === "sum-of-logs" ? "\\textstyle\\sum \\ln p" : "\\ln \\bigl(\\textstyle\\prod p\\bigr)",
      work: (p, s) =>
        p.program === "sum-of-logs"
          ? terms(
              [...p.factors, ...p.factors, ...p.factors].slice(0, 3).map((x) => Math.log(x)),
              4,
            ).concat(" - \\dots")
          : p.rounds >= s.n_zero
            ? "\\ln 0"
            : `\\ln(\\text{a number above 0, since } ${p.rounds} < ${s.n_zero})`,
      malrules: {
        "logarithm-too-late": {
          value: (p, s) => (p.program === "log-of-product" && p.rounds >= s.n_zero ? "right" : undefined),
          says: "Here the logarithm comes too late: the product has become 0 before it is taken. Summing the logarithms of the factors avoids the product.",
        },
        "zero-for-its-logarithm": {
          value: (p, s) => (p.program === "log-of-product" && p.rounds >= s.n_zero ? "zero" : undefined),
          says: "The product is 0, but its logarithm is taken afterwards, and 0 has none.",
        },
        "sum-underflows": {
          value: (p, s) => (p.program === "sum-of-logs" && p.rounds >= s.n_zero ? "no-number" : undefined),
          says: "The product would underflow, but this program never forms it. A sum of logarithms is an ordinary number in the hundreds or thousands.",
        },
        "underflow-too-early": {
          value: (p, s) => (p.rounds < s.n_zero ? "no-number" : undefined),
          says: "The product is tiny, but compare $n$ with the number of factors at which it becomes 0: so far it can be stored.",
        },
        "small-means-wrong": {
          value: () => "rough",
          says: "Floating point keeps about 16 digits of a small number as of a large one; the digits only go once it is nearly 0.",
        },
      },
    },
  )
  .asks({ 1: ["log_product"], 2: ["n_zero", "gives"], 3: ["n_zero", "log_product", "gives"] })
  .examples({
    "23": { level: 2, params: { story: 0, factors: [0.1], rounds: 100, program: "log-of-product" } },
    "practice-4": { level: 2, params: { story: 1, factors: [0.1], rounds: 400, program: "log-of-product" } },
  })
  .check(({ factors, rounds, program }) => {
    // Whole numbers of any length: the first n with a^n · 2^1075 ≤ b^n, where the product of one round is a/b.
    const hundredths = factors.map((p) => BigInt(Math.round(p * 100)));
    const a = hundredths.reduce((t, x) => t * x, 1n);
    const b = 100n ** BigInt(factors.length);
    let n = 0;
    for (let [top, bottom] = [2n ** 1075n, 1n]; top > bottom; n++) [top, bottom] = [top * a, bottom * b];
    // ln(a^n / b^n) from the leading digits of both and the powers of two that were cut off.
    const ln = (x: bigint) => {
      const cut = Math.max(0, x.toString(2).length - 60);
      return Math.log(Number(x >> BigInt(cut))) + cut * Math.LN2;
    };
    const k = BigInt(rounds);
    return {
      n_zero: n,
      log_product: ln(a ** k) - ln(b ** k),
      gives: program === "sum-of-logs" || a ** k * 2n ** 1075n > b ** k ? "right" : "no-number",
    };
  });
