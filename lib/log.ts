import pino, { type Logger } from "pino";
import { env } from "./env.ts";

let logger: Logger | undefined;

/** The process's log, as JSON lines. Made on first use, since a build has no environment; what may be secret is cut. */
export function log(): Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    redact: { paths: ["password", "passwordHash", "seed", "*.password", "*.passwordHash", "*.seed"], remove: true },
  });
  return logger;
}
