/**
 * The demonstration: a section with forty simulated students, so that who looks the place over finds every page filled.
 * It is made step by step, each in a transaction of its own; what was begun and not finished is made anew.
 */
import "server-only";
import { v4 as newUuid, v5 as uuidv5 } from "uuid";
import type { Actor } from "#lib/course/actor.ts";
import { clock } from "#lib/course/clock.ts";
import { lockOwner } from "#lib/course/owner-lock.ts";
import { notFound } from "#lib/course/refusal.ts";
import { addMember } from "#lib/course/section/add-member.ts";
import { record } from "#lib/course/section/audit.ts";
import { newSectionCode } from "#lib/course/section/code.ts";
import { db, transaction } from "#lib/db/client.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { decorate } from "./decorate.ts";
import { type Given, giveAssignment } from "./give.ts";
import { type DemoStudent, demoStudents, type Enrolled } from "./people.ts";
import { plan } from "./plan.ts";
import { removeDemoRows } from "./remove.ts";
import { sitAssignment } from "./sit-assignment.ts";

type User = Extract<Actor, { kind: "user" }>;

const demoTitle = "Demonstration: machine learning 1";

/** Of whoever makes it: one for each. */
export const demoIdOf = (userId: string): string => uuidv5("the demonstration", userId);

interface Options {
  /** The same seed and the same moment give the same work. */
  seed?: string;
  /** Told what is being made. */
  onStep?: (says: string) => void;
}

const day = 86_400_000;
/** As long as another process may be at it. */
const patience = 120_000;

/**
 * Makes the demonstration of somebody, unless it is there.
 * @returns the id of its section
 * @throws Refusal "not-found" for whoever is not signed in
 */
export async function makeDemo(actor: Actor, { seed = "chainrule", onStep = () => {} }: Options = {}): Promise<string> {
  if (actor.kind !== "user") throw notFound();
  const now = (await clock(db())).getTime();
  const id = demoIdOf(actor.id);
  if (!(await begin(actor, id, now))) return id;
  const rng = createRng(seed);
  onStep("40 students");
  const students = await enrol(id, demoStudents(rng), now - 30 * day);
  const given: Given[] = [];
  for (const planned of plan) {
    onStep(planned.title);
    const one = await giveAssignment(actor, id, planned, now, rng);
    await sitAssignment(one, students, now, rng);
    given.push(one);
  }
  onStep("what a teacher does");
  await decorate(actor, id, students, given, rng);
  return id;
}

/** The section itself. False where it is there already, whole or being made by somebody else just now. */
async function begin(actor: User, id: string, now: number): Promise<boolean> {
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const before = await tx.section.findUnique({
      where: { id },
      select: { createdAt: true, announcements: { take: 1, select: { id: true } } },
    });
    // The announcement comes last of all.
    if (before && (before.announcements.length > 0 || now - before.createdAt.getTime() < patience)) return false;
    if (before) await removeDemoRows(tx, id);
    const about = { title: demoTitle, term: "Simulated students", timeZone: "UTC", admission: "closed" } as const;
    await tx.section.create({ data: { id, code: newSectionCode(), ...about, demo: true } });
    await addMember(tx, { id, userId }, "owner");
    await record(tx, { id, userId }, "created", {});
    return true;
  });
}

async function enrol(sectionId: string, students: readonly DemoStudent[], at: number): Promise<Enrolled[]> {
  const enrolled = students.map((student) => ({ ...student, userId: newUuid(), enrollmentId: newUuid() }));
  const joinedAt = new Date(at);
  await transaction(async (tx) => {
    await tx.user.createMany({
      data: enrolled.map(({ userId: id, name }) => ({
        ...{ id, name, simulated: true, createdAt: joinedAt },
        // An address of their own, without an account: nobody can sign in by it.
        email: `${id}@example.invalid`,
      })),
    });
    await tx.enrollment.createMany({
      data: enrolled.map(({ userId, enrollmentId: id, name, email, studentNumber, group }) => ({
        ...{ id, sectionId, userId, name, email, studentNumber, group, joinedAt, createdAt: joinedAt },
        role: "student" as const,
      })),
    });
  });
  return enrolled;
}
