/** Which probabilities can hold at once: bounds on joint and marginal probabilities (examples 15 and 17). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(5),
  a: rate,
  b: rate,
  /** P(A ∩ B) at level 1, P(B given A) above. */
  given: rate,
  /** At level 3: what P(B given not A) is found to be; otherwise 0. */
  counted: z.number().min(0).lt(1),
});
type Params = z.infer<typeof params>;

const stories = [
  ["A report on a mail server", "a message is spam", "a message contains the word “lottery”"],
  ["A page about a shop", "a visitor is new", "a visitor buys something"],
  ["The slides of a talk on a hospital", "a patient is over 60", "a patient has a fever"],
  ["A leaflet on a factory", "a part was made at night", "a part is faulty"],
  ["A summary of a survey", "a person lives in a town", "a person cycles to work"],
  ["A note on a data set", "a photo shows a person", "a photo was taken indoors"],
] as const;

const jointOptions = [
  { id: "can-be", text: "They can all be true at once." },
  { id: "joint", text: "They cannot: $P(A \\cap B)$ is larger than $P(A)$ or $P(B)$." },
  { id: "union", text: "They cannot: $P(A \\cup B)$ would be larger than 1." },
  { id: "product", text: "They cannot: $P(A \\cap B)$ would have to be $P(A)\\,P(B)$." },
  { id: "sum", text: "They cannot: $P(A) + P(B)$ is larger than 1." },
] as const;

const rangeOptions = [
  { id: "can-be", text: "They can all be true at once." },
  { id: "too-small", text: "They cannot: $P(B)$ is too small." },
  { id: "too-large", text: "They cannot: $P(B)$ is too large." },
] as const;

const onlyBetween = {
  value: () => "can-be",
  says: "Each number by itself lies between 0 and 1, and that was taken to be enough. They must also fit together: each part of a whole is at most the whole.",
};
const taken = (id: string, applies: (p: Params) => boolean, says: string) => ({
  value: (p: Params) => (applies(p) ? id : undefined),
  says,
});

export default exercise({
  id: "probability/coherence",
  version: 1,
  title: "Can these probabilities be?",
  summary: "Tell whether given probabilities can hold together, and find the bounds that they must keep to.",
  skills: ["probability-rules", "joint-probability", "conditional-probability", "total-probability"],
  source: { section: "3.1", examples: [15, 17] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    const kind = rng.int(0, 2);
    if (level === 1) {
      const [a, b] = rng.shuffle([rng.int(41, 69), rng.int(36, 79)]);
      const [x = 0, y = 0] = [a, b];
      const [least, most] = [Math.max(0, x + y - 100), Math.min(x, y)];
      const between = least + Math.floor(((most - least) * rng.int(3, 7)) / 10);
      // Above the smaller of the two; a union beyond 1; or what can be.
      const joint = kind === 0 ? most + rng.int(3, 15) : kind === 1 && least > 9 ? least - rng.int(3, 6) : between;
      return { story, a: x / 100, b: y / 100, given: joint / 100, counted: 0 };
    }
    // P(A) and P(B given A) in twentieths; P(B) below what A alone gives it, above what it can reach, or between.
    const [a, given] = kind === 1 ? [rng.int(11, 15), rng.int(4, 8)] : [rng.int(6, 14), rng.int(7, 13)];
    const [least, most] = [(a * given) / 4, (a * given) / 4 + 100 - 5 * a];
    const b = [
      Math.floor(least) - rng.int(3, 6),
      Math.floor(most) + rng.int(4, 14),
      Math.floor(least) + Math.floor(((most - least) * rng.int(3, 7)) / 10),
    ][kind];
    return {
      story,
      a: (5 * a) / 100,
      b: (b ?? 0) / 100,
      given: (5 * given) / 100,
      counted: level === 3 ? rng.int(2, 29) / 100 : 0,
    };
  })
  .prompt(({ story, a, b, given, counted }, level) => {
    const [source, isA, isB] = stories[story] ?? stories[0];
    const events = `${source} gives some probabilities for $A$, that ${isA}, and for $B$, that ${isB}:`;
    if (level === 1)
      return `${events}\n\n$$P(A) = ${num(a)}, \\qquad P(B) = ${num(b)}, \\qquad P(A \\cap B) = ${num(given)}$$\n\nCan these be?`;
    if (level === 2)
      return `${events}\n\n$$P(A) = ${num(a)}, \\qquad P(B \\mid A) = ${num(given)}$$\n\nWhat is the **least** that $P(B)$ can be, and what is the **most**? The same source says that $P(B) = ${num(b)}$; can all three be true?`;
    return [
      `${events}\n\n$$P(A) = ${num(a)}, \\qquad P(B \\mid A) = ${num(given)}, \\qquad P(B) = ${num(b)}$$`,
      "Which number, possible or not, would $P(B \\mid A^c)$ have to be so that all three hold? Can they be, then?",
      `A recount confirms $P(A)$ and $P(B \\mid A)$, and finds $P(B \\mid A^c) = ${num(counted)}$. What is $P(B)$ by the recount, and what is $P(A \\mid B)$?`,
    ].join("\n\n");
  })
  .step("union", scalar(), ({ a, b, given }) => a + b - given, {
    label: "P(A \\cup B)",
    words: "the probability of A or B that would follow",
    hint: "Find what the union would have to be.",
    formula: "P(A) + P(B) - P(A \\cap B)",
    work: ({ a, b, given }) => `${num(a)} + ${num(b)} - ${num(given)}`,
  })
  .step(
    "verdict",
    choice(jointOptions),
    ({ a, b, given }, { union }) => (given > Math.min(a, b) ? "joint" : union > 1 ? "union" : "can-be"),
    {
      label: "\\text{verdict}",
      words: "whether these probabilities can be",
      hint: "Two things must hold: what lies in both events is no more than either of them, and what lies in one or the other is no more than everything.",
      formula: "\\text{is } P(A \\cap B) \\le P(A),\\ P(A \\cap B) \\le P(B),\\ P(A \\cup B) \\le 1 \\text{?}",
      work: ({ a, b, given }, s) =>
        `\\text{is } ${num(given)} \\le ${num(a)},\\ ${num(given)} \\le ${num(b)},\\ ${num(s.union)} \\le 1 \\text{?}`,
      malrules: {
        "each-between-0-and-1": onlyBetween,
        "product-demanded": {
          value: () => "product",
          says: "$P(A \\cap B) = P(A)\\,P(B)$ holds for independent events only, and nothing says that these are.",
        },
        "sum-demanded": {
          value: ({ a, b }) => (a + b > 1 ? "sum" : undefined),
          says: "$P(A) + P(B)$ may well be larger than 1: what lies in both events is counted twice in that sum.",
        },
        "joint-suspected": taken(
          "joint",
          ({ a, b, given }) => given < Math.min(a, b),
          "Compare once more: the joint probability is smaller than both of the others here.",
        ),
        "union-suspected": taken(
          "union",
          ({ a, b, given }) => a + b - given < 1,
          "Work out $P(A) + P(B) - P(A \\cap B)$ once more and compare it with 1. Did the joint probability come off?",
        ),
      },
    },
  )
  .step("both", scalar(), ({ a, given }) => given * a, {
    label: "P(A \\cap B)",
    words: "the joint probability of A and B",
    hint: "The part of $B$ that lies in $A$ is fixed by the numbers given.",
    skill: "joint-probability",
    formula: "P(B \\mid A)\\,P(A)",
    work: ({ a, given }) => `${num(given)} \\cdot ${num(a)}`,
    malrules: {
      "conditional-as-joint": {
        value: ({ given }) => given,
        says: "$P(B \\mid A)$ was taken for $P(A \\cap B)$. It is a share of $A$ only: multiply it by $P(A)$.",
      },
    },
  })
  .step("outside", scalar(), ({ a }) => 1 - a, {
    label: "P(A^c)",
    words: "the probability that A fails",
    hint: "What is not in $A$ makes up the rest of 1.",
    formula: "1 - P(A)",
    work: ({ a }) => `1 - ${num(a)}`,
  })
  .step("least", scalar(), (_, s) => s.both, {
    label: "P(B)_{\\min}",
    words: "the least possible P(B)",
    hint: "$B$ holds at least that part; outside of $A$ it may hold nothing.",
    formula: "P(A \\cap B)",
    malrules: {
      "nothing-known": {
        value: () => 0,
        says: "$P(B)$ cannot be 0: a part of $A$ belongs to $B$, and how large it is follows from the numbers given.",
      },
    },
  })
  .step("most", scalar(), (_, s) => s.both + s.outside, {
    label: "P(B)_{\\max}",
    words: "the greatest possible P(B)",
    hint: "At most, everything outside of $A$ belongs to $B$ as well.",
    formula: "P(A \\cap B) + P(A^c)",
    work: (_, s) => `${num(s.both)} + ${num(s.outside)}`,
    malrules: {
      "nothing-known": {
        value: () => 1,
        says: "$P(B)$ cannot be 1: within $A$, a part does not belong to $B$.",
      },
      "outside-alone": {
        value: (_, s) => s.outside,
        says: "This is only what lies outside of $A$. $B$ has its part of $A$ besides.",
      },
    },
  })
  .step(
    "range",
    choice(rangeOptions),
    ({ b }, s) => (b < s.least ? "too-small" : b > s.most ? "too-large" : "can-be"),
    {
      label: "\\text{verdict}",
      words: "whether the three probabilities can be",
      hint: "Compare the third number with the two bounds.",
      formula: "\\text{is } P(B)_{\\min} \\le P(B) \\le P(B)_{\\max} \\text{?}",
      work: ({ b }, s) => `\\text{is } ${num(s.least)} \\le ${num(b)} \\le ${num(s.most)} \\text{?}`,
      malrules: { "each-between-0-and-1": onlyBetween },
    },
  )
  .step("needed", scalar(), ({ b }, s) => (b - s.both) / s.outside, {
    label: "P(B \\mid A^c)",
    words: "the value that P(B given not A) would have to have",
    hint: "What of $P(B)$ does not lie in $A$ must lie outside; divide it by the size of the outside.",
    skill: "conditional-probability",
    formula: "\\dfrac{P(B) - P(A \\cap B)}{P(A^c)}",
    work: ({ b }, s) => `\\dfrac{${num(b)} - ${num(s.both)}}{${num(s.outside)}}`,
    malrules: {
      "joint-not-subtracted": {
        value: ({ b }, s) => b / s.outside,
        says: "All of $P(B)$ was put outside of $A$. A part of it lies in $A$ and comes off first.",
      },
      "not-divided": {
        value: ({ b }, s) => b - s.both,
        says: "This would be $P(A^c \\cap B)$, a share of everything. A conditional probability is a share of $A^c$: divide by $P(A^c)$.",
      },
    },
  })
  .step(
    "consistent",
    choice(rangeOptions),
    (_, s) => (s.needed < 0 ? "too-small" : s.needed > 1 ? "too-large" : "can-be"),
    {
      label: "\\text{verdict}",
      words: "whether the three probabilities can be",
      hint: "Is that number a probability at all?",
      formula: "\\text{is } 0 \\le P(B \\mid A^c) \\le 1 \\text{?}",
      work: (_, s) => `\\text{is } 0 \\le ${num(s.needed)} \\le 1 \\text{?}`,
      malrules: { "each-between-0-and-1": onlyBetween },
    },
  )
  .step("recounted", scalar(), ({ counted }, s) => s.both + counted * s.outside, {
    label: "P(B)",
    words: "P(B) by the recount",
    hint: "Add the part of $B$ in $A$ and its part outside, each with its weight.",
    skill: "total-probability",
    formula: "P(A \\cap B) + P(B \\mid A^c)\\,P(A^c)",
    work: ({ counted }, s) => `${num(s.both)} + ${num(counted)} \\cdot ${par(s.outside)}`,
    malrules: {
      unweighted: {
        value: ({ counted }, s) => s.both + counted,
        says: "$P(B \\mid A^c)$ is a share of $A^c$ alone. Weigh it with $P(A^c)$ before you add it.",
      },
    },
  })
  .step("posterior", scalar(), (_, s) => s.both / s.recounted, {
    label: "P(A \\mid B)",
    words: "P(A given B) by the recount",
    hint: "Of all of $B$, which share lies in $A$?",
    skill: "conditional-probability",
    formula: "\\dfrac{P(A \\cap B)}{P(B)}",
    work: (_, s) => `\\dfrac{${num(s.both)}}{${num(s.recounted)}}`,
    malrules: {
      "old-marginal": {
        value: ({ b }, s) => s.both / b,
        says: "This was divided by the $P(B)$ that was claimed. By the recount, $P(B)$ is another number.",
      },
      inverse: {
        value: ({ given }) => given,
        says: "This is $P(B \\mid A)$. Asked is the share of $A$ among $B$, the other way round.",
      },
    },
  })
  .asks({
    1: ["verdict"],
    2: ["least", "most", "range"],
    3: ["needed", "consistent", "recounted", "posterior"],
  })
  .figures({
    solution: ({ a, given, counted }, s) =>
      counted === 0
        ? undefined
        : {
            figure: "areas",
            alt: `A square of area 1 in two columns: A, ${plain(a)} wide, and not A, ${plain(1 - a)} wide. In the first column B has the area ${plain(s.both)}, whatever happens; in the second, at ${plain(counted)} of its height, ${plain(counted * (1 - a))}.`,
            columns: [
              { label: "A", width: a, part: given },
              { label: "not A", width: 1 - a, part: counted },
            ],
            partLabel: "B",
          },
  })
  .examples({
    "15": { level: 2, params: { story: 0, a: 0.3, b: 0.05, given: 0.4, counted: 0 } },
    "17": { level: 3, params: { story: 0, a: 0.3, b: 0.05, given: 0.4, counted: 0.01 } },
  })
  .check(({ a, b, given, counted }) => {
    const [A, B, C, D] = [a, b, given, counted].map((x) => new Fraction(String(x)));
    const [one, zero] = [new Fraction(1), new Fraction(0)];
    const [inA = one, inB = one, known = one, found = one] = [A, B, C, D];
    // The four parts of the whole (both, only A, only B, neither): can be if and only if none of them is negative.
    const [onlyA, onlyB] = [inA.sub(known), inB.sub(known)];
    const neither = one.sub(known).sub(onlyA).sub(onlyB);
    const verdict =
      onlyA.compare(0) < 0 || onlyB.compare(0) < 0 ? "joint" : neither.compare(0) < 0 ? "union" : "can-be";
    // P(B) as a function of P(B given not A) is a straight line; its ends are the bounds.
    const at = (t: Fraction) => inA.mul(known).add(one.sub(inA).mul(t));
    const needed = inB.sub(at(zero)).div(at(one).sub(at(zero)));
    const fits = inB.compare(at(zero)) < 0 ? "too-small" : inB.compare(at(one)) > 0 ? "too-large" : "can-be";
    return {
      verdict,
      least: at(zero).valueOf(),
      most: at(one).valueOf(),
      range: fits,
      needed: needed.valueOf(),
      consistent: fits,
      recounted: at(found).valueOf(),
      posterior: one.sub(one.sub(inA).mul(found).div(at(found))).valueOf(),
    };
  });
