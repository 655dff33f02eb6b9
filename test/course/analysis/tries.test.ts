import { describe, expect, test } from "vitest";
import type { Mistake, TryFact } from "#lib/course/analysis/facts.ts";
import { mistakesIn } from "#lib/course/analysis/malrules.ts";
import { triesOf } from "#lib/course/analysis/tries.ts";

describe("tries", () => {
  const facts = [
    { tries: 1, rightAt: 1 },
    { tries: 1, rightAt: 1 },
    { tries: 2, rightAt: 2 },
    { tries: 3, rightAt: null },
    { tries: 1, rightAt: null },
    { tries: 3, rightAt: 1 },
    { tries: 0, rightAt: null },
  ];

  test("by hand: of six who tried, three are right at once, one of the two who went on at the second", () => {
    const { value } = triesOf(facts);
    expect(value?.rows).toMatchObject([
      { number: 1, used: 3, right: { count: 3, of: 6 }, rightBy: { count: 3, of: 6 } },
      { number: 2, used: 1, right: { count: 1, of: 2 }, rightBy: { count: 4, of: 6 } },
      { number: 3, used: 2, right: { count: 0, of: 1 }, rightBy: { count: 4, of: 6 } },
    ]);
    expect(value?.neverRight).toMatchObject({ count: 2, of: 6 });
    expect(value?.untried).toBe(1);
  });

  test("everybody who tried used some number of tries, and was right by the last or never", () => {
    const { value } = triesOf(facts);
    expect(value?.rows.reduce((sum, { used }) => sum + used, 0)).toBe(6);
    expect((value?.rows.at(-1)?.rightBy.count ?? 0) + (value?.neverRight.count ?? 0)).toBe(6);
  });

  test("a try that nobody came to without being right has a share of nobody", () => {
    expect(triesOf([{ tries: 2, rightAt: 1 }]).value?.rows[1]?.right).toMatchObject({ of: 0, share: null });
  });

  test.each([[[]], [[{ tries: 0, rightAt: null }]]])("of nobody (%j) are not offered", (none) => {
    expect(triesOf(none)).toEqual({ value: null, why: "nobody has tried it" });
  });
});

describe("mistakes with a name", () => {
  const sign: Mistake = { kind: "near-miss", id: "sign" };
  const bias: Mistake = { kind: "malrule", id: "z.forgot-bias" };
  const attempt = (student: string, number: number, score: number, ...mistakes: Mistake[]): TryFact => ({
    ...{ student, item: "i", number, score, mistakes },
  });
  const tries = [
    attempt("a", 1, 0, bias, sign),
    attempt("a", 2, 0, bias),
    attempt("a", 3, 1),
    attempt("b", 1, 0.5, bias),
    attempt("c", 1, 0),
    attempt("c", 2, 0, sign),
    attempt("d", 1, 1),
  ];

  test("by hand: the bias is forgotten in two of three wrong first tries, by two of four students, in three tries", () => {
    const { rows, unnamed, tries: all } = mistakesIn(tries);
    expect(rows).toMatchObject([
      { ...bias, first: { count: 2, of: 3 }, ever: { count: 2, of: 4 }, tries: 3 },
      { ...sign, first: { count: 1, of: 3 }, ever: { count: 2, of: 4 }, tries: 2 },
    ]);
    expect(unnamed).toMatchObject({ count: 1, of: 3 });
    expect(all).toBe(7);
  });

  test("the printed interval of Wilson for 2 of 3 stands beside it: 0.208 to 0.939", () => {
    const [row] = mistakesIn(tries).rows;
    expect(row?.first.interval.low).toBeCloseTo(0.208, 3);
    expect(row?.first.interval.high).toBeCloseTo(0.939, 3);
  });

  test("the order of the tries makes no difference", () => {
    expect(mistakesIn(tries.toReversed())).toEqual(mistakesIn(tries));
  });

  test("a mistake that two steps of one try show counts once, and one in a right answer not at all", () => {
    const { rows } = mistakesIn([attempt("a", 1, 0, bias, { ...bias }), attempt("b", 1, 1, bias)]);
    expect(rows).toMatchObject([{ first: { count: 1, of: 1 }, ever: { count: 1, of: 2 }, tries: 1 }]);
  });

  test("a malrule and a near miss of one name are two", () => {
    const { rows } = mistakesIn([attempt("a", 1, 0, sign, { kind: "malrule", id: "sign" })]);
    expect(rows.map(({ kind }) => kind)).toEqual(["malrule", "near-miss"]);
  });

  test("without any try there are no mistakes, and shares of nobody", () => {
    expect(mistakesIn([])).toMatchObject({ rows: [], unnamed: { of: 0, share: null }, tries: 0 });
  });
});
