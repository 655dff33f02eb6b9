/** The last line of `npm test` counts what the runners report, and never less failures than there were. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countPlaywright, countVitest } from "#cli/counts.mjs";
import { run } from "./spawn.ts";

const folder = mkdtempSync(join(tmpdir(), "chainrule-counts-"));
const report = (content: unknown) => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the count", () => {
  const passed = { status: "passed", assertionResults: [{ status: "passed" }] };
  const broken = { status: "failed", assertionResults: [] };
  const failing = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };

  it.each([
    ["all passed", { numPassedTests: 3, numFailedTests: 0, success: true, testResults: [passed] }, 3, 0],
    ["a failure", { numPassedTests: 1, numFailedTests: 1, success: false, testResults: [failing] }, 1, 1],
    [
      "a file that cannot be loaded",
      { numPassedTests: 1, numFailedTests: 0, success: false, testResults: [passed, broken] },
      1,
      1,
    ],
    [
      "an error outside of any test",
      { numPassedTests: 1, numFailedTests: 0, success: false, testResults: [passed] },
      1,
      1,
    ],
  ])("of vitest's report: %s", (_, content, ok, bad) => {
    expect(countVitest(report(content))).toEqual({ passed: ok, failed: bad });
  });

  it.each([
    ["all passed", { stats: { expected: 5, unexpected: 0, flaky: 0 }, errors: [] }, 5, 0],
    ["a failure and a flaky one", { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] }, 5, 2],
    ["an error before any test", { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, 0, 1],
  ])("of Playwright's report: %s", (_, content, ok, bad) => {
    expect(countPlaywright(report(content))).toEqual({ passed: ok, failed: bad });
  });

  it("takes a missing report for a failure", () => {
    expect(countVitest(join(folder, "none.json"))).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(join(folder, "none.json"))).toEqual({ passed: 0, failed: 1 });
  });
});

describe("npm test", () => {
  it("refuses a suite that it does not know, in one line", async () => {
    const { code, stderr, stdout } = await run(["cli/test.mjs", "units"]);
    expect(stderr.trim()).toMatch(/^There is no suite "units"; there are lint, types, /);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});
