import Link from "next/link";
import { endAccommodation } from "#app/_actions/end-accommodation.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { AccommodatedLine, AccommodatedStudent } from "#lib/course/assignment/accommodations.ts";
import { Difference } from "./difference.tsx";

interface AccommodationTableProps {
  section: string;
  students: readonly (AccommodatedStudent | AccommodatedLine)[];
  items: readonly { id: string; title: string }[];
  /** Of the page this stands on, and of the one for all assignments. */
  here: string;
  general: string;
  mayChange: boolean;
}

/** Everybody for whom something is different. */
export function AccommodationTable({ section, students, items, here, general, mayChange }: AccommodationTableProps) {
  return (
    <ul className="mt-4 divide-y divide-rule border-y border-rule">
      {students.map((student) => {
        const { enrollmentId, name, group, own } = student;
        const isHere = here === general ? student.general : own;
        return (
          <li key={enrollmentId} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[12rem_1fr_auto]">
            <div className="min-w-0 break-words">
              {name}
              {group && <span className="block font-sans text-fine text-muted">{group}</span>}
            </div>
            <div className="font-sans text-note">
              {own && <Difference said={own} items={items} />}
              {student.general && (
                <>
                  <Difference said={student.general} items={items} />
                  {here !== general && (
                    <Link href={general} className="link text-muted">
                      in all assignments
                    </Link>
                  )}
                </>
              )}
              {"minutes" in student && <Outcome line={student} />}
            </div>
            {mayChange && isHere && (
              <div className="flex items-start gap-x-5">
                <Link
                  href={`${here}?student=${enrollmentId}#set`}
                  className={`${button.quiet} min-h-11`}
                  aria-label={`Change what is set for ${name}`}
                >
                  Change
                </Link>
                <ActionButton action={endAccommodation} fields={{ section, id: isHere.id }} look="quiet">
                  End<span className="sr-only"> what is set for {name}</span>
                </ActionButton>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What comes of it for this assignment. */
function Outcome({ line: { dueAt, lateUntil, minutes, own } }: { line: AccommodatedLine }) {
  if (own?.excused || (!dueAt && minutes === null)) return null;
  return (
    <span className="block text-muted">
      So it is{" "}
      {dueAt && (
        <>
          due <LocalTime iso={dueAt} />
        </>
      )}
      {lateUntil && lateUntil !== dueAt && (
        <>
          , taken late until <LocalTime iso={lateUntil} />
        </>
      )}
      {minutes !== null && `${dueAt ? ", with" : "with"} ${minutes} minutes`}.
    </span>
  );
}
