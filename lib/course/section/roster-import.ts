/** Puts a roster into a section: first a preview that writes nothing, then the same again with the writing. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { Refusal } from "#lib/course/refusal.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { record } from "./audit.ts";
import { lockMembership, requireMembership } from "./membership.ts";
import { roles } from "./roles.ts";
import { type RosterFault, type RosterLine, type RosterReading, readRosterText } from "./roster-csv.ts";

export const rosterFormSchema = z.object({
  section: z.uuid(),
  text: z.string({ error: "Paste a roster, or choose a file." }).max(1_000_000, "This is more than a megabyte."),
});

/** What an import would do with a row. */
export interface RosterStep extends RosterLine {
  row: number;
  does: "adds" | "changes" | "brings back" | "keeps";
}

export interface RosterPreview {
  steps: readonly RosterStep[];
  faults: readonly RosterFault[];
  columns: RosterReading["columns"];
}

/** What importing this text would do; writes nothing. */
export async function previewRoster(actor: Actor, sectionId: string, text: string): Promise<RosterPreview> {
  await requireMembership(db(), actor, sectionId, "change the roster");
  const { lines, faults, columns } = readRosterText(text);
  const known = await membersOf(db(), sectionId);
  return { steps: lines.map((line) => ({ ...line, does: effectOf(line, known.get(line.email)) })), faults, columns };
}

/**
 * Imports a roster: who is new gets a place, of who is there what the roster says is taken over, and nobody goes. Rows
 * with a fault are left out. Doing it again changes nothing.
 * @returns how many were added (or brought back) and changed
 */
export async function importRoster(
  actor: Actor,
  sectionId: string,
  text: string,
): Promise<{ added: number; changed: number }> {
  const { lines, faults } = readRosterText(text);
  if (lines.length === 0) throw new Refusal("invalid", faults[0]?.says ?? "There is nobody in it.");
  return await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, sectionId, "change the roster");
    const known = await membersOf(tx, sectionId);
    const count = { added: 0, changed: 0 };
    const newcomers: RosterLine[] = [];
    const changed: Change[] = [];
    for (const line of lines) {
      const member = known.get(line.email);
      const effect = effectOf(line, member);
      if (effect === "adds" || effect === "brings back") count.added++;
      if (effect === "changes") count.changed++;
      if (!member) newcomers.push(line);
      else if (effect !== "keeps") changed.push({ id: member.id, ...merged(line, member) });
    }
    await add(tx, sectionId, newcomers);
    await change(tx, changed);
    if (count.added + count.changed > 0) await record(tx, by, "roster imported", count);
    return count;
  });
}

async function add(tx: Tx, sectionId: string, lines: readonly RosterLine[]): Promise<void> {
  await tx.enrollment.createMany({
    data: lines.map(({ email, name, studentNumber, group }) => ({
      sectionId,
      role: "student" as const,
      email,
      name,
      studentNumber,
      group,
    })),
  });
}

const memberSchema = z.object({
  id: z.string(),
  address: z.string(),
  role: z.enum(roles),
  email: z.string().nullable(),
  name: z.string().nullable(),
  studentNumber: z.string().nullable(),
  group: z.string().nullable(),
  gone: z.boolean(),
});
type KnownMember = z.infer<typeof memberSchema>;

/** Everybody who is or was in the section, by the address of the roster or, where it has none, of the account. */
async function membersOf(client: Pick<Tx, "$queryRaw">, sectionId: string): Promise<Map<string, KnownMember>> {
  const rows = await client.$queryRaw`
    SELECT e.id::text, coalesce(e.email, u.email) AS address, e.role::text, e.email, e.name,
           e.student_number AS "studentNumber", e.group_name AS "group", e.left_at IS NOT NULL AS gone
    FROM enrollments e LEFT JOIN users u ON u.id = e.user_id
    WHERE e.section_id = ${sectionId}::uuid AND coalesce(e.email, u.email) IS NOT NULL`;
  return new Map(
    z
      .array(memberSchema)
      .parse(rows)
      .map((row) => [row.address, row]),
  );
}

function effectOf(line: RosterLine, member: KnownMember | undefined): RosterStep["does"] {
  if (!member) return "adds";
  if (member.gone) return "brings back";
  const after = merged(line, member);
  return fields.every((field) => after[field] === member[field]) ? "keeps" : "changes";
}

const fields = ["email", "name", "studentNumber", "group"] as const;

/** What the roster says; where it says nothing, what is known stays. */
const merged = (line: RosterLine, known: Pick<KnownMember, "name" | "studentNumber" | "group">) => ({
  email: line.email,
  name: line.name ?? known.name,
  studentNumber: line.studentNumber ?? known.studentNumber,
  group: line.group ?? known.group,
});

type Change = { id: string } & ReturnType<typeof merged>;

/** All in one statement: a roster may have thousands of rows. */
async function change(tx: Tx, rows: readonly Change[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrollments e
    SET email = r.email, name = r.name, student_number = r."studentNumber", group_name = r."group",
        left_at = NULL, removed = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, email text, name text, "studentNumber" text, "group" text)
    WHERE e.id = r.id`;
}
