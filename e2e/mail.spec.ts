/** Mail: a server that sends some tells of what is due, and the link in the mail ends it; one that sends none is silent. */
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { openMailbox } from "../test/course/mail/mailbox.ts";
import { inspect } from "./inspect.ts";
import { startServer } from "./server.ts";
import { test } from "./sql.ts";

const password = "a long enough password";

test("a mail tells what is due soon, and its link ends all mails without signing in", async ({
  page,
  browser,
  cluster,
  sql,
}) => {
  test.slow();
  page.setDefaultTimeout(15_000);
  const email = `${randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mails" }), "where no mail is sent").toHaveCount(0);

  const [section, sheet] = [randomUUID(), randomUUID()];
  await sql.query(
    "INSERT INTO sections (id, title, code, time_zone) VALUES ($1, 'Machine learning', $2, 'Europe/Rome')",
    [section, "ma2k3p4q"],
  );
  await sql.query(
    `INSERT INTO enrollments (id, section_id, user_id, role, joined_at)
     SELECT $1, $2, id, 'student', now() FROM users WHERE email = $3`,
    [randomUUID(), section, email],
  );
  await sql.query(
    `INSERT INTO assignments (id, section_id, title, mode, config, due_at, published_at)
     VALUES ($1, $2, 'Sheet 3', 'homework', $3, now() + interval '5 hours', now())`,
    [sheet, section, JSON.stringify(defaultsOf.homework)],
  );

  const mailbox = await openMailbox();
  const sender = await startServer({
    DATABASE_URL: cluster.url,
    SMTP_URL: mailbox.url,
    MAIL_FROM: "Chainrule <learn@example.org>",
    PUBLIC_URL: "https://learn.example.org",
  });
  try {
    await expect.poll(() => mailbox.to(email).length, { timeout: 15_000 }).toBe(1);
    const text = mailbox.to(email)[0]?.text ?? "";
    expect(text).toContain(`https://learn.example.org/sections/${section}/assignments/${sheet}`);
    expect(text).toContain("Europe/Rome time");
    const link = /https:\/\/learn\.example\.org(\/unsubscribe\/\S+)/.exec(text)?.[1] ?? "";

    const stranger = await (await browser.newContext({ baseURL: sender.url })).newPage();
    await stranger.goto(link);
    await inspect(stranger, "the link of a mail");
    await expect(stranger.getByText(email)).toHaveCount(0);
    await stranger.getByRole("button", { name: "Stop all mails" }).click();
    await expect(stranger.getByText("You get no mails from us.")).toBeVisible();
    await stranger.goto("/unsubscribe/no-token-of-ours");
    await expect(stranger.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();

    await stranger.goto("/sign-in");
    await stranger.getByLabel("E-mail").fill(email);
    await stranger.getByLabel("Password").fill(password);
    await stranger.getByRole("button", { name: "Sign in" }).click();
    await expect(stranger.getByRole("button", { name: "Sign out" })).toBeVisible();
    await stranger.goto("/settings");
    const due = stranger.getByRole("checkbox", { name: "When something is due within a day" });
    await expect(due).not.toBeChecked();
    await due.check();
    const form = stranger.getByRole("form", { name: "Mails" });
    await form.getByRole("button", { name: "Save which mails I get" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await stranger.goto(link);
    await expect(due).toBeChecked();
    await expect(stranger.getByRole("button", { name: "Stop all mails" })).toBeVisible();
    expect(mailbox.to(email)).toHaveLength(1);
  } finally {
    await sender.dispose();
    await mailbox.close();
  }
});
