import { describe, expect, it } from "vitest";
import { preferenceFormSchema, readPreferences } from "#lib/auth/preferences.ts";

const unchosen = {
  theme: "system",
  decimalComma: false,
  dailyGoal: 0,
  reducedMotion: "system",
  timeZone: null,
  mailDueSoon: true,
  mailResults: true,
  mailAnnouncements: true,
};
const chosen = {
  theme: "dark",
  decimalComma: true,
  dailyGoal: 15,
  reducedMotion: "reduce",
  timeZone: "Europe/Rome",
  mailDueSoon: false,
  mailResults: false,
  mailAnnouncements: false,
};

describe("the preferences that a row holds", () => {
  it.each([[{}], [null], [undefined], ["dark"], [[1, 2]], [17]])("are the usual ones where it holds %j", (stored) => {
    expect(readPreferences(stored)).toEqual(unchosen);
  });

  it("are those that were chosen", () => {
    expect(readPreferences(chosen)).toEqual(chosen);
    expect(readPreferences({ ...chosen, timeZone: "UTC" }).timeZone).toBe("UTC");
  });

  it.each([
    [{ theme: "sepia" }, { theme: "system" }],
    [{ decimalComma: "yes" }, { decimalComma: false }],
    [{ dailyGoal: 101 }, { dailyGoal: 0 }],
    [{ dailyGoal: 2.5 }, { dailyGoal: 0 }],
    [{ dailyGoal: -1 }, { dailyGoal: 0 }],
    [{ reducedMotion: true }, { reducedMotion: "system" }],
    [{ timeZone: "Mars/Olympus_Mons" }, { timeZone: null }],
    [{ timeZone: "+02:00" }, { timeZone: null }],
    [{ mailResults: "no" }, { mailResults: true }],
  ])("lose %j, and nothing else", (broken, usual) => {
    expect(readPreferences({ ...chosen, ...broken })).toEqual({ ...chosen, ...usual });
  });

  it("leave out what no version of ours has written", () => {
    expect(readPreferences({ ...chosen, admin: true })).toEqual(chosen);
  });
});

describe("a form of preferences", () => {
  it("may hold some of them, as text", () => {
    expect(preferenceFormSchema.parse({ theme: "light" })).toEqual({ theme: "light" });
    expect(preferenceFormSchema.parse({ decimalComma: "comma", reducedMotion: "system" })).toEqual({
      decimalComma: true,
      reducedMotion: "system",
    });
    expect(preferenceFormSchema.parse({ dailyGoal: "20", timeZone: "Asia/Tokyo" })).toEqual({
      dailyGoal: 20,
      timeZone: "Asia/Tokyo",
    });
    expect(preferenceFormSchema.parse({ mailDueSoon: "no", mailResults: "yes" })).toEqual({
      mailDueSoon: false,
      mailResults: true,
    });
  });

  it("means none by an empty goal, and the browser's zone by an empty zone", () => {
    expect(preferenceFormSchema.parse({ dailyGoal: "", timeZone: "" })).toEqual({ dailyGoal: 0, timeZone: null });
  });

  it.each([
    [{ dailyGoal: "101" }, "Use a number from 0 to 100."],
    [{ dailyGoal: "-1" }, "Use a number from 0 to 100."],
    [{ dailyGoal: "2.5" }, "Use a whole number."],
    [{ dailyGoal: "many" }, "Use a whole number."],
    [{ theme: "sepia" }, "Choose one of the three."],
    [{ decimalComma: "true" }, "Choose one of the two."],
    [{ mailDueSoon: "true" }, "Tick it or not."],
    [{ timeZone: "Mars/Olympus_Mons" }, "There is no such time zone in the list."],
  ])("with %j is refused: %s", (form, message) => {
    expect(preferenceFormSchema.safeParse(form).error?.issues[0]?.message).toBe(message);
  });
});
