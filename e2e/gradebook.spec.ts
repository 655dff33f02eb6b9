/** The gradebook: large, walked by keys, sorted, searched, and the same in its files. */
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import Papa from "papaparse";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { inspect } from "./inspect.ts";
import { test } from "./sql.ts";

async function newSection(page: Page): Promise<string> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/sections");
  await page.getByLabel("Title").fill("Machine learning 7");
  await page.getByRole("button", { name: "Make the section" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Machine learning 7" })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("a gradebook of 1,000 students by 40 assignments is walked by keys, sorted, searched, and exported as it stands", async ({
  page,
  sql,
}) => {
  const address = await newSection(page);
  const section = address.split("/").at(-1);
  await sql.query(
    `INSERT INTO enrollments (id, section_id, role, email, name, student_number, group_name)
     SELECT gen_random_uuid(), $1::uuid, 'student', 's' || i || '-' || $1::text || '@example.org', 'Student ' || lpad(i::text, 4, '0'),
            i::text, 'Group ' || (1 + i % 4) FROM generate_series(1, 1000) i`,
    [section],
  );
  for (let i = 1; i <= 40; i++) {
    const assignment = randomUUID();
    await sql.query(
      `INSERT INTO assignments (id, section_id, title, mode, config, due_at, published_at)
       VALUES ($1, $2, $3, 'homework', $4, now() + ($5::int - 39) * interval '1 day', now())`,
      [assignment, section, `Sheet ${i}`, JSON.stringify(defaultsOf.homework), i],
    );
    await sql.query(
      "INSERT INTO assignment_parts (id, assignment_id, position, points, pick) VALUES ($1, $2, 1, 20, 1)",
      [randomUUID(), assignment],
    );
    // Student n has n mod 21 points on sheets 1 to 3, set by hand; the others are missing, and the last is not due.
    if (i <= 3)
      await sql.query(
        `INSERT INTO grades (assignment_id, enrollment_id, points, possible, answered, items, late, overridden)
         SELECT $1::uuid, id, student_number::int % 21, 20, 0, 0, false, true FROM enrollments WHERE section_id = $2::uuid AND role = 'student'`,
        [assignment, section],
      );
  }

  await page.goto(`${address}/gradebook`);
  const grid = page.getByRole("grid");
  await expect(page.getByText("1000 students")).toBeVisible();
  await expect(grid).toHaveAttribute("aria-rowcount", "1002");
  expect(await grid.getByRole("row").count(), "rows drawn").toBeLessThan(80);
  const active = async () => {
    const id = await grid.getAttribute("aria-activedescendant");
    return page.locator(`[id="${id}"]`);
  };

  await grid.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(await active()).toHaveText("1set by hand");
  await page.keyboard.press("Control+End");
  await expect(await active()).toBeInViewport();
  await expect(await active()).toHaveAttribute("aria-colindex", "44");
  await page.keyboard.press("Home");
  await expect(await active()).toHaveText("Student 1000");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("PageDown");
  await expect(await active()).toHaveText("Student 0011");

  await page.keyboard.press("Control+ArrowUp");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("columnheader", { name: "Sheet 1 of 20" })).toHaveAttribute("aria-sort", "descending");
  await expect(grid.getByRole("rowheader").first()).toHaveText("Student 0020");

  await page.getByLabel("Search").fill("0042");
  await expect(page.getByText("1 of 1000 students")).toBeVisible();
  await inspect(page, "the gradebook");
  const shown = await grid.getByRole("row").nth(1).locator("td").allInnerTexts();
  const file = await page.request.get(`/api${address}/gradebook?format=csv`);
  expect(file.headers()["content-disposition"]).toContain('filename="Machine learning 7 csv');
  const rows = Papa.parse<string[]>((await file.text()).slice(1).trim()).data;
  expect(rows).toHaveLength(1001);
  const row = rows.find(([name]) => name === "Student 0042");
  // 42 mod 21 = 0 points on three sheets; 0 of 38 × 20 that are due.
  expect(row?.slice(4, 7)).toEqual(["0", "0", "0"]);
  expect(row?.at(-1)).toBe("0");
  expect(shown[0]).toBe("0");

  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Student 0042" })).toBeVisible();
  await expect(page.getByText("not begun by the due date, counts as 0").first()).toBeVisible();
  await inspect(page, "the report of a student");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${address}/gradebook`);
  await inspect(page, "the gradebook on a phone");
});
