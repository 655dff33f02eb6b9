/** Double clicks, lost connections, two tabs, the keyboard alone. */
import { expect } from "@playwright/test";
import { test } from "./test.ts";
import { answerForm, begin, check, checkButton, type } from "./workspace.ts";

const exercise = "backpropagation/weight-gradient";

test("a double click is one submission", async ({ page }) => {
  await begin(page, exercise, 1);
  let posts = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/submissions")) posts++;
  });
  const names = await answerForm(page)
    .locator("input[name]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
  await type(page, Object.fromEntries(names.map((name) => [name, "12345"])));
  await checkButton(page).dblclick();
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
  expect(posts).toBe(1);
});

test("an answer that cannot be sent is kept, said to be unsent, and sent once when the connection is back", async ({
  page,
  context,
  complaints,
}) => {
  await begin(page, exercise, 1);
  const names = await answerForm(page)
    .locator("input[name]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
  await context.setOffline(true);
  await check(page, Object.fromEntries(names.map((name) => [name, "54321"])));
  await expect(page.getByText("Not sent yet.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator("[data-verdict]").first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
  await expect(page.getByText(/earlier answer/)).toHaveCount(0);
  // The browser itself reports the connection that was cut on purpose.
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED")));
});

test("what was typed and not checked is there after a reload", async ({ page }) => {
  await begin(page, exercise, 1);
  const field = answerForm(page).locator("input[name]").first();
  const saved = page.waitForResponse((response) => response.url().endsWith("/draft") && response.status() === 204);
  await field.fill("1/3 + 2");
  await saved;
  await page.reload();
  await expect(field).toHaveValue("1/3 + 2");
});

test("the whole way can be gone by keyboard", async ({ page }) => {
  await page.goto(`/practice/${exercise}?level=1`);
  await page.getByRole("button", { name: "Begin" }).focus();
  await page.keyboard.press("Enter");
  const field = answerForm(page).locator("input[name]").first();
  await expect(checkButton(page)).toBeEnabled();
  for (let i = 0; i < 40 && !(await field.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
  await page.keyboard.type("123456");
  await page.keyboard.press("Enter");
  await expect(page.locator("h2[tabindex='-1']").first()).toBeFocused();
  const hint = page.getByRole("button", { name: "Show a hint" });
  for (let i = 0; i < 60 && !(await hint.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("button", { name: /Show the next hint/ }).or(page.getByText("There are no more hints.")),
  ).toBeVisible();
});

test("hints and the solution say what they cost, and the solution ends what can be earned", async ({ page }) => {
  await begin(page, exercise, 1);
  await expect(page.getByText(/takes 10\s%\soff/)).toBeVisible();
  await page.getByRole("button", { name: "Show a hint" }).click();
  await expect(page.getByText(/90\s%/).first()).toBeVisible();
  await page.getByRole("button", { name: "Show the solution" }).click();
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
  await expect(page.getByText(/For practice only/).first()).toBeVisible();
});

test("an unknown exercise, level and address are answered kindly", async ({ page, complaints }) => {
  const missing = await page.goto("/practice/no/such-exercise");
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.goto("/practice/backpropagation/neuron?level=99"))?.status()).toBe(200);
  expect((await page.goto("/practice/backpropagation/neuron?level=%00"))?.status()).toBe(200);
  expect((await page.goto("/nowhere"))?.status()).toBe(404);
  // The browser reports the two missing pages, which are missing on purpose.
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes("404")));
});
