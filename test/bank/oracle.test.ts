import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { hasOracle, type OracleRow, oracleFaults, oracleRows } from "./oracle.ts";

const asked = catalogue.filter(({ id }) => hasOracle(id)).map((exercise) => ({ id: exercise.id, exercise }));

describe.each(asked)("$id", ({ exercise }) => {
  let rows: readonly OracleRow[] = [];
  beforeAll(() => {
    rows = oracleRows(exercise.id);
  });

  test("every step is what the oracle in Python answers", () => {
    expect(rows.flatMap((row) => oracleFaults(exercise, row))).toEqual([]);
  });

  test("the oracle answered twenty variants of each level, and the tutorial’s own", () => {
    for (const level of levels)
      expect(rows.filter((row) => row.level === level && row.seed.startsWith("oracle-")).length).toBeGreaterThanOrEqual(
        20,
      );
    expect(rows.map(({ seed }) => seed)).toEqual(
      expect.arrayContaining(Object.keys(exercise.examples).map((name) => `example-${name}`)),
    );
  });
});
