// Builds the app, when what it is made of has changed since the last build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./child.mjs";
import { root } from "./settings.mjs";
import { stage } from "./stage.mjs";

/** What `next build` reads: every file below the folders, and the files. */
export const sources = [
  "app",
  "components",
  "exercises",
  "lib",
  "public",
  // lib shares these three with the commands
  "cli/expected.mjs",
  "cli/folder.mjs",
  "cli/lock.mjs",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

export const next = join(root, "node_modules/next/dist/bin/next");

/**
 * A digest of names and contents of the sources.
 * @param {string} folder the project's
 */
export function digestOfSources(folder) {
  const hash = createHash("sha256");
  for (const source of sources) {
    if (!existsSync(join(folder, source))) continue;
    for (const file of filesOf(folder, source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(folder, path) {
  if (!statSync(join(folder, path)).isDirectory()) return [path];
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesOf(folder, `${path}/${name}`));
}

/**
 * The stamp of a build: what went into it.
 * @typedef {{ sources: string, node: string, key: string }} Stamp
 */

/**
 * Why a build has to be made anew, in words for the line of progress; undefined where it need not.
 * @param {Stamp | undefined} built
 * @param {Omit<Stamp, "key">} now
 * @param {string | undefined} key digest of the key that server actions must be encrypted with; undefined: any
 */
export function whyStale(built, now, key) {
  if (!built) return "first build";
  if (built.sources !== now.sources) return "the sources have changed";
  if (built.node !== now.node) return "Node has changed";
  if (key !== undefined && built.key !== key) return "the secrets have changed";
  return undefined;
}

/**
 * Builds the app if need be. Every process of a site must be built with the same key for server actions, and a build
 * for tests can do with any.
 * @param {string} [key] NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
 * @returns {Promise<boolean>} whether there was something to do
 * @throws {Error} with what the build said
 */
export async function build(key) {
  const stampFile = join(root, ".next/chainrule.json");
  const now = { sources: digestOfSources(root), node: process.version };
  const keyDigest = key && createHash("sha256").update(key).digest("hex");
  const why = whyStale(readStamp(stampFile), now, keyDigest);
  if (!why) return false;

  rmSync(stampFile, { force: true });
  // A build checks these too, also of pages that are gone.
  rmSync(join(root, ".next/dev/types"), { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  if (key) Object.assign(env, { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key });
  const { code, output } = await stage(`Building (${why})`, () => runQuietly([next, "build"], env));
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(stampFile, JSON.stringify({ ...now, key: keyDigest ?? "" }));
  return true;
}

/**
 * @param {string} file
 * @returns {Stamp | undefined}
 */
function readStamp(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
