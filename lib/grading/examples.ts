/**
 * The rows of the grading table that show how to type answers. The table is in test/grading; `cli/examples.ts` copies its
 * example rows here, and a test fails where they are not the same (docs/decisions/0009-typing-examples.md).
 */
import { z } from "zod";
import { kindSpecSchema } from "#lib/exercise/kinds.ts";
import stored from "./examples.json" with { type: "json" };

const exampleSchema = z.object({
  /** What the rows beside it have in common: "Three significant digits of …". */
  group: z.string(),
  spec: kindSpecSchema,
  typed: z.string(),
  verdict: z.enum(["right", "wrong", "imprecise", "form", "undecided", "unreadable", "ambiguous"]),
  note: z.string(),
});
export type TypingExample = z.infer<typeof exampleSchema>;

export const typingExamples: readonly TypingExample[] = z.array(exampleSchema).parse(stored);
