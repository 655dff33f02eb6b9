import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { handInQuiz } from "#app/_actions/hand-in-quiz.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { ItemMap } from "#app/_components/sitting/item-map.tsx";
import { KeptLink } from "#app/_components/sitting/kept-link.tsx";
import { OpenEnds } from "#app/_components/sitting/open-ends.tsx";
import { Timer } from "#app/_components/sitting/timer.tsx";
import { addressOf, placeOf, type SittingParams } from "#app/quiz/[code]/[attempt]/place-of.ts";
import { button } from "#components/ui/button.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { readSitting } from "#lib/course/quiz-sitting.ts";

export const metadata: Metadata = { title: "Hand in" };

/** Before a quiz is handed in: what is blank, cannot be read, or was flagged. */
export default async function HandInPage({ params }: { params: SittingParams }) {
  const place = await placeOf(params);
  const sitting = place && (await readSitting(await currentActor(), place));
  if (!place || !sitting) notFound();
  const address = addressOf(place);
  if (sitting.over) redirect(address);
  const { items, title, endsAt, now } = sitting;
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
          <p className="eyebrow min-w-0">{title}</p>
          {endsAt && <Timer endsAt={endsAt} now={now} address={address} />}
        </div>
        <h1 className="mt-2 text-h1">Before you hand in</h1>
      </header>
      <div className="lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14">
        <div className="max-w-measure lg:col-start-1 lg:row-start-1">
          <OpenEnds items={items} address={address} />
          <p className="mt-6 text-muted">
            After you hand in nothing can be changed. Every answer comes back with its verdict and its solution.
          </p>
          <div className="screen-only mt-6 flex flex-wrap items-start gap-3">
            <ActionButton action={handInQuiz} fields={{ ...place }} look="primary">
              Hand in
            </ActionButton>
            <KeptLink href={`${address}?item=${items.length}`} className={button.secondary}>
              Back to the items
            </KeptLink>
          </div>
        </div>
        <ItemMap items={items} here={0} address={address} />
      </div>
    </article>
  );
}
