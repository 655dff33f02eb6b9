/** Choosing an exercise, variants by number, taking one up again, and the keyboard. */
import { expect, type Page } from "@playwright/test";
import { sigmoid } from "../lib/math/activations.ts";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { answerForm, begin, check, checkButton } from "./workspace.ts";

const neuron = "backpropagation/neuron";
const wrong = { z: "97531", a: "97531", L: "97531" };

/** The answers to the neuron on the page, from the numbers of its prompt: z = wx + b, a = σ(z), L = (a − y)². */
async function solve(page: Page): Promise<Record<string, string>> {
  const tex = (await page.locator('annotation[encoding="application/x-tex"]').allTextContents()).join("\n");
  const given = (name: string) => Number(new RegExp(`^${name} = (-?[\\d.]+)$`, "m").exec(tex)?.[1]);
  const z = given("w") * given("x") + given("b");
  const a = sigmoid(z);
  return { z: String(Number(z.toPrecision(8))), a: a.toPrecision(5), L: ((a - given("y")) ** 2).toPrecision(5) };
}

const focused = (page: Page) => page.locator(":focus");

/** Presses Tab until the focus is on something of that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const text = await focused(page).evaluate((one) => one.getAttribute("aria-label") ?? one.textContent ?? "");
    if (name.test(text)) return;
  }
  throw new Error(`no way to ${name} by Tab`);
}

/** Types the answer part by part, from the field that the form begins with, and checks it from inside the last. */
async function typeByKeyboard(page: Page, answer: Readonly<Record<string, string>>): Promise<void> {
  await expect(checkButton(page)).toBeEnabled();
  await page.locator("#content").focus();
  for (const [step, text] of Object.entries(answer)) {
    for (let i = 0; i < 40 && (await focused(page).getAttribute("name")) !== step; i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("ControlOrMeta+Enter");
}

test("by keyboard alone: found, begun, left for another variant, taken up again, and solved", async ({ page }) => {
  await page.goto("/practice");
  await expect(page.getByRole("button", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("one neuron");
  await expect(page).toHaveURL(/q=one\+neuron/);
  await page.keyboard.press("Escape");
  await tabTo(page, /^One neuron, forward and backward$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/practice\/backpropagation\/neuron\?level=1&list=q%3D/);

  await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(answerForm(page)).toBeVisible();
  await typeByKeyboard(page, wrong);
  await expect(page.getByRole("heading", { name: "Not right yet" })).toBeFocused();
  await page.keyboard.press("h");
  await expect(page.getByText(/A right answer now earns 90\s%/)).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Keep trying" })).toBeFocused();
  await page.keyboard.press("Escape");

  await page.keyboard.press("n");
  await expect(page.getByText("Variant 2 of 2 of yours")).toBeVisible();
  await page.locator("#content").focus();
  await tabTo(page, /Variant 2 of 2/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Variant 1\D/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/variant=1/);
  await expect(page.getByRole("heading", { name: "Not right yet" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Hints" })).toContainText("add the bias");
  await expect(page.getByRole("heading", { name: "Worked solution" })).toBeHidden();
  await expect(answerForm(page)).toBeHidden();

  await page.keyboard.press("r");
  await expect(answerForm(page)).toBeVisible();
  await typeByKeyboard(page, await solve(page));
  await expect(page.getByRole("heading", { name: "All right." })).toBeFocused();
  await expect(page.getByText(/This earned 90\s%/)).toBeVisible();

  await page.keyboard.press("r");
  await expect(page.getByText("For practice only: this variant is settled.")).toBeVisible();
  await expect(answerForm(page).locator('[name="z"]')).toHaveValue("");
  await expect(page.getByRole("heading", { name: "All right." })).toBeHidden();
  await typeByKeyboard(page, await solve(page));
  await expect(page.getByText("For practice only; this earned nothing.")).toBeVisible();
});

test("single keys do nothing while one types, and nothing at all when they are switched off", async ({ page }) => {
  await begin(page, neuron, 1);
  const field = answerForm(page).locator('[name="z"]');
  await field.focus();
  await page.keyboard.type("hsn?2");
  await expect(field).toHaveValue("hsn?2");
  await expect(page.getByRole("button", { name: "Show a hint" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).not.toBeFocused();

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toBeVisible();
  await inspect(page, "the shortcuts");
  await page.keyboard.press("2");
  await dialog.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("2");
  await page.keyboard.press("?");
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(checkButton(page)).toBeEnabled();
  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: "Show a hint" })).toBeVisible();
  expect(page.url()).toContain("level=1");

  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("2");
  await expect(page).toHaveURL(/level=2/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("an exercise is found by topic, and next and previous go through the course", async ({ page }) => {
    await page.goto("/practice#calculus");
    await expect(page.locator("#calculus")).toBeInViewport();
    await page.locator("#calculus").getByRole("link", { name: "Calculus" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Calculus" })).toBeVisible();
    await inspect(page, "a topic");
    await page.getByRole("link", { name: "The power rule", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The power rule" })).toBeVisible();
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The sum rule" })).toBeVisible();
    await page.getByRole("link", { name: /^Before this/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The power rule" })).toBeVisible();
    await page.getByRole("link", { name: "Derivatives", exact: true }).click();
    await expect(page).toHaveURL(/\/skills#derivatives$/);
  });

  test("a list is narrowed down, shared, widened when it is empty, and kept to by next", async ({ page }) => {
    await page.goto("/practice");
    await page.getByText("Narrow it down").click();
    await page.getByLabel("Skill", { exact: true }).selectOption({ label: "The chain rule" });
    await page.getByLabel("Section of the tutorial").selectOption("2.1");
    await inspect(page, "the filter");
    await page.getByRole("button", { name: "Show these" }).click();
    await expect(page).toHaveURL("/practice?skill=chain-rule&section=2.1");
    const titles = await page.getByRole("main").getByRole("heading", { level: 3 }).allTextContents();
    expect(titles.length).toBeGreaterThan(1);
    await page.getByRole("link", { name: titles[0] ?? "", exact: true }).click();
    await expect(page.getByRole("link", { name: "Your list" })).toBeVisible();
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: titles[1] ?? "", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(answerForm(page)).toBeVisible();
    await expect(page.getByRole("link", { name: "Your list" })).toHaveAttribute("href", /skill=chain-rule&section=2.1/);

    await page.goto("/practice?skill=chain-rule&section=2.1&state=right&topic=nonsense");
    await expect(page.getByText("There are some if you leave out one part:")).toBeVisible();
    await inspect(page, "nothing found");
    await page.getByRole("link", { name: /^Without Right: \d+ exercises$/ }).click();
    await expect(page.getByRole("heading", { level: 3, name: titles[0] ?? "", exact: true })).toBeVisible();
    await page.goBack();
    await expect(page.getByText("There are some if you leave out one part:")).toBeVisible();
  });

  test("earlier variants are listed with what became of them", async ({ page }) => {
    await begin(page, neuron, 1);
    await expect(page.getByText("Variant 1 of yours")).toBeVisible();
    await check(page, wrong);
    await expect(page.getByRole("heading", { name: "Not right yet" })).toBeVisible();
    await page.getByRole("button", { name: "Draw a new variant" }).click();
    await page.getByText("Variant 2 of 2 of yours").click();
    await expect(page.getByRole("link", { name: /^Variant 2\s*Open/ })).toBeVisible();
    await page.getByRole("link", { name: /^Variant 1\s*Not right yet/ }).click();
    await expect(page.getByText("This variant is closed")).toBeVisible();
    await inspect(page, "an earlier variant");
    await page.getByRole("link", { name: "To your current variant" }).click();
    await expect(answerForm(page)).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the filter is a plain form", async ({ page }) => {
    await page.goto("/practice");
    await page.getByText("Narrow it down").click();
    await page.getByLabel("Topic").selectOption("probability");
    await page.getByRole("searchbox").fill("bayes");
    await page.getByRole("button", { name: "Show these" }).click();
    await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: /^Probability: take this away/ })).toBeVisible();
  });
});
