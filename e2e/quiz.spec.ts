/** A quiz from its making to its review: on a phone, with a friend, through a restart; by keyboard; and its clock. */
import { expect, type Page } from "@playwright/test";
import type { Client } from "pg";
import { inspect } from "./inspect.ts";
import { test } from "./sql.ts";
import { answerForm, checkButton } from "./workspace.ts";

const phone = { width: 390, height: 844 };

/** Builds a quiz of three items of logarithms, level 1, and opens its page. */
async function build(page: Page, { feedback = "At the end" }: { feedback?: string } = {}): Promise<void> {
  await page.goto("/quiz");
  for (const topic of ["Linear algebra", "Calculus", "Probability", "Activation functions", "Backpropagation"])
    await page.getByRole("checkbox", { name: topic }).uncheck();
  await page.getByRole("checkbox", { name: /^2 / }).uncheck();
  await page.getByLabel("Time limit").selectOption("10 minutes");
  await page.getByRole("radio", { name: feedback }).check();
  await page.getByLabel("Title").fill("Logs before lunch");
  await page.getByLabel("Length").fill("2");
  await page.getByRole("button", { name: "Build the quiz" }).click();
  await expect(page.getByText("Choose from 3 to 30 items.")).toBeVisible();
  await expect(page.getByRole("radio", { name: feedback })).toBeChecked();
  await page.getByLabel("Length").fill("3");
  await page.getByRole("button", { name: "Build the quiz" }).click();
  await expect(page.getByRole("heading", { name: "Logs before lunch" })).toBeVisible();
}

async function start(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start" }).click();
  await expect(answerForm(page)).toBeVisible();
}

/** Types the same into every field of an item; where there are only options, picks one. */
async function answer(page: Page, text: string): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().endsWith("/draft") && response.status() === 204);
  const fields = answerForm(page).locator("input[type=text][name]");
  for (const field of await fields.all()) await field.fill(text);
  if ((await fields.count()) === 0) await answerForm(page).locator("label").first().click();
  await saved;
}

const prompt = (page: Page) => page.getByRole("region", { name: "The exercise" });
const map = (page: Page) => page.getByRole("navigation", { name: "All items" });
const timer = (page: Page) => page.getByRole("timer", { name: "Time left" });
const next = (page: Page) => page.getByRole("link", { name: "Next item" });
const atItem = (page: Page, position: number) => page.getByText(`item ${position} of 3`);

async function secondsLeft(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = ((await timer(page).textContent()) ?? "").split(":").map(Number);
  return 60 * minutes + seconds;
}

test("a quiz is built on a phone, taken through a restart, handed in and reviewed; a friend's runs out of time", async ({
  page,
  browser,
  server,
  sql,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(phone);
  await build(page);
  await inspect(page, "the page of a quiz");
  const link = await page.getByLabel("Link to this quiz").inputValue();
  await start(page);
  await answer(page, "2");
  await page.getByRole("button", { name: "Flag it" }).click();
  await expect(map(page).getByRole("link", { name: "Item 1: answered, flagged" })).toBeVisible();

  const context = await browser.newContext({ baseURL: server.url });
  const friend = await context.newPage();
  await friend.goto(link);
  await start(friend);
  expect(await prompt(friend).textContent()).toBe(await prompt(page).textContent());
  await answer(friend, "2");
  // The code opens the quiz, and never somebody else's answers.
  expect((await friend.request.get(page.url())).status()).toBe(404);

  await expectSecrecy(page, sql);

  const before = await secondsLeft(page);
  expect(before).toBeLessThanOrEqual(600);
  const [mine, theirs] = [page.url(), friend.url()];
  for (const one of [page, friend]) await one.goto("about:blank");
  await server.restart();
  await endSoon(sql, new URL(theirs).pathname.split("/").at(-1) ?? "", 12);

  await friend.goto(theirs);
  await page.goto(mine);
  await expect(timer(page)).toBeVisible();
  const after = await secondsLeft(page);
  expect(after).toBeLessThan(before);
  expect(after).toBeGreaterThan(0);
  const kept = answerForm(page).locator("input[type=text][name]");
  if ((await kept.count()) > 0) await expect(kept.first()).toHaveValue("2");
  await inspect(page, "an item of a quiz");

  // Typed and left at once: the next page knows of it.
  await map(page).getByRole("link", { name: "Item 3: blank" }).click();
  await expect(atItem(page, 3)).toBeVisible();
  const typed = answerForm(page).locator("input[type=text][name]");
  for (const field of await typed.all()) await field.fill("2 + (3");
  const isTyped = (await typed.count()) > 0;
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(atItem(page, 2)).toBeVisible();
  if (isTyped) await expect(map(page).getByRole("link", { name: "Item 3: not readable yet" })).toBeVisible();
  await page.getByRole("link", { name: "Look it over and hand in" }).click();
  await expect(page.getByRole("region", { name: "Flagged" }).getByRole("link")).toHaveText(/^1\. /);
  await expect(page.getByRole("region", { name: "Blank" }).getByRole("link").first()).toHaveText(/^2\. /);
  if (isTyped)
    await expect(page.getByRole("region", { name: "Cannot be read yet" }).getByRole("link")).toHaveText(/^3/);
  await inspect(page, "before handing in");
  await page.getByRole("button", { name: "Hand in" }).click();

  await expect(page.getByRole("heading", { name: "How it went" })).toBeVisible();
  await expect(page.getByRole("row", { name: /left blank/ }).first()).toBeVisible();
  if (isTyped) await expect(page.getByRole("row", { name: /could not be read/ })).toBeVisible();
  await inspect(page, "the review");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
  await inspect(page, "an item in the review");

  await expect(friend.getByText("The time was up; what you had typed was handed in.")).toBeVisible({ timeout: 40_000 });
  await expect(friend.getByRole("row", { name: /left blank/ })).toHaveCount(2);
  await context.close();
  await page.goto("/quiz");
  await expect(page.getByRole("region", { name: "Your quizzes" })).toContainText(/of 3, \d+ %/);
});

/** Neither the page nor the data it is made anew from holds a seed, or a word about right and wrong. */
async function expectSecrecy(page: Page, sql: Client): Promise<void> {
  const { rows } = await sql.query("SELECT seed FROM quiz_items");
  expect(rows.length).toBeGreaterThanOrEqual(3);
  const responses = [await page.request.get(page.url()), await page.request.get(page.url(), { headers: { rsc: "1" } })];
  for (const text of await Promise.all(responses.map((response) => response.text()))) {
    expect(text).toContain("All items");
    for (const { seed } of rows) expect(text).not.toContain(seed);
    for (const word of ["verdict", "reference", "malrules"]) expect(text).not.toContain(`${word}\\":`);
    for (const word of ["verdict", "reference", "malrules"]) expect(text).not.toContain(`"${word}":`);
  }
}

/** Moves the end of an attempt, which is frozen, to a few seconds from now. */
async function endSoon(sql: Client, attempt: string, seconds: number): Promise<void> {
  await sql.query("ALTER TABLE attempts DISABLE TRIGGER USER");
  const end = "UPDATE attempts SET ends_at = clock_timestamp() + make_interval(secs => $1) WHERE id = $2";
  await sql.query(end, [seconds, attempt]);
  await sql.query("ALTER TABLE attempts ENABLE TRIGGER USER");
}

test("a ready quiz is taken by keyboard alone", async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.goto("/quiz");
  await inspect(page, "the list of quizzes");
  await press(page, page.getByRole("button", { name: /Take it.*Logarithms/ }));
  await press(page, page.getByRole("button", { name: "Start" }));
  await expect(answerForm(page)).toBeVisible();
  const control = answerForm(page).locator("input:not([type=hidden]), button").first();
  await reach(page, control);
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Flag it" }));
  await expect(page.getByRole("button", { name: "Take the flag away" })).toBeVisible();
  await press(page, next(page));
  await expect(page.getByText("item 2 of 8")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await press(page, page.getByRole("link", { name: "Look it over and hand in" }));
  await expect(page.getByRole("heading", { name: "Before you hand in" })).toBeVisible();
  await press(page, page.getByRole("button", { name: "Hand in" }));
  await expect(page.getByRole("heading", { name: "How it went" })).toBeVisible();
  // The second tab types on; nothing is taken, and it is shown how it went.
  const field = answerForm(other).locator("input[type=text][name]");
  if ((await field.count()) > 0) await field.first().fill("7");
  else await answerForm(other).locator("label").first().click();
  await expect(other.getByText("Left blank.")).toBeVisible();
});

/** Goes with the Tab key to where something is, or fails. */
async function reach(page: Page, what: ReturnType<Page["locator"]>): Promise<void> {
  await expect(what).toBeVisible();
  const isThere = () => what.evaluate((one) => one === document.activeElement);
  for (let i = 0; i < 90 && !(await isThere()); i++) await page.keyboard.press("Tab");
  await expect(what).toBeFocused();
}

async function press(page: Page, what: ReturnType<Page["locator"]>): Promise<void> {
  await reach(page, what);
  await page.keyboard.press("Enter");
}

test("feedback at once gives one try and its verdict; the clock speaks up, can be hidden, and asks the server at its end", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await build(page, { feedback: "At once" });
  await start(page);
  await expect(checkButton(page)).toBeEnabled();
  await page.getByRole("button", { name: "Hide the time" }).click();
  await expect(timer(page)).toHaveText("hidden");
  await page.clock.fastForward("05:30");
  await expect(page.getByRole("status").filter({ hasText: "Five minutes left." })).toBeAttached();
  await page.clock.fastForward("03:45");
  await expect(page.getByRole("status").filter({ hasText: "One minute left." })).toBeAttached();

  const fields = answerForm(page).locator("input[type=text][name]");
  for (const field of await fields.all()) await field.fill("91827");
  if ((await fields.count()) === 0) await answerForm(page).locator("label").first().click();
  await checkButton(page).click();
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
  await expect(answerForm(page)).toBeHidden();
  await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
  await inspect(page, "an item that was checked");
  await next(page).click();
  await expect(atItem(page, 2)).toBeVisible();
  await expect(map(page).getByRole("link", { name: "Item 1: checked" })).toBeVisible();

  const asked = page.waitForRequest((request) => /\/quiz\/\w+\/[\w-]+(\?_rsc.*)?$/.test(request.url()));
  await page.clock.fastForward("01:00");
  await asked;
  await expect(page.getByRole("status").filter({ hasText: "Time is up." })).toBeAttached();
  // By the server's clock there is time: it goes on.
  await expect(answerForm(page)).toBeVisible();
});

test("a code that is no quiz's is answered kindly", async ({ page, complaints }) => {
  for (const path of ["/quiz/abcdefghjkmn", "/quiz/x", "/quiz/abcdefghjkmn/1", "/quiz/abcdefghjkmn/1/hand-in"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "There is no such quiz here" })).toBeVisible();
  }
  // The browser reports the missing pages, which are missing on purpose.
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes("404")));
});
