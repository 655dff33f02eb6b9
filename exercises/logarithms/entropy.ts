/** Entropy in bits: of a distribution, from counts, and what merging outcomes costs. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, plain, row } from "#lib/exercise/tex.ts";
import { entropy, log2 } from "#lib/math/logs.ts";
import { sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** A distribution at level 1, otherwise empty. */
  distribution: z.array(z.number().gt(0).lt(1)),
  /** Counts at levels 2 and 3; at level 3 one of them is 0. */
  counts: z.array(z.int().nonnegative()),
  /** At level 3, the two outcomes that are merged, counted from 0. */
  merged: z.array(z.int().min(0).max(4)).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  { source: "A sensor reports one of", counted: "reports of a sensor", of: "state" },
  { source: "A text is written with the signs", counted: "signs of a text", of: "sign" },
  { source: "A visitor goes to one of the pages", counted: "visits to a site", of: "page" },
  { source: "A cell is of one of the types", counted: "cells of a sample", of: "type" },
] as const;
const letters = ["A", "B", "C", "D", "E"] as const;

const at = (v: readonly number[], i: number | undefined): number => (i === undefined ? 0 : (v[i] ?? 0));
/** −p·log₂ p, and 0 for what never happens. */
const term = (p: number): number => (p === 0 ? 0 : -p * log2(p));
const termTex = (p: number): string => (p === 0 ? "0" : `-${num(p)} \\log_2 ${num(p)}`);

interface Shares {
  shares: readonly number[];
}
const probabilities = (p: Params, s: Shares): readonly number[] => (p.counts.length === 0 ? p.distribution : s.shares);
const together = (p: Params, s: Shares): number => sum(p.merged.map((i) => at(s.shares, i)));

export default exercise({
  id: "logarithms/entropy",
  version: 1,
  title: "Entropy",
  summary:
    "Measure in bits how uncertain an outcome is, from probabilities or counts, and what merging outcomes costs.",
  skills: ["entropy", "logarithms"],
  source: { section: "4.3" },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    if (level === 1) {
      // In hundredths: all three far enough apart.
      const [a, b] = [rng.int(6, 19), rng.int(22, 38)];
      const distribution = rng.shuffle([a, b, 100 - a - b]).map((x) => x / 100);
      return { story, distribution, counts: [], merged: [] };
    }
    if (level === 2) {
      const total = rng.pick([40, 50, 80]);
      const [a, b] = [rng.int(3, 9), rng.int(11, 17)];
      return { story, distribution: [], counts: rng.shuffle([a, b, total - a - b]), merged: [] };
    }
    const total = rng.pick([50, 80, 100]);
    const [a, b, c] = [rng.int(3, 6), rng.int(7, 11), rng.int(12, 18)];
    const counts = rng.shuffle([0, a, b, c, total - a - b - c]);
    const merged = rng
      .shuffle([a, b, c])
      .slice(0, 2)
      .map((n) => counts.indexOf(n));
    return { story, distribution: [], counts, merged: merged.sort((i, j) => i - j) };
  })
  .prompt((p, level) => {
    const { source, counted, of } = stories[p.story] ?? stories[0];
    const [i = 0, j = 1] = p.merged;
    const n = p.counts.length === 0 ? p.distribution.length : p.counts.length;
    const names = letters.slice(0, n).join(", ");
    return {
      1: `${source} ${names}, with the probabilities\n\n$$p = ${row(p.distribution)}$$\n\nHow large is the **entropy** $H$, in **bits** (logarithms to base 2)?`,
      2: `Of ${sum(p.counts)} ${counted}, so many fell on each ${of} (${names}):\n\n$$n = ${row(p.counts)}$$\n\nTake the relative frequencies as probabilities. Compute the **entropy** $H$ in **bits** (logarithms to base 2), and the **perplexity** $2^H$: how many equally likely ${of}s would be as uncertain?`,
      3: `Of ${sum(p.counts)} ${counted}, so many fell on each ${of} (${names}):\n\n$$n = ${row(p.counts)}$$\n\nTake the relative frequencies as probabilities; what never happens adds nothing to an entropy. Compute the **entropy** $H$ in **bits** (logarithms to base 2). Then ${letters[i]} and ${letters[j]} are no longer told apart: compute the entropy $H'$ of the remaining ${of}s, and how many bits are lost.`,
    }[level];
  })
  .step(
    "shares",
    vector({ workingDigits: 5, equality: "distribution" }),
    ({ counts }) => counts.map((n) => n / sum(counts)),
    {
      label: "p",
      words: "the relative frequencies",
      hint: "Divide each count by the sum of all counts.",
      formula: "\\dfrac{n_i}{\\sum_j n_j}",
      work: ({ counts }) => `\\dfrac{1}{${sum(counts)}} ${column(counts.map((n) => `${n}`))}`,
    },
  )
  .step("terms", vector({ workingDigits: 5 }), (p, s) => probabilities(p, s).map(term), {
    label: "t",
    words: "what each outcome adds to the entropy",
    hint: "Weigh the surprise $-\\log_2 p_i$ at each outcome with its probability. $\\log_2 p = \\frac{\\ln p}{\\ln 2}$.",
    formula: "\\bigl[-p_i \\log_2 p_i\\bigr]_i",
    work: (p, s) => column(probabilities(p, s).map(termTex)),
    malrules: {
      unweighted: {
        value: (p, s) => probabilities(p, s).map((x) => (x === 0 ? 0 : -log2(x))),
        says: "The surprises were added without weights. An outcome counts as often as it happens: multiply each by its probability.",
      },
      natural: {
        value: (p, s) => probabilities(p, s).map((x) => term(x) * Math.LN2),
        says: "This is in nats, with natural logarithms. In bits the logarithms have the base 2.",
      },
      "base-ten": {
        value: (p, s) => probabilities(p, s).map((x) => (term(x) * Math.LN2) / Math.LN10),
        says: "These logarithms have the base 10. In bits they have the base 2.",
      },
      "sign-lost": {
        value: (p, s) => probabilities(p, s).map((x) => 0 - term(x)),
        says: "An entropy is never negative. Logarithms of probabilities are: the minus in front turns them round.",
      },
      "logarithm-of-complement": {
        value: (p, s) => probabilities(p, s).map((x) => (x === 0 ? 0 : -x * log2(1 - x))),
        says: "The logarithm was taken of $1 - p_i$. The surprise at an outcome is $-\\log_2 p_i$.",
      },
    },
  })
  .step("H", scalar({ workingDigits: 5 }), (_, s) => sum(s.terms), {
    label: "H",
    words: "the entropy in bits",
    hint: "Add up what the outcomes contribute.",
    formula: "-\\sum_i p_i \\log_2 p_i",
    work: (_, s) => s.terms.map((x) => num(x)).join(" + "),
    malrules: {
      "mean-for-sum": {
        value: (_, s) => sum(s.terms) / s.terms.length,
        says: "The contributions were averaged. The probabilities are weights already, so they are only added.",
      },
    },
  })
  .step("perplexity", scalar({ workingDigits: 5 }), (_, s) => 2 ** s.H, {
    label: "\\text{perplexity}",
    words: "the perplexity",
    hint: "With $k$ equally likely outcomes the entropy is $\\log_2 k$. Undo that logarithm.",
    skill: "logarithms",
    formula: "2^{H}",
    work: (_, s) => `2^{${num(s.H)}}`,
    malrules: {
      "base-e": {
        value: (_, s) => Math.exp(s.H),
        says: "This is a power of $e$. The entropy is in bits, so 2 is the base.",
      },
      squared: {
        value: (_, s) => s.H ** 2,
        says: "This is $H^2$. The entropy is the exponent of 2.",
      },
      doubled: {
        value: (_, s) => 2 * s.H,
        says: "This is $2H$. The entropy is the exponent of 2.",
      },
    },
  })
  .step("joined", scalar({ workingDigits: 5 }), together, {
    label: "q",
    words: "the probability of the merged outcome",
    hint: "The merged outcome happens where either of the two did: add their probabilities.",
    formula: "p_i + p_j",
    work: (p, s) => p.merged.map((i) => num(at(s.shares, i))).join(" + "),
  })
  .step("joined_term", scalar({ workingDigits: 5 }), (_, s) => term(s.joined), {
    label: "t_q",
    words: "what the merged outcome adds to the entropy",
    hint: "Compute the contribution of the merged outcome as of any other.",
    formula: "-q \\log_2 q",
    work: (_, s) => termTex(s.joined),
    malrules: {
      "terms-added": {
        value: (p, s) => (at(s.terms, p.merged[0]) + at(s.terms, p.merged[1])) / 2,
        says: "The merged outcome was given the mean contribution of the two. Its own probability is what counts: add the two first.",
      },
    },
  })
  .step(
    "H_merged",
    scalar({ workingDigits: 5 }),
    (p, s) => s.H - at(s.terms, p.merged[0]) - at(s.terms, p.merged[1]) + s.joined_term,
    {
      label: "H'",
      words: "the entropy after merging",
      hint: "Two contributions go, one comes.",
      formula: "H - t_i - t_j + t_q",
      work: (p, s) => `${num(s.H)} - ${p.merged.map((i) => num(at(s.terms, i))).join(" - ")} + ${num(s.joined_term)}`,
      malrules: {
        "merged-dropped": {
          value: (p, s) => s.H - at(s.terms, p.merged[0]) - at(s.terms, p.merged[1]),
          says: "The two outcomes are gone, but what they became is not there: the merged outcome contributes too.",
        },
      },
    },
  )
  .step("lost", scalar({ workingDigits: 6 }), (_, s) => s.H - s.H_merged, {
    label: "\\text{loss}",
    words: "the bits that are lost",
    hint: "Compare the two entropies. What is not told apart cannot be uncertain, so the second is smaller.",
    formula: "H - H'",
    work: (_, s) => `${num(s.H)} - ${num(s.H_merged)}`,
  })
  .asks({ 1: ["H"], 2: ["H", "perplexity"], 3: ["H", "H_merged", "lost"] })
  .figures({
    solution: (p, s) => {
      const bars = s.terms.map((x, i) => ({ label: letters[i] ?? "", value: Math.round(x * 10000) / 10000 }));
      return {
        figure: "bars",
        alt: `What each outcome adds to the entropy, in bits: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}; together ${plain(s.H, 4)}.${p.counts.includes(0) ? " What never happens adds nothing." : ""}`,
        bars,
      };
    },
  })
  .check(({ distribution, counts, merged }) => {
    // By splitting: first the merged outcome against the rest, then inside it; at levels 1 and 2 log2 N − Σ n·log2(n)/N.
    const exact = distribution.map((x) => new Fraction(String(x)).mul(100).valueOf());
    const n = counts.length === 0 ? exact : counts;
    const total = n.reduce((t, x) => t + x, 0);
    const H = Math.log2(total) - n.reduce((t, x) => t + (x === 0 ? 0 : x * Math.log2(x)), 0) / total;
    const pair = merged.map((i) => n[i] ?? 0);
    const both = pair.reduce((t, x) => t + x, 0);
    const lost =
      merged.length === 0
        ? 0
        : (both / total) *
          entropy(
            pair.map((x) => x / both),
            2,
          );
    return { H, perplexity: 2 ** H, H_merged: H - lost, lost };
  });
