/** How one student stands in one assignment: what counts (for final.ts) and what is to be seen of it. Pure. */
import type { Said } from "#lib/course/assignment/different.ts";
import { closeOf, type Dates, datesFor } from "#lib/course/assignment/schedule.ts";
import type { Cell } from "./final.ts";

interface Held {
  assignment: {
    id: string;
    category: string;
    possible: number;
    config: { feedback: "at once" | "after due" | "on release" };
    released: boolean;
    now: number;
  } & Dates;
  grade: { points: number; possible: number; late: boolean; overridden: boolean } | undefined;
  attempt: { ended: boolean; told: boolean } | undefined;
  own: Said | null;
  general: Said | null;
}

export interface Seen extends Cell {
  late: boolean;
  /** Whether a person has set the points of the whole. */
  overridden: boolean;
  /** Whether the due date is later than that of everybody. */
  extended: boolean;
  /** Whether there are points that the student is not told yet. */
  withheld: boolean;
}

/** What who teaches sees. */
export function seenByStaff({ assignment, grade, attempt, own, general }: Held): Seen {
  const { id, category, now } = assignment;
  const dates = datesFor(assignment, own, general);
  const isSet = grade?.overridden ?? false;
  return {
    assignment: id,
    category,
    points: grade?.points ?? null,
    possible: grade?.possible ?? assignment.possible,
    state: isSet || attempt?.ended ? "done" : attempt ? "working" : "none",
    excused: own?.excused ?? false,
    duePassed: dates.dueAt !== null && now > dates.dueAt,
    late: grade?.late ?? false,
    overridden: isSet,
    extended: dates.dueAt !== null && assignment.dueAt !== null && dates.dueAt > assignment.dueAt,
    withheld: (isSet || attempt !== undefined) && !isTold(assignment, dates, attempt),
  };
}

/** The same without what a student must not know yet. */
export function seenByStudent(held: Held): Seen {
  const seen = seenByStaff(held);
  if (!seen.withheld) return seen;
  const isOver = held.attempt === undefined || held.attempt.ended;
  return {
    ...seen,
    points: null,
    possible: held.assignment.possible,
    state: isOver ? "untold" : "working",
    // What is under way counts once it is due, and that would tell the points.
    duePassed: false,
    overridden: false,
    withheld: false,
  };
}

/** Without an attempt (somebody has set the points) it is told when it would be told to who began in time. */
function isTold({ config, released, now }: Held["assignment"], dates: Dates, attempt: Held["attempt"]): boolean {
  if (attempt) return attempt.told;
  const close = closeOf(dates);
  return (
    released || config.feedback === "at once" || (config.feedback === "after due" && close !== null && now >= close)
  );
}
