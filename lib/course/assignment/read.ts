/** An assignment for who teaches: its rules and content, and how far students are. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { levelSchema } from "#lib/course/level.ts";
import { localOf } from "#lib/course/local-time.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";
import { type AssignmentConfig, assignmentConfigSchema, type Mode } from "./config.ts";
import { exerciseOf, fullPoints, lengthOf, readContent } from "./content.ts";
import { requireAssignment } from "./find.ts";
import { settleAssignments } from "./hand-in.ts";
import { isoOf, type Phase, phaseOf } from "./list.ts";
import { faultsOfContent } from "./publish.ts";
import { typicalEffort } from "./typical-effort.ts";

export interface AssignmentPartView {
  id: string;
  points: number;
  pick: number;
  items: {
    id: string;
    exercise: string;
    title: string;
    level: Level;
    effort: number | null;
    /** Whether it is judged by other tolerances or weights than the exercise’s own. */
    ownTerms: boolean;
  }[];
}

export interface AssignmentView {
  id: string;
  title: string;
  instructions: string;
  mode: Mode;
  config: AssignmentConfig;
  phase: Phase;
  /** ISO 8601. */
  opensAt: string | null;
  dueAt: string | null;
  lateUntil: string | null;
  /** The same as a form takes them, in the zone of the section. */
  local: { opens: string; due: string; lateUntil: string };
  password: string | null;
  released: boolean;
  revision: number;
  /** Whether a student has begun it. */
  begun: boolean;
  parts: AssignmentPartView[];
  items: number;
  points: number;
  /** Why it cannot be published. */
  faults: string[];
}

/** @throws Refusal "not-found" for students, too */
export async function readAssignment(actor: Actor, id: string): Promise<AssignmentView> {
  const { assignment, by } = await requireAssignment(db(), actor, id, "see drafts");
  const [parts, begun] = await Promise.all([
    readContent(db(), id),
    db().attempt.findFirst({ where: { assignmentId: id, preview: false }, select: { id: true } }),
  ]);
  const { title, instructions, mode, opensAt, dueAt, lateUntil, password, publishedAt, releasedAt, revision } =
    assignment;
  const dates = {
    opensAt: opensAt?.getTime() ?? null,
    dueAt: dueAt?.getTime() ?? null,
    lateUntil: lateUntil?.getTime() ?? null,
  };
  const local = (date: Date | null) => (date ? localOf(date, by.timeZone) : "");
  return {
    id,
    title,
    instructions,
    mode,
    config: assignmentConfigSchema.parse(assignment.config),
    phase: publishedAt ? phaseOf(dates, Date.now()) : "draft",
    ...isoOf(dates),
    local: { opens: local(opensAt), due: local(dueAt), lateUntil: local(lateUntil) },
    password,
    released: releasedAt !== null,
    revision,
    begun: begun !== null,
    parts: parts.map(({ id: part, points, pick, items }) => ({
      id: part,
      points,
      pick,
      items: items.map((item) => {
        const exercise = exerciseOf(item);
        const level = levelSchema.parse(item.level);
        return {
          id: item.id,
          exercise: item.exerciseId,
          title: exercise?.title ?? item.exerciseId,
          level,
          effort: exercise ? typicalEffort(exercise, level) : null,
          ownTerms: [item.rules, item.weights].some((terms) => Object.keys(Object(terms)).length > 0),
        };
      }),
    })),
    items: lengthOf(parts),
    points: fullPoints(parts),
    faults: publishedAt ? [] : faultsOfContent(assignment.config, parts),
  };
}

export interface StudentLine {
  enrollmentId: string;
  name: string;
  state: "not begun" | "under way" | "handed in";
  answered: number;
  items: number;
  points: number | null;
  possible: number | null;
  late: boolean;
}

/** Every student of the section with what they have of an assignment, by name. */
export async function readStudents(actor: Actor, id: string): Promise<StudentLine[]> {
  const { assignment } = await requireAssignment(db(), actor, id, "see everybody's work");
  await settleAssignments({ assignmentId: id });
  const rows = await db().enrollment.findMany({
    where: {
      sectionId: assignment.sectionId,
      role: "student",
      OR: [{ leftAt: null }, { grades: { some: { assignmentId: id } } }],
    },
    select: { id: true, ...named, grades: { where: { assignmentId: id } } },
  });
  const collator = new Intl.Collator("en");
  return rows
    .map(({ id: enrollmentId, grades: [grade], ...row }): StudentLine => {
      const begun = grade?.startedAt != null;
      return {
        enrollmentId,
        name: nameOf(row),
        state: !begun ? "not begun" : grade.finishedAt ? "handed in" : "under way",
        answered: grade?.answered ?? 0,
        items: grade?.items ?? 0,
        points: grade?.points ?? null,
        possible: grade?.possible ?? null,
        late: grade?.late ?? false,
      };
    })
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

export const assignmentIdSchema = z.object({ assignment: z.uuid() });
