import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ExpectedError } from "./expected.mjs";

/**
 * Makes the data folder where it is missing, and checks that it can be written.
 * @param {string} folder
 * @returns {string} its real path
 */
export function ensureFolder(folder) {
  try {
    make(resolve(folder));
    // The permissions alone would not tell: root has them all, also where nothing can be written.
    const probe = join(folder, `.probe-${randomUUID()}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return realpathSync(folder);
  } catch (error) {
    throw new ExpectedError("unwritable", `The data folder ${folder} cannot be written (${code(error)}).`, error);
  }
}

/**
 * Not `mkdirSync` with `recursive`, which never returns where nothing can be made, as under /proc (Node 20.20).
 * @param {string} folder
 */
function make(folder) {
  if (existsSync(folder)) return;
  make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (code(error) !== "EEXIST") throw error; // another process was quicker
  }
}

/**
 * The short reason of a failed system call.
 * @param {unknown} error
 */
export function code(error) {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
