/** A regrade worked out, and nothing of it stored: what is to be appended, and the dry run that a person looks at first. */
import "server-only";
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Actor } from "#lib/course/actor.ts";
import { assignmentConfigSchema } from "#lib/course/assignment/config.ts";
import { readContent } from "#lib/course/assignment/content.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { readFacts } from "#lib/course/assignment/roll-up.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";
import { graderVersion } from "#lib/grading/receipt.ts";
import type { Changed } from "#lib/grading/regrade.ts";
import { fingerprintOf, type GivenAnswer, readGiven, type Which } from "./answers.ts";
import { type PlannedChange, readChange } from "./change.ts";
import { type DryRun, dryRunOf, type JudgedItem } from "./dry-run.ts";
import { type ChangeForm, whole } from "./form.ts";
import { judgeAgain } from "./judge-again.ts";

export interface Plan {
  dry: DryRun;
  change: PlannedChange;
  which: Which;
  /** Of the assignment and its answers as they were read. */
  revision: number;
  fingerprint: string;
  /** What is to be appended. */
  changed: readonly { change: Changed; answer: GivenAnswer }[];
}

/**
 * Judges again, and stores nothing. Attempts that are over are handed in first.
 * @returns what is wrong, by field, where the change cannot be read
 * @throws Refusal "not-found", "invalid" for a draft
 */
export async function planRegrade(actor: Actor, form: ChangeForm): Promise<Plan | { errors: Record<string, string> }> {
  const { assignment, by } = await requireAssignment(db(), actor, form.assignment, "regrade work");
  if (!assignment.publishedAt)
    throw new Refusal("invalid", "A draft has no answers yet: change it where it is edited.");
  const config = assignmentConfigSchema.parse(assignment.config);
  const change = readChange({ config, parts: await readContent(db(), assignment.id) }, form);
  if (!change) throw notFound();
  if ("errors" in change) return { errors: { ...change.errors } };
  await settleAll(assignment.id);
  const which = { assignmentId: assignment.id, itemId: form.item === whole ? null : form.item };
  const given = await readGiven(db(), which);
  const judged = await judgeAll(given, change, form.keep);
  const { revision } = assignment;
  const fingerprint = fingerprintOf(given);
  const dry = dryRunOf({
    hash: hashOf({ form, change, revision, fingerprint }),
    itemId: which.itemId,
    change,
    given,
    judged,
    facts: await readFacts(db(), { assignmentId: assignment.id }),
    names: await namesIn(by.id),
  });
  const changed = judged.flatMap((one) => one.changed).filter((one) => !one.change.kept);
  return { dry, change, which, revision, fingerprint, changed };
}

/** Each call hands in some hundreds; one that never comes to an end is not waited for. */
async function settleAll(assignmentId: string): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds++) if ((await settleAssignments({ assignmentId })) === 0) return;
}

async function judgeAll(
  given: readonly GivenAnswer[],
  { items, carried }: PlannedChange,
  neverLower: boolean,
): Promise<JudgedItem[]> {
  const byId = new Map(given.map((answer) => [answer.id, answer]));
  const judged: JudgedItem[] = [];
  for (const item of items) {
    const answers = given.filter(({ itemId, overridden }) => itemId === item.row.id && !overridden);
    const { changed, ...rest } = judgeAgain(answers, item, { carried, neverLower });
    const known = changed.flatMap((change) => {
      const answer = byId.get(change.id);
      return answer ? [{ change, answer }] : [];
    });
    judged.push({ item, changed: known, ...rest });
    // A thousand answers take a second or so; between items others have their turn.
    await setImmediate();
  }
  return judged;
}

async function namesIn(sectionId: string): Promise<Map<string, string>> {
  const rows = await db().enrollment.findMany({ where: { sectionId }, select: { id: true, ...named } });
  return new Map(rows.map((row) => [row.id, nameOf(row)]));
}

interface Basis {
  form: ChangeForm;
  change: PlannedChange;
  revision: number;
  fingerprint: string;
}

/** The change itself with all that its consequences follow from. */
function hashOf({ form: { assignment, item, keep }, change, revision, fingerprint }: Basis): string {
  const { items, carried, points } = change;
  const terms = items.map(({ row, exercise: { version }, rules, weights }) => [row.id, version, rules, weights]);
  const basis = [assignment, item, keep, terms, carried, [...points], revision, graderVersion, fingerprint];
  return createHash("sha256").update(JSON.stringify(basis)).digest("hex");
}
