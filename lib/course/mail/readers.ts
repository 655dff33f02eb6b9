/** Pieces of SQL: of which sections mail is sent, and to whom. */
import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";

/** Whether a section `s` is one that is taught. */
export const isTaught = Prisma.sql`(s.archived_at IS NULL AND NOT s.demo)`;

/** Whether an assignment `g` of a section `s` is there for its students. */
export const isRunning = Prisma.sql`(g.published_at IS NOT NULL AND g.deleted_at IS NULL AND ${isTaught})`;

/** Whether a user `u` with a place `e` has joined, is there still, and reads mail. */
export const isReader = Prisma.sql`(e.joined_at IS NOT NULL AND e.left_at IS NULL
  AND u.email IS NOT NULL AND u.deleted_at IS NULL AND NOT u.simulated)`;
