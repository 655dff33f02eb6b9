/** The settings: what a guest chooses on a phone, and what an account can do about itself, by keyboard alone. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { answerForm, begin, check } from "./workspace.ts";

const neuron = "backpropagation/neuron";
const wrong = { z: "100.5", a: "100.5", L: "100.5" };
const password = "a long enough password";

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme ?? "system");

/** Decimals that are seen and have a point: not those of code, the TeX behind a formula, or the number of a section. */
const decimalPoints = (page: Page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main")?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    for (const hidden of copy.querySelectorAll("annotation, code, script, style, input, textarea")) hidden.remove();
    return copy.textContent?.replaceAll(/section \d\.\d/gi, "").match(/\d\.\d+/g) ?? [];
  });

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${control}`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
}

async function fill(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a guest chooses commas, a theme and a zone, has them on every page, and deletes it all", async ({ page }) => {
    await page.goto("/settings");
    await page.getByLabel("Comma, 0,5").check();
    await page.getByRole("button", { name: "Save the appearance" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

    await page.getByLabel("Daily goal").fill("101");
    await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
    await page.getByRole("button", { name: "Save the goal and the zone" }).click();
    await expect(page.getByText("Use a number from 0 to 100.")).toBeVisible();
    await expect(page.getByLabel("Daily goal")).toBeFocused();
    await expect(page.getByLabel("Daily goal")).toHaveValue("101");
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
    await page.getByLabel("Daily goal").fill("12");
    await page.getByRole("button", { name: "Save the goal and the zone" }).click();
    await expect(page.getByText("Use a number from 0 to 100.")).toBeHidden();
    await page.reload();
    await expect(page.getByLabel("Daily goal")).toHaveValue("12");
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
    await expect(page.getByLabel("Comma, 0,5")).toBeChecked();
    await inspect(page, "settings of a guest");

    await begin(page, neuron, 1);
    await expect(page.getByText("Type numbers with a point: 0.5.")).toBeVisible();
    expect(await decimalPoints(page)).toEqual([]);
    await answerForm(page).locator('[name="z"]').fill("1/8");
    await expect(answerForm(page).getByText("≈ 0,125")).toBeVisible();
    await check(page, wrong);
    await expect(page.locator("[data-verdict]").first()).toBeVisible();
    expect(await decimalPoints(page)).toEqual([]);

    await page.goto("/settings");
    await page.getByRole("button", { name: "Delete what I did" }).click();
    await expect(page.getByText("Tick this first.")).toBeVisible();
    await page.getByLabel("Yes, delete all I did in this browser.").check();
    await page.getByRole("button", { name: "Delete what I did" }).click();
    await expect(page.getByRole("heading", { name: "It is deleted" })).toBeVisible();
    await inspect(page, "deleted");
    await page.goto(`/practice/${neuron}?level=1`);
    await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  });

  test("the theme turns at once, is kept on the server, and is there before any script", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/settings");
    const saved = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    expect(await themeOf(page)).toBe("dark");
    await saved;
    await expect(page.getByLabel("Dark", { exact: true })).toBeChecked();
    expect(await (await page.request.get("/practice")).text()).toMatch(/<html[^>]* data-theme="dark"/);
    await page.reload();
    expect(await themeOf(page)).toBe("dark");

    // A choice that agrees with the device follows it from then on.
    await page.getByRole("button", { name: "Use the light theme" }).click();
    expect(await themeOf(page)).toBe("system");
    await expect(page.getByLabel("As the device has it").first()).toBeChecked();

    await page.getByLabel("Keep still").check();
    await page.getByRole("button", { name: "Save the appearance" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-motion", "reduce");
    const fading = await page
      .getByRole("button", { name: "Save the appearance" })
      .evaluate((button) => getComputedStyle(button).transitionDuration.split(", ").map(Number.parseFloat));
    expect(Math.max(...fading)).toBe(0);
  });

  test("everything can be chosen without a script", async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/settings");
    await page.getByLabel("Dark", { exact: true }).check();
    await page.getByLabel("Comma, 0,5").check();
    await page.getByRole("button", { name: "Save the appearance" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.getByLabel("Daily goal").fill("1.5");
    await page.getByRole("button", { name: "Save the goal and the zone" }).click();
    await expect(page.getByText("Use a whole number.")).toBeVisible();
    await expect(page.getByLabel("Daily goal")).toHaveValue("1.5");
    await context.close();
  });
});

const exported = z.object({
  profile: z.object({ email: z.string(), name: z.string().nullable() }),
  variants: z.array(z.object({ exercise: z.string(), level: z.number() })),
  submissions: z.array(
    z.object({
      raw: z.record(z.string(), z.string()),
      receipts: z.array(z.object({ verdict: z.string(), countsAsTry: z.boolean() })),
    }),
  ),
});

async function download(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await tabTo(page, page.getByRole("link", { name }));
  await page.keyboard.press("Enter");
  return await readFile(await (await coming).path(), "utf8");
}

/** An account of its own, signed in. */
async function makeAccount(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return email;
}

async function signIn(page: Page, email: string, word: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(word);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("by keyboard: a name, and another password, which signs out elsewhere", async ({ page, browser, server }) => {
  const email = await makeAccount(page);
  const context = await browser.newContext({ baseURL: server.url });
  const elsewhere = await context.newPage();
  await signIn(elsewhere, email, password);
  await expect(elsewhere.getByRole("button", { name: "Sign out" })).toBeVisible();

  await page.goto("/settings");
  await fill(page, page.getByRole("textbox", { name: "Name" }), "Ada");
  await press(page, "Save the name");
  await expect(page.getByText("The name is saved.")).toBeVisible();
  await expect(page.getByRole("banner").getByText("Ada")).toBeVisible();

  await fill(page, page.getByLabel("Present password"), "not my password");
  await fill(page, page.getByLabel("New password"), `${password}, and longer`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("This is not the password of the account.")).toBeVisible();
  await expect(page.getByLabel("Present password")).toBeFocused();
  await expect(page.getByLabel("New password")).toHaveValue(`${password}, and longer`);
  await fill(page, page.getByLabel("Present password"), password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("");
  await elsewhere.goto("/settings");
  await expect(elsewhere.getByRole("main").getByRole("link", { name: "Make an account" })).toBeVisible();
  await context.close();
});

test("by keyboard: one's own data, and the end of the account", async ({ page }) => {
  const email = await makeAccount(page);
  await begin(page, neuron, 1);
  await check(page, wrong);
  await expect(page.locator("[data-verdict]").first()).toBeVisible();

  await page.goto("/settings");
  await inspect(page, "settings of an account");
  const { profile, variants, submissions } = exported.parse(JSON.parse(await download(page, "Everything, as JSON")));
  expect(profile).toEqual({ email, name: null });
  expect(variants).toEqual([{ exercise: neuron, level: 1 }]);
  expect(submissions).toEqual([{ raw: wrong, receipts: [{ verdict: "wrong", countsAsTry: true }] }]);
  const table = (await download(page, "Answers, as a table (CSV)")).trim().split("\r\n");
  expect(table).toHaveLength(2);
  expect(table[1]).toContain("z: 100.5; a: 100.5; L: 100.5");

  await fill(page, page.getByLabel("Your password"), "not my password");
  await press(page, "Delete my account");
  await expect(page.getByText("This is not the password of the account.")).toBeVisible();
  await fill(page, page.getByLabel("Your password"), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "It is deleted" })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await signIn(page, email, password);
  await expect(page.getByRole("alert").filter({ hasText: "No account has" })).toBeVisible();
});
