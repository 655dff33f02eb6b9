import { describe, expect, it } from "vitest";
import { countsInWords, doneInWords } from "#lib/course/regrade/in-words.ts";

const none = { answers: 41, up: 0, down: 0, kept: 0, same: 0, overridden: 0 };

describe("the sentence about a dry run", () => {
  it.each([
    [{ up: 30, kept: 7 }, "37 of 41 answers change: 30 earn more, 7 would earn less and keep what they have."],
    [{ down: 1 }, "1 of 41 answers changes: 1 earns less."],
    [
      { same: 2, overridden: 3 },
      "2 of 41 answers change: 2 earn the same with another verdict. 3 were set by hand, and left alone.",
    ],
    [{ overridden: 1 }, "All 41 answers stay as they are. One was set by hand, and left alone."],
    [{ answers: 1 }, "The one answer stays as it is."],
    [{ answers: 0 }, "There are no answers yet; those to come are judged by this."],
    [{ answers: 1, up: 1 }, "1 of 1 answer changes: 1 earns more."],
  ])("says what %j comes to", (counts, sentence) => {
    expect(countsInWords({ ...none, ...counts })).toBe(sentence);
  });
});

describe("the sentence about a regrade that was applied", () => {
  it.each([
    [
      { changed: 33, up: 30, down: 2, kept: 7 },
      "33 answers judged anew: 30 up, 2 down, 1 with another verdict, 7 kept what they had.",
    ],
    [{ changed: 1, up: 1, down: 0, kept: 0 }, "1 answer judged anew: 1 up."],
    [{ changed: 0, up: 0, down: 0, kept: 0 }, "No answer changed."],
  ])("says what %j came to", (counts, sentence) => {
    expect(doneInWords(counts)).toBe(sentence);
  });
});
