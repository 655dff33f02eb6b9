/** Every exercise solved in a browser, on a PostgreSQL server, whose rows tell the test what it was given. */
import { expect } from "@playwright/test";
import type { Client } from "pg";
import { runnerImport } from "vite";
import { z } from "zod";
import { levels } from "../lib/exercise/exercise.ts";
import { latestVariant, test } from "./sql.ts";
import { answerForm, begin, check, checkButton, proseOf } from "./workspace.ts";

const { module } = await runnerImport<typeof import("./answers.ts")>("./e2e/answers.ts", { configFile: false });

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
    const variant = await latestVariant(sql, { exercise, level });
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
    expect((await latestVariant(sql, { exercise, level })).seed).not.toBe(variant.seed);
  });
