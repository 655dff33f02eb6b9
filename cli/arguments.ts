/** Arguments of a command-line tool: parsed by node:util, checked by zod, refused in one line. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";

/**
 * @param usage what a right call looks like: "npm run exercise -- <id> [--level 2]"
 * @throws ExpectedError "usage"
 */
export function readArguments<T>(
  usage: string,
  options: NonNullable<ParseArgsConfig["options"]>,
  schema: z.ZodType<T>,
  args = process.argv.slice(2),
): T {
  const parsed = schema.safeParse({ ...tokens(usage, options, args) });
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `${option(path[0])}${message}`).join("; ");
  throw new ExpectedError("usage", `${said}. Usage: ${usage}`);
}

function tokens(usage: string, options: NonNullable<ParseArgsConfig["options"]>, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, positionals };
  } catch (error) {
    const said = error instanceof Error ? error.message.split(/\. |\n/)[0] : String(error);
    throw new ExpectedError("usage", `${said}. Usage: ${usage}`);
  }
}

const option = (name: PropertyKey | undefined) =>
  name === undefined || name === "positionals" ? "" : `--${String(name)}: `;
