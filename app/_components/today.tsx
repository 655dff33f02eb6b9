import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Unfinished, Today as WhatWaits } from "#lib/course/today.ts";

interface TodayProps {
  today: WhatWaits;
  /** Items a day; 0 is no goal. */
  goal: number;
}

/** For somebody who comes back: what waits, and the way on. */
export function Today({ today: { answered, due, unfinished, assignments }, goal }: TodayProps) {
  return (
    <section aria-labelledby="today" className="pb-6">
      <h1 id="today" className="text-h1">
        Today
      </h1>
      {assignments.length > 0 && <Assignments assignments={assignments} />}
      <p className="mt-3 max-w-measure text-lead">{waiting(due)}</p>
      <div className="mt-7 flex flex-wrap items-center gap-x-7 gap-y-4">
        <Link href="/drill" className={button.primary}>
          Practise what I need
        </Link>
        <Link href="/practice" className={button.quiet}>
          Choose for yourself
        </Link>
        <Link href="/progress" className={button.quiet}>
          See your progress
        </Link>
      </div>
      {goal > 0 && <Goal answered={answered} goal={goal} />}
      {unfinished.length > 0 && (
        <div className="mt-10 max-w-measure border-t border-rule pt-5">
          <h2 className="eyebrow">Not finished yet</h2>
          <ul className="mt-1 divide-y divide-rule">
            {unfinished.map((one) => (
              <li key={one.id}>
                <Link
                  href={addressOf(one)}
                  className="flex min-h-11 items-center justify-between gap-4 py-2 hover:text-accent"
                >
                  <span>
                    {nameOf(one)}
                    {one.kind === "quiz" && one.endsAt && (
                      <span className="text-note text-muted">
                        , until <LocalTime iso={one.endsAt} />
                      </span>
                    )}
                  </span>
                  <ArrowRight aria-hidden="true" size={18} className="shrink-0 text-accent" />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What is to be handed in, before anything of one's own choosing. */
function Assignments({ assignments }: { assignments: WhatWaits["assignments"] }) {
  return (
    <div className="mt-6 mb-8 max-w-measure border-t border-rule pt-5">
      <h2 className="eyebrow">To hand in</h2>
      <ul className="mt-1 divide-y divide-rule">
        {assignments.map(({ id, title, section, phase, dueAt, lateUntil, begun, answered, items }) => (
          <li key={id}>
            <Link
              href={`/sections/${section.id}/assignments/${id}`}
              className="flex min-h-11 items-center justify-between gap-4 py-2 hover:text-accent"
            >
              <span className="min-w-0">
                <span className="block break-words">{title}</span>
                <span className="block text-note text-muted">
                  {section.title}
                  {begun && ` · ${answered} of ${items} answered`}
                  {phase === "open" && dueAt && (
                    <>
                      {" "}
                      · due <LocalTime iso={dueAt} />
                    </>
                  )}
                  {phase === "late" && (
                    <>
                      {" "}
                      · <span className="text-hold">late</span>, taken until{" "}
                      {lateUntil && <LocalTime iso={lateUntil} />}
                    </>
                  )}
                </span>
              </span>
              <ArrowRight aria-hidden="true" size={18} className="shrink-0 text-accent" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function waiting(due: number): string {
  if (due === 0) return "No review is due. A drill takes up what is weak, and a little that is new.";
  return due === 1 ? "One skill is due for review." : `${due} skills are due for review.`;
}

const names = { drill: "A drill", placement: "Finding where to begin" } as const;

const nameOf = (one: Unfinished): string => (one.kind === "quiz" ? one.title : names[one.kind]);

function addressOf(one: Unfinished): string {
  if (one.kind === "quiz") return `/quiz/${one.code}/${one.id}`;
  return one.kind === "drill" ? `/drill/${one.id}` : "/placement";
}

/** How far the day's goal is; words, and a line that fills. */
function Goal({ answered, goal }: { answered: number; goal: number }) {
  const share = Math.min(1, answered / goal);
  return (
    <div className="mt-8 max-w-80 font-sans text-note text-muted">
      <p id="goal">
        {answered >= goal ? `Today’s goal is met: ${answered} answered.` : `${answered} of ${goal} answered today.`}
      </p>
      <div
        role="progressbar"
        aria-labelledby="goal"
        aria-valuemin={0}
        aria-valuemax={goal}
        aria-valuenow={Math.min(answered, goal)}
        className="mt-2 h-1.5 overflow-hidden rounded-full bg-wash"
      >
        <div className="h-full bg-accent" style={{ width: `${100 * share}%` }} />
      </div>
    </div>
  );
}
