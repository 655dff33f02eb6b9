/** The demonstration, from the button to its end. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";

test("the demonstration is made by a button, fills what a teacher sees, and is removed by one click", async ({
  page,
}) => {
  test.slow();
  page.setDefaultTimeout(20_000);
  await page.goto("/sections");
  await expect(page.getByRole("button", { name: "Make the demonstration" })).toBeHidden();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/sections");
  await page.getByRole("button", { name: "Make the demonstration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Demonstration" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("its students are simulated")).toBeVisible();
  await inspect(page, "the overview of the demonstration");
  const section = page.url();
  await page.goto(`${section}/gradebook`);
  await expect(page.getByText("40 students")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /Quiz 1/ })).toBeVisible();
  await page.goto(`${section}/assignments`);
  await page.getByRole("link", { name: "Quiz 1: probability" }).click();
  await page.getByRole("link", { name: "Review" }).click();
  await page.getByRole("link", { name: "By answer" }).click();
  await expect(page.getByText("A known mistake").first()).toBeVisible();
  await page.getByRole("link", { name: "Analysis" }).click();
  await expect(page.getByText(/^\d+ students are done with it/)).toBeVisible();
  await expect(page.getByText("α =").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "The items with how hard they were" })).toContainText("Complements");
  await inspect(page, "an item analysis");
  await page.goto("/sections");
  await expect(page.getByRole("button", { name: "Make the demonstration" })).toBeHidden();
  await page.goto(section);
  await page.getByRole("button", { name: "Remove it with all of them" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sections" })).toBeVisible();
  await expect(page.getByText("You are in none yet.")).toBeVisible();
  expect((await page.request.get(section)).status()).toBe(404);
});
