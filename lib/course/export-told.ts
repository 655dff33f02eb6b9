/** What may be told about many variants at once: for whoever takes their data along. */
import "server-only";
import { db } from "#lib/db/client.ts";
import { readRuled } from "./attempt-over.ts";
import { type Rules, rulesOf, showsSolution } from "./rules.ts";
import { countReveals } from "./standing.ts";

export interface Told {
  /** Whether verdicts may be told. */
  tells: boolean;
  /** Whether the solution may be seen, and so the reference and the interval. */
  reveals: boolean;
}

interface ToldRow {
  id: string;
  state: "open" | "done" | "broken";
  attemptId: string | null;
  reveals: readonly { kind: "hint" | "solution" }[];
}

/** By variant, what its owner may know now. */
export async function toldOf(rows: readonly ToldRow[]): Promise<ReadonlyMap<string, Told>> {
  const right = await rightOnes(rows.map(({ id }) => id));
  const rules = await rulesByAttempt(rows.map(({ attemptId }) => attemptId));
  return new Map(
    rows.map(({ id, state, attemptId, reveals }) => {
      const known = rules.get(attemptId) ?? rulesOf(null);
      const { solutionShown } = countReveals(reveals);
      const shows = state !== "broken" && showsSolution(known, { state, right: right.has(id), solutionShown });
      return [id, { tells: known.tells, reveals: shows }] as const;
    }),
  );
}

/** Those of some variants that were answered right. */
async function rightOnes(variantIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await db().submission.findMany({
    where: { variantId: { in: [...variantIds] }, receipts: { some: { verdict: "right" } } },
    distinct: ["variantId"],
    select: { variantId: true },
  });
  return new Set(found.map(({ variantId }) => variantId));
}

async function rulesByAttempt(attemptIds: readonly (string | null)[]): Promise<ReadonlyMap<string | null, Rules>> {
  const rules = new Map<string | null, Rules>();
  for (const id of new Set(attemptIds)) rules.set(id, rulesOf(await readRuled(db(), id)));
  return rules;
}
