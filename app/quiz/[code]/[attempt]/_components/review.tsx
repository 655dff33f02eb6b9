import Link from "next/link";
import { ArrivingHeading } from "#app/_components/workspace/arriving-heading.tsx";
import { duration, percent, points } from "#app/quiz/_components/in-words.ts";
import { addressOf, type SittingPlace } from "#app/quiz/[code]/[attempt]/place-of.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Actor } from "#lib/course/actor.ts";
import type { FinishedQuiz } from "#lib/course/quiz-sitting.ts";
import { ResultTable } from "./result-table.tsx";
import { ReviewItem } from "./review-item.tsx";

interface ReviewProps {
  actor: Actor;
  place: SittingPlace;
  sitting: FinishedQuiz;
  /** One item, all of them, or the list alone. */
  item: number | "all" | undefined;
}

/** How a quiz went: the score, and each item with what was answered and how it goes. */
export function Review({ actor, place, sitting, item }: ReviewProps) {
  const { title, items, startedAt, finishedAt, timedOut } = sitting;
  const address = addressOf(place);
  const counted = items.filter(({ score }) => score !== null);
  const earned = counted.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const open = items.filter(({ position }) => item === "all" || position === item);
  const [only] = item === "all" ? [] : open;
  return (
    <article>
      <header className="border-b border-rule pb-5">
        <p className="eyebrow">
          <Link href={`/quiz/${place.code}`} className="hover:text-ink hover:underline">
            {title}
          </Link>
          {" · "}
          <LocalTime iso={finishedAt} />
        </p>
        <h1 className="mt-2 text-h1">{only ? only.title : "How it went"}</h1>
      </header>
      {open.length === 0 && (
        <>
          <div className="mt-8">
            <ArrivingHeading id="score" level={2}>
              {points(earned, counted.length)}, {percent(earned, counted.length)}
            </ArrivingHeading>
            <p className="mt-1 max-w-measure text-muted">
              {timedOut
                ? "The time was up; what you had typed was handed in."
                : `Handed in after ${duration(Date.parse(finishedAt) - Date.parse(startedAt))}.`}
              {counted.length < items.length &&
                " Items whose exercise failed or has changed are left out, and count neither for nor against you."}
            </p>
          </div>
          <ResultTable items={items} address={address} />
          <div className="screen-only mt-8 flex flex-wrap gap-3">
            <Link href="/quiz" className={button.primary}>
              Another quiz
            </Link>
            <Link href={`${address}?item=all`} prefetch={false} className={button.secondary}>
              All items on one page, to print
            </Link>
          </div>
        </>
      )}
      {open.map(({ position }) => (
        <ReviewItem
          key={position}
          actor={actor}
          attempt={place.attempt}
          result={items.find((one) => one.position === position)}
          isAlone={only !== undefined}
        />
      ))}
      {open.length > 0 && (
        <nav aria-label="Items" className="mt-12 flex flex-wrap gap-3 border-t border-rule pt-5">
          {only && only.position > 1 && (
            <Link href={`${address}?item=${only.position - 1}`} className={button.secondary}>
              Previous
            </Link>
          )}
          {only && only.position < items.length && (
            <Link href={`${address}?item=${only.position + 1}`} className={button.secondary}>
              Next item
            </Link>
          )}
          <Link href={address} className={button.secondary}>
            All items
          </Link>
        </nav>
      )}
    </article>
  );
}
