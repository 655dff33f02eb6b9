/** Hands exercises to as many processes as there are cores, the next one to whichever is free. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Verified } from "./verify-exercise.ts";

const run = fileURLToPath(new URL("../run.mjs", import.meta.url));
const isVerified = (message: unknown): message is Verified =>
  typeof message === "object" && message !== null && "faults" in message;

/**
 * @param report is told of each exercise as it is done
 * @throws Error where a process ends before its work is done
 */
export async function verifyAll(ids: readonly string[], seeds: number, report: (one: Verified) => void) {
  const waiting = [...ids];
  const count = Math.min(availableParallelism(), ids.length);
  await Promise.all(Array.from({ length: count }, () => work(waiting, seeds, report)));
}

function work(waiting: string[], seeds: number, report: (one: Verified) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(run, ["cli/verify/worker.ts"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    let current = "its start";
    worker.on("message", (message) => {
      if (isVerified(message)) report(message);
      const id = waiting.shift();
      if (id === undefined) return worker.disconnect();
      current = id;
      worker.send({ id, seeds });
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The worker ended with ${code} at ${current}.`));
    });
  });
}
