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
  /** The version of the exercise by which it is judged, whichever a variant was drawn from; null in a draft. */
  version: number | null;
}

/** The terms of a stored item; null where the id is. Not for use inside a transaction. */
export async function termsOf(itemId: string | null): Promise<ItemTerms | null> {
  if (itemId === null) return null;
  const { rules, weights, version, part } = await db().assignmentItem.findUniqueOrThrow({
    where: { id: itemId },
    select: {
      rules: true,
      weights: true,
      version: true,
      part: { select: { assignment: { select: { config: true } } } },
    },
  });
  return termsFrom({ rules, weights, version, config: part.assignment.config });
}

type StoredTerms = Record<"rules" | "weights" | "config", unknown> & { version: number | null };

/** The same from what the rows hold. */
function termsFrom({ rules, weights, config, version }: StoredTerms): ItemTerms {
  const { carried } = assignmentConfigSchema.parse(config);
  return {
    version,
    rules: itemRulesSchema.parse(rules),
    options: { practice: false, carriedCredit: carried, weights: itemWeightsSchema.parse(weights) },
  };
}
