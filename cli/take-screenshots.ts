/** The second half of `npm run screenshots`: a learner's first minutes, photographed into docs/screenshots/. */
import { mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { chromiumArgs, findChromium } from "#cli/chromium.mjs";
import { startServer } from "#e2e/server.ts";
import { begin, check } from "#e2e/workspace.ts";
import { sigmoid } from "#lib/math/activations.ts";

const folder = "docs/screenshots";
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const server = await startServer();
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) });
try {
  const context = await browser.newContext({ baseURL: server.url, viewport: desktop, reducedMotion: "reduce" });
  const page = await context.newPage();

  await begin(page, "backpropagation/neuron", 1);
  const { w, x, b, y } = await givenNumbers(page);
  const dropped = w * x;
  await check(page, answers(dropped, y));
  await page.getByText("look where the bias went").first().waitFor();
  await showVerdict(page);
  await shoot(page, "exercise");
  await page.setViewportSize(phone);
  await showVerdict(page);
  await shoot(page, "exercise-phone");
  await page.setViewportSize(desktop);

  await check(page, answers(w * x + b, y));
  await page.getByRole("button", { name: "New variant" }).first().waitFor();
  await begin(page, "linear-algebra/matmul-shape", 1);
  await page.goto("/progress");
  await shoot(page, "progress");
} finally {
  await browser.close();
  await server.dispose();
}

/** Scrolls so that the verdict stands below the last of the typed answers. */
async function showVerdict(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "parts right" }).evaluate((heading) => {
    window.scrollTo({ top: window.scrollY + heading.getBoundingClientRect().top - 240, behavior: "instant" });
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
  console.log(`${folder}/${name}.png`);
}

/** The numbers of the exercise on screen, from the TeX behind its formulas: "w = -0.4". */
async function givenNumbers(page: Page) {
  const tex = (await page.locator('annotation[encoding="application/x-tex"]').allTextContents()).join("\n");
  const read = (name: string) => {
    const found = new RegExp(`^${name} = (-?[\\d.]+)$`, "m").exec(tex);
    if (!found) throw new Error(`the prompt gives no ${name}`);
    return Number(found[1]);
  };
  return { w: read("w"), x: read("x"), b: read("b"), y: read("y") };
}

/** What follows from a pre-activation, as a learner would type it. */
function answers(z: number, y: number): Record<string, string> {
  const a = sigmoid(z);
  return { z: String(Number(z.toPrecision(6))), a: a.toPrecision(4), L: ((a - y) ** 2).toPrecision(4) };
}
