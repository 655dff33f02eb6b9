/** Complements: of one event, of a range of counts, and "at least one" of independent trials (section 3.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(5),
  /** P(A); or P(X = 0), P(X = 1), P(X = 2) of a count; or the probabilities of three independent events. */
  given: z.enum(["event", "count", "trials"]),
  p: z.array(rate).min(1).max(3),
});
type Params = z.infer<typeof params>;

const stories = {
  event: [
    "$A$ is the event that a message is spam.",
    "Let $A$ be the event that a classifier gets an image right.",
    "$A$ stands for: the next visitor clicks on the advertisement.",
    "A sensor is out of order today; call this event $A$.",
    "That it rains tomorrow is the event $A$ of a forecast.",
    "A customer renews the subscription: this is the event $A$.",
  ],
  count: [
    "$X$ is the number of spelling mistakes in a message.",
    "A monitor counts the failed logins of a minute; let $X$ be their number.",
    "Let $X$ be the number of people that a detector finds in a photo.",
    "$X$ tells how many parcels of a delivery are damaged.",
    "A server restarts $X$ times a week.",
    "A reader flags $X$ sentences of a page.",
  ],
  trials: [
    "Three sensors fail independently of each other within a year;",
    "Three filters look at a message, and each wrongly stops it independently of the others;",
    "Three servers are down independently of each other;",
    "Three friends each catch a cold this month, independently of each other;",
    "Three models, trained independently, each get a photo wrong;",
    "Three seeds sprout independently of each other;",
  ],
} as const;

const total = (p: readonly number[]) => p.reduce((sum, x) => sum + x, 0);
const product = (p: readonly number[]) => p.reduce((all, x) => all * x, 1);
const added = (p: readonly number[]) => p.map((x) => num(x)).join(" + ");
const times = (p: readonly number[]) => p.map((x) => num(x)).join(" \\cdot ");
const firstOf = ({ p }: Params) => p[0] ?? 0;

export default exercise({
  id: "probability/complement",
  version: 1,
  title: "Complements",
  summary: "Find the probability that something does not happen, or happens at least once.",
  skills: ["probability-rules"],
  source: { section: "3.1", formulas: ["complement-rule"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    if (level === 1)
      return { story, given: "event", p: [(100 * rng.int(1, 8) + 10 * rng.int(1, 9) + rng.int(1, 9)) / 1000] };
    if (level === 2)
      return { story, given: "count", p: [rng.int(21, 39), rng.int(14, 29), rng.int(6, 19)].map((x) => x / 100) };
    return {
      story,
      given: "trials",
      p: rng.shuffle([rng.int(11, 19), rng.int(21, 29), rng.int(31, 39)]).map((x) => x / 100),
    };
  })
  .prompt(({ story, given, p }) => {
    const says = stories[given][story] ?? stories[given][0];
    const [first = 0, second = 0, third = 0] = p.map((x) => num(x));
    return {
      event: `${says} Its probability is $P(A) = ${first}$. What is the probability $P(A^c)$ that $A$ does **not** happen?`,
      count: `${says} Its distribution begins with $P(X = 0) = ${first}$, $P(X = 1) = ${second}$ and $P(X = 2) = ${third}$.\n\nHow likely is it that $X$ is **at least 1**, and how likely that it is **at least 3**?`,
      trials: `${says} call these events $A_1$, $A_2$ and $A_3$. Their probabilities are $P(A_1) = ${first}$, $P(A_2) = ${second}$ and $P(A_3) = ${third}$.\n\nHow likely is it that **at least one** of the three happens, and how likely that **not all** of them do?`,
    }[given];
  })
  .step("opposite", scalar(), (p) => 1 - firstOf(p), {
    label: "P(A^c)",
    words: "the probability that A does not happen",
    hint: "Either $A$ happens or it does not: the two probabilities add up to 1.",
    formula: "1 - P(A)",
    work: (p) => `1 - ${num(firstOf(p))}`,
    malrules: {
      "event-itself": {
        value: firstOf,
        says: "This is $P(A)$ itself. Asked is what is left of 1 for the case that $A$ does not happen.",
      },
      "carry-forgotten": {
        value: (p) => 1.11 - firstOf(p),
        says: "Each digit was taken from ten by itself. Only the last one is; in front of it one is carried. Does your answer add up to 1 with $P(A)$?",
      },
    },
  })
  .step("some", scalar(), (p) => 1 - firstOf(p), {
    label: "P(X \\ge 1)",
    words: "the probability that X is at least 1",
    hint: "The only count that is not at least 1 is 0.",
    formula: "1 - P(X = 0)",
    work: (p) => `1 - ${num(firstOf(p))}`,
    malrules: {
      "boundary-excluded": {
        value: ({ p: [none = 0, one = 0] }) => 1 - none - one,
        says: "This is the probability of more than 1. At least 1 includes 1 itself, so only 0 is ruled out.",
      },
      "one-only": {
        value: ({ p }) => p[1],
        says: "This is $P(X = 1)$, exactly one. At least 1 means 1, 2, 3 and so on.",
      },
    },
  })
  .step("few", scalar(), ({ p }) => total(p), {
    label: "P(X \\le 2)",
    words: "the probability that X is at most 2",
    hint: "A count cannot be two numbers at once: their probabilities add.",
    formula: "P(X = 0) + P(X = 1) + P(X = 2)",
    work: ({ p }) => added(p),
    malrules: {
      "zero-forgotten": {
        value: ({ p }) => total(p.slice(1)),
        says: "$X = 0$ was left out. It is one of the counts that are not at least 3, and takes its share of the 1.",
      },
      "boundary-included": {
        value: ({ p }) => total(p.slice(0, -1)),
        says: "$X = 2$ was counted with the large ones. At least 3 begins at 3, so 2 belongs to what is ruled out.",
      },
    },
  })
  .step("many", scalar(), (_, s) => 1 - s.few, {
    label: "P(X \\ge 3)",
    words: "the probability that X is at least 3",
    hint: "Nothing is said of the counts from 3 on, but together they take what the others leave of 1.",
    formula: "1 - P(X \\le 2)",
    work: (_, s) => `1 - ${num(s.few)}`,
    malrules: {
      "not-subtracted": {
        value: (_, s) => s.few,
        says: "This is $P(X \\le 2)$. What is asked is the rest of 1.",
      },
    },
  })
  .step("misses", vector(), ({ p }) => p.map((x) => 1 - x), {
    label: "\\bigl(P(A_1^c), P(A_2^c), P(A_3^c)\\bigr)",
    words: "the probabilities that each of the three does not happen",
    hint: "Take the complement of each event.",
    formula: "\\bigl(1 - P(A_1),\\ 1 - P(A_2),\\ 1 - P(A_3)\\bigr)",
    work: ({ p }) => `\\bigl(${p.map((x) => `1 - ${num(x)}`).join(",\\ ")}\\bigr)`,
  })
  .step("none", scalar(), (_, s) => product(s.misses), {
    label: "P(\\text{none})",
    words: "the probability that none of the three happens",
    hint: "None happens: all three complements do, and they are independent.",
    formula: "P(A_1^c)\\,P(A_2^c)\\,P(A_3^c)",
    work: (_, s) => times(s.misses),
    malrules: {
      "all-for-none": {
        value: ({ p }) => product(p),
        says: "The complement of “at least one” was taken to be “all three”. It is “none”: multiply the probabilities of the complements.",
      },
    },
  })
  .step("at_least_one", scalar(), (_, s) => 1 - s.none, {
    label: "P(\\text{at least one})",
    words: "the probability that at least one of the three happens",
    hint: "At least one happens unless none does.",
    formula: "1 - P(\\text{none})",
    work: (_, s) => `1 - ${num(s.none)}`,
    malrules: {
      summed: {
        value: ({ p }) => total(p),
        says: "The three probabilities were added. Two of the events may happen together and are counted twice then; such a sum can even exceed 1.",
      },
      "none-itself": {
        value: (_, s) => s.none,
        says: "This is the probability that none happens. Asked is the opposite.",
      },
    },
  })
  .step("all", scalar(), ({ p }) => product(p), {
    label: "P(\\text{all})",
    words: "the probability that all three happen",
    hint: "Independent events happen together with the product of their probabilities.",
    formula: "P(A_1)\\,P(A_2)\\,P(A_3)",
    work: ({ p }) => times(p),
  })
  .step("not_all", scalar(), (_, s) => 1 - s.all, {
    label: "P(\\text{not all})",
    words: "the probability that not all three happen",
    hint: "This is the complement of “all three”.",
    formula: "1 - P(\\text{all})",
    work: (_, s) => `1 - ${num(s.all)}`,
    malrules: {
      "none-for-not-all": {
        value: ({ p }) => product(p.map((x) => 1 - x)),
        says: "This is the probability that none happens. “Not all” also holds when one or two of them do.",
      },
      "all-itself": {
        value: (_, s) => s.all,
        says: "This is the probability that all three happen. Asked is the opposite.",
      },
    },
  })
  .asks({ 1: ["opposite"], 2: ["some", "many"], 3: ["at_least_one", "not_all"] })
  .figures({
    solution: ({ given, p }, s) =>
      given === "count"
        ? {
            figure: "bars",
            alt: `Bars for the probabilities of the counts: 0 has ${plain(p[0] ?? 0)}, 1 has ${plain(p[1] ?? 0)}, 2 has ${plain(p[2] ?? 0)}, and all from 3 on have ${plain(s.many)} together.`,
            bars: [...p, s.many].map((value, i) => ({ label: i === p.length ? "3 or more" : `${i}`, value })),
          }
        : undefined,
  })
  .check(({ given, p }) => {
    const [first = new Fraction(0), ...others] = p.map((x) => new Fraction(String(x)));
    if (given === "event") {
      // In thousandths, counted one by one from what belongs to A.
      const thousandths = Array.from({ length: 1000 }, (_, i) => i).filter(
        (i) => first.compare(new Fraction(i + 1, 1000)) < 0,
      );
      return { opposite: thousandths.length / 1000 };
    }
    if (given === "count") {
      // From the top down: what is 3 or more, then what each smaller count adds to it.
      const many = [first, ...others].reduce((left, x) => left.sub(x), new Fraction(1));
      return { many: many.valueOf(), some: others.reduce((sum, x) => sum.add(x), many).valueOf() };
    }
    // All eight patterns of three events, and the ones that fit.
    const patterns = Array.from({ length: 8 }, (_, bits) =>
      [first, ...others].map((x, i) => ({ x, is: (bits >> i) % 2 === 1 })),
    );
    const chance = (fits: (happened: number) => boolean) =>
      patterns
        .filter((pattern) => fits(pattern.filter(({ is }) => is).length))
        .reduce(
          (sum, pattern) =>
            sum.add(pattern.reduce((all, { x, is }) => all.mul(is ? x : x.neg().add(1)), new Fraction(1))),
          new Fraction(0),
        )
        .valueOf();
    return { at_least_one: chance((n) => n >= 1), not_all: chance((n) => n < 3) };
  });
