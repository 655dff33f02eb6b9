// The browser of the end-to-end tests and of the screenshots: the machine's own Chromium, else Playwright's.
import { existsSync } from "node:fs";
import { platform } from "node:process";
import { chromium } from "@playwright/test";
import { runCommandQuietly, runQuietly } from "./child.mjs";
import { ExpectedError } from "./expected.mjs";
import { stage } from "./stage.mjs";

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What a browser for tests is started with: nothing that talks to the network by itself. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** @returns {string | undefined} the browser's path */
export function findChromium() {
  return [...places, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

/**
 * Installs a browser where there is none: Debian's package where we may, else Playwright's download.
 * @throws {ExpectedError} one line that says what to do
 */
export async function installChromium() {
  if (findChromium()) return;
  const said = [];
  if (platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await stage("Installing Chromium (apt-get)", async () => {
      await runCommandQuietly("apt-get", ["update"]);
      said.push((await runCommandQuietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])).output);
    });
    if (findChromium()) return;
  }
  await stage("Installing Chromium (Playwright)", async () => {
    said.push((await runQuietly(["node_modules/@playwright/test/cli.js", "install", "chromium"])).output);
  });
  if (findChromium()) return;
  const last = said.at(-1)?.trim().split("\n").at(-1) ?? "";
  throw new ExpectedError(
    "environment",
    `No Chromium, and none could be installed (${last}). Install it (Debian: apt-get install chromium), or set CHROMIUM to the path of one.`,
  );
}
