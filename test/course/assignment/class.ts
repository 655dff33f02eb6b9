import { randomBytes } from "node:crypto";
import type { Actor } from "#lib/course/actor.ts";
import { type AssignmentConfig, defaultsOf, type Mode } from "#lib/course/assignment/config.ts";
import { startAssignment } from "#lib/course/assignment/start.ts";
import { newSectionCode } from "#lib/course/section/code.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { neuron, newUser } from "../people.ts";

type User = Extract<Actor, { kind: "user" }>;

export interface Student {
  actor: User;
  enrollmentId: string;
}

/** A section with an owner, an instructor, an assistant and some students; nobody else’s. */
export async function newClass(students = 3) {
  const section = await db().section.create({
    data: { title: "Learning machines", code: newSectionCode(), timeZone: "UTC" },
  });
  const join = async (role: "owner" | "instructor" | "assistant" | "student"): Promise<Student> => {
    const actor = await newUser();
    const { id } = await db().enrollment.create({
      data: { sectionId: section.id, userId: actor.id, role, joinedAt: new Date() },
    });
    return { actor, enrollmentId: id };
  };
  const [owner, instructor, assistant] = [await join("owner"), await join("instructor"), await join("assistant")];
  const members: Student[] = [];
  for (let i = 0; i < students; i++) members.push(await join("student"));
  return { sectionId: section.id, owner, instructor, assistant, students: members };
}

interface Given {
  mode?: Mode;
  config?: Partial<AssignmentConfig>;
  /** Hours from now; negative is past. */
  opens?: number;
  due?: number;
  lateUntil?: number;
  password?: string;
  /** How many items of the example, with how many points each. */
  items?: number;
  points?: number;
  draft?: boolean;
}

const hours = (n: number | undefined): Date | null => (n === undefined ? null : new Date(Date.now() + n * 3_600_000));

/**
 * A published assignment whose items are all the tutorial’s example 36 at level 1 (z, a, L), with the same numbers for
 * everybody, each in a part of its own.
 */
export async function neuronAssignment(sectionId: string, given: Given = {}): Promise<string> {
  const { mode = "homework", items = 1, points = 10 } = given;
  const { id } = await db().assignment.create({
    data: {
      sectionId,
      title: "First sheet",
      mode,
      config: { ...defaultsOf[mode], ...given.config },
      opensAt: hours(given.opens),
      dueAt: hours(given.due),
      lateUntil: hours(given.lateUntil),
      password: given.password ?? null,
      publishedAt: given.draft ? null : new Date(),
    },
  });
  for (let position = 1; position <= items; position++) {
    const part = await db().assignmentPart.create({ data: { assignmentId: id, position, points, pick: 1 } });
    await db().assignmentItem.create({
      data: {
        partId: part.id,
        position: 1,
        exerciseId: neuron.exercise,
        version: 1,
        level: 1,
        seed: randomBytes(16).toString("hex"),
        params: neuron.params,
      },
    });
  }
  return id;
}

/** Begins, and gives the ids of the variants in their order. */
export async function begin({ actor }: Student, assignment: string) {
  const { attemptId } = await startAssignment(actor, { assignment });
  return { attemptId, variants: await variantsOf(attemptId) };
}

export async function variantsOf(attemptId: string): Promise<string[]> {
  const rows = await db().variant.findMany({ where: { attemptId }, orderBy: [{ position: "asc" }, { round: "asc" }] });
  return rows.map(({ id }) => id);
}

/** Answers a variant. */
export async function answer({ actor }: Student, variantId: string, raw: Record<string, string>) {
  return await submitAnswer(actor, { key: crypto.randomUUID(), variantId, raw: { ...raw }, seconds: 30 });
}

export const gradeOf = async (assignmentId: string, { enrollmentId }: Student) =>
  await db().grade.findUnique({ where: { assignmentId_enrollmentId: { assignmentId, enrollmentId } } });
