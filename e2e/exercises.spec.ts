/** Every exercise solved in a browser, on a PostgreSQL server, whose rows tell the test what it was given. */
import { expect } from "@playwright/test";
import { Client } from "pg";
import { runnerImport } from "vite";
import { z } from "zod";
import { levels } from "../lib/exercise/exercise.ts";
import { type Cluster, startCluster } from "../test/db/cluster.ts";
import { startServer } from "./server.ts";
import { test as base } from "./test.ts";
import { answerForm, begin, check, checkButton, proseOf } from "./workspace.ts";

const { module } = await runnerImport<typeof import("./answers.ts")>("./e2e/answers.ts", { configFile: false });

const test = base.extend<object, { cluster: Cluster; sql: Client }>({
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

async function latestVariant(sql: Client, exercise: string, level: number) {
  const { rows } = await sql.query(
    "SELECT id, exercise_id, version, level, seed, params FROM variants WHERE exercise_id = $1 AND level = $2 ORDER BY created_at DESC LIMIT 1",
    [exercise, level],
  );
  return row.parse(rows[0]);
}

async function countSubmissions(sql: Client, variant: string): Promise<number> {
  const { rows } = await sql.query("SELECT count(*)::int AS n FROM submissions WHERE variant_id = $1", [variant]);
  return z.object({ n: z.int() }).parse(rows[0]).n;
}

/** Every exercise once, the levels taking turns; the bank test grades all of them at all levels. */
const cases = module.exerciseIds.map((exercise, i) => ({ exercise, level: levels[i % levels.length] ?? 1 }));

test.describe.configure({ mode: "parallel" });

for (const { exercise, level } of cases)
  test(`${exercise}, level ${level}: unreadable costs nothing, a malrule is named, right is right`, async ({
    page,
    sql,
  }) => {
    await begin(page, exercise, level);
    const variant = await latestVariant(sql, exercise, level);
    const { right, wrong, unreadable } = module.answersTo(exercise, variant.version, variant.level, variant.params);

    const html = await page.content();
    expect(html).not.toContain(variant.seed);
    expect(html).not.toContain(proseOf(wrong.says));

    if (unreadable) {
      await check(page, unreadable);
      await expect(page.getByRole("status").filter({ hasText: "no try was used" })).toBeVisible();
      expect(await countSubmissions(sql, variant.id)).toBe(0);
    }

    await check(page, wrong.typed);
    const part = page.locator(`[data-step="${wrong.step}"]`);
    await expect(part).toHaveAttribute("data-verdict", "wrong");
    await expect(part).toContainText(proseOf(wrong.says));
    expect(await countSubmissions(sql, variant.id)).toBe(1);
    await expect(page.getByRole("heading", { name: "Worked solution" })).toBeHidden();

    await check(page, right);
    await expect(page.getByRole("heading", { name: /^(All right|Right)\.$/ })).toBeFocused();
    await expect(page.getByRole("heading", { name: "Worked solution" })).toBeVisible();
    await expect(answerForm(page)).toBeHidden();
    expect(await countSubmissions(sql, variant.id)).toBe(2);

    await page.getByRole("button", { name: "Another one like this" }).click();
    await expect(checkButton(page)).toBeVisible();
    expect((await latestVariant(sql, exercise, level)).seed).not.toBe(variant.seed);
  });
