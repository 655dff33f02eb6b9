/** What has just been told: results that were waited for, and announcements that go out by mail as well. */
import "server-only";
import { z } from "zod";
import { joinDifferent, millis } from "#lib/course/assignment/different.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isReader, isRunning, isTaught } from "./readers.ts";

/** Nobody is told of what is older, as when mail is switched on in the middle of a term. */
const recent = Prisma.sql`clock_timestamp() - interval '3 days'`;

const resultsSchema = z.array(z.object({ userId: z.string(), assignmentId: z.string(), startedAt: z.number() }));

/** Students whose results may be seen since lately, after a wait: of all assignments, or of one for one of them. */
export async function resultsOut(only?: { userId: string; assignmentId: string }) {
  return resultsSchema.parse(
    await db().$queryRaw`
      SELECT a.user_id::text AS "userId", g.id::text AS "assignmentId", ${millis(Prisma.sql`a.started_at`)} AS "startedAt"
      FROM attempts a
      JOIN assignments g ON g.id = a.assignment_id
      JOIN sections s ON s.id = g.section_id
      JOIN enrollments e ON e.section_id = s.id AND e.user_id = a.user_id
      JOIN users u ON u.id = a.user_id
      ${joinDifferent}
      WHERE a.tells_at <= clock_timestamp() AND NOT a.preview
        AND (a.finished_at IS NOT NULL OR a.ends_at <= clock_timestamp())
        AND g.config->>'feedback' <> 'at once' AND own.excused IS NOT TRUE
        AND ${isRunning} AND ${isReader} AND e.role = 'student'
        AND ${
          only
            ? Prisma.sql`a.user_id = ${only.userId}::uuid AND g.id = ${only.assignmentId}::uuid`
            : Prisma.sql`a.tells_at > ${recent} AND NOT EXISTS (
                SELECT 1 FROM notices n
                WHERE n.user_id = a.user_id AND n.kind = 'results' AND n.assignment_id = g.id AND n.occasion = a.started_at)
              ORDER BY a.tells_at LIMIT 5000`
        }`,
  );
}

const announcedSchema = z.array(z.object({ userId: z.string(), announcementId: z.string(), at: z.number() }));

/** Members of sections in which something was announced by mail lately: of all, or of one announcement for one of them. */
export async function announced(only?: { userId: string; announcementId: string }) {
  return announcedSchema.parse(
    await db().$queryRaw`
      SELECT e.user_id::text AS "userId", n.id::text AS "announcementId", ${millis(Prisma.sql`n.created_at`)} AS at
      FROM announcements n
      JOIN sections s ON s.id = n.section_id
      JOIN enrollments e ON e.section_id = s.id
      JOIN users u ON u.id = e.user_id
      WHERE n.by_mail AND ${isTaught} AND ${isReader} AND e.user_id IS DISTINCT FROM n.by_user_id
        AND ${
          only
            ? Prisma.sql`e.user_id = ${only.userId}::uuid AND n.id = ${only.announcementId}::uuid`
            : Prisma.sql`n.created_at > ${recent} AND NOT EXISTS (
                SELECT 1 FROM notices o WHERE o.user_id = e.user_id AND o.announcement_id = n.id)
              ORDER BY n.created_at LIMIT 5000`
        }`,
  );
}
