// One process only may open a data folder; nothing inside the embedded database prevents a second, which corrupts it.
// The lock is a listening socket named after the folder: it answers with its owner, and the kernel frees it on any
// death. It does not span containers that share a volume. Plain JavaScript, since `npm start` needs it before installing.
import { createHash } from "node:crypto";
import { existsSync, realpathSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ExpectedError } from "./expected.mjs";
import { code, ensureFolder } from "./folder.mjs";

/** @typedef {{ pid: number, command: string }} Owner */

// An owner that is creating its database blocks for seconds before it answers.
const patience = 10_000;
const silent = { pid: 0, command: "" };

/**
 * Takes the lock of a data folder, which is made where it is missing.
 * @param {string} folder
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<{ release: () => Promise<void> }>}
 * @throws {ExpectedError} "locked", with the owner's pid; "unwritable"
 */
export async function acquireLock(folder, platform = process.platform) {
  const path = ensureFolder(folder);
  const address = lockAddress(path, platform);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(address);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const owner = await ask(address);
    if (owner) throw lockedError(path, owner);
    // Nobody answers: it was let go meanwhile, or (unix socket file) its owner was killed and left the file behind.
    if (isSocketFile(address) && existsSync(/*turbopackIgnore: true*/ address)) unlinkSync(address);
  }
  throw lockedError(path, silent);
}

/**
 * Who holds the lock of a data folder, if anybody does.
 * @param {string} folder
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<Owner | undefined>}
 */
export async function lockOwner(folder, platform = process.platform) {
  return existsSync(folder) ? await ask(lockAddress(realpathSync(folder), platform)) : undefined;
}

/**
 * @param {string} folder
 * @param {Owner} owner
 */
export function lockedError(folder, owner) {
  const who = owner.pid ? `process ${owner.pid} (${owner.command})` : "a process that does not answer";
  return new ExpectedError(
    "locked",
    `The data folder ${folder} is in use by ${who}. Stop it, or set DATA_DIR to another folder.`,
  );
}

/**
 * @param {string} path real path of the folder
 * @param {NodeJS.Platform} platform
 */
function lockAddress(path, platform) {
  const name = `chainrule-${createHash("sha256").update(path).digest("hex").slice(0, 32)}`;
  if (platform === "linux") return `\0${name}`;
  return platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @param {string} address */
function isSocketFile(address) {
  return !address.startsWith("\0") && !address.startsWith("\\\\.\\pipe\\");
}

/**
 * @param {string} address
 * @returns {Promise<import("node:net").Server | undefined>} nothing when the name is taken
 */
function listen(address) {
  const owner = JSON.stringify({
    pid: process.pid,
    command: process.argv
      .slice(1, 3)
      .map((part) => basename(part))
      .join(" "),
  });
  const server = createServer((socket) => {
    socket.on("error", () => {}); // whoever asked may hang up
    socket.end(owner);
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once("error", (error) => (code(error) === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen({ path: address }, () => resolve(server));
  });
}

/**
 * @param {string} address
 * @returns {Promise<Owner | undefined>} nothing when nobody listens there
 */
function ask(address) {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect({ path: address });
    socket.setTimeout(patience, () => {
      resolve(silent);
      socket.destroy();
    });
    socket.on("data", (part) => (answer += part));
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(parse(answer)));
  });
}

/**
 * @param {string} answer
 * @returns {Owner | undefined}
 */
function parse(answer) {
  try {
    const { pid, command } = JSON.parse(answer);
    return typeof pid === "number" && typeof command === "string" ? { pid, command } : undefined;
  } catch {
    return undefined;
  }
}
