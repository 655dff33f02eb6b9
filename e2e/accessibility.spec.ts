/** axe finds nothing on any page, on a phone and a desktop, in the light and in the dark; nothing overflows sideways. */
import { expect } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { answerForm, begin, check } from "./workspace.ts";

const plain = [
  "/",
  "/practice",
  "/practice?q=bayes",
  "/practice?q=nothing-like-it",
  "/learn",
  "/skills",
  "/progress",
  "/sign-in",
  "/sign-up",
  "/sections",
  "/join/k7mq-2vxd",
];

/** Between them they show every answer kind and every figure. */
const exercises = [
  ["calculus/descent-1d", 2],
  ["probability/bayes-diagnostic", 2],
  ["logarithms/underflow", 3],
  ["activations/softmax", 3],
  ["linear-algebra/linear-layer", 2],
  ["backpropagation/two-layer-backward", 2],
] as const;

const sizes = [
  { viewport: { width: 390, height: 844 }, shown: exercises },
  { viewport: { width: 1280, height: 800 }, shown: exercises.slice(-1) },
];

test.describe.configure({ mode: "parallel" });

for (const { viewport, shown } of sizes)
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    for (const path of plain)
      test(path, async ({ page }) => {
        await page.goto(path);
        await inspect(page, path);
      });

    for (const [exercise, level] of shown)
      test(`${exercise}: with an unreadable answer, then judged, with hint and solution`, async ({ page }) => {
        await begin(page, exercise, level);
        const fields = answerForm(page).locator("input[name]:not([type=radio]), textarea[name]");
        const names = await fields.evaluateAll((all) => all.map((field) => field.getAttribute("name") ?? ""));
        const radio = answerForm(page).getByRole("radio").first();
        if ((await radio.count()) > 0) await radio.check();
        await check(page, Object.fromEntries(names.map((name) => [name, "2 + (3"])));
        await expect(page.getByRole("status").filter({ hasText: "no try was used" })).toBeVisible();
        await inspect(page, "an unreadable answer");
        await check(page, Object.fromEntries(names.map((name) => [name, "7"])));
        await expect(page.locator("[data-verdict]").first()).toBeVisible();
        await page.getByRole("button", { name: "Show a hint" }).click();
        await expect(page.getByRole("button", { name: "Show the next hint" })).toBeVisible();
        await page.getByRole("button", { name: "Show the solution" }).click();
        await page.getByRole("button", { name: "Show it" }).click();
        await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
        await inspect(page, "with the solution", { formulas: true });
      });

    test("before the first variant, and progress with a history", async ({ page }) => {
      await page.goto("/practice/linear-algebra/matmul-shape?level=1");
      await inspect(page, "before the first variant");
      await begin(page, "linear-algebra/matmul-shape", 1);
      const names = await answerForm(page)
        .locator("input[name]")
        .evaluateAll((all) => all.map((field) => field.getAttribute("name") ?? ""));
      await check(page, Object.fromEntries(names.map((name) => [name, "7 x 7"])));
      await expect(page.locator("[data-verdict]").first()).toBeVisible();
      await page.goto("/progress");
      await inspect(page, "progress with a history");
    });
  });
