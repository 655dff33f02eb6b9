import "server-only";
import { z } from "zod";
import { type Actor, ownerOf } from "#lib/course/actor.ts";
import { db } from "#lib/db/client.ts";
import { roles } from "./roles.ts";

const cardSchema = z.object({
  id: z.string(),
  title: z.string(),
  term: z.string(),
  role: z.enum(roles),
  students: z.number(),
  archived: z.boolean(),
  demo: z.boolean(),
});

/** A section as its members see it in a list. `students` are those who have joined; of interest to who teaches. */
export type SectionCard = z.infer<typeof cardSchema>;

/** The sections somebody teaches or takes, the running ones first, then the newest. */
export async function sectionsOf(actor: Actor): Promise<SectionCard[]> {
  const userId = ownerOf(actor);
  if (userId === undefined) return [];
  const rows = await db().$queryRaw`
    SELECT s.id::text, s.title, s.term, e.role::text, s.archived_at IS NOT NULL AS archived, s.demo,
           (SELECT count(*)::int FROM enrollments o
            WHERE o.section_id = s.id AND o.role = 'student' AND o.user_id IS NOT NULL AND o.left_at IS NULL) AS students
    FROM enrollments e JOIN sections s ON s.id = e.section_id
    WHERE e.user_id = ${userId}::uuid AND e.left_at IS NULL
    ORDER BY archived, s.created_at DESC`;
  return z.array(cardSchema).parse(rows);
}
