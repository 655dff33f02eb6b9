import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const prisma = fileURLToPath(new URL("../../prisma/", import.meta.url));
const require = createRequire(import.meta.url);

declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void } | undefined;
}

let loaded: Promise<void> | undefined;

/** Prisma's own schema engine as WebAssembly: it needs no binary to be downloaded. For tools and tests, not the app. */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<engine.SchemaEngine> {
  loaded ??= load();
  await loaded;
  const datamodels: [string, string][] = [["schema.prisma", schema()]];
  return await engine.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

async function load(): Promise<void> {
  const path = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: () => {} };
  const { instance } = await WebAssembly.instantiate(readFileSync(path), { "./schema_engine_bg.js": imports() });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function") throw new Error("the schema engine has no start function");
  start();
}

/** What the engine calls. It never clears the timer of its 10 s lock timeout, which must not keep a tool alive. */
function imports(): WebAssembly.ModuleImports {
  const functions: WebAssembly.ModuleImports = { ...engine };
  for (const name of Object.keys(functions))
    if (name.startsWith("__wbg_setTimeout"))
      functions[name] = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds >>> 0).unref();
  return functions;
}

/** The text of prisma/schema.prisma. */
export function schema(): string {
  return readFileSync(`${prisma}schema.prisma`, "utf8");
}

/** The migrations of prisma/migrations, in the form the engine takes them. */
export function migrations(): engine.MigrationList {
  const baseDir = `${prisma}migrations`;
  const names = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: readFileSync(`${baseDir}/migration_lock.toml`, "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readFileSync(`${baseDir}/${path}/migration.sql`, "utf8") },
        },
      })),
  };
}
