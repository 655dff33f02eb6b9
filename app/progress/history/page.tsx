import type { Metadata } from "next";
import Link from "next/link";
import { AnswerRow } from "#app/progress/_components/answer-row.tsx";
import { GuestNote } from "#app/progress/_components/guest-note.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { historyOf, historyQuerySchema } from "#lib/course/progress-history.ts";
import { settleFor } from "#lib/course/quiz-hand-in.ts";
import { addressOf } from "./_components/address.ts";
import { Filter } from "./_components/filter.tsx";

export const metadata: Metadata = { title: "All answers", description: "Every answer you gave, with its receipt." };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function HistoryPage({ searchParams }: PageProps) {
  const actor = await currentActor();
  await settleFor(actor);
  const query = historyQuerySchema.parse(await searchParams);
  const { answers, next } = await historyOf(actor, query);
  const { before, ...filter } = query;
  return (
    <>
      <p className="eyebrow">
        <Link href="/progress" className="inline-block py-1 hover:text-accent hover:underline">
          Progress
        </Link>
      </p>
      <h1 className="mt-1 text-h1">All answers</h1>
      <div className="mt-6 space-y-8">
        {actor.kind !== "user" && <GuestNote />}
        <Filter query={filter} />
        {answers.length === 0 ? (
          <p className="max-w-measure">
            {before || Object.values(filter).some(Boolean) ? "There is no such answer." : "Nothing is answered yet."}{" "}
            <Link href={before ? addressOf(filter) : "/practice"} className="link">
              {before ? "Begin with the newest" : "Choose an exercise"}
            </Link>
          </p>
        ) : (
          <ol className="divide-y divide-rule border-y border-rule">
            {answers.map((answer) => (
              <AnswerRow key={answer.id} answer={answer} />
            ))}
          </ol>
        )}
        {(before || next) && (
          <nav aria-label="Pages" className="flex flex-wrap gap-x-8 font-sans text-control">
            {next && (
              <Link href={addressOf({ ...filter, before: next })} className="link inline-block py-2">
                Earlier answers
              </Link>
            )}
            {before && (
              <Link href={addressOf(filter)} className="link inline-block py-2">
                Newest answers
              </Link>
            )}
          </nav>
        )}
        <p className="max-w-measure font-sans text-fine text-muted">
          Answers of a placement or a quiz that tells its verdicts at the end join the others when it ends.
        </p>
      </div>
    </>
  );
}
