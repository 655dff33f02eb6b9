/** Grading by hand in the demonstration: what the test of a whole course (course.spec.ts) leaves out. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { inspect } from "./inspect.ts";
import { test } from "./test.ts";

test("a score is set and taken back, a broken item counts in full until it is not broken, and lists show who is sought", async ({
  page,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/sections");
  await page.getByRole("button", { name: "Make the demonstration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Demonstration" })).toBeVisible({ timeout: 60_000 });
  await page.goto(`${page.url()}/assignments`);
  await page.getByRole("link", { name: "Quiz 1: probability" }).click();
  await page.getByRole("link", { name: "Review" }).click();
  await page.getByRole("link", { name: "By answer" }).click();
  const mistake = page.getByRole("listitem").filter({ hasText: "A known mistake" }).first();
  await expect(mistake).toContainText("earning 0 %");

  const count = Number(/^\d+/.exec((await mistake.getByText(/^\d+ answers? of/).textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(0);
  await mistake.getByText(/^Give /).click();
  const all = mistake.getByRole("form");
  await all.getByLabel("Score").fill("37.5");
  await all.getByLabel("Reason").fill("The mistake was in the lecture, too.");
  await all.getByRole("button", { name: /^Set the score/ }).click();
  await expect(all.getByText(count === 1 ? "Set for one student." : `Set for ${count} students.`)).toBeVisible();
  await expect(mistake).toContainText(`earning 37.5 %, ${count} set by hand`);

  await mistake.getByRole("link").first().click();
  const item = page.getByRole("region", { name: /^1\. / });
  await item.getByText("Set the score of answer 1 to item 1").click();
  const form = item.getByRole("form", { name: "Score of answer 1 to item 1" });
  await form.getByLabel("Score").fill("62.5");
  await form.getByLabel("Reason").fill("The text was misleading.");
  await form.getByRole("button", { name: "Set the score" }).click();
  await expect(item.getByRole("heading", { name: "Answer 1: 62.5 % set by hand" })).toBeVisible();
  await expect(item.getByText("Ada Lovelace set 62.5 %")).toContainText("The text was misleading.");
  await item.getByRole("button", { name: "Let the judgement count again" }).click();
  await expect(item.getByRole("heading", { name: "Answer 1: 0 %", exact: true })).toBeVisible();

  await item.getByText("Item 1 is broken").click();
  const broken = item.getByRole("form", { name: "Item 1 is broken" });
  await broken.getByLabel("Full credit").check();
  await broken.getByLabel("What is wrong").fill("A sign is missing.");
  await broken.getByRole("button", { name: "Note it" }).click();
  await expect(item.getByText("counts in full. A sign is missing.").first()).toBeVisible();
  const points = item.getByText(/^[\d.]+ of [\d.]+ points$/).first();
  const [has, of] = ((await points.textContent()) ?? "").replace(" points", "").split(" of ");
  expect(has).toBe(of);
  await item.getByRole("button", { name: "It is not broken" }).click();
  await expect(item.getByText("A sign is missing.").first()).toBeHidden();

  await page.getByText("Comment on the whole").click();
  const comment = page.getByRole("form", { name: "Comment on the whole" });
  await comment.getByLabel("Comment").fill("See me about it.");
  await comment.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "See me about it." })).toBeVisible();

  await page.getByRole("link", { name: "Review" }).click();
  await expect(page.getByRole("link", { name: "By student" })).toBeVisible();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(rows.filter({ hasText: "commented" })).not.toHaveCount(0);
  const others = (await rows.count()) - (await rows.filter({ hasText: "commented" }).count());
  await page.getByLabel("Show").selectOption("Nothing said to them yet");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/show=uncommented/);
  await expect(rows.filter({ hasText: "commented" })).toHaveCount(0);
  await expect(rows).toHaveCount(others);
  await page.getByLabel("Name or group").fill("nobody is called that");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nobody who has begun is like that.")).toBeVisible();
  await inspect(page, "students that are sought");
});
