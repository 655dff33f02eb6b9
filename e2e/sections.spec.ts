/** Sections: somebody makes one and brings in a roster; students come in by the link and by the code, and strangers do not. */
import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { inspect } from "./inspect.ts";
import type { Server } from "./server.ts";
import { test } from "./test.ts";

const password = "a long enough password";

async function signUp(page: Page, name: string, email = `${randomUUID()}@example.org`): Promise<string> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return email;
}

async function makeSection(page: Page, title: string): Promise<string> {
  await page.goto("/sections");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Make the section" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return page.url();
}

const someoneElse = async (browser: Browser, server: Server): Promise<Page> =>
  await (await browser.newContext({ baseURL: server.url })).newPage();

test("an instructor makes a section and imports a roster; a student on it joins by the link; a stranger sees nothing", async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  const grace = `${randomUUID()}@example.org`;
  await signUp(page, "Ada Lovelace");
  await page.goto("/sections");
  await inspect(page, "sections, of somebody in none");
  const address = await makeSection(page, "Machine learning 1");
  await inspect(page, "a new section");

  await page.getByRole("navigation", { name: "Section" }).getByRole("link", { name: "Roster" }).click();
  await page.getByRole("link", { name: "Import a roster" }).click();
  await page
    .getByLabel("Or paste it here")
    .fill(`name;email;id\nGrace H;${grace};0042\nNobody;at home\nAlan T;alan@example.org;`);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("2 people can be read, 1 row cannot")).toBeVisible();
  await expect(page.getByText("Row 3: “at home” is not an e-mail address.")).toBeVisible();
  await inspect(page, "a roster, looked at first");
  const small = await page.getByLabel("Or paste it here").inputValue();
  const long = "Müllerin ".repeat(9);
  const rows = Array.from({ length: 5000 }, (_, i) => `"${long}, Ä. ${i}",student.${i}@students.example.org,00${i}`);
  const buffer = Buffer.from(`\uFEFFStudent,Email,SIS User ID\r\n${rows.join("\r\n")}`);
  await page.getByLabel("A file").setInputFiles({ name: "roster.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Look at it first" }).click();
  await expect(page.getByText("5000 people can be read")).toBeVisible({ timeout: 20_000 });
  await page.getByLabel("Or paste it here").fill(small);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: "Import 2 people" }).click();
  await expect(page.getByText("The roster is imported: 2 added, 0 changed.")).toBeVisible();
  await page.getByLabel("Search").fill("grace");
  await expect(page.getByText("1 of 3 people")).toBeVisible();
  const row = page.getByRole("row", { name: /^Grace H/ });
  await expect(row).toContainText("0042");
  await expect(row).toContainText("not yet");
  await row.getByRole("button", { name: "Change Grace H" }).click();
  await page.getByLabel("Role").selectOption("assistant");
  await page.getByRole("button", { name: "Save the role of Grace H" }).click();
  await expect(row.getByRole("cell", { name: "Assistant", exact: true })).toBeVisible();
  await inspect(page, "a roster");

  await page.goto(address);
  const link = await page.getByLabel("Link to join this section").inputValue();
  await page.getByText("Announce something").click();
  await page.getByLabel("Title").fill("Welcome");
  await page.getByLabel("Text").fill("We begin on Tuesday.\n\nBring paper (see https://example.org/paper).");
  await page.getByRole("button", { name: "Announce it" }).click();
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await expect(page.getByRole("link", { name: "https://example.org/paper", exact: true })).toBeVisible();

  const student = await someoneElse(browser, server);
  await student.goto(link);
  await expect(student.getByText("Taught by Ada Lovelace.")).toBeVisible();
  await inspect(student, "an invitation");
  await student.getByRole("link", { name: "Make an account" }).click();
  await student.getByLabel("Name").fill("Grace Hopper");
  await student.getByLabel("E-mail").fill(grace);
  await student.getByLabel("Password").fill(password);
  await student.getByRole("button", { name: "Make the account" }).click();
  await student.getByRole("button", { name: "Join", exact: true }).click();
  await expect(student.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await expect(student.getByText("You are an assistant of it")).toBeVisible();

  const stranger = await someoneElse(browser, server);
  await signUp(stranger, "Somebody");
  for (const path of ["", "/roster", "/roster/import", "/settings"])
    expect((await stranger.goto(`${address}${path}`))?.status()).toBe(404);

  await page.getByRole("navigation", { name: "Section" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await inspect(page, "the settings of a section");
  await page.getByRole("button", { name: "Archive the section" }).click();
  await expect(page.getByText("This section is archived").first()).toBeVisible();
  await student.reload();
  await expect(student.getByText("This section is archived").first()).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a student joins by the code with the keyboard alone, and leaves again", async ({ page, browser, server }) => {
    const teacher = await someoneElse(browser, server);
    await signUp(teacher, "Ada Lovelace");
    await makeSection(teacher, "Machine learning 2");
    const code = await teacher.getByText(/^[2-9a-z]{4}-[2-9a-z]{4}$/).textContent();
    await teacher.getByRole("link", { name: "Roster" }).click();
    await teacher.setViewportSize({ width: 390, height: 844 });
    await inspect(teacher, "a roster on a phone");

    await signUp(page, "Alan Turing");
    await page.goto("/sections");
    await page.getByLabel("Code").focus();
    await page.keyboard.type("k7mq-2vx");
    await page.keyboard.press("Enter");
    await expect(page.getByText("A code has eight letters and digits")).toBeVisible();
    await expect(page.getByLabel("Code")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type((code ?? "").toUpperCase());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Machine learning 2" })).toBeVisible();
    await inspect(page, "a section of a student on a phone");
    await page.getByText("Leave this section").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByText("You are in none yet.")).toBeVisible();
  });
});
