import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { db } from "#lib/db/client.ts";
import { requireMembership } from "./membership.ts";
import { named, nameOf, publicNameOf } from "./named.ts";
import { allows, type Role } from "./roles.ts";

export interface Member {
  /** Of the enrollment. */
  id: string;
  name: string;
  /** Of the roster, else of the account. */
  email: string | null;
  studentNumber: string | null;
  group: string | null;
  role: Role;
  /** Null while the place is kept for somebody who has not joined. */
  joinedAt: string | null;
  /** Whether it is the actor. */
  self: boolean;
}

/** Everybody in a section, and those who are waited for: who teaches first, then by name. */
export async function readRoster(actor: Actor, sectionId: string): Promise<Member[]> {
  const { enrollmentId } = await requireMembership(db(), actor, sectionId, "see the roster");
  const rows = await db().enrollment.findMany({
    where: { sectionId, leftAt: null },
    select: { id: true, role: true, studentNumber: true, group: true, joinedAt: true, ...named },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
  });
  const members = rows.map((row) => ({
    id: row.id,
    name: nameOf(row),
    email: row.email ?? row.user?.email ?? null,
    studentNumber: row.studentNumber,
    group: row.group,
    role: row.role,
    joinedAt: row.joinedAt?.toISOString() ?? null,
    self: row.id === enrollmentId,
  }));
  const rank = (role: Role) => (role === "student" ? 1 : 0);
  return members.sort(
    (a, b) => rank(a.role) - rank(b.role) || (rank(a.role) === 1 ? collator.compare(a.name, b.name) : 0),
  );
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

export interface People {
  teachers: readonly { id: string; name: string; role: string }[];
  /** Null for students: how many they are is no business of theirs. */
  students: { joined: number; waited: number } | null;
}

/** Who teaches a section, for everybody in it, and for those who teach how many students there are. */
export async function readPeople(actor: Actor, sectionId: string): Promise<People> {
  const { role } = await requireMembership(db(), actor, sectionId, "see who teaches");
  const rows = await db().enrollment.findMany({
    where: { sectionId, leftAt: null, userId: { not: null }, role: { not: "student" } },
    select: { id: true, role: true, ...named },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
  });
  const seesAddresses = allows(role, "see the roster");
  const called = seesAddresses ? nameOf : publicNameOf;
  const teachers = rows.map((row) => ({ id: row.id, name: called(row), role: row.role }));
  if (!seesAddresses) return { teachers, students: null };
  const students = { sectionId, leftAt: null, role: "student" } as const;
  const all = await db().enrollment.count({ where: students });
  const joined = await db().enrollment.count({ where: { ...students, userId: { not: null } } });
  return { teachers, students: { joined, waited: all - joined } };
}
