import { describe, expect, it } from "vitest";
import { env, mailSettings, secrets } from "#lib/env.ts";

const long = "x".repeat(32);

describe("the environment", () => {
  it("has defaults, and takes an empty variable for a missing one", () => {
    const settings = { NODE_ENV: "production", PORT: 3000, DATA_DIR: "./data", LOG_LEVEL: "info" };
    expect(env({ NODE_ENV: "production", PORT: "", DATABASE_URL: "", DATA_DIR: "" })).toMatchObject(settings);
  });

  it.each(["postgres://localhost/x", "postgresql://ada:hush@db.example.org:6432/x?sslmode=require"])(
    "takes %s for a database",
    (DATABASE_URL) => expect(env({ NODE_ENV: "test", DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL),
  );

  it.each([
    [{ DATABASE_URL: "mysql://ada:hush@localhost/x" }, /^Environment: DATABASE_URL must look like postgres:\/\//],
    [{ DATABASE_URL: "postgres://" }, /^Environment: DATABASE_URL must/],
    [{ DATABASE_URL: "postgres://localhost:port/x" }, /^Environment: DATABASE_URL must/],
    [{ PORT: "http" }, /^Environment: PORT must be a number/],
    [{ PORT: "70000" }, /^Environment: PORT /],
    [{ PORT: "http", LOG_LEVEL: "loud" }, /^Environment: PORT .*; LOG_LEVEL /],
  ])("refuses %o in one line, without showing the value", (source, message) => {
    const read = () => env({ NODE_ENV: "test", ...source });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n|hush/);
  });

  const mail = {
    SMTP_URL: "smtp://ada:hush@mail.example.org:587",
    MAIL_FROM: "Chainrule <learn@example.org>",
    PUBLIC_URL: "https://learn.example.org/",
  };

  it("sends no mail without SMTP_URL, whatever else is said", () => {
    expect(mailSettings({ NODE_ENV: "test" })).toBeUndefined();
    expect(mailSettings({ NODE_ENV: "test", ...mail, SMTP_URL: "" })).toBeUndefined();
  });

  it("takes how mail is sent, and the address of the site without a slash at its end", () => {
    expect(mailSettings({ NODE_ENV: "test", ...mail, MAIL_REPLY_TO: "help@example.org" })).toEqual({
      smtpUrl: mail.SMTP_URL,
      from: mail.MAIL_FROM,
      replyTo: "help@example.org",
      site: "https://learn.example.org",
    });
  });

  it.each([
    [{ SMTP_URL: "mail.example.org hush" }, /^Environment: SMTP_URL must look like smtp:\/\//],
    [{ SMTP_URL: "https://mail.example.org/hush" }, /^Environment: SMTP_URL must/],
    [{ MAIL_FROM: "" }, /^Environment: MAIL_FROM is missing; SMTP_URL needs it\.$/],
    [{ PUBLIC_URL: "" }, /^Environment: PUBLIC_URL is missing; SMTP_URL needs it\.$/],
    [{ MAIL_FROM: "hush" }, /^Environment: MAIL_FROM must look like learn@example\.org/],
    [{ MAIL_FROM: "a@example.org\r\nBcc: hush@example.org" }, /^Environment: MAIL_FROM must/],
    [{ MAIL_FROM: "A\nhush <a@example.org>" }, /^Environment: MAIL_FROM must/],
    [{ MAIL_REPLY_TO: "a@example.org, hush@example.org" }, /^Environment: MAIL_REPLY_TO must/],
    [{ PUBLIC_URL: "https://learn.example.org/hush" }, /^Environment: PUBLIC_URL must look like/],
    [{ PUBLIC_URL: "learn.example.org" }, /^Environment: PUBLIC_URL must/],
  ])("refuses mail with %o in one line, without showing the value", (source, message) => {
    const read = () => env({ NODE_ENV: "test", ...mail, ...source });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/\n|hush/);
  });

  it("takes next-auth's name for the secret too, and says who makes a missing one", () => {
    const found = secrets({ NODE_ENV: "test", NEXTAUTH_SECRET: long, GUEST_SECRET: long });
    expect(found).toEqual({ AUTH_SECRET: long, GUEST_SECRET: long });
    expect(() => secrets({ NODE_ENV: "test", GUEST_SECRET: long })).toThrow(
      "AUTH_SECRET is missing; npm start makes one",
    );
    expect(() => secrets({ NODE_ENV: "test", GUEST_SECRET: "short", AUTH_SECRET: long })).toThrow(/GUEST_SECRET must/);
  });
});
