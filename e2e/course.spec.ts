/** A whole course: who teaches builds, accommodates, reviews, regrades and releases; the numbers agree everywhere. */
import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import Papa from "papaparse";
import type { Client } from "pg";
import { runnerImport } from "vite";
import { z } from "zod";
import { inspect } from "./inspect.ts";
import type { Server } from "./server.ts";
import { latestVariant, test } from "./sql.ts";
import { type } from "./workspace.ts";

const { module } = await runnerImport<typeof import("./answers.ts")>("./e2e/answers.ts", { configFile: false });

const neuron = "backpropagation/neuron";

type Typed = Readonly<Record<string, string>>;

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

async function member(browser: Browser, server: Server, name: string, link: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  page.setDefaultTimeout(15_000);
  await signUp(page, name);
  await page.goto(link);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("You are a student of it")).toBeVisible();
  return page;
}

async function add(page: Page, sought: string, title: string, items: number): Promise<void> {
  await page.getByLabel("Search").fill(sought);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: `Add ${title}, level 1`, exact: true }).click();
  await expect(page.getByText(`Each student gets ${items} item`)).toBeVisible();
}

async function give(page: Page, part: number, points: string): Promise<void> {
  const form = page.getByRole("form", { name: `Part ${part}` });
  await form.getByLabel("Points").fill(points);
  await form.getByRole("button", { name: "Save" }).click();
}

const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);

/** Begins, and types an answer to the neuron and the right one to whatever of the pool is there; then hands in. */
async function take(
  page: Page,
  sql: Client,
  address: string,
  answer: (known: { right: Typed; wrong: Typed }) => Typed,
): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  const first = await latestVariant(sql, { exercise: neuron, level: 1 });
  const { right, wrong } = module.answersTo(neuron, first.version, 1, first.params);
  await type(page, answer({ right, wrong: wrong.typed }));
  await page.getByRole("link", { name: "Next item" }).click();
  await expect(page.getByRole("heading", { name: /sigmoid|tangent/ })).toBeVisible();
  const { rows } = await sql.query(
    "SELECT exercise_id, version, params FROM variants WHERE position = 2 ORDER BY created_at DESC LIMIT 1",
  );
  const second = z.object({ exercise_id: z.string(), version: z.int(), params: z.json() }).parse(rows[0]);
  await type(page, module.answersTo(second.exercise_id, second.version, 1, second.params).right);
  await page.getByRole("link", { name: "To the end" }).click();
  await expect(page.getByText("Every item is answered and can be read.")).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { name: "Handed in" })).toBeVisible();
}

/** What each student has, from the answers and their latest judgements alone: 4 points and 2, a tenth off for a begun day. */
async function recomputed(sql: Client): Promise<Record<string, number>> {
  const { rows } = await sql.query(`
    SELECT u.name, v.position, r.score, r.by_user_id IS NOT NULL AS set, s.created_at > g.due_at AS late
    FROM submissions s JOIN variants v ON v.id = s.variant_id JOIN attempts a ON a.id = v.attempt_id
    JOIN assignments g ON g.id = a.assignment_id JOIN users u ON u.id = a.user_id
    JOIN LATERAL (SELECT * FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1) r ON true
    WHERE g.title = 'Quiz 1' AND NOT a.preview`);
  const answer = z.object({
    name: z.string(),
    position: z.int(),
    score: z.number(),
    set: z.boolean(),
    late: z.boolean(),
  });
  const points: Record<string, number> = {};
  for (const { name, position, score, set, late } of z.array(answer).parse(rows))
    points[name] = (points[name] ?? 0) + (position === 1 ? 4 : 2) * score * (late && !set ? 0.9 : 1);
  return Object.fromEntries(Object.entries(points).map(([name, sum]) => [name, Math.round(sum * 100) / 100]));
}

/** The points of the quiz by student, as a file of the gradebook has them. */
async function exported(page: Page, section: string): Promise<Record<string, number>> {
  const file = await page.request.get(`/api${new URL(section).pathname}/gradebook?format=csv`);
  const [, ...rows] = Papa.parse<string[]>((await file.text()).slice(1).trim()).data;
  return Object.fromEntries(rows.map((row) => [row[0], Number(row[4])]));
}

/** The same as the page of the gradebook shows them. */
async function shown(page: Page, section: string): Promise<Record<string, number>> {
  await page.goto(`${section}/gradebook`);
  const rows = page
    .getByRole("grid")
    .getByRole("row")
    .filter({ hasText: "Student" })
    .filter({ has: page.getByRole("rowheader") });
  const cells = await Promise.all((await rows.all()).map((row) => row.getByRole("gridcell").allInnerTexts()));
  const names = await rows.getByRole("rowheader").allInnerTexts();
  return Object.fromEntries(names.map((name, i) => [name, Number.parseFloat(cells[i]?.[1] ?? "")]));
}

test("a quiz is built, taken by three, reviewed, regraded, released and exported with the same numbers everywhere", async ({
  page,
  browser,
  server,
  sql,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await signUp(page, "Ada Lovelace");
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 9");
  await page.getByRole("button", { name: "Make the section" }).click();
  const link = await page.getByLabel("Link to join this section").inputValue();
  const section = page.url();
  await page.goto(`${section}/assignments`);
  await page.getByLabel("Title").fill("Quiz 1");
  await page.getByLabel("Quiz", { exact: true }).check();
  await page.getByRole("button", { name: "Make a draft" }).click();
  await add(page, neuron, "One neuron, forward and backward", 1);
  await add(page, "activations/sigmoid", "The sigmoid", 2);
  await add(page, "activations/tanh", "The hyperbolic tangent", 3);
  await page.getByRole("button", { name: "Make one pool with part 2" }).click();
  await expect(page.getByText("A pool: each student gets 1 of these 2")).toBeVisible();
  await give(page, 1, "4");
  await give(page, 2, "2");
  await expect(page.getByText("Each student gets 2 items, 6 points together.")).toBeVisible();
  const rules = page.getByRole("form", { name: "Dates and rules" });
  await rules.getByLabel("Due", { exact: true }).fill(at(24));
  await rules.getByLabel("Late answers until").fill(at(72));
  await rules.getByLabel("When students are told").selectOption("When you release it");
  await rules.getByLabel("When solutions are shown").selectOption("When you release it");
  await rules.getByRole("button", { name: "Save dates and rules" }).click();
  await expect(rules.getByText("Saved.")).toBeVisible();
  const address = page.url().replace(/\/edit.*$/, "");
  await page.goto(address);
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText("There are none in this section yet.")).toBeVisible();

  const bea = await member(browser, server, "Bea Student", link);
  const cem = await member(browser, server, "Cem Student", link);
  const dia = await member(browser, server, "Dia Student", link);
  await page.goto(`${address}/accommodations`);
  await page.getByLabel("Cem Student").check();
  await page.getByLabel("More time").fill("50");
  await page.getByRole("button", { name: "Set it" }).click();
  await expect(page.getByText("So it is due")).toContainText("with 45 minutes");

  // Who mistakes something, and who is 2 % off, too much for three digits.
  await take(dia, sql, address, ({ wrong }) => wrong);
  await cem.goto("/");
  await expect(cem.getByRole("link", { name: "Quiz 1" })).toBeVisible();
  await take(cem, sql, address, ({ right }) => ({ ...right, a: String(Number(right.a) * 1.02) }));
  const { rows: sittings } = await sql.query(
    "SELECT extract(epoch FROM ends_at - started_at) / 60 AS minutes FROM attempts WHERE assignment_id = (SELECT id FROM assignments WHERE title = 'Quiz 1') ORDER BY started_at",
  );
  expect(sittings.map(({ minutes }) => Number(minutes))).toEqual([30, 45]);
  // The due date comes, and Bea begins.
  await sql.query("UPDATE assignments SET due_at = now() WHERE title = 'Quiz 1'");
  await take(bea, sql, address, ({ right }) => right);

  // Review: the mistake has its group, and Dia’s answer gets more than its judgement; Cem is told something.
  await page.goto(`${address}/review?by=answer`);
  const mistake = page.getByRole("listitem").filter({ hasText: "A known mistake" });
  await expect(mistake).toContainText("1 answer of 1 student");
  await expect(page.getByRole("listitem").filter({ hasText: "A value" })).toContainText("Cem Student");
  await inspect(page, "the answers to an item");
  await mistake.getByRole("link", { name: "Dia Student" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dia Student" })).toBeVisible();
  await page.getByText("Set the score of answer 1 to item 1").click();
  const score = page.getByRole("form", { name: "Score of answer 1 to item 1" });
  await score.getByLabel("Score").fill("80");
  await score.getByRole("button", { name: "Set the score" }).click();
  await expect(score.getByText("Say why: the student reads it.")).toBeVisible();
  await expect(score.getByLabel("Score")).toHaveValue("80");
  await score.getByLabel("Reason").fill("The bias was hard to see in the figure.");
  await score.getByRole("button", { name: "Set the score" }).click();
  await expect(page.getByRole("heading", { name: "5.2 of 6 points" })).toBeVisible();
  await inspect(page, "the work of a student");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { level: 1, name: "Cem Student" })).toBeVisible();
  await page.getByText("Comment on the whole").click();
  await page.getByRole("form", { name: "Comment on the whole" }).getByLabel("Comment").fill("Mind the third digit.");
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Mind the third digit." })).toBeVisible();
  await cem.goto(address);
  await expect(cem.getByText("Mind the third digit.")).toBeHidden();

  // Regrade: three digits were too much to ask for; whoever was 2 % off is right, and what a person set stays.
  await page
    .getByRole("link", { name: /Regrade it/ })
    .first()
    .click();
  const change = page.getByRole("form", { name: "What to change" });
  const activation = change.getByRole("group").nth(1);
  await activation.getByLabel("Is right").selectOption({ label: "At most so many percent off" });
  await activation.getByLabel("Amount").fill("5");
  await change.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("1 of 3 answers changes: 1 earns more.")).toBeVisible();
  const apply = page.getByRole("form", { name: "Apply the regrade" });
  await apply.getByLabel("Why").fill("Three digits were too strict for a.");
  await apply.getByRole("button", { name: "Apply this regrade" }).click();
  await expect(page.getByText("It is done. 1 answer judged anew: 1 up.")).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Release the results" }).click();
  await expect(page.getByText("The results are released.")).toBeVisible();

  // By hand: (4 + 2) · 0.9 for a begun day; 4 + 2; 4 · 0.8 + 2.
  const points = { "Bea Student": 5.4, "Cem Student": 6, "Dia Student": 5.2 };
  expect(await recomputed(sql), "from the answers").toEqual(points);
  expect(await exported(page, section), "in the file").toEqual(points);
  expect(await shown(page, section), "on the page").toEqual(points);
  for (const [student, told, says] of [
    [bea, "5.4 of 6 points", "It came a day late, and counts 90 %."],
    [cem, "6 of 6 points", "It was judged again: Three digits were too strict for a."],
    [dia, "5.2 of 6 points", "Who teaches has set it to 80 %: The bias was hard to see in the figure."],
  ] as const) {
    await student.goto(address);
    await expect(student.getByRole("heading", { name: told })).toBeVisible();
    await student.getByRole("link", { name: "One neuron, forward and backward" }).click();
    await expect(student.getByText(says)).toBeVisible();
  }
  await cem.goto(address);
  await expect(cem.getByText("Mind the third digit.")).toBeVisible();
});
