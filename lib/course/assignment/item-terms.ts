/** What another tolerance or weight an item has than its exercise says: read, tried out, changed. */
import "server-only";
import type { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { levelSchema } from "#lib/course/level.ts";
import { notFound } from "#lib/course/refusal.ts";
import { db } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { type Reaches, reachesOf } from "#lib/grading/reach.ts";
import { faultsOfRules, type Rules, withRules } from "#lib/grading/with-rules.ts";
import { exerciseOf, type Part, readContent } from "./content.ts";
import { editContent } from "./content-edit.ts";
import { requireAssignment } from "./find.ts";
import {
  fieldsOf,
  type itemTermsSchema,
  type ReadTerms,
  type RuleKind,
  readItemTerms,
  takesTolerance,
} from "./item-terms-form.ts";
import { itemRulesSchema, itemWeightsSchema } from "./terms.ts";

/** One asked part of an item, with how it is judged there. */
export interface PartTerms {
  step: string;
  /** TeX. */
  label: string;
  words: string;
  /** The exercise’s own rule, in words. */
  own: string;
  /** The rule that holds, in words. */
  holds: string;
  /** Absent where it is compared exactly, or as a formula. */
  rule?: { kind: RuleKind; size: string };
  weight: number;
}

export interface ItemTermsView {
  title: string;
  level: Level;
  parts: PartTerms[];
  reaches: Warnings;
}

/** What the rules let through, with the parts in words. */
export type Warnings = Reaches & { words: Readonly<Record<string, string>> };

type Form = z.infer<typeof itemTermsSchema>;

/** The terms of an item for who teaches; undefined where there is no such item, or its code is gone. */
export async function itemTerms(actor: Actor, assignment: string, item: string): Promise<ItemTermsView | undefined> {
  await requireAssignment(db(), actor, assignment, "see drafts");
  const found = find(await readContent(db(), assignment), item);
  if (!found) return undefined;
  const { exercise, level } = found;
  const stored = itemRulesSchema.parse(found.row.rules);
  // A newer version of the exercise may have other steps; what does not fit it does not hold.
  const rules = faultsOfRules(exercise, stored).length > 0 ? {} : stored;
  const weights = itemWeightsSchema.parse(found.row.weights);
  const ruled = withRules(exercise, rules);
  const parts = exercise.asks[level].map((step): PartTerms => {
    const { label, words, spec } = stepOf(exercise, step);
    return {
      step,
      label,
      words,
      own: ruleInWords(spec),
      holds: ruleInWords(stepOf(ruled, step).spec),
      ...(takesTolerance(spec) && { rule: fieldsOf(Object.hasOwn(rules, step) ? rules[step] : undefined) }),
      weight: Object.hasOwn(weights, step) ? (weights[step] ?? 1) : 1,
    };
  });
  return { title: exercise.title, level, parts, reaches: warningsOf(exercise, level, rules) };
}

/** What the tolerances of a form would let through; nothing where they cannot be read. Writes nothing. */
export async function checkItemTerms(actor: Actor, form: Form): Promise<Warnings | undefined> {
  await requireAssignment(db(), actor, form.assignment, "see drafts");
  const found = find(await readContent(db(), form.assignment), form.item);
  if (!found) throw notFound();
  const read = readItemTerms(askedOf(found.exercise, found.level), form);
  return "errors" in read ? undefined : warningsOf(found.exercise, found.level, read.rules);
}

/**
 * Sets the tolerances and weights of an item of a draft.
 * @returns what is wrong, by field; empty where it was stored
 */
export async function changeItemTerms(actor: Actor, form: Form): Promise<Readonly<Record<string, string>>> {
  await requireAssignment(db(), actor, form.assignment, "change assignments");
  const read = readForm(await readContent(db(), form.assignment), form);
  if ("errors" in read) return read.errors;
  await editContent(actor, form.assignment, async (tx, content) => {
    const now = readForm(content, form);
    if ("errors" in now) return;
    const { rules, weights } = now;
    await tx.assignmentItem.update({ where: { id: form.item }, data: { rules, weights } });
  });
  return {};
}

function readForm(content: readonly Part[], form: Form): ReadTerms {
  const found = find(content, form.item);
  if (!found) throw notFound();
  return readItemTerms(askedOf(found.exercise, found.level), form);
}

function find(content: readonly Part[], item: string) {
  const row = content.flatMap(({ items }) => items).find(({ id }) => id === item);
  const exercise = row && exerciseOf(row);
  return row && exercise ? { row, exercise, level: levelSchema.parse(row.level) } : undefined;
}

const askedOf = (exercise: Exercise, level: Level) => exercise.asks[level].map((name) => stepOf(exercise, name));

function warningsOf(exercise: Exercise, level: Level, rules: Rules): Warnings {
  const words = Object.fromEntries(exercise.asks[level].map((step) => [step, stepOf(exercise, step).words]));
  const none = { samples: 0, mistakes: [], lost: [] };
  return { ...(Object.keys(rules).length === 0 ? none : reachesOf(exercise, level, rules)), words };
}
