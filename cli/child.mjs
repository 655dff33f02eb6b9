// Child processes: on a leash, given the signals that we are given, and quiet unless they fail.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { watchNpm } from "./ancestors.mjs";
import { root } from "./settings.mjs";

const leash = new URL("leash.mjs", import.meta.url).href;

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/** @typedef {{ code: number, output: string }} Ended */

/**
 * Starts Node with a script of the project, or of a package.
 * @param {string[]} args the script and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @param {"pipe" | "inherit"} output
 */
export function spawnNode(args, env, output) {
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    cwd: root,
    env: { ...env, CHAINRULE_PARENT: String(process.pid) },
    stdio: ["ignore", output, output, "ipc"],
  });
  return keep(child);
}

/**
 * @template {import("node:child_process").ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
function keep(child) {
  children.add(child);
  child.once("close", () => children.delete(child));
  return child;
}

/**
 * Runs a script to its end and keeps what it prints, also in .chainrule/logs.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Ended>}
 */
export async function runQuietly(args, env = process.env) {
  return await quiet(spawnNode(args, env, "pipe"), basename(args[0] ?? "node"));
}

/**
 * The same for a command found on the path.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Ended>}
 */
export async function runCommandQuietly(command, args) {
  // On Windows npm is a batch file, which only a shell can start.
  const shell = process.platform === "win32";
  return await quiet(keep(spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell })), command);
}

/**
 * Runs a script to its end with our own output.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export async function runLoudly(args, env = process.env) {
  return await exitCode(spawnNode(args, env, "inherit"));
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} name
 * @returns {Promise<Ended>}
 */
async function quiet(child, name) {
  const printed = listen(child);
  const code = await exitCode(child).catch((error) => {
    printed.text += error.message;
    return 127;
  });
  mkdirSync(join(root, ".chainrule/logs"), { recursive: true });
  writeFileSync(join(root, ".chainrule/logs", `${name}.log`), printed.text);
  return { code, output: printed.text };
}

/**
 * Collects what a child prints.
 * @param {import("node:child_process").ChildProcess} child
 */
export function listen(child) {
  const printed = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ part) => {
      printed.text += part;
    });
  return printed;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} the exit code; 128 + n after signal n, as shells say it
 */
export function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? 128 + (signalNumbers.get(signal ?? "") ?? 0)));
  });
}

const signalNumbers = new Map([
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGKILL", 9],
  ["SIGTERM", 15],
]);

let ending = false;

/** Whether a signal is ending this program, and what fails fails because of it. */
export const isEnding = () => ending;

/** Hands the signals that end a program on to the children, waits for them, and ends with their exit code. */
export function forwardSignals() {
  watchNpm(() => process.kill(process.pid, "SIGTERM"));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, async () => {
      ending = true;
      const running = [...children];
      for (const child of running) child.kill(signal);
      const codes = await Promise.all(running.map(exitCode));
      process.exit(codes.at(-1) ?? 128 + (signalNumbers.get(signal) ?? 0));
    });
}
