/** The pages of help: how to type answers, made of tested examples and found from where one types; marks and mastery. */
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { begin } from "./workspace.ts";

test("shows how each example is read, and what becomes of it", async ({ page }) => {
  await page.goto("/help/typing");
  await expect(page.getByRole("heading", { level: 1, name: "How to type answers" })).toBeVisible();
  const row = (typed: string) => page.getByRole("listitem").filter({ has: page.getByText(typed, { exact: true }) });

  const arithmetic = row("0.4*0.3/0.127").first();
  await expect(arithmetic.getByText("Right", { exact: true })).toBeVisible();
  await expect(arithmetic.locator(".katex")).toBeVisible();
  await expect(row("0.94").getByText("Too few digits")).toBeVisible();
  await expect(row("0.944").getByText("Not right")).toBeVisible();

  const asked = row("1/2π");
  await expect(asked.getByText("Asked back")).toBeVisible();
  await expect(asked.locator(".katex")).toHaveCount(2);

  const refused = row("0,5");
  await expect(refused.getByText("Not read")).toBeVisible();
  await expect(refused.getByText("0.5", { exact: true })).toBeVisible();
  // KaTeX marks what it cannot typeset.
  await expect(page.getByTitle("This formula could not be typeset")).toHaveCount(0);
});

test("is reached from the foot of every page, and its parts from its contents", async ({ page }) => {
  await page.goto("/practice");
  await page.getByRole("contentinfo").getByRole("link", { name: "Help" }).click();
  await page.getByRole("link", { name: "How to type answers" }).click();
  await expect(page).toHaveURL(/\/help\/typing$/);
  const contents = page.getByRole("navigation", { name: "On this page" });
  const links = await contents.getByRole("link").all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const target = page.locator(`${await link.getAttribute("href")}`);
    await expect(target.getByRole("heading", { level: 2 })).toHaveText(`${await link.textContent()}`);
  }
  await contents.getByRole("link", { name: "Matrices" }).click();
  await expect(page.getByRole("heading", { name: "Matrices" })).toBeInViewport();
});

test("is reached from beside the fields, in a tab of its own, so that nothing typed is lost", async ({ page }) => {
  await begin(page, "calculus/descent-1d", 1);
  const field = page.getByRole("form", { name: "Your answer" }).locator("input[name]").first();
  await field.fill("0.125");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("region", { name: "Answer" }).getByRole("link", { name: "How to type answers" }).click();
  const help = await opened;
  await expect(help.getByRole("heading", { level: 1, name: "How to type answers" })).toBeVisible();
  await expect(field).toHaveValue("0.125");
});

for (const width of [390, 1280])
  test(`at ${width} px: axe finds nothing, in the light and in the dark, and nothing overflows sideways`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/help/typing");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // The drawn half of a formula, hidden from screen readers, is thousands of boxes; other pages have it examined.
      const { violations } = await new AxeBuilder({ page }).exclude(".katex-html").analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
      expect(found, colorScheme).toEqual([]);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
  });

test("has an index whose every page opens, leads back, and has the sections that its contents name", async ({
  page,
}) => {
  await page.goto("/help");
  const guides = page.getByRole("main").getByRole("listitem").getByRole("link");
  const addresses = await guides.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses).toEqual(
    expect.arrayContaining(["/help/typing", "/help/credit", "/help/mastery", "/help/keyboard"]),
  );
  for (const address of addresses) {
    await page.goto(address);
    const contents = page.getByRole("navigation", { name: "On this page" });
    for (const link of await contents.getByRole("link").all())
      await expect(page.locator(`${await link.getAttribute("href")}`).getByRole("heading", { level: 2 })).toHaveCount(
        1,
      );
    await expect(page.getByRole("main").getByRole("link", { name: "Help", exact: true })).toHaveAttribute(
      "href",
      "/help",
    );
  }
});

test("tells what hints cost and what a mistake costs, with an answer that was really judged", async ({ page }) => {
  await page.goto("/help/credit");
  const prices = page.getByRole("table", { name: "What a right answer earns" });
  await expect(prices.getByRole("row").nth(2)).toHaveText(/^1\s*90 %$/);
  await expect(prices.getByRole("row").last()).toHaveText(/^5 or more\s*50 %$/);
  const parts = page.locator("[data-verdict]");
  await expect(parts.nth(0)).toContainText("look where the bias went");
  await expect(parts.nth(1)).toContainText("Right from your own value");
  await expect(page.getByText("That is 2 of 3 parts, or 67 %.")).toBeVisible();
});

for (const [name, width] of [
  ["", 390],
  ["", 1280],
  ["/credit", 390],
  ["/credit", 1280],
  ["/mastery", 390],
  ["/mastery", 1280],
  ["/keyboard", 390],
  ["/keyboard", 1280],
] as const)
  test(`/help${name} at ${width} px: axe finds nothing, and nothing overflows sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/help${name}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await inspect(page, `/help${name}`);
  });
