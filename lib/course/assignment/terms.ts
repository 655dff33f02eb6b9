import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { toleranceSchema } from "#lib/exercise/kinds.ts";
import type { JudgeOptions } from "#lib/grading/options.ts";
import type { Rules } from "#lib/grading/with-rules.ts";
import { assignmentConfigSchema } from "./config.ts";

export const itemRulesSchema = z.record(z.string(), toleranceSchema);
export const itemWeightsSchema = z.record(z.string(), z.number().min(0).max(1000));

/** How answers to an item of an assignment are judged, as its row and its assignment's say now. */
export interface ItemTerms {
  rules: Rules;
  options: JudgeOptions;
}

/** The terms of a stored item; null where the id is. Not for use inside a transaction. */
export async function termsOf(itemId: string | null): Promise<ItemTerms | null> {
  if (itemId === null) return null;
  const { rules, weights, part } = await db().assignmentItem.findUniqueOrThrow({
    where: { id: itemId },
    select: { rules: true, weights: true, part: { select: { assignment: { select: { config: true } } } } },
  });
  return termsFrom({ rules, weights, config: part.assignment.config });
}

/** The same from what the rows hold. */
function termsFrom({ rules, weights, config }: Record<"rules" | "weights" | "config", unknown>): ItemTerms {
  const { carried } = assignmentConfigSchema.parse(config);
  return {
    rules: itemRulesSchema.parse(rules),
    options: { practice: false, carriedCredit: carried, weights: itemWeightsSchema.parse(weights) },
  };
}
