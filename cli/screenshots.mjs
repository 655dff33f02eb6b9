// `npm run screenshots`: takes the pictures of the README from the built app, on a data folder of its own.
import { build } from "./build.mjs";
import { forwardSignals, runLoudly } from "./child.mjs";
import { isExpected } from "./expected.mjs";
import { setUp, takeTurn } from "./setup.mjs";

forwardSignals();
try {
  const turn = await takeTurn();
  await setUp();
  await build();
  await turn.release();
  const { installChromium } = await import("./chromium.mjs");
  await installChromium();
  process.exitCode = await runLoudly(["cli/run.mjs", "cli/take-screenshots.ts"]);
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exitCode = 1;
}
