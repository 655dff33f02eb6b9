import { notFound } from "next/navigation";
import { z } from "zod";
import { currentActor } from "#lib/auth/current-actor.ts";
import type { Actor } from "#lib/course/actor.ts";
import { Refusal } from "#lib/course/refusal.ts";
import type { Permission } from "#lib/course/section/roles.ts";
import { readSection, type SectionView } from "#lib/course/section/settings.ts";

export interface SectionParams {
  params: Promise<{ id: string }>;
}

/** The section of an address, for whoever may see it and do this there; for anybody else there is none. */
export async function sectionAt(
  { params }: SectionParams,
  permission: Permission = "see the section",
): Promise<{ actor: Actor; section: SectionView }> {
  const id = z.uuid().safeParse((await params).id).data;
  if (id === undefined) notFound();
  const actor = await currentActor();
  const section = await readSection(actor, id).catch(missing);
  if (!section.may.includes(permission)) notFound();
  return { actor, section };
}

function missing(error: unknown): never {
  if (error instanceof Refusal && error.kind === "not-found") notFound();
  throw error;
}
