/**
 * How soon a page shows what it has to say, and whether it moves afterwards: largest contentful paint and layout shift
 * of the built app, with nothing in the browser's cache, on a phone and on a desktop, on a mid-range device and line.
 */
import { loadavg } from "node:os";
import type { Browser, BrowserContextOptions } from "@playwright/test";
import { startServer } from "#e2e/server.ts";
import { type Report, type Row, row } from "./compare.ts";
import { openBrowser, prepare, visit, visits } from "./visits.ts";

const mostPaint = 1000;
const mostShift = 0.02;
const rounds = 5;

interface Line {
  name: string;
  latency: number;
  downloadThroughput: number;
  uploadThroughput: number;
}

const bytes = (megabits: number) => (megabits * 1e6) / 8;

/**
 * As the developer tools of Chromium name and set them: what a line gives, with a tenth taken off its rate, and a round
 * trip lengthened to a wait before every response, since the tools slow no handshake. "Fast 4G" (9 Mbit/s, round trips of
 * 60 ms) with a CPU slowed four times is their mid-range phone, and what the limits are for. "Slow 4G" is the line of
 * Lighthouse's mobile profile (1.6 Mbit/s, 150 ms), with the same CPU; its figures are told, and bound to nothing.
 */
const fast4G: Line = {
  name: "fast 4G",
  latency: 60 * 2.75,
  downloadThroughput: bytes(8.1),
  uploadThroughput: bytes(1.35),
};
const slow4G: Line = {
  name: "slow 4G",
  latency: 150 * 3.75,
  downloadThroughput: bytes(1.44),
  uploadThroughput: bytes(0.675),
};
const slowdown = 4;

const [phone, desktop] = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** `only` is the beginning of the addresses to look at; else all are. */
export async function run({ only = "" }: { only?: string | undefined }): Promise<Report> {
  const server = await startServer();
  const browser = await openBrowser();
  try {
    const options = await prepare(browser, server.url);
    const rows: Row[] = [];
    const notes = [
      `CPU slowed ${slowdown} times; load of this machine ${loadavg()[0]?.toFixed(1)}.`,
      `A page without scripts, style sheets or fonts, at the same: ${Math.round((await look(browser, { ...options, viewport: phone }, "/offline.html", fast4G)).paint)} ms.`,
    ];
    for (const { path } of visits.filter((one) => one.path.startsWith(only))) {
      // The first of a server's life compiles and reads what later ones find ready.
      await look(browser, { ...options, viewport: phone }, path, fast4G);
      for (const viewport of [phone, desktop]) {
        const paints: [number, number][] = [];
        const shifts: [number, number][] = [];
        for (let i = 0; i < rounds; i++) {
          const { paint, shift } = await look(browser, { ...options, viewport }, path, fast4G);
          paints.push([paint, mostPaint]);
          shifts.push([shift, mostShift]);
        }
        const where = `${path} at ${viewport.width} px`;
        rows.push({ ...row(`paint of ${where}`, "ms", paints), limit: 1 });
        rows.push({ ...row(`shift of ${where}`, "", shifts), limit: 1 });
      }
      const slow = await look(browser, { ...options, viewport: phone }, path, slow4G);
      notes.push(
        `${slow4G.name}, ${path} at ${phone.width} px: ${Math.round(slow.paint)} ms, shift ${slow.shift.toFixed(4)}`,
      );
    }
    return { rows, notes };
  } finally {
    await browser.close();
    await server.dispose();
  }
}

/** Loads a page and tells when its largest part was painted, and the sum of all its shifts. */
async function look(browser: Browser, options: BrowserContextOptions, path: string, { name: _, ...line }: Line) {
  return await visit(browser, options, async (page, context) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", { offline: false, ...line });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(500);
    return await page.evaluate(seen);
  });
}

/** In the page: what its observers have seen so far. */
async function seen(): Promise<{ paint: number; shift: number }> {
  const entriesOf = async (type: string) => {
    const entries: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type, buffered: true });
    await new Promise((done) => setTimeout(done, 100));
    observer.disconnect();
    return entries;
  };
  const shifts = (await entriesOf("layout-shift")).map((entry) => ("value" in entry ? Number(entry.value) : 0));
  const paint = (await entriesOf("largest-contentful-paint")).at(-1)?.startTime ?? Number.POSITIVE_INFINITY;
  return { paint, shift: shifts.reduce((sum, one) => sum + one, 0) };
}
