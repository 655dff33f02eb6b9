/** Drills as a learner has them: a whole one by the keyboard, and one with a gap on a phone. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { Client } from "pg";
import { runnerImport } from "vite";
import { inspect } from "./inspect.ts";
import { latestVariant, test } from "./sql.ts";
import { answerForm, check, checkButton } from "./workspace.ts";

const { module } = await runnerImport<typeof import("./answers.ts")>("./e2e/answers.ts", { configFile: false });

/** What to type into the item on screen. */
async function answers(sql: Client) {
  const { exercise_id, version, level, params } = await latestVariant(sql);
  return module.answersTo(exercise_id, version, level, params);
}

/** Presses Tab until a control has the focus, then does with it what Enter does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control, "reached by Tab").toBeFocused();
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
}

/** Types an answer with the keyboard and checks it. What is ticked or put in order is filled in. */
async function typeAndCheck(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [step, text] of Object.entries(typed)) {
    const field = answerForm(page).locator(
      `input[name="${step}"]:not([type=hidden], [type=radio]), textarea[name="${step}"]`,
    );
    if ((await field.count()) === 0) continue;
    await tabTo(page, field);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  }
  const others = answerForm(page).locator("input[type=hidden][name], input[type=radio]");
  if ((await others.count()) > 0) return await check(page, typed);
  await tabTo(page, checkButton(page));
  await page.keyboard.press("Enter");
}

const bar = (page: Page) => page.getByRole("progressbar");
const verdict = (page: Page) => page.locator("[data-verdict]").first();

test("a drill of five, by the keyboard alone, and a summary that equals what was done", async ({ page, sql }) => {
  await page.goto("/drill");
  await expect(page.getByText("Nothing is known of you yet")).toBeVisible();
  await press(page, "5 items");
  await expect(bar(page)).toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByText("Item 1 of 5")).toBeVisible();

  for (const [i, how] of (["right", "right", "wrong", "right", "right"] as const).entries()) {
    await expect(checkButton(page)).toBeEnabled();
    const { right, wrong } = await answers(sql);
    await typeAndCheck(page, how === "right" ? right : wrong.typed);
    await expect(verdict(page)).toBeVisible();
    await expect(
      page.getByRole("heading", { level: 2, name: how === "right" ? /right\.$/i : /right/i }).first(),
    ).toBeFocused();
    await expect(bar(page)).toHaveAttribute("aria-valuenow", `${i + 1}`);
    if (i === 1) {
      await expect(page.getByText("2 first tries right in a row")).toBeVisible();
      await inspect(page, "an item that was answered");
    }
    if (i === 0) await page.keyboard.press("n");
    else await press(page, i === 4 ? "See how it went" : "Next");
    if (i === 4) break;
    await expect(page.getByText(`Item ${i + 2} of 5`)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }

  await expect(page.getByRole("heading", { name: "How the drill went" })).toBeVisible();
  const figure = (what: string) => page.locator("dl > div").filter({ hasText: what }).locator("dd");
  await expect(figure("right at the first try")).toHaveText("4 of 5");
  await expect(figure("in a row at best")).toHaveText("2");
  const outcomes = await page.locator("li[data-outcome]").evaluateAll((all) => all.map((one) => one.dataset.outcome));
  expect(outcomes).toEqual(["right", "right", "wrong", "right", "right"]);
  await expect(page.locator("li[data-outcome]").first()).toContainText("New:");
  await expect(page.locator("li[data-skill]").first()).toContainText("New");
  await inspect(page, "the summary");

  await page.goto("/drill");
  await expect(page.getByRole("listitem").filter({ hasText: "4 of 5 right at the first try" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a gap is named, made up for, and left again; another drill asks before it takes over", async ({
    page,
    sql,
  }) => {
    await page.goto("/drill");
    await inspect(page, "the offer");
    await page.getByRole("button", { name: "Practise what I need" }).click();
    const answerWrong = async () => {
      await expect(checkButton(page)).toBeEnabled();
      await check(page, (await answers(sql)).wrong.typed);
      await expect(verdict(page)).toBeVisible();
    };
    /** Ends the drill that is under way for one on a skill. */
    const turnTo = async (skill: string, name: string) => {
      await page.goto(`/drill?length=5&skills=${skill}`);
      await page.getByRole("button", { name: `End it, and begin the one on ${name}` }).click();
      await expect(page.getByText(`Drill · ${name}`)).toBeVisible();
    };
    await answerWrong();
    await page.goto("/drill?length=5&skills=vectors");
    await inspect(page, "a drill in the way");
    await turnTo("vectors", "Vectors");
    await answerWrong();
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await expect(page.getByText("Item 2 of 5")).toBeVisible();
    await answerWrong();
    await turnTo("dot-products", "Dot products");
    await answerWrong();
    await expect(page.getByRole("heading", { name: "The gap may lie deeper: Vectors" })).toBeVisible();
    await inspect(page, "a gap");
    await page.getByRole("button", { name: "Practise Vectors first" }).click();
    await expect(page.getByText("a detour, 3 items to go")).toBeVisible();
    await expect(page.getByText("A step back: Dot products rests on Vectors.")).toBeVisible();

    await page.getByRole("button", { name: "Skip this one" }).click();
    // The skipped item counts for nothing: of the detour there are as many to go.
    await expect(page.locator('input[name="after"]').first()).toHaveValue("3");
    await expect(page.getByText("a detour, 3 items to go")).toBeVisible();
    await page.getByRole("button", { name: "Back to the drill" }).click();
    await expect(page.getByText("Item 2 of 5")).toBeVisible();
    await page.getByRole("button", { name: "Finish early" }).click();
    await expect(page.locator("dl > div").first()).toContainText("0 of 1");
    await expect(page.getByText("3 more were passed by, and counted for nothing.")).toBeVisible();
    await inspect(page, "the summary");
  });
});
