/** The lessons: they open and read well, an exercise can be answered inside one, and figures move by keyboard. */
import { expect, type Locator, type Page } from "@playwright/test";
import { lessons } from "#lib/tutorial/lessons.ts";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { answerForm, check, checkButton } from "./workspace.ts";

const idea = (page: Page, id: string): Locator => page.locator(`section#${id}`);

for (const { slug, title, ideas } of lessons)
  for (const width of [390, 1280])
    test(`${slug} opens with all its ideas at ${width} px, and axe finds nothing`, async ({ page }) => {
      // A lesson is long, and axe looks at all of it, twice.
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`/learn/${slug}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      for (const { id, title: name } of ideas)
        await expect(idea(page, id).getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
      await inspect(page, `${slug} at ${width}`);
    });

for (const speed of ["at once", "on a slow processor"])
  test(`opens ${speed} at the idea that its address names, although that is sent last`, async ({ page }) => {
    if (speed !== "at once") {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    }
    await page.goto("/learn/backpropagation#two-layers");
    await expect(idea(page, "two-layers").getByRole("heading", { level: 2 })).toBeInViewport();
    await page.goto("/learn/logarithms#log-odds");
    await expect(idea(page, "log-odds").getByRole("heading", { level: 2 })).toBeInViewport();
  });

test("has seven lessons to begin with, and leads from each to the next", async ({ page }) => {
  await page.goto("/learn");
  const cards = page.getByRole("heading", { level: 2 });
  await expect(cards).toHaveText(lessons.map(({ title }) => title));
  await cards.first().getByRole("link").click();
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page).toHaveURL(/\/learn\/calculus$/);
});

test.describe("an exercise inside a lesson", () => {
  const [lesson, anchor] = ["/learn/linear-algebra", "matrix-product"];
  const open = async (page: Page) => {
    await page.goto(lesson);
    await idea(page, anchor)
      .getByRole("button", { name: /^Check yourself/ })
      .click();
    await expect(checkButton(page)).toBeEnabled();
  };

  test("is not there before it is asked for", async ({ page }) => {
    await page.goto(`${lesson}?check=${anchor}`);
    await expect(answerForm(page)).toHaveCount(0);
  });

  test("opens where the idea is, is judged there, and can be put away", async ({ page }) => {
    test.slow();
    await open(page);
    const heading = idea(page, anchor).getByRole("heading", { name: /^Check yourself/ });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    const names = await answerForm(page)
      .locator("input[name]")
      .evaluateAll((all) => all.map((field) => field.getAttribute("name") ?? ""));
    await check(page, Object.fromEntries(names.map((name) => [name, "7 x 7"])));
    await expect(idea(page, anchor).locator("[data-verdict]").first()).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${lesson}\\?check=${anchor}`));
    await inspect(page, "a lesson with an exercise");
    await page.getByRole("link", { name: "Put it away" }).click();
    await expect(answerForm(page)).toHaveCount(0);
  });

  test("is the same variant when it is opened again, and the same on its own page", async ({ page }) => {
    await open(page);
    const prompt = idea(page, anchor).getByRole("region", { name: "The exercise" });
    const first = await prompt.textContent();
    await open(page);
    await expect(prompt).toHaveText(first ?? "");
    await page.getByRole("link", { name: "Open on a page of its own" }).click();
    await expect(page).toHaveURL(/\/practice\//);
    await expect(page.getByRole("region", { name: "The exercise" })).toHaveText(first ?? "");
  });

  test("is drawn anew inside the lesson", async ({ page }) => {
    await open(page);
    await expect(page.getByRole("heading", { name: "Variant 1" })).toBeVisible();
    await page.getByRole("button", { name: "Draw a new variant" }).click();
    await expect(page.getByRole("heading", { name: "Variant 2" })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${lesson}\\?check=${anchor}`));
  });
});

test.describe("a figure to move", () => {
  const live = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

  test("descent: a step and another rate move the path, and the sentence tells where it is", async ({ page }) => {
    await page.goto("/learn/calculus#gradient-descent");
    const figure = live(page, "descent with a rate of your choice");
    const says = figure.getByRole("status");
    await expect(says).toContainText("After 1 step at rate 0.10: (3.2, 0.4)");
    await figure.getByRole("button", { name: "Take a step" }).press("Enter");
    // By hand: 3.2 − 0.1 · 6.4 and 0.4 − 0.1 · 3.2.
    await expect(says).toContainText("After 2 steps at rate 0.10: (2.56, 0.08)");
    await figure.getByRole("slider", { name: /Learning rate/ }).press("ArrowRight");
    await expect(says).toContainText("at rate 0.11");
    await expect(figure.getByRole("img")).toHaveAccessibleName(/path of 2 steps/);
  });

  test("Bayes: the sliders move the areas, and the sentence tells the posterior", async ({ page }) => {
    await page.goto("/learn/probability#bayes");
    const figure = live(page, "prior, sensitivity and false alarms");
    await expect(figure.getByRole("status")).toContainText("16.7 %");
    await figure.getByRole("slider", { name: /Prior/ }).press("ArrowRight");
    // 0.02 · 0.99 of 0.02 · 0.99 + 0.98 · 0.05.
    await expect(figure.getByRole("status")).toContainText("28.8 %");
    await expect(figure.getByRole("img")).toHaveAccessibleName(/ill, 2 % wide/);
  });

  test("softmax: a higher temperature evens the bars out, and the sentence tells the shares", async ({ page }) => {
    await page.goto("/learn/activations#softmax-properties");
    const figure = live(page, "logits and temperature");
    await expect(figure.getByRole("status")).toContainText("cat 65.9 %, dog 24.2 %, fox 9.9 %");
    await figure.getByRole("slider", { name: /Temperature/ }).press("ArrowRight");
    // e^(2/1.1), e^(1/1.1) and e^(0.1/1.1), divided by their sum.
    await expect(figure.getByRole("status")).toContainText("cat 63.3 %, dog 25.5 %, fox 11.2 %");
  });

  test("two layers: a weight moves both passes, and the sentence tells the loss", async ({ page }) => {
    await page.goto("/learn/backpropagation#two-layers");
    const figure = live(page, "both passes through two layers");
    await expect(figure.getByRole("status")).toContainText("loss 0.0783");
    await figure.getByRole("slider", { name: /Weight w/ }).press("ArrowRight");
    // w = 0.6, by the forward pass in Python.
    await expect(figure.getByRole("status")).toContainText("loss 0.0771");
    await figure.getByRole("button", { name: "Back to the example" }).click();
    await expect(figure.getByRole("status")).toContainText("loss 0.0783");
  });
});
