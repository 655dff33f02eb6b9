/** The built app on a data folder of its own and a free port, for tests that a browser makes. `npm test` builds it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockOwner } from "#cli/lock.mjs";

export interface Server {
  readonly url: string;
  readonly dataDir: string;
  /** Ends the server, gently or like a power cut, and starts it again on the same folder and port. */
  restart(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Ends it, and waits until it is gone. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Ends it and removes its folder. */
  dispose(): Promise<void>;
}

/** Starts a server. `env` adds to the environment, which otherwise has no DATABASE_URL and sends no mail. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), "chainrule-e2e-"));
  const port = await freePort();
  const start = () =>
    launch({ DATABASE_URL: "", SMTP_URL: "", ...env, DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1" });
  let child = await start();
  const stop = async (signal: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
    // Killed like this, the start command could only ask the server to go; the power cut must hit the server itself.
    const owner = signal === "SIGKILL" ? await lockOwner(dataDir) : undefined;
    if (owner && owner.pid > 0) process.kill(owner.pid, signal);
    await end(child, signal);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    stop,
    async restart(signal) {
      await stop(signal);
      child = await start();
    },
    async dispose() {
      await stop("SIGKILL");
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Resolves when the start command has printed the address; rejects with all it printed where it ends before. */
async function launch(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["cli/start.mjs", "--built"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    const read = (part: Buffer) => {
      printed += part.toString();
      if (/^Chainrule is at /m.test(printed)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  return child;
}

/** Its streams close only when the server behind the start command is gone too. */
async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.stdout?.closed) return;
  const closed = once(child, "close");
  child.kill(signal);
  await closed;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
