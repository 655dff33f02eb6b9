import type { Metadata } from "next";
import Link from "next/link";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { shown } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { readWork } from "#lib/course/review/work.ts";
import { ItemWork } from "./_components/item-work.tsx";
import { SaidList } from "./_components/said-list.tsx";
import { ScoreForms } from "./_components/score-forms.tsx";

export const metadata: Metadata = { title: "Work of a student" };

interface PageProps extends AssignmentParams {
  params: Promise<{ id: string; assignment: string; attempt: string }>;
}

/** All that one student has handed in, how it was judged, and what a person can change about that. */
export default async function WorkPage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "see everybody's work");
  const { attempt } = await props.params;
  const [{ title }, work] = await Promise.all([
    readAssignment(actor, id).catch(missing),
    readWork(actor, id, attempt).catch(missing),
  ]);
  const { student, grade, items, previous, next, finishedAt, told, tellsAt, enrollment, said } = work;
  const mayGrade = section.may.includes("grade work");
  const mayRegrade = section.may.includes("regrade work");
  const place = { assignment: id, enrollment };
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <p className="eyebrow">
          <Link href={`/sections/${section.id}`} className="hover:text-ink hover:underline">
            {section.title}
          </Link>
          {" · "}
          <Link href={address} className="hover:text-ink hover:underline">
            {title}
          </Link>
          {" · "}
          <Link href={`${address}/review`} className="hover:text-ink hover:underline">
            Review
          </Link>
        </p>
        <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <h1 className="min-w-0 max-w-full text-h1 break-words">{student}</h1>
          <nav aria-label="Students" className="flex gap-x-6 font-sans text-control">
            {previous && (
              <Link href={`${address}/review/${previous}`} data-shortcut="k [" className={`${button.quiet} min-h-11`}>
                Previous student
              </Link>
            )}
            {next && (
              <Link href={`${address}/review/${next}`} data-shortcut="j ]" className={`${button.quiet} min-h-11`}>
                Next student
              </Link>
            )}
          </nav>
        </div>
        <p className="mt-2 font-sans text-note text-muted">
          {finishedAt ? (
            <>
              handed in <LocalTime iso={finishedAt} />
            </>
          ) : (
            "still under way"
          )}
          {grade?.late && ", late"}
          {" · "}
          {told ? (
            "the student may see how it went"
          ) : tellsAt ? (
            <>
              the student is told on <LocalTime iso={tellsAt} />
            </>
          ) : (
            "the student is not told yet"
          )}
        </p>
      </header>
      <section aria-labelledby="whole" className="max-w-[42rem] pb-8">
        <h2 id="whole" className="text-h2">
          {grade ? `${shown(grade.points)} of ${shown(grade.possible)} points` : "Nothing answered yet"}
        </h2>
        {grade?.overridden && <p className="mt-1">Set by hand; the items below would come to something else.</p>}
        <SaidList said={said} />
        {mayGrade && <ScoreForms place={place} position={null} set={said} what="the whole" scores />}
      </section>
      {items.map((item) => (
        <ItemWork
          key={item.position}
          item={item}
          place={place}
          address={address}
          mayGrade={mayGrade}
          mayRegrade={mayRegrade}
        />
      ))}
      <Shortcuts />
    </article>
  );
}
