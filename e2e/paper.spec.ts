/** Tolerances of an assignment's items, and the assignment on paper. */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";

/** Pages of a PDF, by the objects that stand for them. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

async function show(page: Page, whose: string, what: string): Promise<void> {
  await page.getByLabel("Whose").selectOption({ label: whose });
  await page.getByLabel("What", { exact: true }).selectOption({ label: what });
  await page.getByRole("button", { name: "Show" }).click();
}

test("who teaches is warned of a wide tolerance, and prints versions, each on pages of its own, with their key", async ({
  page,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 3");
  await page.getByRole("button", { name: "Make the section" }).click();
  await page.getByRole("link", { name: "Assignments" }).click();
  await page.getByLabel("Title").fill("Midterm");
  await page.getByRole("button", { name: "Make a draft" }).click();
  await page.getByLabel("Search").fill("backpropagation/neuron");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: "Add One neuron, forward and backward, level 1", exact: true }).click();
  await page.getByRole("link", { name: "Tolerance and weights of One neuron" }).click();
  const address = page.url().replace(/\/edit.*$/, "");

  const terms = page.getByRole("form", { name: "Tolerance and weights" });
  const z = terms.getByRole("group").first();
  await z.getByLabel("Is right").selectOption("abs");
  await z.getByLabel("Amount").fill("0.3");
  await expect(terms.getByText("These tolerances are wide.")).toBeVisible();
  await z.getByLabel("Amount").fill("a bit");
  await terms.getByRole("button", { name: "Save these" }).click();
  await expect(z.getByText("Type how far off it may be, such as 0.05.")).toBeVisible();
  await expect(z.getByLabel("Amount")).toHaveValue("a bit");
  await z.getByLabel("Amount").fill("0.001");
  await z.getByLabel("Weight").fill("3");
  await expect(terms.getByText("these tolerances accept no known mistake")).toBeVisible();
  await terms.getByRole("button", { name: "Save these" }).click();
  await expect(terms.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(z.getByLabel("Amount")).toHaveValue("0.001");
  await expect(z.getByLabel("Weight")).toHaveValue("3");
  await inspect(page, "the tolerances of an item");

  await page.goto(`${address}/print`);
  await expect(page.getByText("This is a draft")).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.getByRole("link", { name: "Print" }).click();
  const draw = page.getByRole("form", { name: "Draw versions" });
  await draw.getByLabel("How many in all").fill("two");
  await draw.getByRole("button").click();
  await expect(draw.getByText("Type how many there are to be in all, from 1 to 40.")).toBeVisible();
  await draw.getByLabel("How many in all").fill("2");
  await draw.getByRole("button").click();
  await expect(page.getByRole("article")).toHaveCount(2);
  await inspect(page, "sheets to print");
  const both = await pagesOf(page);
  await show(page, "Version 2", "Sheets to write on");
  await expect(page.getByRole("article")).toHaveCount(1);
  const second = await pagesOf(page);
  await show(page, "Version 1", "Sheets to write on");
  await expect(page.getByRole("article", { name: "Version 1" })).toBeVisible();
  expect(await pagesOf(page)).toBe(both - second);

  await show(page, "Version 2", "Answer key");
  const key = page.getByRole("article", { name: "Key, version 2" });
  await expect(key.getByRole("definition")).toHaveCount(3);
  await expect(key.getByText("within 0.001")).toBeVisible();
  await inspect(page, "an answer key to print");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "What to print" })).toBeHidden();
  await expect(key).toBeVisible();
});
