import Link from "next/link";
import type { ReactNode } from "react";
import { PartField } from "#components/answers/part-field.tsx";
import { PointNote } from "#components/answers/point-note.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import type { WorkingPractice } from "#lib/course/practice.ts";
import { AnswerForm } from "./answer-form.tsx";
import { solutionId } from "./arrival.ts";
import { ArrivingHeading } from "./arriving-heading.tsx";
import { EarlierAnswers } from "./earlier-answers.tsx";
import { levelIn } from "./heading-level.ts";
import { letterOf } from "./letter.ts";
import { Margin } from "./margin.tsx";
import type { Place } from "./place.ts";
import { Verdict } from "./verdict.tsx";
import { WhatNext } from "./what-next.tsx";

interface WorkspaceProps {
  place: Place;
  practice: WorkingPractice;
  /** What to do next, inside an attempt; a new variant in practice. */
  next?: ReactNode;
  /** What an answer earns now, where an assignment says so. */
  note?: string;
}

/**
 * A drawn variant: its prompt and parts, the verdict on the latest answer, and the hints in the margin; below the rest
 * where it stands inside a lesson.
 */
export function Workspace({ place, practice, next, note = earnings(practice) }: WorkspaceProps) {
  const { view, variantId, state, submissions, solution, rules, again } = practice;
  const answered = submissions.find(({ at }) => again === null || at >= again);
  const earlier = submissions.filter((one) => one !== answered);
  const isOpen = state === "open" && !rules.over;
  return (
    <div className={place.check ? undefined : "lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14"}>
      <div className="min-w-0">
        <section aria-label="The exercise">
          <Prose className="max-w-measure">{view.prompt}</Prose>
          {view.figure && <Figure figure={view.figure} />}
        </section>
        {isOpen && (
          <section aria-label="Answer" className="mt-8">
            <AnswerForm
              key={variantId}
              variantId={variantId}
              parts={view.parts.map(({ step, words }) => ({ step, words }))}
              draft={practice.draft}
              submits={practice.rules.submits}
              note={note}
            >
              {view.parts.map((part, i) => (
                <PartField
                  key={part.step}
                  part={{ step: part.step, words: part.words, spec: part.spec, rule: part.rule }}
                  letter={letterOf(i, view.parts.length)}
                  label={<Tex>{part.label}</Tex>}
                  options={optionsOf(part.spec)}
                />
              ))}
            </AnswerForm>
            <p className="screen-only mt-4 font-sans text-note">
              {view.parts.some(({ spec }) => !("options" in spec)) && <PointNote />}
              {/* In a tab of its own, so that what is typed and not yet checked stays beside it. */}
              <Link href="/help/typing" target="_blank" className="link">
                How to type answers
              </Link>
              <span className="text-muted"> (opens in a new tab)</span>
            </p>
          </section>
        )}
        {answered && (
          <Verdict
            place={place}
            submission={answered}
            readings={practice.readings}
            parts={view.parts.map(({ step }) => step)}
            canImprove={isOpen && solution === null}
          />
        )}
        {!isOpen && <WhatNext place={place} practice={practice} next={next} />}
        {solution && again !== null && (
          <details className="mt-12">
            <summary className="font-sans text-control font-medium text-accent">The worked solution</summary>
            <div className="mt-5">
              <WorkedSolution solution={solution} />
            </div>
          </details>
        )}
        {solution && again === null && (
          <section aria-labelledby={solutionId} className="mt-12">
            <ArrivingHeading id={solutionId} level={levelIn(place)}>
              Worked solution
            </ArrivingHeading>
            <WorkedSolution solution={solution} />
            {isOpen && <WhatNext place={place} practice={practice} next={next} />}
          </section>
        )}
        {earlier.length > 0 && <EarlierAnswers submissions={earlier} />}
      </div>
      <Margin place={place} practice={practice} inAttempt={next !== undefined} />
    </div>
  );
}

/** What a right answer earns now, in a few words. */
function earnings({ credit, solution, rules, again }: WorkingPractice): string {
  if (!rules.submits) return "Kept as you type, and handed in with the rest.";
  if (rules.tries === 1) return "One try: what can be read is judged.";
  if (again !== null) return "For practice only: this variant is settled.";
  if (solution) return "For practice only: the solution is shown.";
  return credit === 1 ? "Tries are unlimited." : `A right answer now earns ${Math.round(100 * credit)} %.`;
}

/** The options to choose from or to put in order, set on the server. */
function optionsOf(spec: WorkingPractice["view"]["parts"][number]["spec"]) {
  if (!("options" in spec)) return [];
  return spec.options.map(({ id, text }) => ({ id, text, label: <Sentence key={id}>{text}</Sentence> }));
}
