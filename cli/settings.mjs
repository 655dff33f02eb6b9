// The settings of a start, read before anything is installed; lib/env.ts reads the same ones, inside the server.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ExpectedError } from "./expected.mjs";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** @typedef {{ port: number, host: string | undefined, dataDir: string, databaseUrl: string | undefined }} Settings */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 * @throws {ExpectedError} "environment", one line that never shows a password
 */
export function readSettings(env) {
  return {
    port: readPort(env.PORT || "3000"),
    // Not HOSTNAME: containers set that to their own name, which would shut out everybody on localhost.
    host: env.HOST || undefined,
    dataDir: resolve(root, env.DATA_DIR || "data"),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || undefined),
  };
}

/**
 * Puts what the files .env… say into the environment, in the order in which Next reads them, so that every stage sees
 * the same settings as the server. What the environment says already stays.
 * @param {"production" | "development"} mode
 */
export function loadEnvFiles(mode) {
  for (const name of [`.env.${mode}.local`, ".env.local", `.env.${mode}`, ".env"])
    if (existsSync(join(root, name))) process.loadEnvFile(join(root, name));
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new ExpectedError("environment", `PORT must be a whole number up to 65535, not "${text}".`);
}

/** @param {string | undefined} url */
function readDatabaseUrl(url) {
  if (url === undefined || (/^postgres(ql)?:\/\/[^/\s]/.test(url) && URL.canParse(url))) return url;
  throw new ExpectedError("environment", "DATABASE_URL must look like postgres://user:password@host:5432/name.");
}
