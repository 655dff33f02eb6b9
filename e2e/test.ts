/** The `test` of every end-to-end test: one server per worker, and no page may complain on its console. */
import { test as base } from "@playwright/test";
import { type Server, startServer } from "./server.ts";

export const test = base.extend<{ baseURL: string; complaints: string[] }, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.dispose();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  /** What pages wrote to the console as errors; the test fails unless the list is empty at its end. */
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await use(complaints);
      base.expect(complaints, "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
});
