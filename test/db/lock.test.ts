import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, lockOwner } from "#cli/lock.mjs";

const holder = fileURLToPath(new URL("./holder.mjs", import.meta.url));

// "darwin" takes the way of systems without abstract sockets: a socket file that stays when its owner is killed.
describe.each(["linux", "darwin"] as const)("the lock of a data folder, the %s way", (platform) => {
  let folder: string;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-lock-"));
  });
  afterEach(async () => {
    await kill();
    await (await acquireLock(folder, platform)).release(); // takes the socket file of a killed owner away
    rmSync(folder, { recursive: true, force: true });
  });

  const hold = async () => {
    child = spawn(process.execPath, [holder, folder, platform], { stdio: ["ignore", "pipe", "inherit"] });
    if (child.stdout) await once(child.stdout, "data");
    return child.pid;
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };

  it("refuses a second process, and tells it the owner's pid", async () => {
    const pid = await hold();
    expect(await lockOwner(folder, platform)).toMatchObject({ pid, command: expect.stringContaining("holder.mjs") });
    const refused = acquireLock(folder, platform);
    await expect(refused).rejects.toThrow(new RegExp(`^The data folder .* is in use by process ${pid} \\(holder.mjs`));
    await expect(acquireLock(folder, platform)).rejects.toMatchObject({ name: "ExpectedError", kind: "locked" });
  });

  it("is free after kill -9 of the owner", async () => {
    await hold();
    await kill();
    expect(await lockOwner(folder, platform)).toBeUndefined();
    const lock = await acquireLock(folder, platform);
    expect(await lockOwner(folder, platform)).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await lockOwner(folder, platform)).toBeUndefined();
  });

  it("is the same by whatever name the folder is reached", async () => {
    const pid = await hold();
    const link = `${folder}-link`;
    symlinkSync(folder, link);
    await expect(acquireLock(link, platform)).rejects.toThrow(`process ${pid}`);
    expect(await lockOwner(`${folder}/../${folder.split("/").at(-1)}`, platform)).toMatchObject({ pid });
    rmSync(link);
  });

  it("is another one for another folder", async () => {
    await hold();
    const lock = await acquireLock(join(folder, "other"), platform);
    await lock.release();
    expect(await lockOwner(join(folder, "missing"), platform)).toBeUndefined();
  });
});
