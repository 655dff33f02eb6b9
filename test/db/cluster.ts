import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A PostgreSQL server of this test's own. `url` names its maintenance database. */
export type Cluster = { url: string; stop: () => Promise<void> };

/** Starts a private PostgreSQL server on a free port and a temporary folder; installs PostgreSQL where it may. */
export async function startCluster(): Promise<Cluster> {
  const bin = findBinaries() ?? install();
  const folder = mkdtempSync(join(tmpdir(), "chainrule-pg-"));
  // PostgreSQL refuses to run as root.
  const as = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const options = { ...as, cwd: folder };
  execFileSync(
    join(bin, "initdb"),
    ["-D", folder, "-U", "chainrule", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  // Another time zone than UTC, so that a test notices when a session does not choose its own.
  const settings = ["listen_addresses=127.0.0.1", "fsync=off", "timezone=America/New_York", "max_connections=60"];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", folder, "-p", `${port}`, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
    { ...options, stdio: "ignore" },
  );
  const kill = () => server.kill("SIGQUIT");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = `postgres://chainrule@127.0.0.1:${port}/postgres`;
  await untilReady(url, () => server.exitCode !== null);
  return {
    url,
    stop: async () => {
      process.removeListener("exit", kill);
      kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a new empty database on a cluster, or a copy of another one that nobody is connected to. */
export async function freshDatabase(cluster: Cluster, template = "template0"): Promise<string> {
  const name = `test_${Math.random().toString(36).slice(2)}`;
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  return cluster.url.replace(/\/postgres$/, `/${name}`);
}

function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")));
}

function install(): string {
  const help = "The PostgreSQL tests need initdb and postgres: install PostgreSQL, or run them as root on Debian.";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(help);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update"], { env, stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"], { env, stdio: "ignore" });
  } catch (cause) {
    throw new Error(`${help} apt-get could not install it.`, { cause });
  }
  const bin = findBinaries();
  if (!bin) throw new Error(help);
  return bin;
}

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
}

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (hasEnded()) throw new Error("the private PostgreSQL server ended at once");
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("the private PostgreSQL server does not answer");
}
