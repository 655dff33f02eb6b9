import { describe, expect, test } from "vitest";
import { verdictOf } from "#lib/grading/verdict.ts";
import { groups, table } from "./table.ts";

describe.each(groups)("$title", ({ spec, reference, rows }) => {
  test.each(rows.map(([typed, verdict]) => ({ typed, verdict })))("$typed is $verdict", ({ typed, verdict }) => {
    expect(verdictOf(spec, reference, typed)).toBe(verdict);
  });
});

test("the table is large and has examples for the help page", () => {
  expect(table.length).toBeGreaterThan(500);
  expect(table.filter(({ example }) => example).length).toBeGreaterThan(40);
});
