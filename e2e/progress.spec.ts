/**
 * A guest's work: the page of progress tells what was done, it survives a restart and a power cut, and moves to the account.
 * On the embedded database.
 */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { sigmoid } from "../lib/math/activations.ts";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { begin, check } from "./workspace.ts";

const exercise = "linear-algebra/matmul-shape";

/** Answers a first variant of an exercise, almost surely wrong. */
async function answer(page: Page, level: number, shape = "9 x 9"): Promise<void> {
  await begin(page, exercise, level);
  const fields = page.getByRole("form", { name: "Your answer" }).locator("input[name]");
  const names = await fields.evaluateAll((all) => all.map((field) => field.getAttribute("name") ?? ""));
  await check(page, Object.fromEntries(names.map((name) => [name, shape])));
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
}

/** The rows of the recent history: their links lead to the receipts. */
const historyRows = (page: Page) => page.getByRole("main").locator('a[href^="/progress/history/"]');

async function countHistory(page: Page): Promise<number> {
  await page.goto("/progress");
  // The list stands below the first screen, and so comes after it.
  await expect(page.locator("[data-pending]")).toHaveCount(0);
  return await historyRows(page).count();
}

const fill = async (page: Page, email: string) => {
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel(/^password/i).fill("a long enough password");
};

test("a guest's progress is there after a restart, and after signing up, out and in again", async ({
  page,
  server,
}) => {
  await answer(page, 1);
  const before = await countHistory(page);
  expect(before).toBe(1);

  // Away from the app meanwhile: an open page would rightly complain that nobody answers.
  await page.goto("about:blank");
  await server.restart();
  expect(await countHistory(page)).toBe(before);

  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await fill(page, email);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect(await countHistory(page)).toBe(before);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  expect(await countHistory(page)).toBe(0);

  await page.goto("/sign-in");
  await fill(page, email);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect(await countHistory(page)).toBe(before);
});

test("what a guest did moves into an account that is there already", async ({ page, browser, server }) => {
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await fill(page, email);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await answer(page, 1);
  const own = await countHistory(page);

  const context = await browser.newContext({ baseURL: server.url });
  const elsewhere = await context.newPage();
  await answer(elsewhere, 1);
  await answer(elsewhere, 2);
  const guests = await countHistory(elsewhere);
  await elsewhere.goto("/sign-in");
  await fill(elsewhere, email);
  await elsewhere.getByRole("button", { name: "Sign in" }).click();
  await expect(elsewhere.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect([own, guests]).toEqual([1, 2]);
  expect(await countHistory(elsewhere)).toBe(3);
  await context.close();
});

const acknowledged = z.object({ outcome: z.literal("judged"), submission: z.object({ id: z.string() }) });

test("a power cut during a stream of submissions loses none that was acknowledged", async ({ page, server }) => {
  const sent = page.waitForRequest(/\/submissions$/);
  await answer(page, 1);
  const request = await sent;
  const address = new URL(request.url()).pathname;
  const { raw } = z.object({ raw: z.record(z.string(), z.string()) }).parse(request.postDataJSON());

  const send = async (key: string) => {
    const response = await page.request.post(address, { data: { key, raw }, headers: { origin: server.url } });
    return acknowledged.parse(await response.json()).submission.id;
  };
  const stored = new Map<string, string>();
  const stream = async () => {
    for (let i = 0; i < 25; i++) {
      const key = randomUUID();
      stored.set(key, await send(key));
    }
  };
  await page.goto("about:blank");
  const streams = [stream(), stream()].map((running) => running.catch(() => "cut off"));
  await expect.poll(() => stored.size).toBeGreaterThan(8);
  await server.restart("SIGKILL");
  expect(await Promise.all(streams)).toContain("cut off");

  expect(stored.size).toBeGreaterThan(8);
  for (const [key, id] of stored) expect(await send(key)).toBe(id);
});

/** The numbers of the neuron that is on screen, in the TeX of the prompt. */
async function givenTo(page: Page): Promise<(name: string) => number> {
  const tex = (await page.locator('annotation[encoding="application/x-tex"]').allTextContents()).join("\n");
  return (name) => Number(new RegExp(`^${name} = (-?[\\d.]+)$`, "m").exec(tex)?.[1]);
}

/** A neuron whose bias is not 0, so that to drop it is a mistake. */
async function beginNeuron(page: Page): Promise<void> {
  await begin(page, "backpropagation/neuron", 1);
  await expect(async () => {
    const given = await givenTo(page);
    if (given("b") === 0) await page.getByRole("button", { name: "Draw a new variant" }).click();
    expect(given("b")).not.toBe(0);
  }).toPass();
}

/** Answers the neuron that is on screen; without the bias where told to. */
async function answerNeuron(page: Page, { bias }: { bias: boolean }): Promise<void> {
  const given = await givenTo(page);
  const z = given("w") * given("x") + (bias ? given("b") : 0);
  const a = sigmoid(z);
  await check(page, {
    z: String(Number(z.toPrecision(6))),
    a: a.toPrecision(5),
    L: ((a - given("y")) ** 2).toPrecision(5),
  });
  await expect(page.locator('[data-step="z"]')).toHaveAttribute("data-verdict", bias ? "right" : "wrong");
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test.describe(`${viewport.width} px`, () => {
    test.use({ viewport });

    test("the page of progress tells what was done, as charts and as tables, and opens every receipt", async ({
      page,
    }) => {
      await page.goto("/progress");
      await expect(page.getByText("Nothing here yet")).toBeVisible();

      // The neuron: without the bias, then right; another one: right at once. A shape: wrong.
      await beginNeuron(page);
      await answerNeuron(page, { bias: false });
      await answerNeuron(page, { bias: true });
      await page.getByRole("button", { name: "Another one like this" }).click();
      await expect(page.locator("[data-verdict]")).toHaveCount(0);
      await answerNeuron(page, { bias: true });
      await answer(page, 1);

      await page.goto("/progress");
      const total = (what: string) => page.locator(`dt:text-is("${what}") + dd`);
      for (const [what, count] of [
        ["answers checked", "4"],
        ["variants right", "2"],
        ["day practised", "1"],
      ] as const)
        await expect(total(what)).toHaveText(count);
      await expect(page.getByText("This is kept for this browser.")).toBeVisible();
      await expect(page.getByRole("button", { name: "Practise what I need" })).toBeVisible();

      const section = (name: string) => page.getByRole("region", { name });
      const accuracy = section("Accuracy and time");
      await expect(accuracy.getByRole("img", { name: "Right at the first try, by topic" })).toBeVisible();
      await accuracy.getByText("As a table").click();
      await expect(accuracy.getByRole("row", { name: "Linear algebra" })).toContainText("0 of 1, 0 %");
      await expect(accuracy.getByRole("row", { name: "Backpropagation" })).toContainText("1 of 2, 50 %");

      const calendar = section("Days of practice");
      await expect(calendar).toContainText("on 1 day");
      await expect(calendar).toContainText("3 variants");
      await calendar.getByText("As a table").click();
      await expect(calendar.getByRole("row").nth(1).getByRole("cell", { name: "3", exact: true })).toBeVisible();

      const reviews = section("Reviews ahead");
      await reviews.getByText("As a table").click();
      await expect(reviews.getByRole("row")).toHaveCount(15);

      const mistake = section("What goes wrong most often").getByRole("listitem").filter({ hasText: "the bias went" });
      await expect(mistake).toContainText("1 time");
      await expect(mistake).toContainText("in 2 tries");
      await expect(mistake.getByRole("link", { name: "Read:" })).toHaveAttribute("href", /^\/learn\/[a-z-]+#[a-z-]+$/);

      const mastery = section("Mastery");
      await mastery.getByText("Backpropagation", { exact: true }).filter({ visible: true }).last().click();
      const neuron = mastery.getByRole("row", { name: "Backpropagation through one neuron" });
      await expect(neuron).toContainText(/Weak|Growing/);
      await expect(neuron.getByRole("button", { name: "Drill" })).toBeVisible();
      await inspect(page, "progress");

      await page.getByRole("link", { name: "All answers" }).click();
      await expect(historyRows(page)).toHaveCount(4);
      await page.getByLabel("Verdict").selectOption("Partly right");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/verdict=partly/);
      await expect(historyRows(page)).toHaveCount(1);
      await inspect(page, "the history");

      await historyRows(page).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("One neuron, forward and backward");
      await expect(page.locator('[data-step="z"]')).toContainText("look where the bias went");
      await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
      await inspect(page, "a receipt", { formulas: true });
    });
  });

test("a mistake leads to a drill on exactly that", async ({ page }) => {
  await begin(page, "backpropagation/neuron", 1);
  await answerNeuron(page, { bias: false });
  await page.goto("/progress");
  await page
    .getByRole("listitem")
    .filter({ hasText: "the bias went" })
    .getByRole("button", { name: "Drill this" })
    .click();
  await expect(page).toHaveURL(/\/drill\/[0-9a-f-]+$/);
  await expect(page.getByText("One neuron, forward and backward").first()).toBeVisible();
});
