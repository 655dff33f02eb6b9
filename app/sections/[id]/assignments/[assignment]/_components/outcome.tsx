import Link from "next/link";
import { ArrivingHeading } from "#app/_components/workspace/arriving-heading.tsx";
import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { MyAssignment, MyAttempt } from "#lib/course/assignment/sitting.ts";

interface OutcomeProps {
  assignment: MyAssignment;
  attempt: MyAttempt;
  address: string;
}

const shown = (value: number): string => String(Math.round(value * 100) / 100);

/** What became of an attempt, as far as it may be told. */
export function Outcome({ assignment, attempt, address }: OutcomeProps) {
  const { tells, earned, marks, items, finishedAt, endsAt, comments } = attempt;
  const end = finishedAt ?? endsAt;
  return (
    <section aria-labelledby="score">
      <ArrivingHeading id="score" level={2}>
        {!tells ? "Handed in" : earned ? `${shown(earned.points)} of ${pointsInWords(earned.possible)}` : "How it went"}
      </ArrivingHeading>
      <p className="mt-1 max-w-measure text-muted">
        {end && (
          <>
            It ended <LocalTime iso={end} />.{" "}
          </>
        )}
        {!tells && <Until assignment={assignment} attempt={attempt} />}
        {earned?.overridden && "Who teaches has set these points."}
      </p>
      {comments.map((text) => (
        <p key={text} className="mt-3 max-w-measure border-l-2 border-accent pl-4 whitespace-pre-line">
          {text}
        </p>
      ))}
      <table className="mt-6 w-full max-w-[42rem] tabular-nums lining-nums">
        <caption className="sr-only">The items{tells && " and what they earned"}</caption>
        <thead>
          <tr className="border-b border-ink text-left font-sans text-note">
            <th scope="col" className="w-9 py-2 font-medium">
              <span className="sr-only">Number</span>
            </th>
            <th scope="col" className="py-2 pr-4 font-medium">
              Item
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {tells ? "Points" : "Handed in"}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ position, title, state }) => (
            <tr key={position} className="border-b border-rule align-top">
              <td className="py-3.5 font-sans text-note text-muted">{position}</td>
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <Link href={`${address}/take?item=${position}`} prefetch={false} className="link inline-block py-1.5">
                  {title}
                </Link>
              </th>
              <td className="py-3.5 text-right font-sans text-note whitespace-nowrap">
                <Earned
                  mark={marks.find((mark) => mark.position === position)}
                  tells={tells}
                  blank={state === "blank"}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {attempt.preview && (
        <p className="mt-6">
          <Link href={address} className={button.secondary}>
            Back to the assignment
          </Link>
        </p>
      )}
    </section>
  );
}

function Until({ assignment: { config }, attempt: { tellsAt } }: Pick<OutcomeProps, "assignment" | "attempt">) {
  if (tellsAt)
    return (
      <>
        You are told how it went on <LocalTime iso={tellsAt} />.
      </>
    );
  return config.feedback === "on release" ? (
    <>You are told how it went when whoever teaches releases it.</>
  ) : (
    <>You are told how it went once it has closed for everybody.</>
  );
}

interface EarnedProps {
  mark: MyAttempt["marks"][number] | undefined;
  tells: boolean;
  blank: boolean;
}

function Earned({ mark, tells, blank }: EarnedProps) {
  if (!tells || !mark) return <>{blank ? "blank" : "yes"}</>;
  if (mark.excluded) return <span className="text-muted">does not count</span>;
  return (
    <>
      {shown((mark.score ?? 0) * mark.possible)} of {shown(mark.possible)}
      {(mark.lateDays > 0 || mark.overridden) && (
        <span className="block text-fine text-muted">
          {[mark.lateDays > 0 ? "late" : "", mark.overridden ? "set by who teaches" : ""].filter(Boolean).join(", ")}
        </span>
      )}
    </>
  );
}
