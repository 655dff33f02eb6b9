/** What the help page shows of the grading table. */
import type { TypingExample } from "#lib/grading/examples.ts";
import type { Row } from "./table.ts";

export const examplesOf = (rows: readonly Row[]): TypingExample[] =>
  rows
    .filter(({ example }) => example)
    .map(({ group, spec, typed, verdict, note }) => ({ group, spec, typed, verdict, note }));
