/** How somebody gets into a section: by its code, which is in the link that teachers send. */
import "server-only";
import { type Actor, ownerOf } from "#lib/course/actor.ts";
import { lockOwner } from "#lib/course/owner-lock.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { addMember } from "./add-member.ts";
import { record } from "./audit.ts";
import { archivedSection } from "./membership.ts";
import { named, publicNameOf } from "./named.ts";

export interface Invitation {
  id: string;
  title: string;
  term: string;
  /** Who teaches it, by name. */
  teachers: readonly string[];
  /** Whether the actor is in it already. */
  joined: boolean;
  /** Whether nobody is let in just now. */
  closed: boolean;
}

/** What a code leads to; undefined where it leads nowhere. Whoever has the code may see this much. */
export async function readInvitation(actor: Actor, code: string): Promise<Invitation | undefined> {
  const section = await db().section.findUnique({
    where: { code },
    select: {
      id: true,
      title: true,
      term: true,
      admission: true,
      archivedAt: true,
      enrollments: { where: { role: { in: ["owner", "instructor"] }, leftAt: null }, select: named },
    },
  });
  if (!section) return undefined;
  const { enrollments, admission, archivedAt, ...shown } = section;
  const closed = admission === "closed" || archivedAt !== null;
  const userId = ownerOf(actor);
  const own = userId && (await db().enrollment.findFirst({ where: { sectionId: section.id, userId, leftAt: null } }));
  return { ...shown, teachers: enrollments.map(publicNameOf), joined: Boolean(own), closed };
}

/**
 * Takes the actor into the section of a code: into the place kept for their e-mail address where the roster has one,
 * else as a student. Who is in it already stays what they are.
 * @returns the section’s id
 * @throws Refusal "not-found" for a code that leads nowhere or somebody not signed in, "closed" where nobody is let in
 */
export async function joinSection(actor: Actor, code: string): Promise<string> {
  if (actor.kind !== "user") throw notFound();
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    await tx.$executeRaw`SELECT id FROM sections WHERE code = ${code} FOR NO KEY UPDATE`;
    const section = await tx.section.findUnique({ where: { code } });
    if (!section) throw noSuchCode();
    const { id, admission, archivedAt } = section;
    const own = await tx.enrollment.findFirst({
      where: { sectionId: id, userId },
      select: { id: true, leftAt: true, removed: true },
    });
    if (own && !own.leftAt) return id;
    const kept = await tx.enrollment.findFirst({
      where: { sectionId: id, email: actor.email, userId: null, leftAt: null },
      select: { id: true },
    });
    const place = own ?? kept;
    if (archivedAt) throw archivedSection();
    if (own?.removed) throw takenOff();
    if (admission === "closed") throw closedDoor();
    if (admission === "roster" && !place) throw notOnRoster(actor.email);
    const enrollment = place ? await take(tx, place.id, userId) : await addMember(tx, { id, userId }, "student");
    await record(tx, { id, userId }, "joined", { person: enrollment });
    return id;
  });
}

async function take(tx: Tx, id: string, userId: string): Promise<string> {
  await tx.$executeRaw`
    UPDATE enrollments SET user_id = ${userId}::uuid, joined_at = coalesce(joined_at, clock_timestamp()), left_at = NULL
    WHERE id = ${id}::uuid`;
  return id;
}

const noSuchCode = () =>
  new Refusal("not-found", "No section has this code. It may be mistyped, or replaced by a newer one.");

const takenOff = () =>
  new Refusal("closed", "You were taken off this section’s roster. Ask whoever teaches it to put you back on.");

const closedDoor = () =>
  new Refusal("closed", "This section takes nobody new just now. Ask whoever teaches it to open it again.");

const notOnRoster = (email: string) =>
  new Refusal(
    "closed",
    `Only people on the roster can join, and ${email} is not on it. Ask whoever teaches the section to add this address, or sign in with the one they have.`,
  );
