import Link from "next/link";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { MyQuizzes } from "#lib/course/quiz-past.ts";
import { percent, points } from "./in-words.ts";

/** Quizzes under way: the way back in stands before all else. */
export function Unfinished({ unfinished }: Pick<MyQuizzes, "unfinished">) {
  if (unfinished.length === 0) return null;
  return (
    <section aria-labelledby="unfinished" className="mt-8 rounded border-l-4 border-accent bg-accent-wash px-5 py-4">
      <h2 id="unfinished" className="text-h3">
        Under way
      </h2>
      <ul className="divide-y divide-rule">
        {unfinished.map(({ id, code, title, items, begun, endsAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
            <div>
              <p>{title}</p>
              <p className="font-sans text-note text-muted">
                {begun} of {items} begun
                {endsAt && (
                  <>
                    {" "}
                    · ends <LocalTime iso={endsAt} />
                  </>
                )}
              </p>
            </div>
            <Link href={`/quiz/${code}/${id}`} className={button.primary}>
              Go on<span className="sr-only"> with {title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was made and not begun, and what is over, newest first. */
export function Earlier({ finished, waiting }: Pick<MyQuizzes, "finished" | "waiting">) {
  if (finished.length === 0 && waiting.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="mt-16">
      <h2 id="earlier" className="text-h2">
        Your quizzes
      </h2>
      <ul className="mt-4 divide-y divide-rule border-t border-rule">
        {waiting.map(({ code, title, madeAt }) => (
          <Row key={code} href={`/quiz/${code}`} title={title} at={madeAt}>
            not begun
          </Row>
        ))}
        {finished.map(({ id, code, title, finishedAt, items, points: earned }) => (
          <Row key={id} href={`/quiz/${code}/${id}`} title={title} at={finishedAt ?? ""}>
            {points(earned ?? 0, items)}, {percent(earned ?? 0, items)}
          </Row>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  href: string;
  title: string;
  at: string;
  children: React.ReactNode;
}

function Row({ href, title, at, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 py-2">
      <Link href={href} className="mr-auto py-1.5 hover:text-accent hover:underline">
        {title}
      </Link>
      <span className="font-sans text-note font-medium tabular-nums lining-nums">{children}</span>
      <span className="font-sans text-fine text-muted max-sm:w-full sm:w-40 sm:text-right">
        <LocalTime iso={at} />
      </span>
    </li>
  );
}
