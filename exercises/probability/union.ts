/** Unions of two events: inclusion and exclusion, forwards and backwards (section 3.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(6),
  a: rate,
  b: rate,
  /** What else is known: P(A ∩ B), or the probability that neither happens. */
  gives: z.enum(["both", "neither"]),
  given: rate,
});
type Params = z.infer<typeof params>;

const stories = [
  ["A message is picked at random.", "it contains a link", "it has an attachment"],
  ["A customer of a shop is picked at random.", "they have bought a book", "they have bought music"],
  ["A photo of a data set is picked at random.", "it shows a person", "it was taken outdoors"],
  ["A patient of a practice is picked at random.", "they have a cough", "they have a fever"],
  ["A house for sale is picked at random.", "it has a garden", "it has a garage"],
  ["A day of last year is picked at random.", "it rained", "it was windy"],
  ["A record of a table is picked at random.", "its age is missing", "its income is missing"],
] as const;

export default exercise({
  id: "probability/union",
  version: 1,
  title: "One event or the other",
  summary: "Find the probability that at least one of two events happens, exactly one, both or neither.",
  skills: ["probability-rules"],
  source: { section: "3.1", formulas: ["union-rule", "complement-rule"] },
})
  .params(params, (rng, level): Params => {
    // In hundredths: the four parts of the whole are drawn, so that every variant is possible.
    const [both, onlyA, onlyB] = [rng.int(6, 18), rng.int(15, 35), rng.int(12, 29)];
    const [a, b] = [both + onlyA, both + onlyB];
    const gives = level === 3 ? "neither" : "both";
    return {
      story: rng.int(0, 6),
      a: a / 100,
      b: b / 100,
      gives,
      given: (gives === "neither" ? 100 - both - onlyA - onlyB : both) / 100,
    };
  })
  .prompt(({ story, a, b, gives, given }, level) => {
    const [picked, isA, isB] = stories[story] ?? stories[0];
    const third =
      gives === "both"
        ? `both hold with $P(A \\cap B) = ${num(given)}$`
        : `neither holds with the probability ${num(given)}`;
    return [
      picked,
      `- $A$: ${isA}, with $P(A) = ${num(a)}$\n- $B$: ${isB}, with $P(B) = ${num(b)}$\n- ${third}`,
      {
        1: "What is the probability $P(A \\cup B)$ that **at least one** of the two holds?",
        2: "What is the probability that **neither** holds, and what is the probability that **exactly one** of the two does?",
        3: "What is the probability that **both** hold, that **only $A$** does, and that **exactly one** of the two does?",
      }[level],
    ].join("\n\n");
  })
  .step("union", scalar(), ({ a, b, given }) => a + b - given, {
    label: "P(A \\cup B)",
    words: "the probability that at least one of the two holds",
    hint: "Add the two probabilities; what belongs to both events is in each of them, so take it off once.",
    formula: "P(A) + P(B) - P(A \\cap B)",
    work: ({ a, b, given }) => `${num(a)} + ${num(b)} - ${num(given)}`,
    malrules: {
      "both-not-subtracted": {
        value: ({ a, b }) => a + b,
        says: "The two probabilities were only added. Whatever is in both events is counted twice that way: once must be taken off.",
      },
      "both-subtracted-twice": {
        value: ({ a, b, given }) => a + b - 2 * given,
        says: "The overlap was taken off twice and is now gone altogether. “At least one” includes that both hold.",
      },
      "intersection-for-union": {
        value: ({ given }) => given,
        says: "This is $P(A \\cap B)$, where both hold. The sign $\\cup$ stands for one or the other, or both.",
      },
    },
  })
  .step("neither", scalar(), (_, s) => 1 - s.union, {
    label: "P(A^c \\cap B^c)",
    words: "the probability that neither holds",
    hint: "Neither holds exactly where “at least one” fails.",
    formula: "1 - P(A \\cup B)",
    work: (_, s) => `1 - ${num(s.union)}`,
    malrules: {
      "not-both": {
        value: ({ given }) => 1 - given,
        says: "This is the probability that not both hold; one of the two may still do. For “neither”, take the complement of the union.",
      },
      independent: {
        value: ({ a, b }) => (1 - a) * (1 - b),
        says: "The complements were multiplied as if the events were independent. Nothing says that they are, but $P(A \\cap B)$ is known.",
      },
    },
  })
  .step("exactly_one", scalar(), ({ given }, s) => s.union - given, {
    label: "P(\\text{exactly one})",
    words: "the probability that exactly one of the two holds",
    hint: "Of the union, leave out the part where both hold.",
    formula: "P(A \\cup B) - P(A \\cap B)",
    work: ({ given }, s) => `${num(s.union)} - ${num(given)}`,
    malrules: {
      "at-least-one": {
        value: (_, s) => s.union,
        says: "This is $P(A \\cup B)$, which includes that both hold. Exactly one excludes that.",
      },
    },
  })
  .step("union_known", scalar(), ({ given }) => 1 - given, {
    label: "P(A \\cup B)",
    words: "the probability that at least one of the two holds",
    hint: "Unless neither holds, at least one does.",
    formula: "1 - P(\\text{neither})",
    work: ({ given }) => `1 - ${num(given)}`,
    malrules: {
      "neither-for-union": {
        value: ({ given }) => given,
        says: "The probability of “neither” was used as $P(A \\cup B)$. The union is its complement.",
      },
    },
  })
  .step("both", scalar(), ({ a, b }, s) => a + b - s.union_known, {
    label: "P(A \\cap B)",
    words: "the probability that both hold",
    hint: "Solve the rule for the union for its last term: by how much does the sum of the two exceed the union?",
    formula: "P(A) + P(B) - P(A \\cup B)",
    work: ({ a, b }, s) => `${num(a)} + ${num(b)} - ${num(s.union_known)}`,
    malrules: {
      independent: {
        value: ({ a, b }) => a * b,
        says: "The product of the two would be right for independent events. Here the overlap follows from how often neither holds.",
      },
    },
  })
  .step("only_a", scalar(), ({ a }, s) => a - s.both, {
    label: "P(A \\cap B^c)",
    words: "the probability that only A holds",
    hint: "From $A$, take off the part that belongs to $B$ too.",
    formula: "P(A) - P(A \\cap B)",
    work: ({ a }, s) => `${num(a)} - ${num(s.both)}`,
    malrules: {
      "difference-of-both": {
        value: ({ a, b }) => a - b,
        says: "All of $B$ was taken off. From $A$ only that part of $B$ can go which lies in $A$.",
      },
    },
  })
  .step("only_b", scalar(), ({ b }, s) => b - s.both, {
    label: "P(A^c \\cap B)",
    words: "the probability that only B holds",
    hint: "The same for $B$.",
    formula: "P(B) - P(A \\cap B)",
    work: ({ b }, s) => `${num(b)} - ${num(s.both)}`,
  })
  .step("one_of_two", scalar(), (_, s) => s.only_a + s.only_b, {
    label: "P(\\text{exactly one})",
    words: "the probability that exactly one of the two holds",
    hint: "Exactly one: only $A$, or only $B$. These cannot happen together, so they add.",
    formula: "P(A \\cap B^c) + P(A^c \\cap B)",
    work: (_, s) => `${num(s.only_a)} + ${num(s.only_b)}`,
    malrules: {
      "at-least-one": {
        value: (_, s) => s.union_known,
        says: "This is $P(A \\cup B)$, which includes that both hold. Exactly one excludes that.",
      },
    },
  })
  .asks({ 1: ["union"], 2: ["neither", "exactly_one"], 3: ["both", "only_a", "one_of_two"] })
  .figures({
    solution: ({ a, b, gives }, s) => {
      const both = gives === "neither" ? s.both : a + b - s.union;
      const [inA, outside] = [both / a, (b - both) / (1 - a)];
      return {
        figure: "areas",
        alt: `A square of area 1 in two columns: A, ${plain(a)} wide, and not A, ${plain(1 - a)} wide. The part of B has the area ${plain(both)} in the first column and ${plain(b - both)} in the second; what is left of the second, ${plain(1 - a - b + both)}, is where neither holds.`,
        columns: [
          { label: "A", width: a, part: inA },
          { label: "not A", width: 1 - a, part: outside },
        ],
        partLabel: "B",
      };
    },
  })
  .check(({ a, b, gives, given }) => {
    // A hundred equally likely outcomes in a row: A the first of them, B laid over its end by as much as they share.
    const [inA, inB, known] = [a, b, given].map((x) => Math.round(100 * x));
    const shared = gives === "both" ? (known ?? 0) : (inA ?? 0) + (inB ?? 0) + (known ?? 0) - 100;
    const start = (inA ?? 0) - shared;
    const outcomes = Array.from(
      { length: 100 },
      (_, i) => [i < (inA ?? 0), i >= start && i < start + (inB ?? 0)] as const,
    );
    const share = (fits: (isA: boolean, isB: boolean) => boolean) =>
      outcomes.filter(([x, y]) => fits(x, y)).length / 100;
    const exactlyOne = share((x, y) => x !== y);
    return {
      union: share((x, y) => x || y),
      neither: share((x, y) => !x && !y),
      exactly_one: exactlyOne,
      both: share((x, y) => x && y),
      only_a: share((x, y) => x && !y),
      one_of_two: exactlyOne,
    };
  });
