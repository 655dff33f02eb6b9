/** The record of a section: who changed what, and when. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { type Membership, requireMembership } from "./membership.ts";
import { named, nameOf as nameOfRow } from "./named.ts";
import { roles } from "./roles.ts";

/** The enrollment of whom it was done to: no name outlives its owner here. */
const person = z.string();
const role = z.enum(roles);
const assignment = z.object({ title: z.string() });

/** A regrade with all that lib/course/regrade tells of it. */
const regrade = z.object({
  assignment: z.string(),
  /** Of the dry run that was applied. */
  hash: z.string(),
  /** What was changed, in words; empty where answers were judged again by the same terms. */
  says: z.array(z.string()),
  reason: z.string(),
  up: z.int(),
  down: z.int(),
  kept: z.int(),
  /** Whether answers that would have earned less kept what they had. */
  keep: z.boolean(),
});
export type Regraded = z.infer<typeof regrade>;
export const regradedSchema = assignment.extend({ changed: z.int(), regrade: regrade.optional() });

/** What is told about each kind of change. */
const details = {
  created: z.object({}),
  changed: z.object({ fields: z.array(z.string()) }),
  "code renewed": z.object({}),
  archived: z.object({}),
  "taken up again": z.object({}),
  "roster imported": z.object({ added: z.number(), changed: z.number() }),
  joined: z.object({ person }),
  left: z.object({ person }),
  removed: z.object({ person, role }),
  "role changed": z.object({ person, from: role, to: role }),
  "handed over": z.object({ person }),
  announced: z.object({ title: z.string() }),
  withdrew: z.object({ title: z.string() }),
  "assignment made": assignment,
  "assignment changed": assignment.extend({ fields: z.array(z.string()) }),
  "assignment removed": assignment,
  published: assignment,
  unpublished: assignment,
  accommodated: z.object({ title: z.string().nullable(), people: z.array(person) }),
  "accommodation ended": z.object({ title: z.string().nullable(), people: z.array(person) }),
  overrode: assignment.extend({
    person,
    item: z.int().nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  commented: assignment.extend({ person }),
  awarded: assignment.extend({ answers: z.int(), to: z.number() }),
  "marked broken": assignment.extend({ exercise: z.string(), policy: z.enum(["full", "dropped"]).nullable() }),
  regraded: regradedSchema,
  released: assignment,
  "grading changed": z.object({}),
  exported: z.object({ format: z.string() }),
} as const;

type What = keyof typeof details;

/** Writes down what a member has done, in the transaction that does it. */
export async function record<W extends What>(
  tx: Tx,
  by: Pick<Membership, "id" | "userId">,
  what: W,
  detail: z.infer<(typeof details)[W]>,
): Promise<void> {
  await tx.auditEntry.create({ data: { sectionId: by.id, byUserId: by.userId, what, detail } });
}

export interface AuditLine {
  id: string;
  /** In words, to stand after the name of who did it. */
  says: string;
  /** Null for who has deleted their account. */
  by: string | null;
  at: string;
}

const most = 200;

/** The latest changes of a section, newest first. */
export async function readAudit(actor: Actor, sectionId: string): Promise<AuditLine[]> {
  await requireMembership(db(), actor, sectionId, "see the record");
  const rows = await db().auditEntry.findMany({
    where: { sectionId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, what: true, detail: true, createdAt: true, byUser: { select: { name: true, email: true } } },
  });
  const names = await namesIn(sectionId);
  const nameOf = (enrollment: string) => names.get(enrollment) ?? "somebody who has deleted their account";
  return rows.map(({ id, what, detail, createdAt, byUser }) => ({
    id,
    says: inWords(what, detail, nameOf),
    by: byUser?.name ?? byUser?.email ?? null,
    at: createdAt.toISOString(),
  }));
}

async function namesIn(sectionId: string): Promise<Map<string, string>> {
  const rows = await db().enrollment.findMany({ where: { sectionId }, select: { id: true, ...named } });
  return new Map(rows.map((row) => [row.id, nameOfRow(row)]));
}

function inWords(what: string, detail: unknown, nameOf: (enrollment: string) => string): string {
  switch (what) {
    case "created":
      return "made the section";
    case "changed":
      return `changed ${details.changed.parse(detail).fields.join(", ")}`;
    case "code renewed":
      return "replaced the code to join";
    case "archived":
      return "archived the section";
    case "taken up again":
      return "took the section up again";
    case "roster imported": {
      const { added, changed } = details[what].parse(detail);
      return `imported a roster: ${added} added, ${changed} changed`;
    }
    case "joined":
      return "joined";
    case "left":
      return "left";
    case "removed":
      return `took ${nameOf(details.removed.parse(detail).person)} off the roster`;
    case "role changed": {
      const { person: who, from, to } = details[what].parse(detail);
      return `made ${nameOf(who)} ${article[to]} (was ${from})`;
    }
    case "handed over":
      return `handed the section over to ${nameOf(details[what].parse(detail).person)}`;
    case "announced":
      return `announced “${details[what].parse(detail).title}”`;
    case "withdrew":
      return `took back “${details[what].parse(detail).title}”`;
    default:
      return assignmentInWords(what, detail, nameOf);
  }
}

function assignmentInWords(what: string, detail: unknown, nameOf: (enrollment: string) => string): string {
  switch (what) {
    case "assignment made":
      return `made the assignment “${details[what].parse(detail).title}”`;
    case "assignment changed": {
      const { title, fields } = details[what].parse(detail);
      return `changed ${fields.join(", ")} of “${title}”`;
    }
    case "assignment removed":
      return `removed the assignment “${details[what].parse(detail).title}”`;
    case "published":
      return `published “${details[what].parse(detail).title}”`;
    case "unpublished":
      return `made “${details[what].parse(detail).title}” a draft again`;
    case "accommodated":
    case "accommodation ended": {
      const { title, people } = details[what].parse(detail);
      const where = title === null ? "all assignments" : `“${title}”`;
      return `${what === "accommodated" ? "set" : "ended"} an accommodation in ${where} for ${people.length > 6 ? `${people.length} students` : people.map(nameOf).join(", ")}`;
    }
    case "overrode": {
      const { title, person: who, item, from, to } = details[what].parse(detail);
      const place = item === null ? "the grade" : `item ${item}`;
      return `${to === null ? `took back the score they had set for ${place}` : `set ${place}`} of ${nameOf(who)} in “${title}”: ${percent(from)} before${to === null ? "" : `, ${percent(to)} now`}`;
    }
    case "commented": {
      const { title, person: who } = details[what].parse(detail);
      return `said something to ${nameOf(who)} about “${title}”`;
    }
    case "awarded": {
      const { title, answers, to } = details[what].parse(detail);
      return `gave ${percent(to)} to ${answers} ${answers === 1 ? "answer" : "answers"} in “${title}”`;
    }
    case "marked broken": {
      const { title, exercise, policy } = details[what].parse(detail);
      const now = { full: "full credit", dropped: "not counted" } as const;
      return `${policy === null ? "took back that" : "noted that"} ${exercise} in “${title}” is broken${policy === null ? "" : ` (${now[policy]})`}`;
    }
    case "regraded": {
      const { title, changed } = details[what].parse(detail);
      return `regraded “${title}”: ${changed} ${changed === 1 ? "answer" : "answers"} changed`;
    }
    case "released":
      return `released “${details[what].parse(detail).title}”`;
    case "grading changed":
      return "changed how final grades are computed";
    case "exported":
      return `exported the gradebook as ${details[what].parse(detail).format}`;
    default:
      return what;
  }
}

const percent = (score: number | null) => (score === null ? "no score" : `${Math.round(score * 1000) / 10} %`);

const article = { owner: "the owner", instructor: "an instructor", assistant: "an assistant", student: "a student" };
