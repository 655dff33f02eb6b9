// The set-up that every command needs: packages, and the Prisma client. One at a time in one checkout.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { installDependencies } from "./dependencies.mjs";
import { isExpected } from "./expected.mjs";
import { generateClient } from "./generate.mjs";
import { acquireLock } from "./lock.mjs";
import { root } from "./settings.mjs";
import { stage } from "./stage.mjs";

/** Installs and generates what is missing or stale. */
export async function setUp() {
  await installDependencies();
  // It returns at once where there is nothing to do, and tells so; a line of progress is for the other case only.
  if (generateClient()) console.log("Generated the database client.");
}

/**
 * Waits for its turn to set up in this checkout.
 * @returns {Promise<{ waited: boolean, release: () => Promise<void> }>}
 */
export async function takeTurn() {
  const folder = join(root, ".chainrule");
  const take = () =>
    acquireLock(folder).catch((error) =>
      isExpected(error) && error.kind === "locked" ? undefined : Promise.reject(error),
    );
  const lock = await take();
  if (lock) return { waited: false, release: lock.release };
  return await stage("Waiting for another start in this folder", async () => {
    for (;;) {
      await sleep(500);
      const lock = await take();
      if (lock) return { waited: true, release: lock.release };
    }
  });
}
