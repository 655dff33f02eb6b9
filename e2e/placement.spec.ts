/** A placement, left and gone on with, up to its result. */
import { expect, type Page } from "@playwright/test";
import { runnerImport } from "vite";
import { inspect } from "./inspect.ts";
import { latestVariant, test } from "./sql.ts";
import { check, checkButton } from "./workspace.ts";

const { module } = await runnerImport<typeof import("./answers.ts")>("./e2e/answers.ts", { configFile: false });

const item = (page: Page, n: number) => page.getByText(`Item ${n} of about 12`);

test.use({ viewport: { width: 390, height: 844 } });

test("a placement tells nothing on the way, goes on after a break, and says where to begin", async ({ page, sql }) => {
  await page.goto("/placement");
  await inspect(page, "before it");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(item(page, 1)).toBeVisible();
  await expect(checkButton(page)).toBeEnabled();
  await expect(page.getByRole("button", { name: "Show a hint" })).toBeHidden();
  const { exercise_id, version, level, params } = await latestVariant(sql);
  await check(page, module.answersTo(exercise_id, version, level, params).right);

  await expect(item(page, 2)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("[data-verdict]")).toBeHidden();
  await inspect(page, "an item");
  await page.reload();
  await expect(item(page, 2)).toBeVisible();

  let answered = 1;
  while (await item(page, answered + 1).isVisible()) {
    await page.getByRole("button", { name: "I don’t know this yet" }).click();
    answered++;
    await expect(item(page, answered + 1).or(page.getByRole("heading", { name: "Where to begin" }))).toBeVisible();
  }
  expect(answered).toBeGreaterThanOrEqual(10);
  expect(answered).toBeLessThanOrEqual(15);
  const outcomes = await page.locator("li[data-outcome]").evaluateAll((all) => all.map((one) => one.dataset.outcome));
  expect(outcomes).toEqual(["right", ...Array.from({ length: answered - 1 }, () => "unknown")]);
  await expect(page.locator("li[data-skill]").first().getByRole("link").first()).toBeVisible();
  await inspect(page, "the result");

  await page.getByRole("button", { name: "Begin with a drill on these" }).click();
  await expect(page.getByText("Item 1 of 10")).toBeVisible();
});
