/** From a description to a feature vector, with a one-hot block, and to a data matrix (example 1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, row } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** The numeric features of each sample, in the order of the vector. */
  numbers: z.array(z.array(z.int()).length(4)).min(1),
  /** The order in which the text tells them. */
  told: z.array(z.int().min(0).max(3)).length(4),
  /** 1 for yes. Unused at level 1, like the category. */
  flags: z.array(z.int().min(0).max(1)).min(1),
  categories: z.array(z.int().min(0).max(3)).min(1),
});
type Params = z.infer<typeof params>;

interface Story {
  one: string;
  /** The names of the numeric features, and how the text tells their values. */
  names: readonly [string, string, string, string];
  tells: readonly [Tell, Tell, Tell, Tell];
  flag: string;
  yes: string;
  no: string;
  category: string;
  kinds: readonly [string, string, string, string];
}
type Tell = (x: number) => string;

const stories: readonly [Story, ...Story[]] = [
  {
    one: "house",
    names: ["area in square feet", "bedrooms", "bathrooms", "places in the garage"],
    tells: [
      (x) => `${x * 10} square feet of floor`,
      (x) => `${x} bedrooms`,
      (x) => `${x} bathrooms`,
      (x) => `a garage for ${x === 1 ? "one car" : `${x} cars`}`,
    ],
    flag: "has a garden",
    ...{ yes: "a garden", no: "no garden" },
    category: "heating",
    kinds: ["gas heating", "oil heating", "a heat pump", "district heating"],
  },
  {
    one: "used car",
    names: ["price in euros", "age in years", "doors", "former owners"],
    tells: [
      (x) => `a price of ${x * 10} euros`,
      (x) => `an age of ${x} years`,
      (x) => `${x} doors`,
      (x) => `${x} former owner${x === 1 ? "" : "s"}`,
    ],
    flag: "has had an accident",
    ...{ yes: "an accident behind it", no: "no accident behind it" },
    category: "drive",
    kinds: ["a petrol engine", "a diesel engine", "a hybrid drive", "an electric motor"],
  },
  {
    one: "message",
    names: ["length in characters", "links", "recipients", "attachments"],
    tells: [
      (x) => `${x * 10} characters`,
      (x) => `${x} links`,
      (x) => `${x} recipients`,
      (x) => `${x} attachment${x === 1 ? "" : "s"}`,
    ],
    flag: "comes from a known sender",
    ...{ yes: "a sender who is known", no: "a sender who is not known" },
    category: "language",
    kinds: ["an English text", "a French text", "a German text", "a Spanish text"],
  },
  {
    one: "patient",
    names: ["steps per day", "cups of coffee per day", "hours of sleep", "medicines"],
    tells: [
      (x) => `${x * 10} steps a day`,
      (x) => `${x} cups of coffee a day`,
      (x) => `${x} hours of sleep`,
      (x) => `${x} medicine${x === 1 ? "" : "s"}`,
    ],
    flag: "smokes",
    ...{ yes: "a habit of smoking", no: "no habit of smoking" },
    category: "blood group",
    kinds: ["blood group A", "blood group B", "blood group AB", "blood group 0"],
  },
  {
    one: "flat to share",
    names: ["rent in euros", "rooms", "floor", "flatmates"],
    tells: [
      (x) => `a rent of ${x * 10} euros`,
      (x) => `${x} rooms`,
      (x) => `a door on floor ${x}`,
      (x) => `${x} flatmate${x === 1 ? "" : "s"}`,
    ],
    flag: "has a lift",
    ...{ yes: "a lift", no: "no lift" },
    category: "nearest stop",
    kinds: [
      "a bus stop at the door",
      "a tram stop at the door",
      "an underground station near by",
      "a railway station near by",
    ],
  },
];

const storyOf = ({ story }: Params): Story => stories[story] ?? stories[0];
const listed = (list: readonly string[]) => `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`;

/** The numbers of sample i; the first of them is drawn in tens. */
const numeric = ({ numbers }: Params, i: number) => (numbers[i] ?? []).map((x, k) => (k === 0 ? x * 10 : x));
const told = (p: Params, i: number) => p.told.map((k) => numeric(p, i)[k] ?? 0);
const oneHot = (k: number) => [0, 1, 2, 3].map((i) => (i === k ? 1 : 0));

/** A sample in words, in the order of the text: what stands last in the vector may come first here. */
function description(p: Params, i: number, whole: boolean): string {
  const { tells, yes, no, kinds } = storyOf(p);
  const parts = p.told.map((k) => tells[k]?.(p.numbers[i]?.[k] ?? 0) ?? "");
  return listed(whole ? [kinds[p.categories[i] ?? 0] ?? "", ...parts, p.flags[i] === 1 ? yes : no] : parts);
}

const exact = { rule: { exact: true } } as const;
const letters = (m: readonly string[]) => column(m.map((name) => `\\text{${name}}`));

export default exercise({
  id: "linear-algebra/feature-vector",
  version: 1,
  title: "Feature vectors",
  summary: "Write what is known of a sample as a vector of features, and several samples as a data matrix.",
  skills: ["data-matrices", "vectors"],
  source: { section: "1.1", examples: [1] },
})
  .params(params, (rng, level): Params => {
    const n = level === 3 ? 2 : 1;
    const [first = 0, ...others] = rng.shuffle([0, 1, 2, 3]);
    // The text never keeps to the order of the vector.
    const told = first === 0 && others.join() === "1,2,3" ? [3, 2, 1, 0] : [first, ...others];
    const [a, b] = [rng.shuffle([2, 3, 4, 5, 6, 7]), rng.shuffle([2, 3, 4, 5, 6, 7])];
    const flag = rng.int(0, 1);
    const [kind = 0, other = 1] = rng.shuffle([0, 1, 2, 3]);
    return {
      story: rng.int(0, 4),
      numbers: [a, b].slice(0, n).map((list) => [rng.int(81, 249), ...list.slice(0, 3)]),
      told,
      flags: [flag, 1 - flag].slice(0, n),
      categories: [kind, other].slice(0, n),
    };
  })
  .prompt((p, level) => {
    const { one, names, flag, category, kinds } = storyOf(p);
    const more = [
      `whether the ${one} ${flag} (1 for yes, 0 for no)`,
      `the ${category} as a one-hot block of four entries, for ${listed(kinds)}`,
    ];
    const features = level === 1 ? listed(names) : `${names.join(", ")}, then ${listed(more)}`;
    return [
      `The features of a ${one} are, in this order: ${features}.`,
      level === 3
        ? `Of one ${one} you are told: ${description(p, 0, true)}. Of a second one: ${description(p, 1, true)}.`
        : `Of one ${one} you are told: ${description(p, 0, level > 1)}.`,
      {
        1: `Write the feature vector $x$.`,
        2: `Write the feature vector $x$.`,
        3: `Write the data matrix $X$, with one sample in each row.`,
      }[level],
    ].join("\n\n");
  })
  .step("numbers", vector(exact), (p) => numeric(p, 0), {
    label: "\\text{features}",
    words: "the feature vector",
    hint: "Go through the features in the order of the vector, and look each one up in the text.",
    skill: "vectors",
    formula: (p) => letters(storyOf(p).names),
    malrules: {
      "order-of-the-text": {
        value: (p) => told(p, 0),
        says: "The numbers stand in the order of the text. Every feature has a fixed place in the vector, whoever tells what first.",
      },
      reversed: {
        value: (p) => [...numeric(p, 0)].reverse(),
        says: "The order is turned round: the first feature belongs in the first entry.",
      },
      "two-swapped": {
        value: (p) => {
          const [a = 0, b = 0, c = 0, d = 0] = numeric(p, 0);
          return [a, c, b, d];
        },
        says: "Two features in the middle changed places. Compare the order with the list of features once more.",
      },
    },
  })
  .step("block", vector(exact), (p) => oneHot(p.categories[0] ?? 0), {
    label: "\\text{one-hot block}",
    words: "the one-hot block",
    hint: "A one-hot block has a 1 in the place of the category that applies, and 0 everywhere else.",
    skill: "vectors",
    formula: (p) => letters(storyOf(p).kinds),
    malrules: {
      "counted-from-zero": {
        value: (p) => ((p.categories[0] ?? 0) < 3 ? oneHot((p.categories[0] ?? 0) + 1) : undefined),
        says: "The 1 of the one-hot block stands one place too far. The first category has the first place.",
      },
      "everything-but": {
        value: (p) => oneHot(p.categories[0] ?? 0).map((x) => 1 - x),
        says: "Zeros and ones are exchanged in the one-hot block: the 1 marks what applies.",
      },
      "one-number": {
        value: (p) => (p.flags.length > 1 ? undefined : [(p.categories[0] ?? 0) + 1]),
        says: "The category was written as a number. That would put an order and distances between categories which have none; a one-hot block avoids it.",
      },
    },
  })
  .step("x", vector(exact), (p, s) => [...s.numbers, p.flags[0] ?? 0, ...s.block], {
    label: "x",
    words: "the feature vector x",
    hint: "Put the numbers first, then the yes or no as 1 or 0, then the one-hot block.",
    formula: "\\text{numbers, yes or no, one-hot block}",
    work: (p, s) => `${row(s.numbers)},\\ ${num(p.flags[0] ?? 0)},\\ ${row(s.block)}`,
    malrules: {
      "flag-turned-round": {
        value: (p, s) => [...s.numbers, 1 - (p.flags[0] ?? 0), ...s.block],
        says: "The entry for yes or no is turned round: 1 stands for yes.",
      },
      "flag-left-out": {
        value: (p, s) => (p.flags.length > 1 ? undefined : [...s.numbers, ...s.block]),
        says: "The yes-or-no feature has no entry here. A no is an entry as well: 0.",
      },
    },
  })
  .step("X", matrix(exact), (p, s) => [s.x, [...numeric(p, 1), p.flags[1] ?? 0, ...oneHot(p.categories[1] ?? 0)]], {
    label: "X",
    words: "the data matrix X",
    hint: "Write the vector of each sample as a row. A column then holds one feature of all samples.",
    formula: "\\begin{bmatrix} \\text{first sample} \\\\ \\text{second sample} \\end{bmatrix}",
    work: (p, s) => mat([s.x, [...numeric(p, 1), p.flags[1] ?? 0, ...oneHot(p.categories[1] ?? 0)]]),
    malrules: {
      "samples-as-columns": {
        value: (p, s) =>
          s.x.map((x, k) => [x, [...numeric(p, 1), p.flags[1] ?? 0, ...oneHot(p.categories[1] ?? 0)][k] ?? 0]),
        says: "The samples stand in columns. By the usual convention, and as is asked here, each sample is a row.",
      },
      "second-in-order-of-the-text": {
        value: (p, s) => [s.x, [...told(p, 1), p.flags[1] ?? 0, ...oneHot(p.categories[1] ?? 0)]],
        says: "In the second row the numbers stand in the order of the text. Both rows need the same order, or a column would mix features.",
      },
      "rows-swapped": {
        value: (p, s) => [[...numeric(p, 1), p.flags[1] ?? 0, ...oneHot(p.categories[1] ?? 0)], s.x],
        says: "The rows are swapped: the first sample is the first row.",
      },
    },
  })
  .asks({ 1: ["numbers"], 2: ["x"], 3: ["X"] })
  .examples({
    "1": {
      level: 1,
      params: { story: 0, numbers: [[200, 3, 2, 1]], told: [1, 2, 3, 0], flags: [0], categories: [0] },
    },
  })
  .check((p) => {
    // Read back from the text itself: each feature is looked for by the words around its number.
    const { tells, yes, kinds } = storyOf(p);
    const read = (i: number) => {
      const text = description(p, i, true);
      const numbers = tells.map((tell, k) => {
        const range = k === 0 ? [81, 250] : [0, 10];
        const [from = 0, to = 0] = range;
        for (let x = to; x >= from; x--) if (text.includes(` ${tell(x)}`)) return k === 0 ? 10 * x : x;
        return Number.NaN;
      });
      return [
        ...numbers,
        text.endsWith(` and ${yes}`) ? 1 : 0,
        ...kinds.map((kind) => (text.startsWith(`${kind},`) ? 1 : 0)),
      ];
    };
    const x = read(0);
    return { numbers: x.slice(0, 4), x, X: p.numbers.map((_, i) => read(i)) };
  });
