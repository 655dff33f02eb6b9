import Link from "next/link";
import { startAssignment } from "#app/_actions/start-assignment.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { minutesInWords } from "#lib/course/assignment/in-words.ts";
import type { MyAssignment } from "#lib/course/assignment/sitting.ts";
import type { SectionView } from "#lib/course/section/settings.ts";
import { AssignmentHead } from "./assignment-head.tsx";
import { Outcome } from "./outcome.tsx";
import { Rules } from "./rules.tsx";

interface StudentProps {
  section: SectionView;
  assignment: MyAssignment;
}

/** An assignment for a student: what it is, the way in, and what became of it. */
export function Student({ section, assignment }: StudentProps) {
  const { id, instructions, attempt, items, points, minutes, accommodated, excused } = assignment;
  const address = `/sections/${section.id}/assignments/${id}`;
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {excused && (
            <p className="mb-6 max-w-measure rounded border-l-4 border-hold bg-hold-wash px-4 py-3">
              You are excused from this assignment: it does not count for you.
            </p>
          )}
          {instructions.map((text) => (
            <p key={text} className="mb-3 max-w-measure whitespace-pre-line">
              {text}
            </p>
          ))}
          {attempt?.over ? (
            <Outcome assignment={assignment} attempt={attempt} address={address} />
          ) : attempt ? (
            <UnderWay attempt={attempt} address={address} />
          ) : (
            <Begin assignment={assignment} />
          )}
        </div>
        <section aria-labelledby="rules" className="max-lg:mt-12">
          <h2 id="rules" className="text-h3">
            The rules
          </h2>
          <p className="mt-2 mb-4">
            {items} {items === 1 ? "item" : "items"}, {pointsInWords(points)}.
          </p>
          <div className="text-note">
            <Rules assignment={assignment} minutes={minutes} />
          </div>
          {accommodated && <p className="mt-4 text-note">Dates or time were changed for you.</p>}
        </section>
      </div>
    </>
  );
}

function UnderWay({ attempt, address }: { attempt: NonNullable<MyAssignment["attempt"]>; address: string }) {
  const { items, endsAt } = attempt;
  const answered = items.filter(({ state }) => state !== "blank").length;
  return (
    <section aria-labelledby="under-way">
      <h2 id="under-way" className="text-h2">
        Under way
      </h2>
      <p className="mt-2">
        {answered} of {items.length} begun.
        {endsAt && (
          <>
            {" "}
            It ends <LocalTime iso={endsAt} />.
          </>
        )}
      </p>
      <Link href={`${address}/take`} className={`${button.primary} mt-5`}>
        Go on
      </Link>
    </section>
  );
}

function Begin({ assignment }: { assignment: MyAssignment }) {
  const { id, section, phase, opensAt, minutes, needsPassword, config } = assignment;
  if (phase === "upcoming")
    return (
      <p className="text-lead">
        It is not open yet.
        {opensAt && (
          <>
            {" "}
            It opens <LocalTime iso={opensAt} />.
          </>
        )}
      </p>
    );
  if (phase === "closed") return <p className="text-lead">It has closed, and you had not begun it.</p>;
  return (
    <section aria-labelledby="begin">
      <h2 id="begin" className="text-h2">
        {phase === "late" ? "It was due; late answers are still taken" : "Begin"}
      </h2>
      <p className="mt-2 mb-5 max-w-measure">
        {minutes === null
          ? config.variants === "own"
            ? "Beginning draws your own variants. You can leave and come back."
            : "You can leave and come back."
          : `Beginning starts the clock: ${minutesInWords(minutes)}, without a break, even where you leave the page.`}
      </p>
      <InPlaceForm name="Begin" action={startAssignment} submit="Begin" look="primary">
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="assignment" value={id} />
        {needsPassword && (
          <FormField name="password" label="Password" note="Whoever teaches you tells it" autoComplete="off" />
        )}
      </InPlaceForm>
    </section>
  );
}
