/**
 * The receipt of a submission: how it was read, by which rule it was judged, and why. Plain JSON, stored for ever and
 * parsed back. Student, instructor and regrade see the same one, less what the mode keeps back.
 */
import { z } from "zod";

/** Raised whenever the same raw answer may get another verdict, score or feedback. */
export const graderVersion = 2;

const readAs = z.object({ tex: z.string(), text: z.string() });

const learnerStep = z.object({
  step: z.string(),
  /** The quantity as TeX and in words. */
  label: z.string(),
  words: z.string(),
  raw: z.string(),
  /** Null where the part was left blank. */
  readAs: readAs.nullable(),
  /** What the learner saw before typing: "3 significant digits". */
  rule: z.string(),
  /** "form" is equal, but not written as asked; "undecided" is kept for review. Neither costs anything. */
  verdict: z.enum(["right", "carried", "imprecise", "form", "undecided", "wrong", "blank"]),
  score: z.number().min(0).max(1),
  /** Markdown with $TeX$; says what to look at, and never the reference. */
  feedback: z.array(z.string()).readonly(),
  /** The asked steps whose submitted values this one is right from. */
  carriedFrom: z.array(z.string()).readonly(),
  /** The earliest step that went wrong by itself. */
  isFirstError: z.boolean(),
});

/** Kept back from the learner until the mode reveals it. */
const kept = {
  reference: readAs,
  /** "from 0.9444 to 0.9453", ends rounded inwards; null for exact kinds. */
  interval: z.string().nullable(),
  /** How much of the tolerance is left over, 1 at the reference, 0 at its edge, negative beyond; null where there is none. */
  margin: z.number().nullable(),
};

const step = learnerStep.extend({
  ...kept,
  malrules: z.array(z.object({ at: z.string(), id: z.string() })).readonly(),
  nearMiss: z.string().nullable(),
});

const about = {
  graderVersion: z.int().positive(),
  exercise: z.string(),
  version: z.int().positive(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  verdict: z.enum(["right", "partly", "wrong", "imprecise", "undecided"]),
  score: z.number().min(0).max(1),
  countsAsTry: z.boolean(),
};

export const receiptSchema = z.object({ ...about, steps: z.array(step).readonly() });
export type Receipt = z.infer<typeof receiptSchema>;
export type StepReceipt = Receipt["steps"][number];

const withheldSchema = z.object({ ...about, steps: z.array(learnerStep).readonly() });
const learnerSchema = z
  .object({ ...about, steps: z.array(learnerStep.extend(z.object(kept).partial().shape)).readonly() })
  .brand<"LearnerReceipt">();

/** What the learner's page may hold of a receipt; made by `learnerReceipt` alone. */
export type LearnerReceipt = z.infer<typeof learnerSchema>;

/** The receipt without what is kept back, or with the reference, interval and margin once they are revealed. */
export function learnerReceipt(receipt: Receipt, { reveal }: { reveal: boolean }): LearnerReceipt {
  return learnerSchema.parse(reveal ? receipt : withheldSchema.parse(receipt));
}

const place = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();

/** One part of an answer that could not be judged: why, where, and what to type instead. */
const partProblem = z.object({
  step: z.string(),
  label: z.string(),
  words: z.string(),
  raw: z.string(),
  message: z.string(),
  at: place,
  suggestion: z.string().nullable(),
  /** Both readings where one spelling has two; empty otherwise. */
  readings: z.array(z.object({ typed: z.string(), tex: z.string() })).readonly(),
});

/** An answer of which nothing was judged: it cost no try, and the raw text of every part is kept. */
export const unreadableSchema = z.object({
  outcome: z.literal("unreadable"),
  graderVersion: z.int().positive(),
  raw: z.record(z.string(), z.string()),
  parts: z.array(partProblem).min(1).readonly(),
});
export type Unreadable = z.infer<typeof unreadableSchema>;

export const judgementSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("judged"), receipt: receiptSchema }),
  unreadableSchema,
]);
/** What judging a submission gives. */
export type Judgement = z.infer<typeof judgementSchema>;
