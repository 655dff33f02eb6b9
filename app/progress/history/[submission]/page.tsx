import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { verdictWords } from "#app/progress/_components/answer-row.tsx";
import { addressOf } from "#app/progress/history/_components/address.ts";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { readAnswer } from "#lib/course/progress-answer.ts";
import { Receipt } from "./_components/receipt.tsx";

export const metadata: Metadata = { title: "An answer" };

interface PageProps {
  params: Promise<{ submission: string }>;
}

export default async function AnswerPage({ params }: PageProps) {
  const answer = await readAnswer(await currentActor(), (await params).submission);
  if (!answer) notFound();
  const { exercise, title, level, number, submission, regraded, shown } = answer;
  const { word } = verdictWords[submission.receipt.verdict];
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <p className="eyebrow">
          <Link href="/progress/history" className="inline-block py-1 hover:text-accent hover:underline">
            All answers
          </Link>
        </p>
        <h1 className="mt-1 text-h1">{title}</h1>
        <p className="mt-2 font-sans text-note text-muted lining-nums">
          Level {level}, variant {number}, answer {submission.sequence}, <LocalTime iso={submission.at} />
        </p>
      </header>
      {shown ? (
        <section aria-label="The exercise">
          <Prose className="max-w-measure">{shown.view.prompt}</Prose>
          {shown.view.figure && <Figure figure={shown.view.figure} />}
        </section>
      ) : (
        <p className="max-w-measure border-l-2 border-hold pl-4 text-note">
          The exercise has changed so much that it cannot be shown as it was. Your answer and its receipt stay.
        </p>
      )}
      <section aria-labelledby="verdict" className="mt-10 max-w-[42rem]">
        <h2 id="verdict" className="text-h2">
          {word}
        </h2>
        <p className="mt-1 font-sans text-note text-muted lining-nums">
          {submission.countsAsTry ? `This earned ${Math.round(100 * submission.score)} %.` : "This was no counted try."}
        </p>
        {regraded && (
          <p className="mt-3 border-l-2 border-accent pl-4 text-note">
            Judged again <LocalTime iso={regraded.at} />
            {regraded.reason ? `: ${regraded.reason}` : ""}. This is the receipt that counts.
          </p>
        )}
        <Receipt exercise={exercise} level={level} parts={submission.receipt.steps} readings={shown?.readings ?? {}} />
      </section>
      {shown?.solution && (
        <section aria-labelledby="solution" className="mt-12 max-w-[42rem]">
          <h2 id="solution" className="text-h2">
            Worked solution
          </h2>
          <WorkedSolution solution={shown.solution} />
        </section>
      )}
      <p className="screen-only mt-10 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link href={`/practice/${exercise}?level=${level}`} className={button.secondary}>
          Practise this exercise
        </Link>
        <Link href={addressOf({ exercise })} className="link inline-block py-2 font-sans text-control">
          Other answers to it
        </Link>
      </p>
    </article>
  );
}
