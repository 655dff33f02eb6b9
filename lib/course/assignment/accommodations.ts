/** What is different for students, for who teaches: in one assignment, or in all of a section. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { levelSchema } from "#lib/course/level.ts";
import { localOf } from "#lib/course/local-time.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";
import type { Accommodation } from "#lib/db/generated/client.ts";
import { assignmentConfigSchema } from "./config.ts";
import { exerciseOf, readContent } from "./content.ts";
import type { Said } from "./different.ts";
import { requireAssignment } from "./find.ts";
import { isoOf } from "./list.ts";
import { type Dates, datesFor, minutesFor } from "./schedule.ts";

/** What was set for one student. */
export interface SaidView {
  id: string;
  /** Percent more than everybody has. */
  moreTime: number | null;
  extraDays: number | null;
  /** ISO 8601. */
  opensAt: string | null;
  dueAt: string | null;
  lateUntil: string | null;
  /** The same as a form takes them, in the zone of the section. */
  local: { opens: string; due: string; lateUntil: string };
  excused: boolean;
  excusedItems: string[];
  note: string;
}

export interface AccommodatedStudent {
  enrollmentId: string;
  name: string;
  group: string | null;
  own: SaidView | null;
  general: SaidView | null;
}

/** With what comes of it. */
export interface AccommodatedLine extends AccommodatedStudent {
  opensAt: string | null;
  dueAt: string | null;
  lateUntil: string | null;
  minutes: number | null;
}

export interface AssignmentAccommodations {
  /** By name. */
  students: AccommodatedLine[];
  items: { id: string; title: string; level: number }[];
  /** The time limit of everybody. */
  minutes: number | null;
  hasDue: boolean;
  /** Whether one later date delays when all are told. */
  delays: boolean;
}

/** Of every student in the section, for one assignment. */
export async function readAccommodations(actor: Actor, id: string): Promise<AssignmentAccommodations> {
  const { assignment, by } = await requireAssignment(db(), actor, id, "see everybody's work");
  const [students, parts] = await Promise.all([readStudents(by.id, by.timeZone, id), readContent(db(), id)]);
  const config = assignmentConfigSchema.parse(assignment.config);
  const everybody = millisOf(assignment);
  return {
    students: students.map(({ rows, ...student }) => ({
      ...student,
      ...isoOf(datesFor(everybody, rows.own, rows.general)),
      minutes: minutesFor(config.minutes, rows.own, rows.general),
    })),
    items: parts.flatMap(({ items }) =>
      items.map((item) => ({
        id: item.id,
        title: exerciseOf(item)?.title ?? item.exerciseId,
        level: levelSchema.parse(item.level),
      })),
    ),
    minutes: config.minutes,
    hasDue: assignment.dueAt !== null,
    delays: config.variants === "same" && config.feedback === "after due",
  };
}

/** Of every student in the section, for all its assignments; `own` is null throughout. */
export async function readGeneralAccommodations(actor: Actor, sectionId: string): Promise<AccommodatedStudent[]> {
  const by = await requireMembership(db(), actor, sectionId, "see everybody's work");
  const students = await readStudents(sectionId, by.timeZone, null);
  return students.map(({ rows: _, ...student }) => student);
}

type Rows = { own: Said | null; general: Said | null };

async function readStudents(
  sectionId: string,
  timeZone: string,
  assignmentId: string | null,
): Promise<(AccommodatedStudent & { rows: Rows })[]> {
  const found = await db().enrollment.findMany({
    where: { sectionId, role: "student", leftAt: null },
    select: {
      id: true,
      group: true,
      ...named,
      accommodations: { where: { OR: [{ assignmentId: null }, ...(assignmentId ? [{ assignmentId }] : [])] } },
    },
  });
  const collator = new Intl.Collator("en");
  return found
    .map(({ id: enrollmentId, group, accommodations, ...row }) => {
      const own = accommodations.find((one) => one.assignmentId !== null);
      const general = accommodations.find((one) => one.assignmentId === null);
      return {
        enrollmentId,
        name: nameOf(row),
        group,
        own: own ? viewOf(own, timeZone) : null,
        general: general ? viewOf(general, timeZone) : null,
        rows: { own: own ? saidOf(own) : null, general: general ? saidOf(general) : null },
      };
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

const millisOf = ({ opensAt, dueAt, lateUntil }: Pick<Accommodation, keyof Dates>): Dates => ({
  opensAt: opensAt?.getTime() ?? null,
  dueAt: dueAt?.getTime() ?? null,
  lateUntil: lateUntil?.getTime() ?? null,
});

const itemsOf = (row: Accommodation): string[] => z.array(z.string()).parse(row.excusedItems);

const saidOf = (row: Accommodation): Said => ({
  ...millisOf(row),
  timeFactor: row.timeFactor,
  extraDays: row.extraDays,
  excused: row.excused,
  excusedItems: itemsOf(row),
});

function viewOf(row: Accommodation, timeZone: string): SaidView {
  const { id, timeFactor, extraDays, opensAt, dueAt, lateUntil, excused, note } = row;
  const local = (date: Date | null) => (date ? localOf(date, timeZone) : "");
  return {
    id,
    moreTime: timeFactor === null ? null : Math.round((timeFactor - 1) * 1e4) / 100,
    extraDays,
    ...isoOf(millisOf(row)),
    local: { opens: local(opensAt), due: local(dueAt), lateUntil: local(lateUntil) },
    excused,
    excusedItems: itemsOf(row),
    note,
  };
}
