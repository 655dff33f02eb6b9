/** What the page on marks shows: answers to one of the tutorial’s own examples, judged and credited by the same code as any. */
import { z } from "zod";
import { judge } from "#lib/grading/judge.ts";
import { type LearnerReceipt, learnerReceipt, type StepReceipt } from "#lib/grading/receipt.ts";
import { creditOf } from "./credit.ts";
import { findExercise } from "./registry.ts";

/** The neuron of example 36: z = wx + b, a = σ(z), L = (a − y)². */
const shown = { exercise: "backpropagation/neuron", example: "36", level: 1 } as const;
const rightValues = { z: "1.1", a: "0.750", L: "0.0624" };
/** The bias was left out, and all that follows was computed rightly from there. */
const carriedValues = { z: "1", a: "0.731", L: "0.0723" };

const inputSchema = z.object({ x: z.number(), w: z.number(), b: z.number(), y: z.number() });

/** Ways to type one part; the verdict is null where it cannot be read. */
export interface Typed {
  words: string;
  rule: string;
  /** "from 0.7498 to 0.7507". */
  accepted: string;
  rows: readonly { typed: string; verdict: StepReceipt["verdict"] | null }[];
}

export interface CreditGuide {
  input: z.infer<typeof inputSchema>;
  /** What a right answer earns after so many hints, down to where it falls no further. */
  hints: readonly { hints: number; earns: number }[];
  /** An answer with one mistake, in its first part. */
  carried: LearnerReceipt;
  /** The activation, and the loss that is computed from it. */
  activation: Typed;
  loss: Typed;
}

/** The examples of the page on marks. Throws where the exercise they are of is not there: a programmer’s error. */
export function creditGuide(): CreditGuide {
  const exercise = findExercise(shown.exercise);
  const params = exercise?.examples[shown.example]?.params;
  if (!exercise || params === undefined) throw new Error(`${shown.exercise} has no example ${shown.example}`);
  const judged = (raw: Record<string, string>) => {
    const judgement = judge(exercise, { params, level: shown.level }, raw, { practice: true });
    return judgement.outcome === "judged" ? judgement.receipt : null;
  };
  const carried = judged(carriedValues);
  if (!carried) throw new Error(`the answers to ${shown.exercise} are no longer read`);
  const part = (step: keyof typeof rightValues, texts: readonly string[]): Typed => {
    const judgedAs = (text: string) =>
      judged({ ...rightValues, [step]: text })?.steps.find((receipt) => receipt.step === step);
    const { words = step, rule = "", interval = null } = judgedAs(rightValues[step]) ?? {};
    const rows = texts.map((typed) => ({ typed, verdict: judgedAs(typed)?.verdict ?? null }));
    return { words, rule, accepted: interval ?? "", rows };
  };
  return {
    input: inputSchema.parse(params),
    hints: hintsUntilFloor(),
    carried: learnerReceipt(carried, { reveal: false }),
    activation: part("a", ["0.75026", "0.750", "0.7", "0.748", "0,750"]),
    loss: part("L", ["0.06237", "0.0625", "0.0650"]),
  };
}

function hintsUntilFloor(): { hints: number; earns: number }[] {
  const all = Array.from({ length: 12 }, (_, hints) => ({ hints, earns: creditOf(hints, false) }));
  const least = all.at(-1)?.earns;
  return all.slice(0, all.findIndex(({ earns }) => earns === least) + 1);
}
