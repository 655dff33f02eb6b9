import { describe, expect, it } from "vitest";
import { dayAfter, dayOf, startOfDay } from "#lib/course/local-day.ts";

// Berlin is one hour ahead of UTC in winter and two in summer; in 2026 it changed on 29 March and on 25 October.
// Los Angeles is 8 hours behind in winter, Kathmandu 5 h 45 min ahead, always.
const days = [
  ["2026-01-15T22:59:59Z", "Europe/Berlin", "2026-01-15", "2026-01-14T23:00:00Z"],
  ["2026-01-15T23:30:00Z", "Europe/Berlin", "2026-01-16", "2026-01-15T23:00:00Z"],
  ["2026-07-15T22:30:00Z", "Europe/Berlin", "2026-07-16", "2026-07-15T22:00:00Z"],
  ["2026-03-29T12:00:00Z", "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"],
  ["2026-10-25T12:00:00Z", "Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z"],
  ["2026-01-15T07:30:00Z", "America/Los_Angeles", "2026-01-14", "2026-01-14T08:00:00Z"],
  ["2026-01-15T18:15:00.999Z", "Asia/Kathmandu", "2026-01-16", "2026-01-15T18:15:00Z"],
  ["2026-01-15T23:59:59.999Z", "UTC", "2026-01-15", "2026-01-15T00:00:00Z"],
] as const;

describe("a learner's day", () => {
  it.each(days)("at %s in %s is %s, which began at %s", (at, timeZone, day, start) => {
    const now = { at: new Date(at), timeZone };
    expect(dayOf(now)).toBe(day);
    expect(startOfDay(now)).toEqual(new Date(start));
  });

  it("comes after another over the ends of months and years, and before it", () => {
    expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
    expect(dayAfter("2028-02-28", 1)).toBe("2028-02-29");
    expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
  });
});
