import Link from "next/link";
import type { PastAnswer } from "#lib/course/progress-history.ts";
import { AnswerRow } from "./answer-row.tsx";

/** The latest answers, newest first, and the way to all of them. */
export function RecentAnswers({ answers }: { answers: readonly PastAnswer[] }) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="text-h2">
        Lately
      </h2>
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {answers.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} />
        ))}
      </ol>
      <p className="mt-3 font-sans text-control">
        <Link href="/progress/history" className="link inline-block py-2">
          All answers
        </Link>
      </p>
    </section>
  );
}
