/** An empty page of the same Next and React, built and served in the same way: what any page of this framework weighs. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "#e2e/server.ts";

const files = {
  "package.json": `{ "name": "empty", "private": true, "type": "module" }`,
  // The modules are behind a link, outside of this folder.
  "next.config.mjs": `export default { turbopack: { root: "/" }, outputFileTracingRoot: "/" };`,
  "app/layout.jsx": `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  "app/page.jsx": `export default function Page() { return <p>Empty</p>; }`,
};

export interface EmptyApp {
  url: string;
  folder: string;
  dispose(): Promise<void>;
}

/** Builds it in a folder of its own, and serves it. Throws with what the build said where it fails. */
export async function startEmptyApp(): Promise<EmptyApp> {
  const folder = mkdtempSync(join(tmpdir(), "chainrule-empty-"));
  mkdirSync(join(folder, "app"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const next = join(folder, "node_modules/next/dist/bin/next");
  const port = await freePort();
  const options = {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  } as const;
  const built = spawnSync(process.execPath, [next, "build"], { ...options, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the empty page could not be built:\n${built.stdout}${built.stderr}`);
  const server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", String(port)], {
    ...options,
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(`the server of the empty page ended with ${server.exitCode}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url,
    folder,
    async dispose() {
      const ended = once(server, "exit");
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
