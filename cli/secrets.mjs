// Secrets are made on the first start, where the environment gives none. Plain JavaScript with Node's built-ins only,
// since `npm start` needs them before it builds: server actions are encrypted with a key that the build takes in.
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExpectedError } from "./expected.mjs";
import { code, ensureFolder } from "./folder.mjs";

/** @typedef {{ AUTH_SECRET: string, GUEST_SECRET: string, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string }} Secrets */

/**
 * The secrets of this installation: from the environment, else from `secrets.json` in the data folder, which is made
 * (readable by its owner only) where it is missing.
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} env
 * @returns {Secrets}
 * @throws {ExpectedError} "unwritable", or "corrupt" when the file cannot be read
 */
export function loadSecrets(dataDir, env) {
  const stored = () => (memory ??= readOrMake(dataDir));
  /** @type {Secrets | undefined} */
  let memory;
  return {
    AUTH_SECRET: env.AUTH_SECRET || env.NEXTAUTH_SECRET || stored().AUTH_SECRET,
    GUEST_SECRET: env.GUEST_SECRET || stored().GUEST_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || stored().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  };
}

/**
 * @param {string} dataDir
 * @returns {Secrets}
 */
function readOrMake(dataDir) {
  const file = join(ensureFolder(dataDir), "secrets.json");
  const found = read(file);
  if (found) return found;
  const made = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    GUEST_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  writeFileSync(made, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(made, file); // appears whole, and never replaces what another start has just made
  } catch (error) {
    if (code(error) !== "EEXIST") throw error;
  } finally {
    rmSync(made);
  }
  return read(file) ?? secrets;
}

/**
 * @param {string} file
 * @returns {Secrets | undefined} nothing when there is no such file
 */
function read(file) {
  try {
    const { AUTH_SECRET, GUEST_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = JSON.parse(readFileSync(file, "utf8"));
    for (const secret of [AUTH_SECRET, GUEST_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY])
      if (typeof secret !== "string" || secret.length < 32) throw new Error("a secret is missing or too short");
    return { AUTH_SECRET, GUEST_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY };
  } catch (error) {
    if (code(error) === "ENOENT") return undefined;
    throw new ExpectedError(
      "corrupt",
      `The secrets in ${file} cannot be read (${code(error)}). Remove it to make new ones; everybody is then signed out, and guests lose their work.`,
      error,
    );
  }
}
