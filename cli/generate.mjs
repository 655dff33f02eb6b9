// Generates the Prisma client into lib/db/generated, if the schema or Prisma has changed since the last time.
// Offline: the command looks for a schema engine that it does not use here, and Node's own path satisfies it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(import.meta.url);

/**
 * @returns {boolean} whether there was something to do
 * @throws {Error} with what Prisma said
 */
export function generateClient() {
  const stamp = `${root}lib/db/generated/.stamp`;
  const manifest = require.resolve("prisma/package.json");
  const hash = createHash("sha256")
    .update(readFileSync(`${root}prisma/schema.prisma`))
    .update(JSON.parse(readFileSync(manifest, "utf8")).version)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [manifest.replace(/package\.json$/, "build/index.js"), "generate"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
  writeFileSync(stamp, hash);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(generateClient() ? "Generated the Prisma client." : "The Prisma client is up to date.");
