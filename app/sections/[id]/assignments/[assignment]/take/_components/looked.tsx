import Link from "next/link";
import { notFound } from "next/navigation";
import { Gone } from "#app/_components/sitting/gone.tsx";
import { Reviewed } from "#app/_components/sitting/reviewed.tsx";
import { EarlierAnswers } from "#app/_components/workspace/earlier-answers.tsx";
import { button } from "#components/ui/button.ts";
import type { Actor } from "#lib/course/actor.ts";
import { type MyAssignment, type MyAttempt, readItem } from "#lib/course/assignment/sitting.ts";
import { whyMark } from "#lib/course/assignment/why.ts";
import { SittingHead } from "./sitting-head.tsx";

interface LookedProps {
  actor: Actor;
  assignment: MyAssignment;
  attempt: MyAttempt;
  item: number;
  address: string;
}

/** One item of an attempt that is over. */
export async function Looked({ actor, assignment, attempt, item: position, address }: LookedProps) {
  const item = attempt.items.find((one) => one.position === position);
  const found = item && (await readItem(actor, { attempt: attempt.id, position }));
  if (!item || !found) notFound();
  const { practice } = found;
  const why = attempt.tells && !attempt.preview ? await whyMark(attempt.id, position) : [];
  const take = `${address}/take`;
  return (
    <article>
      <SittingHead
        assignment={assignment}
        attempt={attempt}
        address={address}
        place={`item ${position} of ${attempt.items.length}`}
        title={item.title}
      />
      <div className="max-w-[42rem]">
        {practice.state === "broken" ? <Gone /> : <Reviewed practice={practice} />}
        {practice.state !== "broken" && practice.submissions.length > 1 && (
          <EarlierAnswers submissions={practice.submissions.slice(1)} />
        )}
        {why.length > 0 && (
          <section aria-labelledby="why" className="mt-10">
            <h2 id="why" className="text-h3">
              How the points came about
            </h2>
            <ul className="mt-2 list-disc space-y-1 pl-5">
              {why.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <nav aria-label="Items" className="mt-12 flex flex-wrap gap-3 border-t border-rule pt-5">
        {position > 1 && (
          <Link href={`${take}?item=${position - 1}`} className={button.secondary}>
            Previous
          </Link>
        )}
        {position < attempt.items.length && (
          <Link href={`${take}?item=${position + 1}`} className={button.secondary}>
            Next item
          </Link>
        )}
        <Link href={attempt.preview ? take : address} className={button.secondary}>
          All items
        </Link>
      </nav>
    </article>
  );
}
