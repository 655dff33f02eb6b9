import { describe, expect, it } from "vitest";
import { weeksOf } from "#app/progress/_components/weeks.ts";

const calendar = {
  today: "2026-11-25",
  days: [
    { day: "2026-05-31", answers: 9, variants: 9 },
    { day: "2026-06-01", answers: 4, variants: 2 },
    { day: "2026-11-25", answers: 3, variants: 3 },
  ],
  current: null,
  longest: null,
};

describe("the weeks of the calendar", () => {
  it("run from Monday to Sunday, the last one with today, and leave out what is still to come", () => {
    // 25 November 2026 is a Wednesday; the Monday 25 weeks before that of its week is 1 June.
    const weeks = weeksOf(calendar, 3, 26);
    expect(weeks).toHaveLength(26);
    expect(weeks[0]?.map((day) => day?.day)).toEqual(
      ["01", "02", "03", "04", "05", "06", "07"].map((d) => `2026-06-${d}`),
    );
    expect(weeks[0]?.[0]).toEqual({ day: "2026-06-01", count: 2, met: false });
    expect(weeks[25]).toEqual([
      { day: "2026-11-23", count: 0, met: false },
      { day: "2026-11-24", count: 0, met: false },
      { day: "2026-11-25", count: 3, met: true },
      null,
      null,
      null,
      null,
    ]);
  });

  it("meet no goal where there is none", () => {
    expect(
      weeksOf(calendar, 0, 26)
        .flat()
        .filter((day) => day?.met),
    ).toEqual([]);
  });
});
