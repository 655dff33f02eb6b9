import { overrideScore } from "#app/_actions/override-score.ts";
import { takeBackOverride } from "#app/_actions/take-back-override.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import { letterOf } from "#app/_components/workspace/letter.ts";
import { PartReceipt } from "#app/_components/workspace/part-receipt.tsx";
import { percent, timeInWords } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import { Tex } from "#components/math/tex.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { WorkAnswer } from "#lib/course/review/work.ts";
import { Fold } from "./fold.tsx";

interface AnswerWorkProps {
  answer: WorkAnswer;
  position: number;
  mayGrade: boolean;
}

/** One answer: as it was typed and read, its receipt with the reference, and every later judgement of it. */
export function AnswerWork({ answer, position, mayGrade }: AnswerWorkProps) {
  const { submission, number, at, seconds, receipt, score, countsAsTry, sequence, overridden, judgedAgain } = answer;
  const { steps } = receipt;
  const what = `answer ${number} to item ${position}`;
  return (
    <div className="mt-6 max-w-[42rem]">
      <h3 className="text-h3">
        Answer {number}: {percent(score)}
        {overridden && <span className="font-sans text-note font-normal text-muted"> set by hand</span>}
      </h3>
      <p className="font-sans text-note text-muted">
        <LocalTime iso={at} />
        {seconds !== null && `, after ${timeInWords(seconds)}`}
        {!countsAsTry && ", no counted try"}
      </p>
      {judgedAgain.map(({ score: then, reason, by, at: when }) => (
        <p key={when} className="mt-2 border-l-2 border-accent pl-4 font-sans text-note break-words">
          {by === null ? "Judged again" : `${by} set ${percent(then)}`}, <LocalTime iso={when} />
          {reason && `: ${reason}`}
        </p>
      ))}
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {steps.map((step, i) => (
          <PartReceipt key={step.step} step={step} letter={letterOf(i, steps.length)} others={steps} reading={null} />
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-5 font-sans text-note text-muted">
        Reference:
        {steps.map(
          ({ step, label, reference }) =>
            reference && (
              <span key={step} data-scrolls="" className="max-w-full overflow-x-auto overflow-y-hidden py-1 text-ink">
                <Tex>{`${label} = ${reference.tex}`}</Tex>
              </span>
            ),
        )}
      </p>
      {mayGrade && (
        <div className="mt-1 flex flex-wrap items-start gap-x-8">
          <Fold title={`Set the score of ${what}`}>
            <InPlaceForm name={`Score of ${what}`} action={overrideScore} submit="Set the score">
              <input type="hidden" name="submission" value={submission} />
              <input type="hidden" name="after" value={sequence} />
              <FormField
                id={`score-${submission}`}
                name="score"
                label="Score"
                note="% of the item; penalties do not touch it"
                autoComplete="off"
                stored={overridden ? String(Math.round(score * 1000) / 10) : ""}
              />
              <TextField
                id={`reason-${submission}`}
                name="reason"
                label="Reason"
                note="The student reads it"
                rows={2}
              />
            </InPlaceForm>
          </Fold>
          {overridden && (
            <ActionButton action={takeBackOverride} fields={{ submission, after: String(sequence) }} look="quiet">
              Let the judgement count again<span className="sr-only">: {what}</span>
            </ActionButton>
          )}
        </div>
      )}
    </div>
  );
}
