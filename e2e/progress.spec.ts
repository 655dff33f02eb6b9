/** A guest's work: it survives a restart and a power cut, and moves to the account. On the embedded database. */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
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

/** The rows of the recent history: their links name the level. */
const historyRows = (page: Page) => page.getByRole("main").locator('a[href*="?level="]');

async function countHistory(page: Page): Promise<number> {
  await page.goto("/progress");
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
