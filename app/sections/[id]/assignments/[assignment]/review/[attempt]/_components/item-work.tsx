import Link from "next/link";
import { markBroken } from "#app/_actions/mark-broken.ts";
import { takeBackBroken } from "#app/_actions/take-back-broken.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { Choice } from "#app/_components/form/choice.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import { shown } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import type { WorkItem, WorkRound } from "#lib/course/review/work.ts";
import { AnswerWork } from "./answer-work.tsx";
import { Fold } from "./fold.tsx";
import { SaidList } from "./said-list.tsx";
import { ScoreForms } from "./score-forms.tsx";

interface ItemWorkProps {
  item: WorkItem;
  place: { assignment: string; enrollment: string };
  /** Of the assignment. */
  address: string;
  mayGrade: boolean;
  mayRegrade: boolean;
}

/** One item of a student: what was asked, every answer, and what it is worth. */
export function ItemWork({ item, place, address, mayGrade, mayRegrade }: ItemWorkProps) {
  const { position, title, level, mark, why, said, fault, rounds } = item;
  const isAnswered = rounds.some(({ answers }) => answers.length > 0);
  return (
    <section aria-labelledby={`item-${position}`} className="border-t border-rule py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2 id={`item-${position}`} className="scroll-mt-6 text-h2">
          {position}. {title} <span className="font-sans text-note font-normal text-muted">level {level}</span>
        </h2>
        {mark && (
          <p className="font-sans text-note tabular-nums">
            {mark.excluded
              ? "does not count"
              : `${shown((mark.score ?? 0) * mark.possible)} of ${shown(mark.possible)} points`}
            {mark.overridden && <span className="text-muted">, set by hand</span>}
          </p>
        )}
      </div>
      {fault && (
        <p className="mt-3 max-w-measure border-l-2 border-hold pl-4">
          {fault.whole ? "Every variant of this item" : "This variant"} is noted as broken, and{" "}
          {fault.policy === "full" ? "counts in full" : "does not count"}. {fault.reason}
        </p>
      )}
      {rounds.map((round, i) => (
        <Round
          key={round.variant}
          round={round}
          number={i + 1}
          of={rounds.length}
          mayGrade={mayGrade}
          position={position}
        />
      ))}
      {why.length > 0 && (
        <div className="mt-6 max-w-[42rem]">
          <h3 className="font-sans text-control font-medium">How the points came about</h3>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <SaidList said={said} />
      {mayGrade && mark && (
        <ScoreForms place={place} position={position} set={said} what={`item ${position}`} scores={!isAnswered} />
      )}
      {mayRegrade && <Broken item={item} assignment={place.assignment} address={address} />}
    </section>
  );
}

interface RoundProps {
  round: WorkRound;
  number: number;
  of: number;
  position: number;
  mayGrade: boolean;
}

function Round({ round: { view, hints, solutionShown, answers }, number, of, position, mayGrade }: RoundProps) {
  return (
    <div className="mt-4">
      {of > 1 && <h3 className="text-h3">Variant {number}</h3>}
      {view ? (
        <>
          <Prose className="max-w-measure">{view.prompt}</Prose>
          {view.figure && <Figure figure={view.figure} />}
        </>
      ) : (
        <p className="max-w-measure border-l-2 border-hold pl-4 text-note">
          This variant cannot be shown any more: its exercise throws for these numbers.
        </p>
      )}
      {(hints > 0 || solutionShown) && (
        <p className="mt-3 font-sans text-note text-muted">
          {[hints > 0 ? `${hints} ${hints === 1 ? "hint" : "hints"} shown` : "", solutionShown ? "solution shown" : ""]
            .filter(Boolean)
            .join(", ")}
        </p>
      )}
      {answers.length === 0 && <p className="mt-4 text-muted">No answer.</p>}
      {answers.map((answer) => (
        <AnswerWork key={answer.submission} answer={answer} position={position} mayGrade={mayGrade} />
      ))}
    </div>
  );
}

/** Notes that the item, or this student’s variant, is broken; or takes that back. */
function Broken({ item, assignment, address }: { item: WorkItem; assignment: string; address: string }) {
  const { position, fault, rounds } = item;
  const variant = rounds.at(-1)?.variant ?? "";
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-8">
      <Fold title={`Item ${position} is broken`}>
        <InPlaceForm name={`Item ${position} is broken`} action={markBroken} submit="Note it">
          <input type="hidden" name="assignment" value={assignment} />
          <input type="hidden" name="item" value={item.item} />
          <Select
            id={`variant-${position}`}
            name="variant"
            label="What is broken"
            stored=""
            options={[
              { value: "", label: "the item, for everybody who has it" },
              { value: variant, label: "only this student’s variant" },
            ]}
          />
          <Choice
            id={`policy-${position}`}
            name="policy"
            legend="Its points"
            note="Where only a rule or a tolerance is wrong, regrade it instead."
            stored=""
            options={[
              { value: "full", label: "Full credit" },
              { value: "dropped", label: "Does not count" },
            ]}
          />
          <TextField
            id={`broken-${position}`}
            name="reason"
            label="What is wrong"
            note="The students read it"
            rows={2}
          />
        </InPlaceForm>
      </Fold>
      <Link href={`${address}/regrade?item=${item.item}`} className="link inline-block py-2.5 font-sans text-control">
        Regrade it<span className="sr-only">: item {position}</span>
      </Link>
      {fault && (
        <ActionButton action={takeBackBroken} fields={{ assignment, fault: fault.id }} look="quiet">
          It is not broken<span className="sr-only">: item {position}</span>
        </ActionButton>
      )}
    </div>
  );
}
