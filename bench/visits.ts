/** Pages as a learner comes to them, in a real browser with nothing in its cache: for the benches that load them. */
import { readdirSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { chromiumArgs, findChromium } from "#cli/chromium.mjs";
import { answerForm, check, checkButton } from "#e2e/workspace.ts";

export interface Visit {
  path: string;
  /** Whether it is an exercise with an open variant. */
  isExercise: boolean;
}

/** With numbers to type, with a grid of them, and with lines to put in order. */
const exercises = [
  "backpropagation/neuron?level=1",
  "linear-algebra/linear-layer?level=2",
  "backpropagation/algorithm-order?level=1",
];

/** The longest lesson, and one of usual length. */
const lessons = ["/learn/backpropagation", "/learn/logarithms"];

/** Every page with an address of its own, the exercises and the lessons. */
export const visits: readonly Visit[] = [
  ...exercises.map((exercise) => ({ path: `/practice/${exercise}`, isExercise: true })),
  ...[...pagesIn("app"), ...lessons].map((path) => ({ path, isExercise: false })),
];

/** The addresses of the pages below a folder that depend on nothing. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith("/page.tsx") && !file.includes("["))
    .map((file) => file.replace(/\/page\.tsx$/, "") || "/")
    .sort();
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) });
}

/** The cookies of a guest who has open variants and a history. */
export async function prepare(browser: Browser, baseURL: string): Promise<BrowserContextOptions> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  for (const exercise of [...exercises, "linear-algebra/matmul-shape?level=1"]) {
    await page.goto(`/practice/${exercise}`);
    await page.getByRole("button", { name: "Begin" }).click();
    await checkButton(page).and(page.locator(":enabled")).waitFor();
  }
  const names = await answerForm(page)
    .locator("input[name]")
    .evaluateAll((all) => all.map((field) => field.getAttribute("name") ?? ""));
  await check(page, Object.fromEntries(names.map((name) => [name, "7 x 7"])));
  await page.locator("[data-verdict]").first().waitFor();
  const storageState = await context.storageState();
  await context.close();
  return { baseURL, storageState: { cookies: storageState.cookies, origins: [] } };
}

/** Opens a page in a new context, which has nothing in its cache, and closes it when `look` is done. */
export async function visit<T>(
  browser: Browser,
  options: BrowserContextOptions,
  look: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await look(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
