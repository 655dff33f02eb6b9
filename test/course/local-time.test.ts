import { describe, expect, it } from "vitest";
import { instantOf, localOf } from "#lib/course/local-time.ts";

describe("a time on a form", () => {
  // Offsets from the tz database: Berlin is UTC+1, in summer UTC+2; Kathmandu UTC+5:45; St John's UTC−3:30 in winter.
  it.each([
    ["2026-11-23T18:00", "UTC", "2026-11-23T18:00:00.000Z"],
    ["2026-11-23T18:00", "Europe/Berlin", "2026-11-23T17:00:00.000Z"],
    ["2026-07-01T00:30", "Europe/Berlin", "2026-06-30T22:30:00.000Z"],
    ["2026-11-23T18:00", "Asia/Kathmandu", "2026-11-23T12:15:00.000Z"],
    ["2026-11-23T23:59", "America/St_Johns", "2026-11-24T03:29:00.000Z"],
  ])("%s in %s is %s", (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
    expect(localOf(new Date(instant), zone)).toBe(local);
  });

  it("is the earlier one where the clock shows it twice", () => {
    // On 25 October 2026 at 03:00 Berlin goes back to 02:00.
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is moved on where the clock skips it", () => {
    // On 29 March 2026 at 02:00 Berlin goes on to 03:00.
    expect(instantOf("2026-03-29T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  it.each(["", "tomorrow", "2026-13-01T00:00", "2026-11-23", "2026-11-23T18:00:00"])("cannot be %j", (text) => {
    expect(instantOf(text, "UTC")).toBeNull();
  });
});
