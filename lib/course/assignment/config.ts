/** The rules by which an assignment is taken, as its row holds them, and what of them does not go together. */
import { z } from "zod";

export const modes = ["homework", "quiz", "exam"] as const;
export type Mode = (typeof modes)[number];

const share = z.number().min(0).max(1);

export const assignmentConfigSchema = z.object({
  /** The time limit from the start, in minutes; null for none. */
  minutes: z.int().min(1).max(10_080).nullable(),
  /** Whether one can go to any item at any time, or only on to the next. */
  navigation: z.enum(["any order", "one by one"]),
  /** Whether each student gets the items in an order of their own. */
  shuffle: z.boolean(),
  /** Whether everybody gets variants of their own, or all the same. */
  variants: z.enum(["own", "same"]),
  /** When verdicts are told. With feedback at once each answer is judged by itself, else all are handed in together. */
  feedback: z.enum(["at once", "after due", "on release"]),
  /** When worked solutions are shown; "when settled" is once an item is right or its tries are used up. */
  solutions: z.enum(["never", "when settled", "after due", "on release"]),
  hints: z.boolean(),
  /** Counted tries for each item; null for any number. */
  tries: z.int().min(1).max(100).nullable(),
  /** What every try after the first takes off, as a share of the item’s points. */
  tryPenalty: share,
  /** Whether another try takes a new variant. */
  freshOnRetry: z.boolean(),
  /** What a part is worth that is right from the student’s own earlier values. */
  carried: share,
  /** What each begun day after the due date takes off, and the most that all of them take. */
  late: z.object({ perDay: share, most: share }),
});
export type AssignmentConfig = z.infer<typeof assignmentConfigSchema>;

const common = { shuffle: false, variants: "own", carried: 1, late: { perDay: 0.1, most: 0.5 } } as const;

/** What an assignment of a mode begins with. */
export const defaultsOf: Readonly<Record<Mode, AssignmentConfig>> = {
  homework: {
    ...common,
    minutes: null,
    navigation: "any order",
    feedback: "at once",
    solutions: "after due",
    hints: true,
    tries: null,
    tryPenalty: 0,
    freshOnRetry: false,
  },
  quiz: {
    ...common,
    minutes: 30,
    navigation: "any order",
    feedback: "after due",
    solutions: "after due",
    hints: false,
    tries: 1,
    tryPenalty: 0,
    freshOnRetry: false,
  },
  exam: {
    ...common,
    minutes: 90,
    navigation: "any order",
    shuffle: true,
    feedback: "on release",
    solutions: "on release",
    hints: false,
    tries: 1,
    tryPenalty: 0,
    freshOnRetry: false,
  },
};

/** What of a config contradicts itself, by its field; empty where nothing does. */
export function faultsOfConfig(config: AssignmentConfig): Partial<Record<keyof AssignmentConfig, string>> {
  const { feedback, solutions, variants, tries, hints, freshOnRetry, navigation } = config;
  const isBlind = feedback !== "at once";
  return {
    ...(isBlind &&
      tries !== 1 && { tries: "More than one try needs feedback at once: set 1 here, or change the feedback." }),
    ...(isBlind && hints && { hints: "Hints need feedback at once: turn them off, or change the feedback." }),
    ...(isBlind &&
      solutions === "when settled" && {
        solutions: "Solutions of settled items need feedback at once. Show them after the due date or on release.",
      }),
    ...(variants === "same" &&
      solutions === "when settled" && {
        solutions:
          "Everybody has the same variants, and could pass these solutions on. Show them after the due date or on release.",
      }),
    ...(freshOnRetry && variants === "same" && { freshOnRetry: "New variants on retry need variants of one’s own." }),
    ...(freshOnRetry && tries === 1 && { freshOnRetry: "With one try there is no retry to take a new variant for." }),
    ...(navigation === "one by one" &&
      !isBlind &&
      tries !== 1 && {
        navigation: "One by one there is no way back to an item: set 1 try, or let them go in any order.",
      }),
  };
}
