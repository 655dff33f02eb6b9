/** What stops a start is said in one line, at once, and with an exit code: no stack, no minutes of building before it. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acquireLock } from "#cli/lock.mjs";
import { nodeProblem } from "#cli/node.mjs";
import { type Ran, root, run } from "./spawn.ts";

const folder = mkdtempSync(join(tmpdir(), "chainrule-refusals-"));
const dataDir = join(folder, "data");
const start = (env: Readonly<Record<string, string>>) =>
  run(["cli/start.mjs"], { DATA_DIR: dataDir, PORT: "0", ...env });

const expectOneLine = ({ code, stdout, stderr }: Ran, says: RegExp) => {
  expect(stderr).toMatch(says);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(code).toBe(1);
};

describe("npm start", () => {
  let taken: Server;
  let port = 0;

  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    port = address !== null && typeof address === "object" ? address.port : 0;
    writeFileSync(join(folder, "file"), "");
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("refuses a port that is in use", async () => {
    expect(port).toBeGreaterThan(0);
    expectOneLine(await start({ PORT: String(port) }), new RegExp(`^Port ${port} is in use`));
  });

  it.each(["http", "-1", "70000", "3000.5"])("refuses %s as a port", async (text) => {
    expectOneLine(await start({ PORT: text }), /^PORT must be a whole number/);
  });

  it.each(["mysql://localhost/x", "localhost:5432/x", "postgres://", "postgres:///x"])(
    "refuses %s as DATABASE_URL",
    async (url) => {
      expectOneLine(await start({ DATABASE_URL: url }), /^DATABASE_URL must look like postgres:/);
    },
  );

  it("refuses a database server that does not answer, without showing the password", async () => {
    const ran = await start({ DATABASE_URL: "postgres://ada:secret@127.0.0.1:1/chainrule" });
    expectOneLine(ran, /^The database server 127\.0\.0\.1:1\/chainrule cannot be used: .*ECONNREFUSED/);
    expect(ran.stderr).not.toContain("secret");
  });

  it("refuses a data folder that cannot be written", async () => {
    const ran = await start({ DATA_DIR: join(folder, "file", "data") });
    expectOneLine(ran, /^The data folder .*file\/data cannot be written \(ENOTDIR\)/);
  });

  it("refuses a second start on the same data folder, and names the owner", async () => {
    const lock = await acquireLock(dataDir);
    const ran = await start({});
    await lock.release();
    expectOneLine(ran, new RegExp(`^The data folder .* is in use by process ${process.pid} `));
  });

  it("refuses options that it does not know", async () => {
    expectOneLine(await run(["cli/start.mjs", "--prot=1"], { DATA_DIR: dataDir }), /^usage: npm start/);
  });

  it("says why an installation fails, when there is no network", async () => {
    const clone = join(folder, "clone");
    for (const name of ["cli", "package.json", "package-lock.json", ".npmrc"])
      cpSync(join(root, name), join(clone, name), { recursive: true });
    const env = {
      DATA_DIR: dataDir,
      PORT: "0",
      npm_config_registry: "http://127.0.0.1:1/",
      npm_config_cache: join(folder, "cache"),
    };
    const { code, stdout, stderr } = await run(["cli/start.mjs"], env, clone);
    expect(stdout).toMatch(/^Installing the dependencies/);
    expect(stderr).toMatch(/^Installing the dependencies failed \(.*ECONNREFUSED/);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe("the release of Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("is good enough: %s", (version) => {
    expect(nodeProblem(version)).toBe("");
  });

  it.each(["14.21.3", "18.20.4", "20.18.3", "20.9.0"])("is too old: %s", (version) => {
    expect(nodeProblem(version)).toContain(`this is Node ${version}.`);
  });

  const pretend = `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } })`;

  it.each(["start", "test"])("is checked before anything else by npm %s", async (command) => {
    const ran = await run(["--import", pretend, `cli/${command}.mjs`], { DATA_DIR: join(folder, "file", "data") });
    expectOneLine(ran, /^Chainrule needs Node 20\.19 or later; this is Node 18\.20\.4/);
  });
});
