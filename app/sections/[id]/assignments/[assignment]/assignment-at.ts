import { notFound } from "next/navigation";
import { z } from "zod";
import { sectionAt } from "#app/sections/[id]/section-at.ts";
import { Refusal } from "#lib/course/refusal.ts";
import type { Permission } from "#lib/course/section/roles.ts";

export interface AssignmentParams {
  params: Promise<{ id: string; assignment: string }>;
}

/** The section of an address and the id of its assignment, for whoever may see the section and do this there. */
export async function assignmentAt(props: AssignmentParams, permission: Permission = "see the section") {
  const id = z.uuid().safeParse((await props.params).assignment).data;
  if (id === undefined) notFound();
  return {
    ...(await sectionAt(props, permission)),
    id,
    address: `/sections/${(await props.params).id}/assignments/${id}`,
  };
}

/** For a read that may find nothing: then there is no such page. */
export function missing(error: unknown): never {
  if (error instanceof Refusal && error.kind === "not-found") notFound();
  throw error;
}
