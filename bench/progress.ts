/** How long the page of progress reads, for a learner with 5,000 submissions against one with 500. On the embedded database. */

import { progressOf } from "#lib/course/progress.ts";
import { accuracyOf } from "#lib/course/progress-accuracy.ts";
import { calendarOf } from "#lib/course/progress-calendar.ts";
import { historyOf } from "#lib/course/progress-history.ts";
import { masteriesOf } from "#lib/course/progress-mastery.ts";
import { mistakesOf } from "#lib/course/progress-mistakes.ts";
import { reviewsOf } from "#lib/course/progress-reviews.ts";
import { db } from "#lib/db/client.ts";
import { openTestDatabase } from "#test/db/harness.ts";
import { makeBusy } from "./busy-learner.ts";
import { type Report, row } from "./compare.ts";

const rounds = 9;
/** Reading ten times as much may take ten times as long, and is within the half second that a page may take. */
const limit = 10;
const mostMs = 500;

export async function run(): Promise<Report> {
  const database = await openTestDatabase("embedded-memory");
  try {
    const at = new Date();
    const [busy, other] = [await learner(5_000, at), await learner(500, at)];
    await db().$executeRaw`ANALYZE`;
    for (const one of [busy, other]) await milliseconds(one, at);
    const pairs: [number, number][] = [];
    for (let i = 0; i < rounds; i++) pairs.push([await milliseconds(busy, at), await milliseconds(other, at)]);
    const measured = { ...row("progress, 5,000 submissions against 500", "ms", pairs), limit };
    const said = measured.value <= mostMs ? "within" : "over";
    return { rows: [measured], notes: [`5,000 submissions are ${said} ${mostMs} ms.`] };
  } finally {
    await database.close();
  }
}

async function learner(submissions: number, at: Date) {
  const { id } = await db().user.create({ data: { guest: true } });
  await makeBusy(db(), id, submissions, at.getTime());
  return { kind: "guest", id, known: true } as const;
}

async function milliseconds(actor: Awaited<ReturnType<typeof learner>>, at: Date): Promise<number> {
  const now = { at, timeZone: "Europe/Berlin" };
  const start = performance.now();
  await Promise.all([
    progressOf(actor),
    masteriesOf(actor, at),
    accuracyOf(actor, at),
    calendarOf(actor, now),
    reviewsOf(actor, now),
    mistakesOf(actor, at),
    historyOf(actor, {}, 5),
  ]);
  return performance.now() - start;
}
