/** How a section computes final grades, as its row holds it. */
import { z } from "zod";
import { letterPresets } from "./letters.ts";

/** The category of what has no other. */
export const withoutCategory = "";

const weight = z
  .number({ error: "Type the weight as a number." })
  .min(0, "A weight is 0 or more.")
  .max(1000, "A weight is at most 1000.");

const drop = z
  .int({ error: "Type how many to drop as a whole number." })
  .min(0, "Drop 0 or more.")
  .max(59, "Drop at most 59.");

const categorySchema = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1, "Name the category.").max(60, "Use at most 60 characters."),
  /** In percent, of whatever all weights add up to. */
  weight,
  /** How many of the lowest do not count. */
  drop,
});
export type Category = z.infer<typeof categorySchema>;

const letterSchema = z.object({
  from: z
    .number({ error: "Type the percentage as a number." })
    .min(0, "A letter begins at 0 % or more.")
    .max(1000, "A letter begins at 1000 % at most."),
  letter: z.string().trim().min(1, "Name the letter.").max(12, "Use at most 12 characters."),
});

const roundings = ["none", "whole", "one decimal"] as const;

export const schemeSchema = z
  .object({
    categories: z.array(categorySchema).max(20, "Use at most 20 categories.").default([]),
    /** Assignments without a category are a category of their own. */
    others: z.object({ weight, drop }).default({ weight: 100, drop: 0 }),
    show: z.enum(["percent", "letter"]).default("percent"),
    letters: z
      .array(letterSchema)
      .min(1, "Give at least one letter.")
      .max(30, "Use at most 30 letters.")
      .default(() => [...letterPresets.us.letters]),
    /** Of the final percentage, halves up; the letter follows from what is rounded. */
    rounding: z.enum(roundings).default("none"),
    /** Whether what was not begun counts as 0 once it is due. */
    missing: z.enum(["zero", "left out"]).default("zero"),
  })
  .superRefine((scheme, context) => {
    for (const { path, message } of faultsOf(scheme)) context.addIssue({ code: "custom", path: [...path], message });
  });
export type Scheme = z.infer<typeof schemeSchema>;

/** What a section begins with: every point counts the same, and the grade is a percentage. */
export const defaultScheme: Scheme = schemeSchema.parse({});

interface Fault {
  path: readonly (string | number)[];
  message: string;
}

function faultsOf({ categories, others, letters }: Pick<Scheme, "categories" | "others" | "letters">): Fault[] {
  const weights = [others.weight, ...categories.map((category) => category.weight)];
  const last = letters.length - 1;
  return [
    ...(weights.every((one) => one === 0)
      ? [{ path: ["others", "weight"], message: "Nothing would count: give one category a weight above 0." }]
      : []),
    ...repeated(categories.map(({ id }) => id)).map((i) => ({
      path: ["categories", i, "id"],
      message: "Two categories have the same id.",
    })),
    ...repeated(categories.map(({ name }) => name.toLowerCase())).map((i) => ({
      path: ["categories", i, "name"],
      message: "Another category has this name already.",
    })),
    ...repeated(letters.map(({ letter }) => letter)).map((i) => ({
      path: ["letters", i, "letter"],
      message: "This letter stands further up already.",
    })),
    ...letters.flatMap(({ from }, i) => {
      const above = letters[i - 1];
      return above && from >= above.from
        ? [
            {
              path: ["letters", i, "from"],
              message: `This is not below ${above.letter}, which begins at ${above.from} %.`,
            },
          ]
        : [];
    }),
    ...(letters[last]?.from === 0
      ? []
      : [{ path: ["letters", last, "from"], message: "The last letter begins at 0 %, so that everybody gets one." }]),
  ];
}

/** The places of what stood further up already. */
function repeated(words: readonly string[]): number[] {
  return words.flatMap((word, i) => (words.indexOf(word) < i ? [i] : []));
}

/**
 * All categories in the order in which they are shown; that of the assignments without one comes last.
 * @returns the weights as they were typed
 */
export const allCategories = ({ categories, others }: Scheme): Category[] => [
  ...categories,
  { id: withoutCategory, name: categories.length === 0 ? "All assignments" : "Without a category", ...others },
];

/** The id under which an assignment counts: what names a category that is gone has none. */
export const categoryOf = ({ categories }: Scheme, category: string): string =>
  categories.some(({ id }) => id === category) ? category : withoutCategory;

/** What a weight is of all of them, from 0 to 100: 1 and 3 are 25 % and 75 %. Where all are 0, all are. */
export function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((one) => (sum === 0 ? 0 : (100 * one) / sum));
}
