/** How a section computes final grades, and which assignment belongs to which category. */
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/course/actor.ts";
import { record } from "#lib/course/section/audit.ts";
import { lockMembership, requireMembership } from "#lib/course/section/membership.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { type GradingForm, schemeFrom } from "./grading-form.ts";
import { categoryOf, type Scheme, schemeSchema } from "./scheme.ts";

export interface Grading {
  scheme: Scheme;
  /** Every assignment with the category it counts in, drafts among them. */
  assignments: { id: string; title: string; category: string }[];
}

/** @throws Refusal "not-found" */
export async function readGrading(actor: Actor, sectionId: string): Promise<Grading> {
  await requireMembership(db(), actor, sectionId, "see the gradebook");
  const { grading, assignments } = await db().section.findUniqueOrThrow({
    where: { id: sectionId },
    select: {
      grading: true,
      assignments: {
        where: { deletedAt: null },
        orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
        select: { id: true, title: true, category: true },
      },
    },
  });
  const scheme = schemeSchema.parse(grading);
  return { scheme, assignments: assignments.map((one) => ({ ...one, category: categoryOf(scheme, one.category) })) };
}

/**
 * Changes how final grades come about. Nothing is stored where a field is wrong.
 * @returns what is wrong with which field; undefined where nothing is
 */
export async function changeGrading(actor: Actor, form: GradingForm): Promise<Record<string, string> | undefined> {
  return await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, form.section, "change the grading");
    const { grading } = await tx.section.findUniqueOrThrow({ where: { id: by.id }, select: { grading: true } });
    const read = schemeFrom(form, schemeSchema.parse(grading), () => randomUUID().slice(0, 8));
    if ("errors" in read) return read.errors;
    await tx.section.update({ where: { id: by.id }, data: { grading: read.scheme } });
    await sortIn(tx, form, read.scheme);
    await record(tx, by, "grading changed", {});
    return undefined;
  });
}

/** Puts assignments into the categories that the form says. */
async function sortIn(tx: Tx, form: GradingForm, scheme: Scheme): Promise<void> {
  const own = await tx.assignment.findMany({
    where: { sectionId: form.section },
    select: { id: true, category: true },
  });
  for (const { id, category } of own) {
    const said = form[`category-${id}`];
    if (typeof said !== "string" || said === category) continue;
    await tx.assignment.update({ where: { id }, data: { category: categoryOf(scheme, said) } });
  }
}
