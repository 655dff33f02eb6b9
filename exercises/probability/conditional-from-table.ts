/** Conditional probabilities read off a table of counts, as exact fractions (§3.2). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { fraction, integer } from "#lib/exercise/kinds.ts";
import { terms } from "#lib/exercise/tex.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { ratio } from "#lib/expression/rational.ts";

// biome-ignore format: a table of stories
/** What was counted; each row and column has its heading, and what completes "the one picked …". */
const stories = [
  {
    counted: "Emails were counted by whether a reader called them spam, and by their links.",
    rows: [["spam", "is spam"], ["wanted", "is wanted"]],
    columns: [["no link", "has no link"], ["one link", "has one link"], ["more links", "has more than one link"]],
  },
  {
    counted: "Photos of a test set were counted by what a classifier made of them, and by the light they were taken in.",
    rows: [["right", "was classified right"], ["wrong", "was classified wrong"]],
    columns: [["day", "was taken by day"], ["dusk", "was taken at dusk"], ["night", "was taken at night"]],
  },
  {
    counted: "Patients of a trial were counted by how they fared, and by what they were given.",
    rows: [["recovered", "recovered"], ["still ill", "was still ill"]],
    columns: [["drug 1", "got drug 1"], ["drug 2", "got drug 2"], ["placebo", "got the placebo"]],
  },
  {
    counted: "Learners of a course were counted by its outcome, and by how they attended.",
    rows: [["passed", "passed"], ["failed", "failed"]],
    columns: [["online", "attended online"], ["evening", "came in the evening"], ["full time", "attended full time"]],
  },
  {
    counted: "Parts were counted by what an inspection found, and by the machine that made them.",
    rows: [["sound", "is sound"], ["faulty", "is faulty"]],
    columns: [["machine 1", "is from machine 1"], ["machine 2", "is from machine 2"], ["machine 3", "is from machine 3"]],
  },
  {
    counted: "Journeys were counted by whether they ended late, and by how they were made.",
    rows: [["late", "ended late"], ["on time", "ended on time"]],
    columns: [["tram", "was made by tram"], ["bus", "was made by bus"], ["train", "was made by train"]],
  },
  {
    counted: "People at a screening were counted by the result of their test, and by the state of their health.",
    rows: [["positive", "tested positive"], ["negative", "tested negative"]],
    columns: [["ill", "is ill"], ["well", "is well"], ["recovered", "has recovered"]],
  },
] as const;

const params = z.object({
  story: z.int().min(0).max(6),
  /** Two rows of two or three columns. */
  counts: z.array(z.array(z.int().positive()).min(2).max(3)).length(2),
  /** Which of the two is the condition B: a row or columns. A is the one row or column on the other side. */
  condition: z.enum(["row", "column"]),
  a: z.int().min(0).max(2),
  /** One row, or one or two columns. */
  b: z.array(z.int().min(0).max(2)).min(1).max(2),
  totals: z.boolean(),
});
type Params = z.infer<typeof params>;
type Group = "A" | "B";

const sum = (xs: readonly number[]) => xs.reduce((one, other) => one + other, 0);

/** The cells for which `inside` tells that they belong, given whether they are in A and in B. */
function cellsWhere({ counts, condition, a, b }: Params, inside: (inA: boolean, inB: boolean) => boolean): number[] {
  return counts.flatMap((row, i) =>
    row.filter((_, j) => {
      const [ofA, ofB] = condition === "column" ? [i, j] : [j, i];
      return inside(ofA === a, b.includes(ofB));
    }),
  );
}

const everybody = (p: Params) => sum(p.counts.flat());
const added = (cells: readonly number[]): string => terms(cells);

const sides = (p: Params, group: Group) => {
  const { rows, columns } = stories[p.story] ?? stories[0];
  return (group === "B") === (p.condition === "column") ? columns : rows;
};
const labelOf = (p: Params, group: Group, i: number): string => sides(p, group)[i]?.[0] ?? "";
const saysOf = (p: Params, group: Group): string =>
  (group === "A" ? [p.a] : p.b).map((i) => sides(p, group)[i]?.[1] ?? "").join(" or ");

function tableOf({ story, counts, totals }: Params): string {
  const { rows, columns } = stories[story] ?? stories[0];
  const heads = columns.slice(0, counts[0]?.length).map(([label]) => label);
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const column = (j: number) => sum(counts.map((row) => row[j] ?? 0));
  return [
    line(["", ...heads, ...(totals ? ["all"] : [])]),
    line(["---", ...heads.map(() => "--:"), ...(totals ? ["--:"] : [])]),
    ...counts.map((row, i) => line([rows[i]?.[0] ?? "", ...row, ...(totals ? [sum(row)] : [])])),
    ...(totals ? [line(["all", ...heads.map((_, j) => column(j)), sum(counts.flat())])] : []),
  ].join("\n");
}

type Counted = Readonly<Record<"joint" | "group_a" | "group_b", number>>;

/** The malrules of the share of A ∩ B in one of the two groups, `other` being the other one. */
const malrules = (group: keyof Counted, other: keyof Counted, given: Group) => ({
  "out-of-all": {
    value: (p: Params, s: Counted) => ratio(s.joint, everybody(p)),
    says: `This is out of all that were counted, so it is $P(A \\cap B)$. Given $${given}$, only those in $${given}$ are left to pick from.`,
  },
  inverse: {
    value: (_: Params, s: Counted) => ratio(s.joint, s[other]),
    says: `The condition and the event have changed places. What stands behind the bar, here $${given}$, is the group to divide by.`,
  },
  odds: {
    value: (_: Params, s: Counted) => (s[group] === s.joint ? undefined : ratio(s.joint, s[group] - s.joint)),
    says: `This compares those who are in both with the rest of $${given}$. Divide by all of $${given}$, those in both included.`,
  },
});

/** The conditional probabilities of A given each part of B by itself. */
const shares = (p: Params): Fraction[] =>
  p.b.map((part) => {
    const alone = { ...p, b: [part] };
    return new Fraction(sum(cellsWhere(alone, (inA, inB) => inA && inB)), sum(cellsWhere(alone, (_, inB) => inB)));
  });
const exactly = (x: Fraction): Expr => ratio(Number(x.s * x.n), Number(x.d));
const quotient = (above: number, below: number) => `\\dfrac{${above}}{${below}}`;
const share = (given: string, event: string) => `\\dfrac{|${event} \\cap ${given}|}{|${given}|}`;

const aGivenB = {
  label: "P(A \\mid B)",
  words: "the probability of A given B",
  hint: "Only those in B are left to pick from. Divide the number of those who are in A too by the number of all in B.",
  formula: share("B", "A"),
  work: (_: Params, s: Counted) => quotient(s.joint, s.group_b),
  malrules: {
    ...malrules("group_b", "group_a", "B"),
    "parts-averaged": {
      value: (p: Params) =>
        p.b.length === 2
          ? exactly(
              shares(p)
                .reduce((x, y) => x.add(y))
                .div(2),
            )
          : undefined,
      says: "This is the mean of two conditional probabilities, as if both parts of $B$ were equally large. Add up the counts first, then divide once.",
    },
  },
};

const bGivenA = {
  label: "P(B \\mid A)",
  words: "the probability of B given A",
  hint: "Now A is the group to pick from. Divide the number of those who are in B too by the number of all in A.",
  formula: share("A", "B"),
  work: (_: Params, s: Counted) => quotient(s.joint, s.group_a),
  malrules: malrules("group_a", "group_b", "A"),
};

export default exercise({
  id: "probability/conditional-from-table",
  version: 1,
  title: "Conditional probability from counts",
  summary: "Read conditional probabilities off a table of counts, as exact fractions.",
  skills: ["conditional-probability"],
  source: { section: "3.2", formulas: ["conditional-probability"] },
})
  .params(params, (rng, level) => {
    const columns = level === 1 ? 2 : 3;
    const condition = level === 3 ? "column" : rng.pick<"row" | "column">(["row", "column"]);
    const row = rng.int(0, 1);
    const order = rng.shuffle([0, 1, 2].slice(0, columns));
    const [column = 0] = order;
    return {
      story: rng.int(0, 6),
      counts: rng.list(2, () => rng.list(columns, () => rng.int(12, 59))),
      condition,
      a: condition === "column" ? row : column,
      b: condition === "row" ? [row] : order.slice(0, level === 3 ? 2 : 1).sort((i, j) => i - j),
      totals: level === 1,
    };
  })
  .prompt((p, level) => {
    const { counted } = stories[p.story] ?? stories[0];
    return [
      counted,
      tableOf(p),
      "One of them is picked at random, each with the same chance.",
      `- $A$: the one picked ${saysOf(p, "A")}\n- $B$: the one picked ${saysOf(p, "B")}`,
      {
        1: "What is the probability of $A$ **given** $B$?",
        2: "What is the probability of $A$ **given** $B$, and what is that of $B$ **given** $A$?",
        3: "What is the probability of $A$ **given** $B$, what is that of $B$ **given** $A$, and what is that of $\\text{not } B$ **given** $\\text{not } A$?",
      }[level],
    ].join("\n\n");
  })
  .step("joint", integer(), (p) => sum(cellsWhere(p, (inA, inB) => inA && inB)), {
    label: "|A \\cap B|",
    words: "the number of those in both A and B",
    hint: "Find the cell or cells that belong to A and to B.",
    formula: (p) => `\\text{${p.b.map((i) => `${labelOf(p, "A", p.a)} and ${labelOf(p, "B", i)}`).join(" + ")}}`,
    work: (p) => added(cellsWhere(p, (inA, inB) => inA && inB)),
    malrules: {
      "first-part-only": {
        value: (p) => (p.b.length === 2 ? cellsWhere(p, (inA, inB) => inA && inB)[0] : undefined),
        says: "One part of $B$ is missing from those in both: $A \\cap B$ has a cell in each of the two columns of $B$.",
      },
    },
  })
  .step("group_b", integer(), (p) => sum(cellsWhere(p, (_, inB) => inB)), {
    label: "|B|",
    words: "the number of those in B",
    hint: "Count all who are in B, whether they are in A or not.",
    formula: (p) => `\\text{all of: ${p.b.map((i) => labelOf(p, "B", i)).join(", ")}}`,
    work: (p) => added(cellsWhere(p, (_, inB) => inB)),
  })
  .step("group_a", integer(), (p) => sum(cellsWhere(p, (inA) => inA)), {
    label: "|A|",
    words: "the number of those in A",
    hint: "Count all who are in A, whether they are in B or not.",
    formula: (p) => `\\text{all of: ${labelOf(p, "A", p.a)}}`,
    work: (p) => added(cellsWhere(p, (inA) => inA)),
  })
  .step("a_given_b", fraction(), (_, s) => ratio(s.joint, s.group_b), aGivenB)
  .step("b_given_a", fraction(), (_, s) => ratio(s.joint, s.group_a), bGivenA)
  .step("a_given_b_reduced", fraction({ reduced: true }), (_, s) => ratio(s.joint, s.group_b), aGivenB)
  .step("b_given_a_reduced", fraction({ reduced: true }), (_, s) => ratio(s.joint, s.group_a), bGivenA)
  .step("neither", integer(), (p) => sum(cellsWhere(p, (inA, inB) => !inA && !inB)), {
    label: "|A^c \\cap B^c|",
    words: "the number of those in neither A nor B",
    hint: "Find what is left when A and B are both struck out.",
    formula: "\\text{in neither } A \\text{ nor } B",
    work: (p) => added(cellsWhere(p, (inA, inB) => !inA && !inB)),
  })
  .step("outside_a", integer(), (p) => sum(cellsWhere(p, (inA) => !inA)), {
    label: "|A^c|",
    words: "the number of those not in A",
    hint: "Count all who are not in A.",
    formula: "\\text{all not in } A",
    work: (p) => added(cellsWhere(p, (inA) => !inA)),
  })
  .step("not_b_given_not_a", fraction({ reduced: true }), (_, s) => ratio(s.neither, s.outside_a), {
    label: "P(B^c \\mid A^c)",
    words: "the probability of not B given not A",
    hint: "The condition is that it is not in A: this is another group than A, with counts of its own.",
    formula: share("A^c", "B^c"),
    work: (_, s) => quotient(s.neither, s.outside_a),
    malrules: {
      "complement-within-a": {
        value: (_, s) => ratio(s.group_a - s.joint, s.group_a),
        says: "This is $1 - P(B \\mid A)$, still within $A$. Here the condition is $\\text{not } A$: look at the other group.",
      },
      inverse: {
        value: (p, s) => ratio(s.neither, everybody(p) - s.group_b),
        says: "The condition and the event have changed places: the group to divide by is $\\text{not } A$.",
      },
      "out-of-all": {
        value: (p, s) => ratio(s.neither, everybody(p)),
        says: "This is out of all that were counted. Given $\\text{not } A$, only those outside $A$ are left to pick from.",
      },
    },
  })
  .asks({
    1: ["a_given_b"],
    2: ["a_given_b", "b_given_a"],
    3: ["a_given_b_reduced", "b_given_a_reduced", "not_b_given_not_a"],
  })
  .figures({
    solution: (p) => {
      const all = everybody(p);
      const parts = sides(p, "B").slice(0, p.condition === "row" ? 2 : p.counts[0]?.length);
      const columns = parts.map(([label], i) => {
        const [inside, both] = [
          cellsWhere({ ...p, b: [i] }, (_, inB) => inB),
          cellsWhere({ ...p, b: [i] }, (inA, inB) => inA && inB),
        ].map(sum);
        return { label, width: (inside ?? 0) / all, part: (both ?? 0) / (inside ?? 1), inside, both };
      });
      return {
        figure: "areas",
        alt: `A square of area 1, with a column for each group, as wide as its share of all ${all}: ${columns.map(({ label, inside, both }) => `${label} has ${inside}, of which ${both} are in A`).join("; ")}. How high a column is filled is the probability of A given that group.`,
        columns: columns.map(({ label, width, part }) => ({ label, width, part })),
        partLabel: labelOf(p, "A", p.a),
      };
    },
  })
  .examples({
    // Example 16 in natural frequencies, of 10,000 people: 100 ill, 99 of them found; 495 false alarms.
    "16": {
      level: 1,
      params: {
        story: 6,
        counts: [
          [99, 495],
          [1, 9405],
        ],
        condition: "row",
        a: 0,
        b: [0],
        totals: true,
      },
    },
  })
  .check((p) => {
    // By enumeration: everybody in a long list, those who meet the condition picked out, the event counted among them.
    const people = p.counts.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => ({ i, j }))));
    const inA = ({ i, j }: { i: number; j: number }) => (p.condition === "column" ? i : j) === p.a;
    const inB = ({ i, j }: { i: number; j: number }) => p.b.includes(p.condition === "column" ? j : i);
    const among = (group: typeof people, event: (one: { i: number; j: number }) => boolean) =>
      exactly(new Fraction(group.filter(event).length, group.length));
    const [a, b] = [among(people.filter(inB), inA), among(people.filter(inA), inB)];
    const neither = among(
      people.filter((one) => !inA(one)),
      (one) => !inB(one),
    );
    return { a_given_b: a, b_given_a: b, a_given_b_reduced: a, b_given_a_reduced: b, not_b_given_not_a: neither };
  });
