// `npm run demo`: makes the demonstration section; `-- --remove` takes it away. Sets up what is missing, as a start does.
import { forwardSignals, runLoudly } from "./child.mjs";
import { isExpected } from "./expected.mjs";
import { lockedError, lockOwner } from "./lock.mjs";
import { migrate } from "./migrations.mjs";
import { loadEnvFiles, readSettings } from "./settings.mjs";
import { setUp, takeTurn } from "./setup.mjs";

forwardSignals();
try {
  loadEnvFiles("production");
  const settings = readSettings(process.env);
  const owner = settings.databaseUrl ? undefined : await lockOwner(settings.dataDir);
  if (owner) {
    const { message } = lockedError(settings.dataDir, owner);
    throw Object.assign(lockedError(settings.dataDir, owner), {
      message: `${message} While the app runs, make the demonstration there: the button is on /sections.`,
    });
  }
  const turn = await takeTurn();
  await setUp();
  await turn.release();
  const env = { ...process.env, DATA_DIR: settings.dataDir, LOG_LEVEL: "warn" };
  await migrate(settings, env);
  Object.assign(process.env, env);
  process.exitCode = await runLoudly(["cli/run.mjs", "cli/demo.ts", ...process.argv.slice(2)]);
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exitCode = 1;
}
