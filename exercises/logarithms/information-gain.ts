/** What a split of a decision tree gains: the entropy before it, less the weighted entropy of its branches. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import { entropy, log2 } from "#lib/math/logs.ts";
import { mean, sum } from "#lib/math/vector.ts";

/** The numbers of yes and no in a branch. */
const branch = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
type Branch = z.infer<typeof branch>;
const params = z.object({
  story: z.int().min(0).max(3),
  /** The branches of the split, and at level 3 of another split of the same node. */
  first: z.array(branch).min(2).max(3),
  second: z.array(branch).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  { node: "loans", yes: "paid back", no: "not paid back", by: ["by income", "by age"] },
  { node: "emails", yes: "spam", no: "wanted", by: ["by the number of links", "by the hour"] },
  { node: "patients", yes: "recovered", no: "still ill", by: ["by dose", "by age"] },
  { node: "visitors of a shop", yes: "bought something", no: "bought nothing", by: ["by device", "by weekday"] },
] as const;

const xlog = (n: number): number => (n === 0 ? 0 : n * log2(n));
/** The entropy of counts in bits: log₂ N − (1/N)·Σ n·log₂ n. */
const bits = ([yes, no]: Branch): number =>
  yes === 0 || no === 0 ? 0 : log2(yes + no) - (xlog(yes) + xlog(no)) / (yes + no);
const size = ([yes, no]: Branch): number => yes + no;
const whole = (branches: readonly Branch[]): Branch => [
  sum(branches.map(([yes]) => yes)),
  sum(branches.map(([, no]) => no)),
];
const weightedMean = (branches: readonly Branch[], H: readonly number[]): number =>
  sum(branches.map((b, i) => size(b) * (H[i] ?? 0))) / sum(branches.map(size));

const shareTex = (part: number, all: number) => `\\tfrac{${part}}{${all}}`;
const bitsTex = (b: Branch): string => {
  const parts = b.flatMap((n) => (n === 0 ? [] : [`${shareTex(n, size(b))} \\log_2 ${shareTex(n, size(b))}`]));
  return parts.length < 2 ? "0" : `-${parts.join(" - ")}`;
};

const nats = "These are nats, from natural logarithms. In bits the logarithms have the base 2.";

const branchesOf = (label: string, which: "first" | "second") => ({
  label,
  words: `the entropies of the branches of ${which === "first" ? "the split" : "the second split"}`,
  hint: "Inside each branch, take the shares of both outcomes and their entropy. A branch with only one outcome has none.",
  formula: "\\bigl[H(\\text{branch})\\bigr]",
  work: (p: Params) => `\\begin{bmatrix} ${p[which].map(bitsTex).join(" \\\\ ")} \\end{bmatrix}`,
  malrules: {
    "one-term": {
      value: (p: Params) => p[which].map((b) => (b[0] === 0 ? 0 : -(b[0] / size(b)) * log2(b[0] / size(b)))),
      says: "Only one of the two outcomes was counted. Both add $-p \\log_2 p$ to the entropy of a branch.",
    },
    "shares-of-all": {
      value: (p: Params) => {
        const all = size(whole(p[which]));
        return p[which].map((b) => sum(b.map((n) => (n === 0 ? 0 : -(n / all) * log2(n / all)))));
      },
      says: "The shares were taken of the whole node. Inside a branch only its own members count.",
    },
  },
});

const remainderOf = <S>(label: string, which: "first" | "second", H: (p: Params, s: S) => readonly number[]) => ({
  label,
  words: `the entropy that is left after ${which === "first" ? "the split" : "the second split"}`,
  hint: "Weigh the entropy of each branch with its share of the node.",
  formula: "\\sum_k \\dfrac{n_k}{n} H_k",
  work: (p: Params, s: S) =>
    p[which].map((b, k) => `${shareTex(size(b), size(whole(p[which])))} \\cdot ${num(H(p, s)[k] ?? 0)}`).join(" + "),
  malrules: {
    unweighted: {
      value: (p: Params, s: S) => mean(H(p, s)),
      says: "The branches were averaged as if they were equally large. Each counts with its share of the node.",
    },
    added: {
      value: (p: Params, s: S) => sum(H(p, s)),
      says: "The entropies were added without weights. Each counts with its share of the node.",
    },
  },
});

const gainOf = <S>(
  label: string,
  words: string,
  parts: (p: Params, s: S) => readonly [before: number, left: number],
) => ({
  label,
  words,
  hint: "The gain is what the entropy of the node has lost through the split. It is never negative.",
  formula: "H - R",
  work: (p: Params, s: S) =>
    parts(p, s)
      .map((x) => num(x))
      .join(" - "),
  malrules: {
    "remainder-as-gain": {
      value: (p: Params, s: S) => parts(p, s)[1],
      says: "This is the entropy that is left after the split. The gain is what went: subtract it from the entropy before.",
    },
    "from-one-bit": {
      value: (p: Params, s: S) => 1 - parts(p, s)[1],
      says: "This was subtracted from 1 bit. The entropy before the split is that of the node itself, which is less unless both outcomes are equally frequent.",
    },
  },
});

/** An entropy as level 1 tells it, in thousandths of a bit. */
const told = (b: Branch): number => Math.round(1000 * bits(b)) / 1000;

const kept = { workingDigits: 5 } as const;

export default exercise({
  id: "logarithms/information-gain",
  version: 1,
  title: "Information gain of a split",
  summary: "Compute how many bits a split of a decision tree gains, and which of two splits gains more.",
  skills: ["entropy"],
  source: { section: "4.3" },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    // One outcome prevails in one branch, the other one in the other; the branches differ in size.
    const [a = 12, b = 20] = rng.shuffle([rng.int(10, 16), rng.int(18, 27)]);
    const split = (n = 20): Branch => {
      const few = rng.int(2, 5);
      return [n - few, few];
    };
    const turned = ([yes, no]: Branch): Branch => [no, yes];
    const two = (): Branch[] => [split(a), turned(split(b))];
    if (level === 1) return { story, first: rng.shuffle(two()), second: [] };
    // The pure branch adds to what prevails already.
    const pure: Branch = a > b ? [rng.int(4, 9), 0] : [0, rng.int(4, 9)];
    if (level === 2) return { story, first: rng.shuffle<Branch>([...two(), pure]), second: [] };
    // The second split deals the same members out anew, into three branches, one of them pure but small.
    const first = two();
    const [yes, no] = whole(first);
    const own = rng.int(2, 4);
    const mixed: Branch = [rng.int(3, yes - own - 3), rng.int(3, no - 4)];
    const rest: Branch = [yes - own - mixed[0], no - mixed[1]];
    return { story, first: rng.shuffle(first), second: rng.shuffle<Branch>([[own, 0], mixed, rest]) };
  })
  .prompt(({ story, first, second }, level) => {
    const { node, yes, no, by } = stories[story] ?? stories[0];
    const table = (branches: readonly Branch[]) =>
      [
        `| | ${yes} | ${no} |`,
        "| --- | --: | --: |",
        ...branches.map(([y, n], k) => `| branch ${k + 1} | ${y} | ${n} |`),
      ].join("\n");
    const [y, n] = whole(first);
    const start = `A node of a decision tree holds ${y + n} ${node}: ${y} ${yes}, ${n} ${no}.`;
    if (level === 1) {
      const branches = first.map((b, k) => `- branch ${k + 1}: ${size(b)} ${node}, entropy ${num(told(b))} bits`);
      return `${start} Its entropy is $H = ${num(told(whole(first)))}$ bits. A split ${by[0]} deals them out to ${first.length} branches:\n\n${branches.join("\n")}\n\nCompute the weighted entropy $R$ that is left after the split, in bits, and the **information gain** $G$.`;
    }
    if (level === 2)
      return `${start} A split ${by[0]} deals them out to ${first.length} branches:\n\n${table(first)}\n\nIn **bits** (logarithms to base 2), compute the **entropy** $H$ of the node, the weighted entropy $R$ that is left after the split, and the **information gain** $G_1$.`;
    return `${start} The first split, ${by[0]}, deals them out like this:\n\n${table(first)}\n\nThe second split, ${by[1]}, deals the same ${y + n} out like this:\n\n${table(second)}\n\nIn **bits** (logarithms to base 2), compute the **entropy** $H$ of the node and the **information gains** $G_1$ and $G_2$ of the two splits. Which split gains more?`;
  })
  .step("H", scalar(kept), ({ first }) => bits(whole(first)), {
    label: "H",
    words: "the entropy of the node",
    hint: "Take the shares of both outcomes in the whole node, and weigh minus their logarithms with them.",
    formula: "-p \\log_2 p - (1 - p) \\log_2 (1 - p)",
    work: ({ first }) => bitsTex(whole(first)),
    malrules: {
      "one-term": {
        value: ({ first }) => {
          const [yes, no] = whole(first);
          return -(yes / (yes + no)) * log2(yes / (yes + no));
        },
        says: "Only one of the two outcomes was counted. Both add $-p \\log_2 p$ to the entropy.",
      },
      natural: { value: ({ first }) => bits(whole(first)) * Math.LN2, says: nats },
    },
  })
  .step("H_first", vector(kept), ({ first }) => first.map(bits), branchesOf("H_k", "first"))
  .step(
    "R_first",
    scalar(kept),
    ({ first }, s) => weightedMean(first, s.H_first),
    remainderOf("R", "first", (_, s: { H_first: readonly number[] }) => s.H_first),
  )
  .step(
    "gain_first",
    scalar(kept),
    (_, s) => s.H - s.R_first,
    gainOf("G_1", "the information gain of the split", (_, s: { H: number; R_first: number }) => [s.H, s.R_first]),
  )
  .step("H_second", vector(kept), ({ second }) => second.map(bits), branchesOf("H_k'", "second"))
  .step(
    "R_second",
    scalar(kept),
    ({ second }, s) => weightedMean(second, s.H_second),
    remainderOf("R'", "second", (_, s: { H_second: readonly number[] }) => s.H_second),
  )
  .step(
    "gain_second",
    scalar(kept),
    (_, s) => s.H - s.R_second,
    gainOf("G_2", "the information gain of the second split", (_, s: { H: number; R_second: number }) => [
      s.H,
      s.R_second,
    ]),
  )
  .step(
    "R_told",
    scalar(kept),
    ({ first }) => weightedMean(first, first.map(told)),
    remainderOf("R", "first", ({ first }) => first.map(told)),
  )
  .step(
    "gain_told",
    scalar(kept),
    ({ first }, s) => told(whole(first)) - s.R_told,
    gainOf("G", "the information gain of the split", ({ first }, s: { R_told: number }) => [
      told(whole(first)),
      s.R_told,
    ]),
  )
  .step(
    "better",
    choice([
      { id: "first", text: "the first split" },
      { id: "second", text: "the second split" },
    ]),
    (_, s) => (s.gain_first > s.gain_second ? "first" : "second"),
    {
      label: "\\text{gains more}",
      words: "the split that gains more",
      hint: "Compare the two gains.",
      formula: "\\text{the one with the larger gain}",
      work: (_, s) => `\\max(${num(s.gain_first)},\\ ${num(s.gain_second)})`,
      malrules: {
        smaller: {
          value: (_, s) => (s.gain_first > s.gain_second ? "second" : "first"),
          says: "This split leaves more entropy, so it gains less. Pure but tiny branches do not help much.",
        },
      },
    },
  )
  .asks({
    1: ["R_told", "gain_told"],
    2: ["H", "R_first", "gain_first"],
    3: ["H", "gain_first", "gain_second", "better"],
  })
  .figures({
    solution: ({ first }) => {
      const H = bits(whole(first));
      const bars = first.map((b, k) => ({
        label: `branch ${k + 1} (${size(b)})`,
        value: Math.round(bits(b) * 10000) / 10000,
      }));
      return {
        figure: "bars",
        alt: `Entropy in bits of the whole node ${plain(H, 3)}, and of the branches of the first split, with their sizes: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}.`,
        bars: [{ label: "node", value: Math.round(H * 10000) / 10000 }, ...bars],
      };
    },
  })
  .check(({ first, second }) => {
    // The gain is the mutual information of outcome and branch: their entropies less the joint one.
    const of = (counts: readonly number[]) =>
      entropy(
        counts.map((n) => n / counts.reduce((t, x) => t + x, 0)),
        2,
      );
    const H = of(whole(first));
    const gain = (branches: readonly Branch[]) => H + of(branches.map(size)) - of(branches.flat());
    // Thousandths as whole numbers, weighed member by member.
    const thousandths = (counts: readonly number[]) => Math.round(1000 * of(counts));
    const members = first.flatMap((b) => Array.from({ length: size(b) }, () => thousandths(b)));
    const R_told = members.reduce((t, x) => t + x, 0) / members.length / 1000;
    const [gain_first, gain_second] = [gain(first), second.length === 0 ? 0 : gain(second)];
    return {
      R_told,
      gain_told: thousandths(whole(first)) / 1000 - R_told,
      H,
      R_first: H - gain_first,
      gain_first,
      gain_second,
      better: gain_first > gain_second ? "first" : "second",
    };
  });
