/** What an assignment is called, when it is open, and by which rules it is taken. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { instantOf } from "#lib/course/local-time.ts";
import { Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment } from "#lib/db/generated/client.ts";
import { type AssignmentConfig, assignmentConfigSchema } from "./config.ts";
import { lockAssignment } from "./find.ts";
import { reschedule } from "./reschedule.ts";
import { rollUp } from "./roll-up.ts";
import { type AssignmentForm, configOf } from "./settings-form.ts";

/**
 * Changes an assignment. Dates and most rules may change while students are at work: what that changes for them, ends and
 * marks, changes with it.
 * @throws Refusal "closed" where somebody else has changed it meanwhile, or what would change has been begun
 */
export async function changeAssignment(actor: Actor, form: AssignmentForm): Promise<void> {
  const id = form.assignment;
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, id, "change assignments");
    if (assignment.revision !== form.revision) throw changedMeanwhile();
    const config = configOf(form);
    await requireChangeable(tx, assignment, config);
    const data = {
      title: form.title,
      instructions: form.instructions,
      config,
      opensAt: instantOf(form.opens, by.timeZone),
      dueAt: instantOf(form.due, by.timeZone),
      lateUntil: instantOf(form.lateUntil, by.timeZone),
      password: form.entry === "" ? null : form.entry,
    };
    const fields = changedFields(assignment, data);
    if (fields.length === 0) return;
    await tx.assignment.update({ where: { id }, data: { ...data, revision: { increment: 1 } } });
    await reschedule(tx, id);
    await rollUp(tx, { assignmentId: id });
    await record(tx, by, "assignment changed", { title: form.title, fields });
  });
}

const changedMeanwhile = () =>
  new Refusal(
    "closed",
    "Somebody has changed this assignment since you opened the page, perhaps you in another tab. Copy what you typed, and reload.",
  );

/** What students have begun under cannot become something else. */
async function requireChangeable(tx: Tx, { id, config: stored }: Assignment, config: AssignmentConfig): Promise<void> {
  const before = assignmentConfigSchema.parse(stored);
  if (before.feedback === config.feedback && before.variants === config.variants) return;
  await tx.$executeRaw`SELECT id FROM assignments WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const begun = await tx.attempt.count({ where: { assignmentId: id, preview: false } });
  const { publishedAt } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { publishedAt: true } });
  if (before.variants !== config.variants && publishedAt)
    throw new Refusal(
      "closed",
      "Whether all get the same variants was settled when it was published. Make it a draft first.",
    );
  if (before.feedback !== config.feedback && begun > 0)
    throw new Refusal(
      "closed",
      "Students have begun, so when they are told stays as it is. You can release it at any time.",
    );
}

const fieldNames = [
  ["its title", "title"],
  ["its instructions", "instructions"],
  ["when it opens", "opensAt"],
  ["when it is due", "dueAt"],
  ["until when late answers are taken", "lateUntil"],
  ["its password", "password"],
  ["its rules", "config"],
] as const;

type Data = Pick<Assignment, (typeof fieldNames)[number][1]>;

const changedFields = (before: Data, after: Data): string[] =>
  fieldNames.flatMap(([name, field]) => (textOf(before[field]) === textOf(after[field]) ? [] : [name]));

/** Objects with their keys in the order of the config's schema: the database keeps another. */
function textOf(value: unknown): string {
  const config = assignmentConfigSchema.safeParse(value);
  return JSON.stringify(config.success ? config.data : (value ?? null));
}
