import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { differentSchema, joinDifferent, type Said, selectDifferent } from "./different.ts";

/** What is different for one student in an assignment: said for this one, and for all. */
export async function saidFor(
  client: Pick<Tx, "$queryRaw">,
  assignmentId: string,
  enrollmentId: string,
): Promise<{ own: Said | null; general: Said | null }> {
  const rows = await client.$queryRaw`
    SELECT ${selectDifferent} FROM assignments g JOIN enrollments e ON e.section_id = g.section_id
    ${joinDifferent} WHERE g.id = ${assignmentId}::uuid AND e.id = ${enrollmentId}::uuid`;
  return z.array(z.object(differentSchema)).parse(rows)[0] ?? { own: null, general: null };
}
