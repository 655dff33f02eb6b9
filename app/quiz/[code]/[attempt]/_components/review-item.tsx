import Link from "next/link";
import { ReadLink } from "#app/_components/workspace/read-link.tsx";
import { Verdict } from "#app/_components/workspace/verdict.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import type { Actor } from "#lib/course/actor.ts";
import type { WorkingPractice } from "#lib/course/practice.ts";
import { type QuizItemResult, readSittingItem } from "#lib/course/quiz-sitting.ts";
import { ideaDrilledBy } from "#lib/tutorial/find-idea.ts";
import { Gone } from "./gone.tsx";

interface ReviewItemProps {
  actor: Actor;
  attempt: string;
  result: QuizItemResult | undefined;
  /** Else it stands among others, and bears its number and title. */
  isAlone: boolean;
}

/** One item of a quiz that is over: what was asked, the receipt of the answer, and the solution. */
export async function ReviewItem({ actor, attempt, result, isAlone }: ReviewItemProps) {
  const practice = result && (await readSittingItem(actor, { attempt, position: result.position }));
  if (!result || !practice) return null;
  const { position, title, exerciseId, level } = result;
  return (
    <section
      aria-label={`Item ${position}: ${title}`}
      className={`max-w-[42rem] ${isAlone ? "mt-8" : "far mt-14 border-t border-rule pt-8"}`}
    >
      {!isAlone && (
        <h2 className="mb-4 text-h2">
          {position}. {title}
        </h2>
      )}
      {practice.state === "broken" ? <Gone /> : <Reviewed practice={practice} />}
      <ul className="screen-only mt-8 flex flex-wrap gap-x-6 gap-y-1 font-sans text-note">
        <li>
          <Link href={`/practice/${exerciseId}?level=${level}`} className="link inline-block py-1.5">
            Practise this exercise
          </Link>
        </li>
        <Lesson exercise={exerciseId} level={level} />
      </ul>
    </section>
  );
}

function Reviewed({ practice }: { practice: WorkingPractice }) {
  const { view, submissions, draft, solution, readings } = practice;
  const [latest] = submissions;
  const place = { exercise: view.exercise, level: view.level };
  const unread = view.parts.filter(({ step }) => {
    const judged = latest?.receipt.steps.find((one) => one.step === step);
    return (draft[step] ?? "").trim() !== "" && (!judged || judged.verdict === "blank");
  });
  return (
    <>
      <Prose className="max-w-measure">{view.prompt}</Prose>
      {view.figure && <Figure figure={view.figure} />}
      {latest ? (
        <Verdict
          place={place}
          submission={latest}
          readings={readings}
          parts={view.parts.map(({ step }) => step)}
          canImprove={false}
        />
      ) : (
        <p className="mt-8 text-h3 font-semibold">
          {unread.length > 0 ? "This could not be read, so it earned nothing." : "Left blank."}
        </p>
      )}
      {unread.length > 0 && (
        <ul className="mt-4 space-y-1 border-l-2 border-hold pl-4 text-note">
          {unread.map(({ step, words }) => (
            <li key={step}>
              {words}: you typed <code className="font-mono break-all">{draft[step]?.slice(0, 200)}</code>, which could
              not be read and counted as blank.
            </li>
          ))}
        </ul>
      )}
      {solution && (
        <section aria-label="Worked solution" className="mt-10">
          <h3 className="text-h3">Worked solution</h3>
          <WorkedSolution solution={solution} />
        </section>
      )}
    </>
  );
}

function Lesson({ exercise, level }: { exercise: string; level: number }) {
  const idea = ideaDrilledBy(exercise);
  return (
    idea && (
      <li>
        <ReadLink idea={idea} place={{ exercise, level }} />
      </li>
    )
  );
}
