import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";

const unset = (value: unknown) => (value === "" ? undefined : value);

const databaseUrl = z.string().refine((url) => /^postgres(ql)?:\/\/[^/\s]/.test(url) && URL.canParse(url), {
  error: "must look like postgres://user:password@host:5432/name",
});

const environment = z.object({
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
});

/** The settings of this process, as the environment gives them. */
export type Environment = z.infer<typeof environment>;

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
