// `node cli/run.mjs cli/tool.ts args…` runs a TypeScript tool, which sees its own arguments from process.argv[2] on.
// Vite runs it, since exercises are found by its glob and server-only modules need a stub.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { isExpected } from "./expected.mjs";

const [tool] = process.argv.splice(2, 1);
const stub = fileURLToPath(new URL("../test/server-only.ts", import.meta.url));

try {
  if (!tool) throw new Error("usage: node cli/run.mjs cli/tool.ts [arguments]");
  await runnerImport(fileURLToPath(new URL(`../${tool}`, import.meta.url)), {
    configFile: false,
    resolve: { alias: { "server-only": stub } },
  });
} catch (error) {
  console.error(isExpected(error) ? error.message : error);
  process.exitCode = 1;
}
