import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type Told, toldOf } from "./export-told.ts";

/** Read in pieces of so many, so that years of practice do not stand in memory at once. */
const page = 200;

const include = {
  receipts: { orderBy: { sequence: "asc" } },
  variant: {
    select: {
      id: true,
      exerciseId: true,
      version: true,
      level: true,
      number: true,
      state: true,
      attemptId: true,
      attempt: { select: { kind: true } },
      reveals: { select: { kind: true, createdAt: true } },
    },
  },
} as const satisfies Prisma.SubmissionInclude;

export type ExportedSubmission = Prisma.SubmissionGetPayload<{ include: typeof include }> & { told: Told };

/** Every submission of a user, the oldest first, each with what its maker may know of its receipts. */
export async function* submissionsOf(userId: string): AsyncGenerator<ExportedSubmission> {
  for (let after: string | undefined; ; ) {
    const rows = await db().submission.findMany({
      where: { userId, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: page,
      include,
    });
    const told = await toldOf([...new Map(rows.map(({ variant }) => [variant.id, variant])).values()]);
    for (const row of rows) yield { ...row, told: told.get(row.variantId) ?? { tells: false, reveals: false } };
    after = rows.at(-1)?.id;
    if (rows.length < page) return;
  }
}
