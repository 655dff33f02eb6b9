import { Verdict } from "#app/_components/workspace/verdict.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import type { WorkingPractice } from "#lib/course/practice.ts";

/**
 * An item that nothing can be done about any more: what was asked, the receipt of the answer, and the solution, as far as
 * they may be told; else what was handed in.
 */
export function Reviewed({ practice }: { practice: WorkingPractice }) {
  const { view, submissions, draft, solution, readings, tells } = practice;
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
      {!tells ? (
        <HandedIn practice={practice} />
      ) : latest ? (
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
      {tells && unread.length > 0 && (
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

/** What was typed, while nothing more may be told. */
function HandedIn({ practice: { view, draft } }: { practice: WorkingPractice }) {
  return (
    <section aria-label="What you handed in" className="mt-8">
      <h3 className="text-h3">What you handed in</h3>
      <dl className="mt-2 divide-y divide-rule border-y border-rule">
        {view.parts.map(({ step, words }) => (
          <div key={step} className="flex flex-wrap gap-x-6 py-2">
            <dt className="basis-48 font-sans text-note text-muted">{words}</dt>
            <dd className="min-w-0 font-mono break-all">
              {(draft[step] ?? "").trim() === "" ? (
                <span className="font-sans text-muted">left blank</span>
              ) : (
                draft[step]
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
