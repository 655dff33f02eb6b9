import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: { alias: { "server-only": path("./test/server-only.ts") } },
  // Nothing here looks at style, and what makes it is written for Next.
  css: { postcss: {} },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "threads",
    maxWorkers: 2,
    // Generous for the bank and the databases on a busy machine; nothing here is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
