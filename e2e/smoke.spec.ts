import { expect } from "@playwright/test";
import { test } from "./test.ts";

test("shows the home page, without an error on the console", async ({ page, complaints }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/Chainrule/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("load");
  expect(complaints).toEqual([]);
});
