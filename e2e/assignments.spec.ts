/** Assignments: who teaches builds and publishes them, students take them, and both see what came of it. */
import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import type { Client } from "pg";
import { z } from "zod";
import { inspect } from "./inspect.ts";
import type { Server } from "./server.ts";
import { test } from "./sql.ts";
import { answerForm, check, type } from "./workspace.ts";

const password = "a long enough password";
const neuron = "backpropagation/neuron";

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

const someone = async (browser: Browser, server: Server, name: string): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  page.setDefaultTimeout(15_000);
  await signUp(page, name);
  return page;
};

/** The numbers of the variant that a student has got at a position of the latest attempt. */
async function numbersAt(sql: Client, position: number) {
  const { rows } = await sql.query(
    `SELECT v.params FROM variants v JOIN attempts a ON a.id = v.attempt_id
     WHERE v.position = $1 AND v.exercise_id = $2 ORDER BY a.started_at DESC, v.round DESC LIMIT 1`,
    [position, neuron],
  );
  return z.object({ params: z.object({ x: z.number(), y: z.number(), w: z.number(), b: z.number() }) }).parse(rows[0])
    .params;
}

/** z = wx + b, a = 1/(1 + e^−z), L = (a − y)². */
function forward({ x, y, w }: { x: number; y: number; w: number }, b: number): Record<string, string> {
  const sum = w * x + b;
  const a = 1 / (1 + Math.exp(-sum));
  return { z: String(sum), a: String(a), L: String((a - y) ** 2) };
}

const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

async function makeDraft(page: Page, section: string, title: string, mode: string): Promise<void> {
  await page.goto(`${section}/assignments`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel(mode, { exact: true }).check();
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function add(page: Page, sought: string, title: string, level: number): Promise<void> {
  await page.getByLabel("Search").fill(sought);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: `Add ${title}, level ${level}`, exact: true }).click();
}

test("a homework with a pool is built, published and taken, and its points are those of the rules", async ({
  page,
  browser,
  server,
  sql,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await signUp(page, "Ada Lovelace");
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 3");
  await page.getByRole("button", { name: "Make the section" }).click();
  const link = await page.getByLabel("Link to join this section").inputValue();
  const section = page.url();
  await makeDraft(page, section, "Sheet 1", "Homework");

  await add(page, neuron, "One neuron, forward and backward", 1);
  await expect(page.getByText("Each student gets 1 item")).toBeVisible();
  await add(page, "activations/sigmoid", "The sigmoid", 1);
  await expect(page.getByText("Each student gets 2 items")).toBeVisible();
  await add(page, "activations/tanh", "The hyperbolic tangent", 1);
  await expect(page.getByText("Each student gets 3 items")).toBeVisible();
  await page.getByRole("button", { name: "Make one pool with part 2" }).click();
  await expect(page.getByText("A pool: each student gets 1 of these 2")).toBeVisible();
  const first = page.getByRole("form", { name: "Part 1" });
  await first.getByLabel("Points").fill("a lot");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByRole("alert")).toHaveText("Type points from 0 to 1000.");
  await first.getByLabel("Points").fill("4");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Each student gets 2 items, 5 points together.")).toBeVisible();
  await page.getByRole("link", { name: "Look at One neuron" }).first().click();
  await expect(page.getByText("A sample; nobody is given these numbers")).toBeVisible();
  await inspect(page, "the edit page of a draft");

  const rules = page.getByRole("form", { name: "Dates and rules" });
  await rules.getByLabel("Opens").fill(at(-1));
  await rules.getByLabel("Due", { exact: true }).fill(at(-2));
  await rules.getByLabel("Tries for each item").fill("2");
  await rules.getByLabel("Each further try takes off").fill("25");
  await rules.getByRole("button", { name: "Save dates and rules" }).click();
  await expect(rules.getByText("This is not after it opens.")).toBeVisible();
  await expect(rules.getByLabel("Tries for each item")).toHaveValue("2");
  await rules.getByLabel("Due", { exact: true }).fill(at(24));
  await rules.getByRole("button", { name: "Save dates and rules" }).click();
  await expect(rules.getByText("Saved.")).toBeVisible();

  const bea = await someone(browser, server, "Bea Student");
  await bea.goto(link);
  await bea.getByRole("button", { name: "Join", exact: true }).click();
  await bea.getByRole("link", { name: "Assignments" }).click();
  await expect(bea.getByText("There are none yet.")).toBeVisible();
  const address = page.url().replace(/\/edit.*$/, "");
  expect((await bea.goto(address))?.status()).toBe(404);

  await page.goto(address);
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText("0 of 1 have begun")).toBeVisible();
  await inspect(page, "a published assignment, of who teaches");

  await bea.goto(`${section}/assignments`);
  await inspect(bea, "the assignments of a student");
  await bea.getByRole("link", { name: "Sheet 1" }).click();
  await expect(bea.getByText("There are 2 tries for each item; each after the first takes off 25 %.")).toBeVisible();
  await inspect(bea, "an assignment before it is begun");
  await bea.getByRole("button", { name: "Begin" }).click();
  await expect(bea.getByText("Try 1 of 2.")).toBeVisible();
  const numbers = await numbersAt(sql, 1);
  // The bias is dropped.
  await check(bea, forward(numbers, 0));
  await expect(bea.getByText("Try 2 of 2. A right answer now earns 75 %.")).toBeVisible();
  await inspect(bea, "an item of an assignment");
  await check(bea, forward(numbers, numbers.b));
  await expect(answerForm(bea)).toBeHidden();
  await bea.getByText("What this item has earned so far, and why").click();
  await expect(bea.getByText("As try 2 it counts 75 %.")).toBeVisible();
  await expect(bea.getByText("That makes 3 of 4 points.")).toBeVisible();
  await expect(bea.getByRole("heading", { name: "Worked solution" })).toBeHidden();

  await page.reload();
  const row = page.getByRole("row", { name: /Bea Student/ });
  await expect(row).toContainText("under way");
  await expect(row).toContainText("1 of 2");
  await expect(row).toContainText("3 of 5");
  await expect(page.getByRole("button", { name: "Make it a draft again" })).toBeHidden();

  await bea.goto(`${section}/grades`);
  await expect(bea.getByText("3 of 5")).toBeVisible();
  await inspect(bea, "the grades of a student");
  await page.goto(`${section}/gradebook`);
  await expect(page.getByRole("row", { name: /Bea Student/ })).toContainText("3");
  const csv = await (
    await page.request.get(`${section.replace("/sections", "/api/sections")}/gradebook?format=csv`)
  ).text();
  expect(csv).toMatch(/Bea Student,[^\n]*,3,/);

  await page.getByRole("link", { name: "How final grades come about" }).click();
  await page.getByLabel("Category 1").fill("Homework");
  await page.getByLabel("Weight").first().fill("half");
  await page.getByRole("button", { name: "Save how grades come about" }).click();
  await expect(page.getByText("Type the weight as a number.")).toBeVisible();
  await page.getByLabel("Weight").first().fill("1");
  await page.getByRole("button", { name: "Save how grades come about" }).click();
  await page.getByLabel("Sheet 1").selectOption("Homework");
  await inspect(page, "how final grades come about");

  const stranger = await someone(browser, server, "Somebody Else");
  for (const path of ["", "/edit", "/take", "/take/hand-in"])
    expect((await stranger.goto(`${address}${path}`))?.status()).toBe(404);
  for (const path of [`${address}/edit`, `${section}/gradebook`]) expect((await bea.goto(path))?.status()).toBe(404);
});

test("an exam tells nothing before it is released, and can be tried by who teaches", async ({
  page,
  browser,
  server,
  sql,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await signUp(page, "Ada Lovelace");
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 4");
  await page.getByRole("button", { name: "Make the section" }).click();
  const link = await page.getByLabel("Link to join this section").inputValue();
  await makeDraft(page, page.url(), "Final", "Exam");
  await add(page, neuron, "One neuron, forward and backward", 1);
  await expect(page.getByText("Each student gets 1 item")).toBeVisible();
  const rules = page.getByRole("form", { name: "Dates and rules" });
  await rules.getByLabel("Password to begin").fill("ridge");
  await rules.getByRole("button", { name: "Save dates and rules" }).click();
  await expect(rules.getByText("Saved.")).toBeVisible();
  const address = page.url().replace(/\/edit.*$/, "");
  await page.goto(address);
  await page.getByRole("button", { name: "Try it as a student" }).click();
  await expect(page.getByText("A preview, as a student sees it.")).toBeVisible();
  await page.getByRole("link", { name: "To the end" }).click();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Final" })).toBeVisible();
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(
    page.getByText("0 of 0 have begun").or(page.getByText("There are none in this section yet.")),
  ).toBeVisible();

  const bea = await someone(browser, server, "Bea Student");
  await bea.goto(link);
  await bea.getByRole("button", { name: "Join", exact: true }).click();
  await expect(bea.getByText("You are a student of it")).toBeVisible();
  await bea.goto(address);
  await bea.getByLabel("Password").fill("lasso");
  await bea.getByRole("button", { name: "Begin" }).click();
  await expect(bea.getByText("This is not the password of this assignment.")).toBeVisible();
  await bea.getByLabel("Password").fill("ridge");
  await bea.getByRole("button", { name: "Begin" }).click();
  await expect(bea.getByRole("timer")).toBeVisible();
  const numbers = await numbersAt(sql, 1);
  await type(bea, forward(numbers, numbers.b));
  await bea.getByRole("link", { name: "To the end" }).click();
  await expect(bea.getByText("Every item is answered and can be read.")).toBeVisible();
  await inspect(bea, "an exam before it is handed in");
  await bea.getByRole("button", { name: "Hand in" }).click();
  await expect(bea.getByRole("heading", { name: "Handed in" })).toBeVisible();
  await expect(bea.getByText("when whoever teaches releases it").first()).toBeVisible();
  await bea.getByRole("link", { name: "One neuron, forward and backward" }).click();
  await expect(bea.getByRole("heading", { name: "What you handed in" })).toBeVisible();
  const { rows } = await sql.query("SELECT seed FROM variants ORDER BY created_at DESC LIMIT 1");
  const html = (await bea.content()) + (await (await bea.request.get(bea.url(), { headers: { rsc: "1" } })).text());
  expect(html).not.toContain(z.object({ seed: z.string() }).parse(rows[0]).seed);
  expect(html).not.toMatch(/"verdict"|"reference"|"margin"/);

  await page.reload();
  await expect(page.getByRole("row", { name: /Bea Student/ })).toContainText("1 of 1");
  await page.getByRole("button", { name: "Release the results" }).click();
  await expect(page.getByText("The results are released.")).toBeVisible();
  await bea.goto(address);
  await expect(bea.getByRole("heading", { name: "1 of 1 point" })).toBeVisible();
  await inspect(bea, "an exam that was released");
  await bea.getByRole("link", { name: "One neuron, forward and backward" }).click();
  await expect(bea.getByRole("heading", { name: "Worked solution" })).toBeVisible();
  await expect(bea.getByText("That makes 1 of 1 point.")).toBeVisible();
});
