// Runs all suites, or those that are named, and counts. A suite runs also when one before it has failed, so that one
// run tells everything.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, next } from "./build.mjs";
import { forwardSignals, isEnding, runLoudly, runQuietly } from "./child.mjs";
import { countPlaywright, countVitest } from "./counts.mjs";
import { ExpectedError, isExpected } from "./expected.mjs";
import { root } from "./settings.mjs";
import { setUp, takeTurn } from "./setup.mjs";
import { stage, talkativeStage } from "./stage.mjs";

/** @typedef {import("./counts.mjs").Count} Count */

const bin = (/** @type {string} */ path) => `node_modules/${path}`;
const reports = join(root, ".chainrule/reports");

/** Folders of test/ by suite; every other one is "unit". */
const folders = { bank: ["bank"], integration: ["db", "course", "auth", "cli", "lint"] };

/**
 * The suites by the name they are asked for.
 * @type {Record<string, () => Promise<Count>>}
 */
const suites = {
  lint: () => check("Lint", [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
  types: () => check("Types", [bin("typescript/bin/tsc"), "--noEmit"]),
  knip: () => check("Dead code", [bin("knip/bin/knip.js")]),
  unit: () => vitest("Unit tests", unitFolders()),
  bank: () => vitest("Bank tests", folders.bank),
  integration: () => vitest("Integration tests", folders.integration),
  e2e: endToEnd,
};

/** @param {string[]} names of suites; all of them when empty */
export async function main(names) {
  forwardSignals();
  try {
    const unknown = names.find((name) => !(name in suites));
    if (unknown)
      throw new ExpectedError("usage", `There is no suite "${unknown}"; there are ${Object.keys(suites).join(", ")}.`);
    const { passed, failed, bad } = await run(names.length > 0 ? names : Object.keys(suites));
    if (bad.length > 0) console.log(`\nFailures in: ${bad.join(", ")}`);
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    if (isEnding()) return;
    console.error(isExpected(error) ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {string[]} names */
async function run(names) {
  const turn = await takeTurn();
  await setUp();
  await turn.release();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0, bad: /** @type {string[]} */ ([]) };
  for (const name of names) {
    const { passed, failed } = await counted(name);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) total.bad.push(name);
  }
  return total;
}

/** @param {string} name */
async function counted(name) {
  const suite = suites[name];
  try {
    return suite ? await suite() : { passed: 0, failed: 1 };
  } catch (error) {
    if (isEnding()) throw error;
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * A check that passes or fails as a whole, and prints only then.
 * @param {string} title
 * @param {string[]} command
 * @returns {Promise<Count>}
 */
async function check(title, command) {
  const { code, output } = await stage(title, async () => {
    // Without the types of routes, which a build makes too, the compiler does not know the pages.
    if (title === "Types") await runQuietly([next, "typegen"]);
    return await runQuietly(command);
  });
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function unitFolders() {
  const others = Object.values(folders).flat();
  const all = readdirSync(join(root, "test"), { withFileTypes: true });
  return all.filter((entry) => entry.isDirectory() && !others.includes(entry.name)).map((entry) => entry.name);
}

/**
 * @param {string} title
 * @param {string[]} parts folders of test/
 */
async function vitest(title, parts) {
  const report = join(reports, `${title}.json`);
  await talkativeStage(title, () =>
    runLoudly([
      bin("vitest/vitest.mjs"),
      "run",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...parts.map((part) => `test/${part}/`),
    ]),
  );
  return countVitest(report);
}

async function endToEnd() {
  const { installChromium } = await import("./chromium.mjs");
  await installChromium();
  const turn = await takeTurn();
  await build();
  await turn.release();
  const report = join(reports, "end-to-end.json");
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  await talkativeStage("End-to-end tests", () =>
    runLoudly([bin("@playwright/test/cli.js"), "test", "--reporter=line,json"], env),
  );
  return countPlaywright(report);
}
