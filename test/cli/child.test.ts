/** No child of a command stays behind, however its parent ends, and the parent ends with the child's exit code. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { root } from "./spawn.ts";

/** A command that starts one child, which says its pid and then waits. */
const child =
  "data:text/javascript,process.on('SIGTERM',()=>process.exit(7));setInterval(()=>{},1000);console.log(process.pid)";
const parent = `
  import { exitCode, forwardSignals, spawnNode } from "./cli/child.mjs";
  forwardSignals();
  process.exitCode = await exitCode(spawnNode(["--input-type=module", "--eval", \`import "${child}"\`], process.env, "inherit"));
`;

async function startPair() {
  const process_ = spawn(process.execPath, ["--input-type=module", "--eval", parent], { cwd: root, stdio: "pipe" });
  const [said] = await once(process_.stdout, "data");
  return { parent: process_, pid: Number(String(said)) };
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("a child process", () => {
  it("gets the signals of its parent, which ends with its exit code", async () => {
    const pair = await startPair();
    expect(isAlive(pair.pid)).toBe(true);
    pair.parent.kill("SIGTERM");
    expect(await once(pair.parent, "exit")).toEqual([7, null]);
    expect(isAlive(pair.pid)).toBe(false);
  });

  it("does not outlive a parent that is killed", async () => {
    const pair = await startPair();
    pair.parent.kill("SIGKILL");
    // Its end closes the pipe that it shares with its parent.
    await once(pair.parent, "close");
    await expect.poll(() => pair.parent.stdout.closed, { timeout: 10_000 }).toBe(true);
    expect(pair.parent.signalCode).toBe("SIGKILL");
  });

  it.runIf(process.platform === "linux").each(["SIGTERM", "SIGKILL"] as const)(
    "does not outlive an npm that gets %s",
    async (signal) => {
      // npm runs a script through a shell, which passes nothing on.
      const script = `node --input-type=module --eval '${parent.replaceAll("'", "'\\''")}' ; true`;
      const fakeNpm = `require("node:child_process").spawn("sh", ["-c", ${JSON.stringify(script)}], { stdio: "inherit" });`;
      const npm = spawn(process.execPath, ["--eval", fakeNpm], {
        cwd: root,
        stdio: "pipe",
        env: { ...process.env, npm_lifecycle_event: "start" },
      });
      const [said] = await once(npm.stdout, "data");
      npm.kill(signal);
      // All of them share the pipe, so that it closes with the last one.
      await once(npm, "close");
      expect(isAlive(Number(String(said)))).toBe(false);
    },
  );
});
