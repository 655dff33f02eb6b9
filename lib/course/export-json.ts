/** All that is stored about somebody, as JSON. */
import "server-only";
import { readPreferences, usualPreferences } from "#lib/auth/preferences.ts";
import { db } from "#lib/db/client.ts";
import { learnerReceipt, receiptSchema } from "#lib/grading/receipt.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { type ExportedSubmission, submissionsOf } from "./export-submissions.ts";
import { variantsOf } from "./export-variants.ts";

/** The text of the file, piece by piece: lists may be long. */
export async function* exportJson(actor: Actor): AsyncGenerator<string> {
  const id = ownerOf(actor);
  const user = id === undefined ? null : await db().user.findUnique({ where: { id } });
  const profile = {
    kind: actor.kind,
    name: user?.name ?? null,
    email: user?.email ?? null,
    since: user?.createdAt ?? null,
  };
  yield `{\n"profile": ${JSON.stringify(profile)},\n`;
  yield `"preferences": ${JSON.stringify(user ? readPreferences(user.preferences) : usualPreferences)}`;
  const owner = user?.id;
  yield* list("skills", owner === undefined ? [] : await skillsOf(owner));
  yield* list("attempts", owner === undefined ? [] : await attemptsOf(owner));
  yield* list("quizzes", owner === undefined ? [] : await quizzesOf(owner));
  yield* list("sections", owner === undefined ? [] : await sectionsOf(owner));
  yield* list("announcements", owner === undefined ? [] : await announcementsOf(owner));
  yield* list("mails", owner === undefined ? [] : await mailsOf(owner));
  yield* list("variants", owner === undefined ? [] : variantsOf(owner));
  yield* list("submissions", owner === undefined ? [] : mapped(submissionsOf(owner), told));
  yield "\n}\n";
}

async function* list(name: string, rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  yield `,\n"${name}": [`;
  let isFirst = true;
  for await (const row of rows) {
    yield `${isFirst ? "" : ","}\n  ${JSON.stringify(row)}`;
    isFirst = false;
  }
  yield isFirst ? "]" : "\n]";
}

async function* mapped<A, B>(rows: AsyncIterable<A>, change: (row: A) => B): AsyncGenerator<B> {
  for await (const row of rows) yield change(row);
}

/** A submission, with its receipts where they may be told. */
function told({ id, variantId, sequence, createdAt, seconds, raw, receipts, told }: ExportedSubmission) {
  return {
    id,
    variant: variantId,
    sequence,
    at: createdAt,
    seconds,
    raw,
    receipts: !told.tells
      ? "told at the end of the attempt"
      : receipts.map((row) => {
          const { success, data } = receiptSchema.safeParse(row.receipt);
          return {
            at: row.createdAt,
            sequence: row.sequence,
            verdict: row.verdict,
            score: row.score,
            countsAsTry: row.countsAsTry,
            reason: row.reason,
            receipt: success ? learnerReceipt(data, { reveal: told.reveals }) : null,
          };
        }),
  };
}

/** The estimates; none while a placement is under way, since they would tell how its answers were judged. */
async function skillsOf(userId: string) {
  if (await db().attempt.findFirst({ where: { userId, kind: "placement", finishedAt: null } })) return [];
  const rows = await db().skillState.findMany({ where: { userId }, orderBy: { skillId: "asc" } });
  return rows.map(({ skillId, right, tries, state, updatedAt }) => ({
    skill: skillId,
    right,
    tries,
    state,
    updatedAt,
  }));
}

/** The places somebody has or had in sections, with what their rosters say of them. */
async function sectionsOf(userId: string) {
  const rows = await db().enrollment.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: {
      section: { select: { id: true, title: true, term: true } },
      role: true,
      email: true,
      name: true,
      studentNumber: true,
      group: true,
      joinedAt: true,
      leftAt: true,
    },
  });
  return rows.map(({ section, ...place }) => ({ ...section, ...place }));
}

/** What they were told by e-mail, or were to be told. */
async function mailsOf(userId: string) {
  return await db().notice.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { kind: true, assignmentId: true, announcementId: true, createdAt: true, settledAt: true, outcome: true },
  });
}

async function announcementsOf(userId: string) {
  return await db().announcement.findMany({
    where: { byUserId: userId },
    orderBy: { createdAt: "asc" },
    select: { sectionId: true, title: true, body: true, createdAt: true },
  });
}

async function attemptsOf(userId: string) {
  return await db().attempt.findMany({
    where: { userId },
    orderBy: { startedAt: "asc" },
    select: {
      id: true,
      kind: true,
      config: true,
      startedAt: true,
      endsAt: true,
      finishedAt: true,
      outcome: true,
      quiz: { select: { title: true, code: true } },
    },
  });
}

async function quizzesOf(ownerId: string) {
  return await db().quiz.findMany({
    where: { ownerId },
    orderBy: { createdAt: "asc" },
    select: {
      code: true,
      title: true,
      config: true,
      createdAt: true,
      items: { orderBy: { position: "asc" }, select: { position: true, exerciseId: true, level: true } },
    },
  });
}
