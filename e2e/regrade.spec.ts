/** Regrading: a rule was too strict, an answer is judged again, and its student reads why. */
import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { inspect } from "./inspect.ts";
import type { Server } from "./server.ts";
import { test } from "./sql.ts";
import { check } from "./workspace.ts";

async function signUp(page: Page, name: string): Promise<void> {
  page.setDefaultTimeout(15_000);
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

const someone = async (browser: Browser, server: Server, name: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signUp(page, name);
  return page;
};

test("an answer that a strict rule took for wrong is regraded after a dry run, and its student reads why", async ({
  page,
  browser,
  server,
  sql,
}) => {
  await signUp(page, "Ada Lovelace");
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 9");
  await page.getByRole("button", { name: "Make the section" }).click();
  const link = await page.getByLabel("Link to join this section").inputValue();
  const section = page.url();
  const [assignment, part] = [randomUUID(), randomUUID()];
  await sql.query(
    `INSERT INTO assignments (id, section_id, title, mode, config, published_at)
     VALUES ($1, $2, 'Sheet 4', 'homework', $3, now())`,
    [assignment, section.split("/").at(-1), JSON.stringify(defaultsOf.homework)],
  );
  await sql.query(
    "INSERT INTO assignment_parts (id, assignment_id, position, points, pick) VALUES ($1, $2, 1, 10, 1)",
    [part, assignment],
  );
  // Example 36 of the tutorial: z = 0.5·2 + 0.1 = 1.1, a = 0.7503, L = 0.06237.
  await sql.query(
    `INSERT INTO assignment_items (id, part_id, position, exercise_id, version, level, seed, params)
     VALUES ($1, $2, 1, 'backpropagation/neuron', 1, 1, $3, '{"x": 2, "y": 1, "w": 0.5, "b": 0.1, "rate": 0.1}')`,
    [randomUUID(), part, "0".repeat(32)],
  );

  const bea = await someone(browser, server, "Bea Student");
  await bea.goto(link);
  await bea.getByRole("button", { name: "Join", exact: true }).click();
  await expect(bea.getByRole("link", { name: "Assignments" })).toBeVisible();
  await bea.goto(`${section}/assignments/${assignment}`);
  await bea.getByRole("button", { name: "Begin" }).click();
  // z is 2 % off.
  await check(bea, { z: "1.122", a: "0.7503", L: "0.06237" });
  await expect(bea.getByText("2 of 3 parts right")).toBeVisible();

  await page.goto(`${section}/assignments/${assignment}`);
  await page.getByRole("navigation", { name: "Assignment" }).getByRole("link", { name: "Regrade" }).click();
  await page.getByRole("link", { name: /One neuron.*level 1/ }).click();
  const change = page.getByRole("form", { name: "What to change" });
  const z = change.getByRole("group").first();
  await z.getByLabel("Is right").selectOption({ label: "At most so many percent off" });
  await z.getByLabel("Amount").fill("nearly");
  await change.getByRole("button", { name: "Show what would change" }).click();
  await expect(change.getByText("Type how many percent, above 0 and up to 100.")).toBeVisible();
  await expect(z.getByLabel("Amount")).toHaveValue("nearly");
  await z.getByLabel("Amount").fill("5");
  await change.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("1 of 1 answer changes: 1 earns more.")).toBeVisible();
  await page.getByText("Bea Student").click();
  await expect(page.getByText("1.122")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await inspect(page, "a dry run on a phone");
  await page.setViewportSize({ width: 1280, height: 800 });

  const apply = page.getByRole("form", { name: "Apply the regrade" });
  await apply.getByRole("button", { name: "Apply this regrade" }).click();
  await expect(apply.getByText("Say why")).toBeVisible();
  await apply.getByLabel("Why").fill("Three digits were too strict for z.");
  await apply.getByRole("button", { name: "Apply this regrade" }).click();
  await expect(page.getByText("It is done. 1 answer judged anew: 1 up.")).toBeVisible();
  await expect(page.getByText("“Three digits were too strict for z.”")).toBeVisible();
  await inspect(page, "the regrade page when it is done");
  await page.goto(`${section}/assignments/${assignment}`);
  await expect(page.getByText("10 of 10")).toBeVisible();

  await bea.reload();
  await bea.getByText(/What this item has earned/).click();
  await expect(bea.getByText("Three digits were too strict for z.")).toBeVisible();
  expect((await bea.goto(`${section}/assignments/${assignment}/regrade`))?.status()).toBe(404);
});
