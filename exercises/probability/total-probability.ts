/** Total probability: an event added up over the cases it can happen in, and one case found from the total (example 17). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import { dot, mean, sum } from "#lib/math/vector.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(5),
  /** The shares of all cases but the last, which takes what they leave. */
  shares: z.array(rate).min(1).max(3),
  /** P(B given each case); at level 3 the last one is what is sought. */
  rates: z.array(rate).min(2).max(4),
  /** P(B) as it is measured, and the shares as they are going to be; at level 3 only. */
  measured: z.number().min(0).lt(1),
  later: z.array(rate).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  ["A message may be", ["spam", "a newsletter", "from work", "private"], "it contains the word “offer”"],
  ["A part may come from", ["machine 1", "machine 2", "machine 3", "machine 4"], "it is faulty"],
  ["A visitor may have come by", ["a search", "a link", "an advertisement", "a bookmark"], "they buy something"],
  ["A request may be sent to", ["server 1", "server 2", "server 3", "server 4"], "it takes more than a second"],
  ["A journey may be made by", ["train", "bus", "car", "bicycle"], "it ends late"],
  ["A photo may show", ["a street", "a forest", "a room", "a beach"], "the model gets it wrong"],
] as const;

const casesOf = ({ story, rates }: Params) => (stories[story] ?? stories[0])[1].slice(0, rates.length);
const sharesOf = ({ shares }: Params, last: number) => [...shares, last];
const products = (x: readonly number[], y: readonly number[]) =>
  x.map((xi, i) => `${num(xi)} \\cdot ${num(y[i] ?? 0)}`).join(" + ");
const added = (x: readonly number[]) => x.map((xi) => num(xi)).join(" - ");
const rest = (shares: readonly number[]) => 1 - sum(shares);

const lastShare = {
  label: "P(A_n)",
  words: "the share of the last case",
  hint: "Every instance is one of the cases, so the shares add up to 1.",
  formula: "1 - \\textstyle\\sum_{i < n} P(A_i)",
};

export default exercise({
  id: "probability/total-probability",
  version: 1,
  title: "Total probability",
  summary: "Add up how likely an event is over all the cases in which it can happen.",
  skills: ["total-probability", "conditional-probability"],
  source: { section: "3.3", examples: [17], formulas: ["total-probability"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    if (level === 1)
      return {
        story,
        shares: [rng.int(21, 44) / 100],
        rates: rng.shuffle([rng.int(2, 14), rng.int(31, 79)]).map((x) => x / 100),
        measured: 0,
        later: [],
      };
    if (level === 2) {
      const shares = rng.shuffle([rng.int(14, 28), rng.int(31, 44)]);
      const rates = rng.shuffle([rng.int(2, 9), rng.int(16, 34), rng.int(52, 78)]);
      return { story, shares: shares.map((x) => x / 100), rates: rates.map((x) => x / 100), measured: 0, later: [] };
    }
    // In percent, with a last rate that makes the total a short number.
    const [one, two] = rng.shuffle([5 * rng.int(5, 7), 5 * rng.int(8, 10)]);
    const [first = 30, second = 45] = [one, two];
    const rates = [rng.int(3, 9), rng.int(12, 19), 5 * rng.int(6, 13)];
    const last = 100 - first - second;
    const total = (first * (rates[0] ?? 0) + second * (rates[1] ?? 0) + last * (rates[2] ?? 0)) / 10_000;
    return {
      story,
      shares: [first / 100, second / 100],
      rates: rates.map((x) => x / 100),
      measured: total,
      later: [(first - rng.int(11, 19)) / 100, (second - rng.int(6, 14)) / 100],
    };
  })
  .prompt((p, level) => {
    const [begins, , event] = stories[p.story] ?? stories[0];
    const cases = casesOf(p);
    const names = cases.map((name, i) => `${name} ($A_${i + 1}$)`);
    const listed = `${begins} ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, and nothing else.`;
    const shares = p.shares.map((x, i) => `$P(A_${i + 1}) = ${num(x)}$`).join(" and ");
    const known = level === 3 ? p.rates.slice(0, -1) : p.rates;
    const given = known.map((x, i) => `- $P(B \\mid A_${i + 1}) = ${num(x)}$`).join("\n");
    const n = cases.length;
    return [
      `${listed} ${p.shares.length === 1 ? "The share of the first is" : "The shares of the first two are"} ${shares}, and $A_${n}$ makes up the rest.`,
      `Let $B$ be the event that ${event}. Known are:`,
      given,
      level === 3
        ? `For $A_${n}$ the rate is not known, but over all cases $P(B) = ${num(p.measured)}$ was measured. What is $P(B \\mid A_${n})$? And what will $P(B)$ be when the shares of $A_1$ and $A_2$ fall to ${num(p.later[0] ?? 0)} and ${num(p.later[1] ?? 0)}, and $A_3$ takes the rest, while the rates stay as they are?`
        : "How likely is $B$ over all?",
    ].join("\n\n");
  })
  .step("last", scalar(), ({ shares }) => rest(shares), {
    ...lastShare,
    work: ({ shares }) => `1 - ${added(shares)}`,
  })
  .step("parts", vector(), (p, s) => sharesOf(p, s.last).map((x, i) => x * (p.rates[i] ?? 0)), {
    label: "\\bigl(P(A_i \\cap B)\\bigr)_i",
    words: "the joint probability of B with each case",
    hint: "In each case, multiply its share by the rate of $B$ in it.",
    formula: "\\bigl(P(A_i)\\,P(B \\mid A_i)\\bigr)_i",
    work: (p, s) =>
      `\\bigl(${sharesOf(p, s.last)
        .map((x, i) => `${num(x)} \\cdot ${num(p.rates[i] ?? 0)}`)
        .join(",\\ ")}\\bigr)`,
    malrules: {
      "shares-swapped": {
        value: (p, s) =>
          sharesOf(p, s.last)
            .reverse()
            .map((x, i) => x * (p.rates[i] ?? 0)),
        says: "The shares went with the wrong rates. Each rate belongs to the case behind its bar, and is weighed with the share of that case.",
      },
    },
  })
  .step("total", scalar(), (_, s) => sum(s.parts), {
    label: "P(B)",
    words: "the probability of B",
    hint: "$B$ happens in one of the cases or another, never in two at once: add.",
    formula: "\\textstyle\\sum_i P(B \\mid A_i)\\,P(A_i)",
    work: (_, s) => s.parts.map((x) => num(x)).join(" + "),
    malrules: {
      unweighted: {
        value: ({ rates }) => sum(rates),
        says: "The rates were added as they are. Each is a share of its own case only: weigh it with how frequent the case is.",
      },
      "plain-mean": {
        value: ({ rates }) => mean(rates),
        says: "This is the mean of the rates, as if all cases were equally frequent. Weigh each rate with the share of its case.",
      },
      "last-case-forgotten": {
        value: (_, s) => sum(s.parts.slice(0, -1)),
        says: "The last case is missing. $B$ happens there too, and the shares must add up to 1.",
      },
    },
  })
  .step("known_part", scalar(), ({ shares, rates }) => dot(shares, rates.slice(0, -1)), {
    label: "P(B \\cap A_3^c)",
    words: "the part of P(B) that comes from the first two cases",
    hint: "Find what the cases that are known contribute.",
    formula: "P(B \\mid A_1)\\,P(A_1) + P(B \\mid A_2)\\,P(A_2)",
    work: ({ shares, rates }) => products(shares, rates),
  })
  .step("sought", scalar({ workingDigits: 4 }), ({ measured }, s) => (measured - s.known_part) / s.last, {
    label: "P(B \\mid A_3)",
    words: "the probability of B in the third case",
    hint: "What the two cases leave of the measured total is the third one's contribution; divide it by the third share.",
    skill: "conditional-probability",
    formula: "\\dfrac{P(B) - P(B \\cap A_3^c)}{P(A_3)}",
    work: ({ measured }, s) => `\\dfrac{${num(measured)} - ${num(s.known_part)}}{${num(s.last)}}`,
    malrules: {
      "not-divided": {
        value: ({ measured }, s) => measured - s.known_part,
        says: "This is $P(B \\cap A_3)$, a share of everything. The rate in the third case is a share of that case: divide by $P(A_3)$.",
      },
      "rates-subtracted": {
        value: ({ measured, rates }) => 3 * measured - sum(rates.slice(0, -1)),
        says: "The total was taken for the plain mean of the three rates. It is weighed with the shares.",
      },
    },
  })
  .step("last_later", scalar(), ({ later }) => rest(later), {
    ...lastShare,
    label: "P'(A_3)",
    words: "the share of the third case later on",
    work: ({ later }) => `1 - ${added(later)}`,
  })
  .step(
    "total_later",
    scalar({ workingDigits: 4 }),
    ({ later, rates }, s) => dot(later, rates.slice(0, -1)) + s.last_later * s.sought,
    {
      label: "P'(B)",
      words: "the probability of B later on",
      hint: "The rates stay as they are; weigh them with the new shares.",
      formula: "\\textstyle\\sum_i P(B \\mid A_i)\\,P'(A_i)",
      work: ({ later, rates }, s) => products([...later, s.last_later], [...rates.slice(0, -1), s.sought]),
      malrules: {
        "old-last-share": {
          value: ({ later, rates }, s) => dot(later, rates.slice(0, -1)) + s.last * s.sought,
          says: "The third case still has its old share. When the others shrink, it grows, so that the shares add up to 1 again.",
        },
        "total-unchanged": {
          value: ({ measured }) => measured,
          says: "This is the old $P(B)$. Though no rate has changed, the total moves with the shares.",
        },
      },
    },
  )
  .asks({ 1: ["total"], 2: ["total"], 3: ["sought", "total_later"] })
  .figures({
    solution: (p, s) => {
      const shares = sharesOf(p, rest(p.shares));
      return {
        figure: "areas",
        alt: `A square of area 1 with a column for each case, as wide as its share: ${casesOf(p)
          .map(
            (name, i) => `${name} is ${plain(shares[i] ?? 0)} wide and B fills ${plain(p.rates[i] ?? 0)} of its height`,
          )
          .join("; ")}. The filled area is P(B) = ${plain(p.measured === 0 ? s.total : p.measured)}.`,
        columns: casesOf(p).map((label, i) => ({ label, width: shares[i] ?? 0, part: p.rates[i] ?? 0 })),
        partLabel: "B",
      };
    },
  })
  .examples({
    "17": { level: 1, params: { story: 0, shares: [0.3], rates: [0.4, 0.01], measured: 0, later: [] } },
  })
  .check(({ shares, rates, later }) => {
    // Natural frequencies: of a million cases, count those with B.
    const count = (those: readonly number[]) => {
      const million = new Fraction(1_000_000);
      const groups = those.map((x) => million.mul(String(x)));
      const others = groups.reduce((left, group) => left.sub(group), million);
      return [...groups, others]
        .reduce((all, group, i) => all.add(group.mul(String(rates[i] ?? 0))), new Fraction(0))
        .div(million)
        .valueOf();
    };
    return { total: count(shares), sought: rates.at(-1) ?? 0, total_later: later.length > 0 ? count(later) : 0 };
  });
