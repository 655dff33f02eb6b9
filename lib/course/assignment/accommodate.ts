/** Sets and ends what is different for some students, in one assignment or in all of a section. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { instantOf } from "#lib/course/local-time.ts";
import { notFound } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { lockMembership, type Membership } from "#lib/course/section/membership.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Accommodation, Assignment } from "#lib/db/generated/client.ts";
import { type AccommodationForm, tickedIn } from "./accommodation-form.ts";
import { lockAssignment } from "./find.ts";
import { reschedule } from "./reschedule.ts";
import { rollUp } from "./roll-up.ts";

/** What became of it: what is wrong with the form, else for how many students it holds now. */
export type Accommodated =
  | { errors: Readonly<Record<string, string>> }
  /** `stay`: sittings that would go on by it, but were told how they went. */
  | { people: number; stay: number };

type Difference = Pick<
  Accommodation,
  "timeFactor" | "extraDays" | "opensAt" | "dueAt" | "lateUntil" | "excused" | "note"
> & { excusedItems: string[] };

/**
 * Sets the same for some students, in place of what was set for them there before. Their sittings and marks follow at
 * once. Doing it again does nothing.
 */
export async function accommodate(actor: Actor, form: AccommodationForm): Promise<Accommodated> {
  return await transaction(async (tx) => {
    const { assignment, by } = await lockPlace(tx, actor, form);
    const difference = assignment ? ownOf(form, by.timeZone) : generalOf(form);
    const errors = assignment ? await faultsOf(tx, difference, assignment) : faultsOfGeneral(difference);
    const people = await chosen(tx, form);
    if (people.length === 0)
      errors[form.group === "" ? "people" : "group"] =
        form.group === "" ? "Tick at least one student, or choose a group." : "Nobody is in this group any more.";
    if (Object.keys(errors).length > 0) return { errors };
    const place = { sectionId: by.id, assignmentId: assignment?.id ?? null };
    const before = await tx.accommodation.findMany({ where: { ...place, enrollmentId: { in: people } } });
    const changed = people.filter((id) => {
      const row = before.find(({ enrollmentId }) => enrollmentId === id);
      return !row || textOf(row) !== textOf(difference);
    });
    if (changed.length === 0) return { people: people.length, stay: 0 };
    await tx.accommodation.deleteMany({ where: { ...place, enrollmentId: { in: changed } } });
    await tx.accommodation.createMany({
      data: changed.map((enrollmentId) => ({ ...place, enrollmentId, ...difference })),
    });
    const stay = await follow(tx, by, assignment, changed);
    await record(tx, by, "accommodated", { title: assignment?.title ?? null, people: changed });
    return { people: people.length, stay };
  });
}

/** Ends one. Doing it again does nothing. */
export async function endAccommodation(actor: Actor, { section, id }: { section: string; id: string }): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "accommodate students");
    const row = await tx.accommodation.findFirst({
      where: { id, sectionId: section },
      include: { assignment: true },
    });
    if (!row) return;
    await tx.accommodation.delete({ where: { id } });
    await follow(tx, by, row.assignment, [row.enrollmentId]);
    await record(tx, by, "accommodation ended", { title: row.assignment?.title ?? null, people: [row.enrollmentId] });
  });
}

export const endAccommodationSchema = z.object({ section: z.uuid(), id: z.uuid() });

async function lockPlace(
  tx: Tx,
  actor: Actor,
  { section, assignment: id }: AccommodationForm,
): Promise<{ assignment: Assignment | null; by: Membership }> {
  if (id === "") return { assignment: null, by: await lockMembership(tx, actor, section, "accommodate students") };
  const found = await lockAssignment(tx, actor, id, "accommodate students");
  if (found.by.id !== section) throw notFound();
  return found;
}

function generalOf({ moreTime: timeFactor, extraDays, note }: AccommodationForm): Difference {
  const none = { opensAt: null, dueAt: null, lateUntil: null, excused: false, excusedItems: [] };
  return { ...none, timeFactor, extraDays, note };
}

const ownOf = (form: AccommodationForm, timeZone: string): Difference => ({
  ...generalOf(form),
  opensAt: instantOf(form.opens, timeZone),
  dueAt: instantOf(form.due, timeZone),
  lateUntil: instantOf(form.lateUntil, timeZone),
  excused: form.excused,
  excusedItems: tickedIn(form, "item").sort(),
});

const faultsOfGeneral = ({ timeFactor, extraDays }: Difference): Record<string, string> =>
  timeFactor === null && extraDays === null ? { moreTime: "Say how much more time, or how many days." } : {};

const day = 86_400_000;

/** What cannot be meant; nobody is to be worse off than everybody. */
async function faultsOf(tx: Tx, difference: Difference, assignment: Assignment): Promise<Record<string, string>> {
  const { timeFactor, extraDays, opensAt, dueAt, lateUntil, excused, excusedItems } = difference;
  const { id, dueAt: everybodys, lateUntil: everybodysLate } = assignment;
  const isNothing = [timeFactor, extraDays, opensAt, dueAt, lateUntil].every((value) => value === null);
  if (isNothing && !excused && excusedItems.length === 0)
    return { moreTime: "Nothing is different yet: fill in at least one field." };
  const due = dueAt ?? (everybodys && new Date(everybodys.getTime() + (extraDays ?? 0) * day));
  const errors: Record<string, string> = {};
  if (extraDays !== null && !everybodys) errors.extraDays = "It has no due date that days could be added to.";
  if (dueAt && extraDays !== null) errors.due = "Give either days or a date, not both.";
  else if (dueAt && !everybodys) errors.due = "It has no due date, so this would leave them less time.";
  else if (dueAt && everybodys && dueAt < everybodys)
    errors.due = "This is before everybody’s due date, and would leave them less time.";
  if (opensAt && due && opensAt >= due) errors.opens = "This is not before it is due for them.";
  if (lateUntil && !due) errors.lateUntil = "It has no due date, so nothing is late.";
  else if (lateUntil && due && lateUntil < due) errors.lateUntil = "This is before it is due for them.";
  else if (lateUntil && everybodysLate && lateUntil < everybodysLate)
    errors.lateUntil = "This is before everybody’s, and would leave them less time.";
  const there = await tx.assignmentItem.count({ where: { id: { in: excusedItems }, part: { assignmentId: id } } });
  if (there < excusedItems.length) errors.excused = "One of these exercises is not there any more: reload the page.";
  return errors;
}

/** The places of students of the section, by the ticks or by the group. */
async function chosen(tx: Tx, form: AccommodationForm): Promise<string[]> {
  const rows = await tx.enrollment.findMany({
    where: {
      sectionId: form.section,
      role: "student",
      leftAt: null,
      ...(form.group === "" ? { id: { in: tickedIn(form, "student") } } : { group: form.group }),
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** Brings the sittings and marks of these students in line; of all published assignments where it is for all. */
async function follow(tx: Tx, by: Membership, only: Assignment | null, enrollmentIds: string[]): Promise<number> {
  const assignments = only
    ? [only]
    : await tx.assignment.findMany({
        where: { sectionId: by.id, publishedAt: { not: null }, deletedAt: null },
        orderBy: { id: "asc" },
      });
  const stay: string[] = [];
  for (const { id: assignmentId } of assignments) {
    stay.push(...(await reschedule(tx, assignmentId)));
    await rollUp(tx, { assignmentId, enrollmentIds });
  }
  if (stay.length === 0) return 0;
  return await tx.attempt.count({
    where: { id: { in: stay }, preview: false, user: { enrollments: { some: { id: { in: enrollmentIds } } } } },
  });
}

/** What of a row counts, in one text. */
const textOf = (row: Difference | Accommodation): string =>
  JSON.stringify([
    row.timeFactor,
    row.extraDays,
    row.opensAt,
    row.dueAt,
    row.lateUntil,
    row.excused,
    row.excusedItems,
    row.note,
  ]);
