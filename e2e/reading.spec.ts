/** From a wrong answer to the paragraph that explains it, and from there back to practice. */
import { expect, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { begin, check, checkButton } from "./workspace.ts";

const verdict = (page: Page, step: string) => page.locator(`[data-step="${step}"]`);

test("a wrong answer leads to the paragraph on the step that went wrong", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await begin(page, "backpropagation/neuron", 1);
  const lesson = page.getByRole("complementary").getByRole("link", { name: "Read: One neuron" });
  await expect(lesson).toHaveAttribute("href", "/learn/backpropagation#neuron");
  await check(page, { z: "50", a: "51", L: "2500" });
  const read = verdict(page, "z").getByRole("link", { name: "Read: A layer of a network" });
  await expect(read).toBeVisible();
  await inspect(page, "an exercise with something to read");
  await read.click();
  await expect(page).toHaveURL(/\/learn\/linear-algebra#linear-layer$/);
  await expect(page.getByRole("heading", { level: 2, name: "A layer of a network" })).toBeInViewport();
});

test("inside a lesson it leads up the page, and the page stays", async ({ page }) => {
  await page.goto("/learn/linear-algebra");
  const idea = page.locator("section#matrix-product");
  await idea.getByRole("button", { name: /^Check yourself/ }).click();
  await expect(checkButton(page)).toBeEnabled();
  await check(page, { P: "97 x 98" });
  await idea.getByRole("link", { name: "Read: Products of matrices" }).click();
  await expect(page).toHaveURL(/\?check=matrix-product.*#matrix-product$/);
  await expect(idea.getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(verdict(page, "P")).toBeAttached();
});

test("from a paragraph it is one step to its exercises, and one to a drill of it", async ({ page }) => {
  await page.goto("/learn/calculus");
  const idea = page.locator("section#chain-rule");
  await expect(idea.getByRole("heading", { level: 3, name: "Practise this" })).toBeVisible();
  await expect(idea.getByRole("link", { name: "The chain rule through activations" })).toBeVisible();
  await idea.getByRole("button", { name: /^Drill it in 5 items ?: The chain rule$/ }).click();
  await expect(page).toHaveURL(/\/drill\/[0-9a-f-]{36}$/);
  await expect(checkButton(page)).toBeVisible();
});
