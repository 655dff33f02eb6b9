/**
 * The JavaScript that a page's first load asks for, in bytes of its gzip, against an empty page of the same framework.
 * First load is all that comes without anybody touching the page; what a first key brings is told beside it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { startServer } from "#e2e/server.ts";
import { answerForm, checkButton } from "#e2e/workspace.ts";
import type { Report, Row } from "./compare.ts";
import { startEmptyApp } from "./empty-app.ts";
import { openBrowser, prepare, visit, visits } from "./visits.ts";

/** How many times an empty page the page of an exercise may weigh. */
const limit = 1.5;

interface Script {
  name: string;
  bytes: number;
}

export async function run(): Promise<Report> {
  const [empty, server, browser] = await Promise.all([startEmptyApp(), startServer(), openBrowser()]);
  try {
    const nothing = await visit(browser, {}, (page) => load(page, empty.url));
    const options = await prepare(browser, server.url);
    const rows: Row[] = [];
    const notes: string[] = [];
    for (const { path, isExercise } of visits) {
      const { first, later, html } = await visit(browser, options, (page) => load(page, path, isExercise));
      const own = weigh(first);
      const ratio = Number((own / weigh(nothing.first)).toFixed(3));
      rows.push({
        name: `first-load JavaScript of ${path}`,
        value: kilobytes(own),
        unit: "kB",
        against: kilobytes(weigh(nothing.first)),
        ratio,
        spread: [ratio, ratio],
        ...(isExercise ? { limit } : {}),
      });
      notes.push(
        [
          `${path}: HTML ${kilobytes(html.gzip)} kB (${kilobytes(html.plain)} kB unpacked)`,
          isExercise && `after the first key ${kilobytes(weigh(later))} kB in ${later.length} scripts`,
        ]
          .filter(Boolean)
          .join("; "),
      );
      if (isExercise) notes.push(crossCheck(".next", first));
    }
    notes.push(crossCheck(join(empty.folder, ".next"), nothing.first));
    return { rows, notes };
  } finally {
    await browser.close();
    await Promise.all([empty.dispose(), server.dispose()]);
  }
}

/** Loads a page, waits until it is at rest, then types where there is something to type into. */
async function load(page: Page, path: string, types = false) {
  const response = await page.goto(path, { waitUntil: "networkidle" });
  const body = (await response?.body()) ?? Buffer.alloc(0);
  const first = await scriptsOf(page);
  if (types) {
    await checkButton(page).and(page.locator(":enabled")).waitFor();
    const field = answerForm(page).locator("input[type=text], textarea").first();
    if ((await field.count()) > 0) {
      await field.pressSequentially("1/2");
      await page.waitForLoadState("networkidle");
    }
    await page.waitForTimeout(1500);
  }
  const all = await scriptsOf(page);
  const later = all.filter(({ name }) => !first.some((script) => script.name === name));
  return { first, later, html: { plain: body.byteLength, gzip: gzipSync(body).byteLength } };
}

/** The scripts that the browser has fetched, with the size of their bodies on the wire. */
async function scriptsOf(page: Page): Promise<Script[]> {
  return await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith(".js")
          ? [{ name: new URL(entry.name).pathname, bytes: entry.encodedBodySize }]
          : [],
      ),
  );
}

const weigh = (scripts: readonly Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0);
const kilobytes = (bytes: number) => Number((bytes / 1000).toFixed(1));

/** The same files as the build wrote them, packed here. */
function crossCheck(build: string, scripts: readonly Script[]): string {
  const files = scripts.filter(({ name }) => name.startsWith("/_next/"));
  const packed = files.map(({ name }) => gzipSync(readFileSync(join(build, name.replace("/_next/", "")))).byteLength);
  const sum = packed.reduce((total, bytes) => total + bytes, 0);
  return `  cross-check: ${files.length} files of the build, packed: ${kilobytes(sum)} kB; fetched: ${kilobytes(weigh(files))} kB`;
}
