/** What a student still has to do, over all their sections. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { sectionsOf } from "#lib/course/section/list.ts";
import { type AssignmentCard, listAssignments } from "./list.ts";

export interface DueAssignment
  extends Pick<AssignmentCard, "id" | "title" | "phase" | "dueAt" | "lateUntil" | "items"> {
  section: { id: string; title: string };
  begun: boolean;
  answered: number;
}

/** Open assignments that are neither handed in nor excused: what ends first stands first, what never does at the end. */
export async function dueFor(actor: Actor): Promise<DueAssignment[]> {
  const sections = (await sectionsOf(actor)).filter(({ role, archived }) => role === "student" && !archived);
  const cards = await Promise.all(
    sections.map(async ({ id, title }) =>
      (await listAssignments(actor, id)).map((card) => ({ ...card, section: { id, title } })),
    ),
  );
  return cards
    .flat()
    .flatMap(({ own, phase, ...card }) =>
      own && !own.finished && !own.excused && (phase === "open" || phase === "late")
        ? [{ ...card, phase, begun: own.begun, answered: own.answered }]
        : [],
    )
    .toSorted((a, b) => endOf(a) - endOf(b));
}

const endOf = ({ phase, dueAt, lateUntil }: DueAssignment): number => {
  const end = phase === "late" ? lateUntil : dueAt;
  return end === null ? Number.MAX_SAFE_INTEGER : Date.parse(end);
};
