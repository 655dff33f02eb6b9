import Link from "next/link";
import { LocalTime } from "#components/ui/local-time.tsx";
import { modeNames } from "#lib/course/assignment/in-words.ts";
import type { AssignmentCard } from "#lib/course/assignment/list.ts";
import { pointsInWords } from "./in-words.ts";
import { PhaseMark } from "./phase-mark.tsx";

interface AssignmentListProps {
  section: string;
  assignments: readonly AssignmentCard[];
}

/** Assignments by their due dates, each with where it stands. */
export function AssignmentList({ section, assignments }: AssignmentListProps) {
  return (
    <ul className="mb-10 divide-y divide-rule border-y border-rule">
      {assignments.map((card) => (
        <li key={card.id} className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-3">
          <div className="min-w-0">
            <h2 className="text-h3">
              <Link href={`/sections/${section}/assignments/${card.id}`} className="link inline-block py-1 break-words">
                {card.title}
              </Link>
            </h2>
            <p className="font-sans text-note text-muted">
              {modeNames[card.mode]} · {card.items} {card.items === 1 ? "item" : "items"} · {pointsInWords(card.points)}
            </p>
          </div>
          <div className="font-sans text-note sm:text-right">
            <p className="flex flex-wrap items-center gap-x-3 sm:justify-end">
              <PhaseMark phase={card.phase} />
              <When card={card} />
            </p>
            <p className="text-muted">
              <Standing card={card} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function When({ card: { phase, opensAt, dueAt, lateUntil } }: { card: AssignmentCard }) {
  if (phase === "upcoming" && opensAt)
    return (
      <span>
        opens <LocalTime iso={opensAt} />
      </span>
    );
  if (phase === "late" && lateUntil)
    return (
      <span>
        late answers until <LocalTime iso={lateUntil} />
      </span>
    );
  if (!dueAt) return <span className="text-muted">no due date</span>;
  return (
    <span>
      {phase === "closed" ? "was due" : "due"} <LocalTime iso={dueAt} />
    </span>
  );
}

function Standing({ card: { own, everybody, points, items } }: { card: AssignmentCard }) {
  if (everybody)
    return (
      <>
        {everybody.begun} begun, {everybody.finished} finished
      </>
    );
  if (!own) return null;
  if (own.excused) return <>you are excused</>;
  if (own.earned !== null)
    return (
      <>
        {Math.round(own.earned * 100) / 100} of {pointsInWords(points)}
      </>
    );
  if (!own.begun) return <>not begun</>;
  return (
    <>
      {own.finished ? "handed in" : "under way"}, {own.answered} of {items} answered
    </>
  );
}
