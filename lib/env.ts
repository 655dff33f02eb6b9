import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";

const unset = (value: unknown) => (value === "" ? undefined : value);

const databaseUrl = z.string().refine((url) => /^postgres(ql)?:\/\/[^/\s]/.test(url) && URL.canParse(url), {
  error: "must look like postgres://user:password@host:5432/name",
});

const smtpUrl = z.string().refine((url) => /^smtps?:\/\/[^/\s]/.test(url) && URL.canParse(url), {
  error: "must look like smtp://user:password@host:587, or smtps:// with port 465",
});

/** One address, alone or behind a name; nothing that would begin another line. */
const mailbox = z
  .string()
  .regex(/^(?:[^\p{Cc}<>@,;"]+ ?<[^\p{Cc}\s<>@,;"]+@[^\p{Cc}\s<>@,;"]+>|[^\p{Cc}\s<>@,;"]+@[^\p{Cc}\s<>@,;"]+)$/u, {
    error: "must look like learn@example.org, or Chainrule <learn@example.org>",
  });

const publicUrl = z
  .string()
  .refine((url) => /^https?:\/\/[^/\s?#]+\/?$/.test(url) && URL.canParse(url), {
    error: "must look like https://learn.example.org, without a path",
  })
  .transform((url) => new URL(url).origin);

const settings = z.object({
  NODE_ENV: z.preprocess(unset, z.enum(["development", "test", "production"]).default("development")),
  PORT: z.preprocess(unset, z.coerce.number("must be a number").int().min(0).max(65535).default(3000)),
  DATABASE_URL: z.preprocess(unset, databaseUrl.optional()),
  DATA_DIR: z.preprocess(unset, z.string().default("./data")),
  /** "1" behind a proxy that writes X-Forwarded-For; the header is not believed otherwise. */
  TRUST_PROXY: z.preprocess(unset, z.enum(["0", "1"]).default("0")),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  ),
  /** Mail is sent through it; without it none is. */
  SMTP_URL: z.preprocess(unset, smtpUrl.optional()),
  MAIL_FROM: z.preprocess(unset, mailbox.optional()),
  MAIL_REPLY_TO: z.preprocess(unset, mailbox.optional()),
  /** Where the site is reached from outside: the beginning of the links in mails. */
  PUBLIC_URL: z.preprocess(unset, publicUrl.optional()),
});

const environment = settings.superRefine(({ SMTP_URL, MAIL_FROM, PUBLIC_URL }, context) => {
  if (SMTP_URL === undefined) return;
  for (const [name, value] of Object.entries({ MAIL_FROM, PUBLIC_URL }))
    if (value === undefined)
      context.addIssue({ code: "custom", path: [name], message: "is missing; SMTP_URL needs it" });
});

/** The settings of this process, as the environment gives them. */
export type Environment = z.infer<typeof environment>;

/** How mail is sent. */
export interface MailSettings {
  smtpUrl: string;
  from: string;
  replyTo: string | undefined;
  /** The beginning of links: "https://learn.example.org". */
  site: string;
}

/** How mail is sent; undefined where it is not. */
export function mailSettings(source: NodeJS.ProcessEnv = process.env): MailSettings | undefined {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_TO, PUBLIC_URL } = env(source);
  if (SMTP_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) return undefined;
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, replyTo: MAIL_REPLY_TO, site: PUBLIC_URL };
}

const secret = z.string("is missing; npm start makes one").min(32, "must have at least 32 characters");

const secretEnvironment = z.object({ AUTH_SECRET: secret, GUEST_SECRET: secret });

/**
 * Reads the settings when they are needed, never at import: a build has no environment.
 * @throws ExpectedError "environment", one line that names the variables and never shows their values
 */
export function env(source: NodeJS.ProcessEnv = process.env): Environment {
  return parse(environment, source);
}

/**
 * The keys that sign sessions and guest cookies. The start command takes them from the environment or from the data
 * folder (cli/secrets.mjs) and hands them to the server's process.
 * @throws ExpectedError "environment" where one is missing or short
 */
export function secrets(source: NodeJS.ProcessEnv = process.env): z.infer<typeof secretEnvironment> {
  return parse(secretEnvironment, { ...source, AUTH_SECRET: source.AUTH_SECRET || source.NEXTAUTH_SECRET });
}

function parse<T>(schema: z.ZodType<T>, source: Record<string, string | undefined>): T {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) => `${issue.path.join(".")} ${lowerFirst(issue.message)}`);
  throw new ExpectedError("environment", `Environment: ${complaints.join("; ")}.`);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
