import { expect, test } from "vitest";
import { typingExamples } from "#lib/grading/examples.ts";
import { examplesOf } from "./examples.ts";
import { table } from "./table.ts";

test("the help page shows the example rows of the table as they are: run node cli/run.mjs cli/examples.ts", () => {
  expect(typingExamples).toEqual(examplesOf(table));
});
