/** Without a connection nothing typed is lost, nothing goes out twice, and nobody sees what another left. */
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";
import { answerForm, begin, check, checkButton } from "./workspace.ts";

const exercise = "backpropagation/weight-gradient";
const [phone, desktop] = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const field = (page: Page) => answerForm(page).locator("input[name]").first();
const unsaved = (page: Page) => page.getByText("Not saved yet: no connection. Kept in this browser.");

/** An answer of one text for every part. */
async function answer(page: Page, text: string): Promise<Record<string, string>> {
  const fields = answerForm(page).locator("input[name]");
  const names = await fields.evaluateAll((all) => all.map((one) => one.getAttribute("name") ?? ""));
  return Object.fromEntries(names.map((name) => [name, text]));
}

/** The browser itself reports every connection that a test cuts on purpose. */
const forgive = (complaints: string[]) =>
  void complaints.splice(0, complaints.length, ...complaints.filter((line) => !line.includes("net::ERR_")));

/** Fails the requests to an address; the result lets them through again. */
async function cut(context: BrowserContext, address: string): Promise<() => Promise<void>> {
  await context.route(address, (route) => route.abort());
  return () => context.unroute(address);
}

const online = (page: Page) => page.evaluate(() => void dispatchEvent(new Event("online")));

const keptIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((place) => /^chainrule:(draft|pending):/.test(place)));

async function oneAnswerIsStored(page: Page): Promise<void> {
  await page.goto(`/practice/${exercise}?level=1`);
  await expect(page.locator("[data-verdict]").first()).toBeVisible();
  await expect(page.getByText(/earlier answer/)).toHaveCount(0);
}

test("an answer checked without a connection goes out once, from whatever page one comes back to", async ({
  page,
  context,
  complaints,
}) => {
  await page.setViewportSize(phone);
  await begin(page, exercise, 1);
  await context.setOffline(true);
  await check(page, await answer(page, "54321"));
  await expect(page.getByText("Not sent yet.")).toBeVisible();
  forgive(complaints);
  await page.close();

  const restore = await cut(context, "**/submissions");
  await context.setOffline(false);
  const another = await context.newPage();
  await another.setViewportSize(phone);
  await another.goto("/learn");
  await expect(another.getByText("1 answer is waiting to be sent")).toBeVisible();
  await inspect(another, "a waiting answer");
  await restore();
  await online(another);
  await expect(another.getByText("Your answer was sent")).toBeVisible();
  await another.getByRole("status").getByRole("link").click();
  await expect(another.locator("[data-verdict]").first()).toBeVisible();
  expect(await keptIn(another)).toEqual([]);
  await oneAnswerIsStored(another);
});

test("two tabs with the same answer waiting store it once", async ({ page, context, complaints }) => {
  await begin(page, exercise, 1);
  const restore = await cut(context, "**/submissions");
  await check(page, await answer(page, "12321"));
  await expect(page.getByText("Not sent yet.")).toBeVisible();
  const second = await context.newPage();
  await second.goto(`/practice/${exercise}?level=1`);
  await expect(second.getByText("Not sent yet.")).toBeVisible();
  await expect(field(second)).toHaveValue("12321");
  await restore();
  await Promise.all([online(page), online(second)]);
  for (const tab of [page, second]) await expect(tab.locator("[data-verdict]").first()).toBeVisible();
  await oneAnswerIsStored(page);
  forgive(complaints);
});

test("what is typed without a connection is said to be unsent, outlives the page, and is saved when it is back", async ({
  page,
  context,
  complaints,
}) => {
  await begin(page, exercise, 1);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await field(page).fill("3/7 + 1");
  await expect(unsaved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(page.getByText("1 answer is begun and not saved yet.")).toBeVisible();
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await inspect(page, `the offline page at ${size.width} px`);
  }
  await context.setOffline(false);
  await expect(field(page)).toHaveValue("3/7 + 1");
  // The browser forgets it only when the server has it.
  await expect.poll(() => keptIn(page)).toEqual([]);
  await expect(unsaved(page)).toHaveCount(0);
  await page.reload();
  await expect(field(page)).toHaveValue("3/7 + 1");
  forgive(complaints);
});

test("a text that never went out does not take the place of a newer one unasked", async ({
  page,
  context,
  complaints,
}) => {
  await begin(page, exercise, 1);
  const restore = await cut(context, "**/draft");
  await field(page).fill("older");
  await expect(unsaved(page)).toBeVisible();
  const older = await page.evaluate(() => JSON.stringify(localStorage));
  await restore();
  const saved = page.waitForResponse((response) => response.url().endsWith("/draft") && response.status() === 204);
  await field(page).fill("newer");
  await saved;
  // As if the older one had been typed on this device, and the newer one on another.
  await page.evaluate((kept) => Object.assign(localStorage, JSON.parse(kept)), older);
  await page.reload();
  await expect(field(page)).toHaveValue("newer");
  await page.getByRole("button", { name: "Put the other back" }).click();
  await expect(field(page)).toHaveValue("older");
  await expect.poll(() => keptIn(page)).toEqual([]);
  forgive(complaints);
});

test("what a guest typed moves to their account with them, and signing out leaves nothing of it behind", async ({
  page,
  context,
  complaints,
}) => {
  await begin(page, exercise, 1);
  await cut(context, "**/draft");
  await field(page).fill("1/9");
  await expect(unsaved(page)).toBeVisible();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill("offline@example.org");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto(`/practice/${exercise}?level=1`);
  await expect(checkButton(page)).toBeEnabled();
  await expect(field(page)).toHaveValue("1/9");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(() => keptIn(page)).toEqual([]);
  forgive(complaints);
});

const manifestSchema = z.object({
  name: z.string().min(1),
  short_name: z.string().max(12),
  start_url: z.literal("/"),
  display: z.literal("standalone"),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.literal("image/png") })),
  shortcuts: z.array(z.object({ name: z.string(), url: z.string() })),
});

test("can be installed: a manifest with icons of the sizes it says, and shortcuts that lead somewhere", async ({
  page,
  request,
}) => {
  await page.goto("/");
  const address = (await page.locator("link[rel=manifest]").getAttribute("href")) ?? "";
  const manifest = manifestSchema.parse(await (await request.get(address)).json());
  for (const { src, sizes } of manifest.icons) {
    // Width and height stand in the header of every PNG, 16 bytes from its start.
    const header = new DataView(new Uint8Array(await (await request.get(src)).body()).buffer);
    expect(`${header.getUint32(16)}x${header.getUint32(20)}`, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect((await request.get(url)).status(), url).toBe(200);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Windows of tests are private ones, which install nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
