/** What a learner does on the page of an exercise. */
import { expect, type Locator, type Page } from "@playwright/test";

/** Opens an exercise and draws the first variant of it. */
export async function begin(page: Page, exercise: string, level: number): Promise<void> {
  await page.goto(`/practice/${exercise}?level=${level}`);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(answerForm(page)).toBeVisible();
  await expect(checkButton(page)).toBeEnabled();
}

export const answerForm = (page: Page): Locator => page.getByRole("form", { name: "Your answer" });
export const checkButton = (page: Page): Locator =>
  answerForm(page).getByRole("button", { name: "Check", exact: true });

/** Types an answer into its fields, by step, without checking it. */
export async function type(page: Page, answer: Readonly<Record<string, string>>): Promise<void> {
  for (const [step, text] of Object.entries(answer)) {
    const field = answerForm(page).locator(`[name="${step}"]`);
    const kind = await field.first().getAttribute("type");
    if (kind === "radio") await field.and(page.locator(`[value="${text}"]`)).check();
    else if (kind === "hidden") await field.evaluate(write, text);
    else await field.fill(text);
  }
}

/** Ticks and orders are kept in a hidden field; what is written there shows in the boxes and the list. */
function write(field: HTMLElement | SVGElement, text: string): void {
  if (!(field instanceof HTMLInputElement)) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export async function check(page: Page, answer: Readonly<Record<string, string>>): Promise<void> {
  await type(page, answer);
  await checkButton(page).click();
}

/** The longest stretch of a sentence without $TeX$ and *emphasis*, which the page shows letter by letter. */
export const proseOf = (says: string): string =>
  says
    .split(/\$[^$]*\$|\*+/)
    .map((piece) => piece.trim())
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
