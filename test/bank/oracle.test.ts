import { describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { oracleFaults, oracleRows } from "./oracle.ts";

const asked = catalogue.flatMap((exercise) => {
  const rows = oracleRows(exercise.id);
  return rows ? [{ id: exercise.id, exercise, rows }] : [];
});

describe.each(asked)("$id", ({ exercise, rows }) => {
  test("every step is what the oracle in Python answers", () => {
    expect(rows.flatMap((row) => oracleFaults(exercise, row))).toEqual([]);
  });

  test("the oracle answered twenty different variants of each level, and the tutorial’s own", () => {
    for (const level of levels)
      expect(rows.filter((row) => row.level === level && row.seed.startsWith("oracle-")).length).toBeGreaterThanOrEqual(
        20,
      );
    expect(rows.map(({ seed }) => seed)).toEqual(
      expect.arrayContaining(Object.keys(exercise.examples).map((name) => `example-${name}`)),
    );
  });
});
