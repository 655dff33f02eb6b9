/** The `test` of end-to-end tests that look into the database: the app on a PostgreSQL server. */
import { expect } from "@playwright/test";
import { Client } from "pg";
import { z } from "zod";
import { type Cluster, startCluster } from "../test/db/cluster.ts";
import { startServer } from "./server.ts";
import { test as base } from "./test.ts";

export const test = base.extend<object, { cluster: Cluster; sql: Client }>({
  cluster: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const cluster = await startCluster();
      await use(cluster);
      await cluster.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  server: [
    async ({ cluster }, use) => {
      const server = await startServer({ DATABASE_URL: cluster.url });
      await use(server);
      await server.dispose();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  sql: [
    async ({ cluster, server }, use) => {
      expect(server.url).toContain("http");
      const client = new Client({ connectionString: cluster.url });
      await client.connect();
      await use(client);
      await client.end();
    },
    { scope: "worker" },
  ],
});

const row = z.object({
  id: z.string(),
  exercise_id: z.string(),
  version: z.int(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  seed: z.string().length(32),
  params: z.json(),
});

/** The variant that was drawn last, of one exercise and level or of all. */
export async function latestVariant(sql: Client, of?: { exercise: string; level: number }) {
  const { rows } = await sql.query(
    `SELECT id, exercise_id, version, level, seed, params FROM variants
     WHERE exercise_id = coalesce($1, exercise_id) AND level = coalesce($2, level)
     ORDER BY created_at DESC LIMIT 1`,
    [of?.exercise ?? null, of?.level ?? null],
  );
  return row.parse(rows[0]);
}
