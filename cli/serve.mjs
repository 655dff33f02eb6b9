// From whatever state the checkout is in to a served page: checks, installs, generates, builds, migrates, serves.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, next } from "./build.mjs";
import { exitCode, forwardSignals, isEnding, listen, spawnNode } from "./child.mjs";
import { ExpectedError, isExpected } from "./expected.mjs";
import { migrate } from "./migrations.mjs";
import { freePort, refuseWhatCannotWork } from "./refuse.mjs";
import { loadSecrets } from "./secrets.mjs";
import { loadEnvFiles, readSettings } from "./settings.mjs";
import { setUp, takeTurn } from "./setup.mjs";
import { stage } from "./stage.mjs";

/**
 * @param {string[]} args `--dev` for development; `--built` serves what is built already, for tests
 */
export async function main(args) {
  forwardSignals();
  try {
    process.exitCode = await serve(readArgs(args));
  } catch (error) {
    if (isEnding()) return; // the signal is the reason
    console.error(isExpected(error) || isBuildFailure(error) ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {string[]} args */
function readArgs(args) {
  try {
    return parseArgs({ args, options: { dev: { type: "boolean" }, built: { type: "boolean" } } }).values;
  } catch (error) {
    throw new ExpectedError(
      "usage",
      `usage: npm start, or npm run dev (${error instanceof Error ? error.message : error})`,
    );
  }
}

/**
 * @param {{ dev?: boolean | undefined, built?: boolean | undefined }} how
 * @returns {Promise<number>} the exit code of the server
 */
async function serve({ dev = false, built = false }) {
  loadEnvFiles(dev ? "development" : "production");
  const settings = readSettings(process.env);
  await refuseWhatCannotWork(settings);

  const turn = built ? undefined : await takeTurn();
  if (turn?.waited) await refuseWhatCannotWork(settings);
  const secrets = loadSecrets(settings.dataDir, process.env);
  if (!built) await setUp();
  if (!built && !dev) await build(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);

  const { host, dataDir } = settings;
  const port = settings.port || (await freePort(host));
  const { AUTH_SECRET, GUEST_SECRET } = secrets;
  const env = {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    AUTH_SECRET,
    NEXTAUTH_SECRET: AUTH_SECRET,
    GUEST_SECRET,
    AUTH_TRUST_HOST: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const isFirst = !settings.databaseUrl && !existsSync(join(dataDir, "database"));
  await migrate(settings, env);

  const command = [next, dev ? "dev" : "start", ...(host ? ["--hostname", host] : [])];
  const server = spawnNode(command, env, "pipe");
  const printed = listen(server);
  const ended = exitCode(server);
  const url = `http://${host ? (host.includes(":") ? `[${host}]` : host) : "localhost"}:${port}`;
  await stage("Starting", () => answers(url, server));
  if (server.exitCode !== null || server.signalCode !== null) {
    console.error(printed.text.trim() || "The server ended at once.");
    return (await ended) || 1;
  }
  await turn?.release();
  console.log(`\nChainrule is at ${url}`);
  if (isFirst)
    console.log(
      "To see what a section looks like, sign up, open Sections, and press “Make the demonstration” (or: npm run demo).",
    );
  server.stdout?.pipe(process.stdout);
  server.stderr?.pipe(process.stderr);
  return await ended;
}

/**
 * Waits until the server answers a request, or has ended.
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} server
 */
async function answers(url, server) {
  while (server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(`${url}/api/health`, { redirect: "manual", signal: AbortSignal.timeout(60_000) }).catch(
      () => undefined,
    );
    if (answer) return await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isBuildFailure(error) {
  return error instanceof Error && error.message.startsWith("The build failed");
}
