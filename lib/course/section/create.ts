import "server-only";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";
import { timeZones } from "#lib/auth/preferences.ts";
import type { Actor } from "#lib/course/actor.ts";
import { lockOwner } from "#lib/course/owner-lock.ts";
import { notFound } from "#lib/course/refusal.ts";
import { transaction } from "#lib/db/client.ts";
import { addMember } from "./add-member.ts";
import { record } from "./audit.ts";
import { newSectionCode } from "./code.ts";

export const storable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .refine(storable, "There is a character in it that cannot be stored.");

export const sectionFields = {
  title: line(120).min(1, "Give the section a title, such as Machine learning 1."),
  term: line(60).default(""),
  timeZone: z.string().refine((zone) => timeZones.includes(zone), "Choose a time zone from the list."),
};

/** What the form sends; `key` is its own, so that a second click makes no second section. */
export const newSectionSchema = z.object({ key: z.uuid(), ...sectionFields });

/**
 * Makes a section, which its maker owns.
 * @returns its id
 * @throws Refusal "not-found" for whoever is not signed in
 */
export async function createSection(
  actor: Actor,
  { key, ...fields }: z.infer<typeof newSectionSchema>,
): Promise<string> {
  if (actor.kind !== "user") throw notFound();
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const id = uuidv5(userId, key);
    if (await tx.section.findUnique({ where: { id }, select: { id: true } })) return id;
    await tx.section.create({ data: { id, code: newSectionCode(), ...fields } });
    await addMember(tx, { id, userId }, "owner");
    await record(tx, { id, userId }, "created", {});
    return id;
  });
}
