/** Independence: told from probabilities, used to find one, and told from a table of counts (section 3.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, fraction, integer, scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import { ratio } from "#lib/expression/rational.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  a: z.number().min(0).lt(1),
  b: z.number().min(0).lt(1),
  /** P(A ∩ B) at level 1; at level 2 it is P(A) P(B), and the prompt shows the union. */
  both: z.number().min(0).lt(1),
  /** At level 3: rows A and not A, columns B and not B; empty below. */
  counts: z.array(z.array(z.int().positive()).length(2)).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  ["A message is picked from a mailbox.", "it has a link", "it is spam"],
  ["A photo is picked from a test set.", "it was taken at night", "the model gets it wrong"],
  ["A customer of a shop is picked.", "they live in a town", "they buy again"],
  ["A part is picked from a stock.", "it was made on a Monday", "it is faulty"],
  ["A patient of a clinic is picked.", "they are over 60", "they have a fever"],
  ["A learner of a course is picked.", "they attend online", "they pass"],
] as const;

const options = [
  { id: "independent", text: "$A$ and $B$ are independent." },
  { id: "more", text: "They are dependent: $B$ is more likely when $A$ holds." },
  { id: "less", text: "They are dependent: $B$ is less likely when $A$ holds." },
] as const;

const union = ({ a, b, both }: Params) => a + b - both;
const cells = ({ counts: [[both = 1, onlyA = 1] = [], [onlyB = 1, neither = 1] = []] }: Params) => ({
  both,
  onlyA,
  onlyB,
  neither,
});
/** Which option holds where P(B given A), or what goes with it, compares like x with y. */
const compared = (x: number, y: number) => (Math.abs(x - y) < 1e-9 ? "independent" : x > y ? "more" : "less");
const over = (above: number, below: number) => `\\dfrac{${above}}{${below}}`;

export default exercise({
  id: "probability/independence",
  version: 1,
  title: "Independent or not",
  summary: "Tell whether two events are independent, and use it where they are.",
  skills: ["joint-probability", "conditional-probability"],
  source: { section: "3.1", formulas: ["product-of-conditional", "union-rule"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    const [tenths, twentieths] = [rng.int(2, 6), rng.int(5, 13)];
    const [a, b, product] = [tenths / 10, twentieths / 20, 5 * tenths * twentieths];
    const kind = rng.int(0, 2);
    // In thousandths: how far P(A ∩ B) is from the product.
    const off = 5 * rng.int(3, 8) * (kind === 0 ? 0 : kind === 1 ? 1 : -1);
    if (level === 1) return { story, a, b, both: (product + off) / 1000, counts: [] };
    if (level === 2) {
      const [fives, hundredths] = [rng.int(4, 13), rng.int(21, 68)];
      return { story, a: (5 * fives) / 100, b: hundredths / 100, both: (5 * fives * hundredths) / 10_000, counts: [] };
    }
    // Proportional rows; then some are added to the first count or taken off.
    const [r, R, c, C] = [rng.int(4, 9), rng.int(4, 9), rng.int(4, 6), rng.int(7, 9)];
    const moved = kind === 0 ? 0 : rng.int(3, 6) * (kind === 1 ? 1 : -1);
    const columns = rng.int(0, 1) === 0 ? [c, C] : [C, c];
    const [x = 4, y = 7] = columns;
    return {
      story,
      a: 0,
      b: 0,
      both: 0,
      counts: [
        [r * x + moved, r * y],
        [R * x, R * y],
      ],
    };
  })
  .prompt((p, level) => {
    const [scene, isA, isB] = stories[p.story] ?? stories[0];
    const events = `${scene} Two events: $A$, ${isA}; and $B$, ${isB}.`;
    if (level === 3) {
      const { both, onlyA, onlyB, neither } = cells(p);
      return [
        `${events} The counts are:`,
        `| | $B$ | not $B$ |\n| --- | --: | --: |\n| $A$ | ${both} | ${onlyA} |\n| not $A$ | ${onlyB} | ${neither} |`,
        "Each of all that were counted is picked with the same chance. What are $P(B \\mid A)$ and $P(B \\mid A^c)$, and are the events independent? Which count of $A$ with $B$ goes with independence, the other three being as they are?",
      ].join("\n\n");
    }
    if (level === 1)
      return `${events} Known are\n\n$$P(A) = ${num(p.a)}, \\qquad P(B) = ${num(p.b)}, \\qquad P(A \\cap B) = ${num(p.both)}$$\n\nWhat would $P(A \\cap B)$ have to be if the events were **independent**, and are they?`;
    return `${events} The events are **independent**, and known are\n\n$$P(A) = ${num(p.a)}, \\qquad P(A \\cup B) = ${num(union(p))}$$\n\nWhat is $P(B)$, and how likely is it that **exactly one** of the two holds?`;
  })
  .step("product", scalar(), ({ a, b }) => a * b, {
    label: "P(A)\\,P(B)",
    words: "what P(A and B) is for independent events",
    hint: "For independent events the probability of both is a product.",
    formula: "P(A) \\cdot P(B)",
    work: ({ a, b }) => `${num(a)} \\cdot ${num(b)}`,
    malrules: {
      "as-exclusive": {
        value: () => 0,
        says: "This is right for events that exclude each other. Independent events can happen together: neither tells anything of the other.",
      },
      summed: {
        value: ({ a, b }) => a + b,
        says: "The two were added. For both to happen at once, independent probabilities are multiplied.",
      },
    },
  })
  .step("verdict", choice(options), ({ both }, s) => compared(both, s.product), {
    label: "\\text{verdict}",
    words: "whether the events are independent",
    hint: "Compare what is given with that product. If it is larger, the events go together more often than chance would have it.",
    formula: "P(A \\cap B) \\text{ against } P(A)\\,P(B)",
    work: ({ both }, s) => `${num(both)} \\text{ against } ${num(s.product)}`,
    malrules: {
      "overlap-as-dependence": {
        value: ({ both }, s) => (compared(both, s.product) === "independent" ? "more" : undefined),
        says: "That both can happen at once does not make them dependent. What counts is how often, compared with the product.",
      },
      "small-as-independent": {
        value: ({ both }, s) => (compared(both, s.product) === "independent" ? undefined : "independent"),
        says: "Independence asks for equality: $P(A \\cap B) = P(A)\\,P(B)$. Compare the two numbers once more.",
      },
      "turned-round": {
        value: ({ both }, s) => ({ independent: undefined, more: "less", less: "more" })[compared(both, s.product)],
        says: "The direction is turned round: divide both sides by $P(A)$ and compare $P(B \\mid A)$ with $P(B)$.",
      },
    },
  })
  .step("neither", scalar(), (p) => 1 - union(p), {
    label: "P(A^c \\cap B^c)",
    words: "the probability that neither holds",
    hint: "The opposite of “at least one” is “neither”.",
    formula: "1 - P(A \\cup B)",
    work: (p) => `1 - ${num(union(p))}`,
  })
  .step("not_b", scalar(), ({ a }, s) => s.neither / (1 - a), {
    label: "P(B^c)",
    words: "the probability that B fails",
    hint: "Complements of independent events are independent too: $P(A^c)\\,P(B^c)$ is the probability of neither.",
    formula: "\\dfrac{P(A^c \\cap B^c)}{1 - P(A)}",
    work: ({ a }, s) => `\\dfrac{${num(s.neither)}}{1 - ${num(a)}}`,
    malrules: {
      "complement-forgotten": {
        value: ({ a }, s) => s.neither / a,
        says: "The probability of “neither” was divided by $P(A)$. It is the product of the two complements, so divide by $P(A^c)$.",
      },
    },
  })
  .step("b", scalar(), (_, s) => 1 - s.not_b, {
    label: "P(B)",
    words: "the probability of B",
    hint: "Take the complement once more.",
    formula: "1 - P(B^c)",
    work: (_, s) => `1 - ${num(s.not_b)}`,
    malrules: {
      "as-exclusive": {
        value: (p) => union(p) - p.a,
        says: "$P(A)$ was only taken off the union, which is right for events that exclude each other. These are independent and overlap.",
      },
      "union-as-product": {
        value: (p) => Math.min(union(p) * p.a, 0.99),
        says: "The product rule belongs to $P(A \\cap B)$, but what is given is $P(A \\cup B)$.",
      },
    },
  })
  .step("overlap", scalar(), ({ a }, s) => a * s.b, {
    label: "P(A \\cap B)",
    words: "the probability that both hold",
    hint: "The events are independent.",
    formula: "P(A)\\,P(B)",
    work: ({ a }, s) => `${num(a)} \\cdot ${num(s.b)}`,
  })
  .step("exactly_one", scalar(), (p, s) => union(p) - s.overlap, {
    label: "P(\\text{exactly one})",
    words: "the probability that exactly one of the two holds",
    hint: "From “at least one” take off “both”.",
    formula: "P(A \\cup B) - P(A \\cap B)",
    work: (p, s) => `${num(union(p))} - ${num(s.overlap)}`,
    malrules: {
      "one-of-the-two": {
        value: (_, s) => s.b - s.overlap,
        says: "This is the probability that only $B$ holds. It may also be $A$ alone.",
      },
    },
  })
  .step("row_a", integer(), (p) => cells(p).both + cells(p).onlyA, {
    label: "|A|",
    words: "the number of those in A",
    hint: "Add up the row.",
    skill: "conditional-probability",
    formula: "|A \\cap B| + |A \\cap B^c|",
    work: (p) => `${cells(p).both} + ${cells(p).onlyA}`,
  })
  .step("row_not_a", integer(), (p) => cells(p).onlyB + cells(p).neither, {
    label: "|A^c|",
    words: "the number of those not in A",
    hint: "Add up the row.",
    skill: "conditional-probability",
    formula: "|A^c \\cap B| + |A^c \\cap B^c|",
    work: (p) => `${cells(p).onlyB} + ${cells(p).neither}`,
  })
  .step("b_given_a", fraction(), (p, s) => ratio(cells(p).both, s.row_a), {
    label: "P(B \\mid A)",
    words: "the probability of B given A",
    hint: "Among those in the row of $A$, which share is in $B$?",
    skill: "conditional-probability",
    formula: "\\dfrac{|A \\cap B|}{|A|}",
    work: (p, s) => over(cells(p).both, s.row_a),
    malrules: {
      inverse: {
        value: (p) => ratio(cells(p).both, cells(p).both + cells(p).onlyB),
        says: "This is $P(A \\mid B)$: it was divided by the column. Given $A$, the row of $A$ is what is left to pick from.",
      },
      "out-of-all": {
        value: (p) =>
          ratio(
            cells(p).both,
            p.counts.flat().reduce((t, x) => t + x, 0),
          ),
        says: "This is $P(A \\cap B)$, out of all. Given $A$, only its own row counts.",
      },
    },
  })
  .step("b_given_not_a", fraction(), (p, s) => ratio(cells(p).onlyB, s.row_not_a), {
    label: "P(B \\mid A^c)",
    words: "the probability of B given not A",
    hint: "The same in the other row.",
    skill: "conditional-probability",
    formula: "\\dfrac{|A^c \\cap B|}{|A^c|}",
    work: (p, s) => over(cells(p).onlyB, s.row_not_a),
    malrules: {
      "within-a": {
        value: (p) => ratio(cells(p).onlyA, cells(p).both + cells(p).onlyA),
        says: "This is $1 - P(B \\mid A)$, still in the row of $A$. Given not $A$, look at the other row.",
      },
    },
  })
  .step(
    "table_verdict",
    choice(options),
    (p) => compared(cells(p).both * cells(p).neither, cells(p).onlyA * cells(p).onlyB),
    {
      label: "\\text{verdict}",
      words: "whether the events are independent",
      hint: "Compare the two: where $A$ makes no difference for $B$, they are equal.",
      formula: "P(B \\mid A) \\text{ against } P(B \\mid A^c)",
      work: (p) =>
        `${over(cells(p).both, cells(p).both + cells(p).onlyA)} \\text{ against } ${over(cells(p).onlyB, cells(p).onlyB + cells(p).neither)}`,
      malrules: {
        "counts-compared": {
          value: (p) => compared(cells(p).both, cells(p).onlyB),
          says: "The counts in the column of $B$ were compared. The rows are not equally large: compare the shares that $B$ has in each.",
        },
        "small-as-independent": {
          value: (p) =>
            cells(p).both * cells(p).neither === cells(p).onlyA * cells(p).onlyB ? undefined : "independent",
          says: "The two shares are near each other, but independence in this table asks for equality. Bring them to a common denominator.",
        },
      },
    },
  )
  .step("fitting", integer(), (p) => Math.round((cells(p).onlyA * cells(p).onlyB) / cells(p).neither), {
    label: "x",
    words: "the count that would make the events independent",
    hint: "The rows must be proportional: the first is to the second in the row of $A$ as it is in the other row.",
    formula: "\\dfrac{|A \\cap B^c| \\cdot |A^c \\cap B|}{|A^c \\cap B^c|}",
    work: (p) => `\\dfrac{${cells(p).onlyA} \\cdot ${cells(p).onlyB}}{${cells(p).neither}}`,
    malrules: {
      "differences-equal": {
        value: (p) => cells(p).onlyA + cells(p).onlyB - cells(p).neither,
        says: "The two rows were given the same difference. Independence is about ratios: the rows must be proportional.",
      },
      "row-copied": {
        value: (p) => cells(p).onlyB,
        says: "The count of the other row was taken over. The rows differ in size, so it is the shares that must agree.",
      },
    },
  })
  .asks({
    1: ["product", "verdict"],
    2: ["b", "exactly_one"],
    3: ["b_given_a", "b_given_not_a", "table_verdict", "fitting"],
  })
  .figures({
    solution: (p) => {
      const { both, onlyA, onlyB, neither } = cells(p);
      const all = both + onlyA + onlyB + neither;
      const [a, inA, outside] =
        p.counts.length > 0
          ? [(both + onlyA) / all, both / (both + onlyA), onlyB / (onlyB + neither)]
          : [p.a, p.both / p.a, (p.b - p.both) / (1 - p.a)];
      return {
        figure: "areas",
        alt: `A square of area 1 in two columns, A and not A, ${plain(a, 3)} and ${plain(1 - a, 3)} wide. B fills ${plain(inA, 3)} of the height of the first and ${plain(outside, 3)} of the second; for independent events the two are equal.`,
        columns: [
          { label: "A", width: a, part: inA },
          { label: "not A", width: 1 - a, part: outside },
        ],
        partLabel: "B",
      };
    },
  })
  .check((p) => {
    const [a, b, both] = [p.a, p.b, p.both].map((x) => new Fraction(String(x)));
    const [x = new Fraction(0), y = new Fraction(0), overlap = new Fraction(0)] = [a, b, both];
    const sign = (difference: Fraction) => (["less", "independent", "more"] as const)[1 + difference.compare(0)] ?? "";
    const { both: k, onlyA, onlyB, neither } = cells(p);
    // From the four parts of the whole; and in the table, by the sign of the correlation.
    const parts = { onlyA: x.sub(overlap), onlyB: y.sub(overlap) };
    const all = k + onlyA + onlyB + neither;
    const correlation = new Fraction(k, all).sub(new Fraction(k + onlyA, all).mul(new Fraction(k + onlyB, all)));
    const whole = Array.from({ length: 400 }, (_, i) => i).find((n) => n * neither === onlyA * onlyB);
    const exactly = (f: Fraction) => ratio(Number(f.s * f.n), Number(f.d));
    return {
      product: x.mul(y).valueOf(),
      verdict: sign(overlap.sub(x.mul(y))),
      b: y.valueOf(),
      exactly_one: parts.onlyA.add(parts.onlyB).valueOf(),
      b_given_a: exactly(new Fraction(1).sub(new Fraction(onlyA, k + onlyA))),
      b_given_not_a: exactly(new Fraction(1).sub(new Fraction(neither, onlyB + neither))),
      table_verdict: sign(correlation),
      fitting: whole ?? -1,
    };
  });
