// Installs the packages of package-lock.json, where they are not there yet.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runCommandQuietly, runQuietly } from "./child.mjs";
import { ExpectedError } from "./expected.mjs";
import { root } from "./settings.mjs";
import { stage } from "./stage.mjs";

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], link?: boolean }} Package */

// `npm ci` would fail where a registry does not hold the binaries of other platforms, since the lock then omits them.
const install = ["install", "--no-save", "--include=dev"];
const networkCodes =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/**
 * @returns {Promise<boolean>} whether there was something to do
 * @throws {ExpectedError} one line with the cause
 */
export async function installDependencies() {
  const locked = read(join(root, "package-lock.json"));
  const found = read(join(root, "node_modules/.package-lock.json"));
  if (!isStale(locked, found, process)) return false;
  await stage("Installing the dependencies", async () => {
    // Without a network npm would try each of hundreds of packages for minutes; what it has in its cache may do.
    const ping = await npm(["ping", "--fetch-retries=0"]);
    const isOffline = ping.code !== 0 && networkCodes.test(ping.output);
    const { code, output } = await npm([...install, isOffline ? "--offline" : "--prefer-offline"]);
    if (code !== 0) throw failed(causeOf(isOffline ? ping.output : output));
  });
  return true;
}

/** @param {string} cause */
function failed(cause) {
  const message = `Installing the dependencies failed (${cause}). Everything npm said is in .chainrule/logs.`;
  return new ExpectedError("environment", message);
}

/** @param {string[]} args */
function npm(args) {
  const script = process.env.npm_execpath;
  return script && /^npm/.test(basename(script)) && existsSync(script)
    ? runQuietly([script, ...args])
    : runCommandQuietly("npm", args);
}

/**
 * Whether what is installed differs from what is locked, or was installed for another kind of machine.
 * @param {Record<string, Package>} locked
 * @param {Record<string, Package>} found
 * @param {{ platform: string, arch: string }} machine
 */
export function isStale(locked, found, machine) {
  const wanted = Object.entries(locked).filter(([path, { optional, link }]) => path !== "" && !optional && !link);
  if (wanted.some(([path, { version }]) => found[path]?.version !== version)) return true;
  return Object.values(found).some(
    ({ os, cpu }) => (os && !os.includes(machine.platform)) || (cpu && !cpu.includes(machine.arch)),
  );
}

/**
 * What stopped npm, from its output.
 * @param {string} output
 */
export function causeOf(output) {
  const errors = [...output.matchAll(/^npm (?:error|ERR!) (.+)$/gm)].map((match) => match[1]?.trim() ?? "");
  const said = errors.filter((line) => !/^(code|errno|syscall|path) /.test(line));
  return said.find((line) => line.includes("reason:")) ?? said[0] ?? output.trim().split("\n").at(-1) ?? "";
}

/**
 * @param {string} file
 * @returns {Record<string, Package>} nothing where there is no such file
 */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}
