import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Notice } from "#app/_components/notice.tsx";
import { StartDrill } from "#app/_components/start-drill.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { readDrillOffer, wantedDrill } from "#lib/course/drill-offer.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { EarlierDrills } from "./_components/earlier-drills.tsx";
import { Unfinished } from "./_components/unfinished.tsx";
import { Waiting } from "./_components/waiting.tsx";

export const metadata: Metadata = {
  title: "Drill",
  description: "A short session of what you need most: reviews that are due, weak skills, and a little that is new.",
};

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ notice: noticeSchema.optional().catch(undefined) });

export default async function DrillPage({ searchParams }: PageProps) {
  const typed = await searchParams;
  const { notice } = search.parse(typed);
  const offer = await readDrillOffer(await currentActor());
  return (
    <>
      <h1 className="text-h1">Drill</h1>
      <Notice>{notice}</Notice>
      <div className="mt-6 max-w-measure border-y border-rule py-8">
        {offer.unfinished ? (
          <Unfinished drill={offer.unfinished} wanted={wantedDrill(typed)} />
        ) : (
          <>
            <p className="text-lead">
              A short session of what you need most: what is due for review, what is still weak, and a little that is
              new, from all topics in turn.
            </p>
            <Waiting offer={offer} />
            <div className="mt-7 flex flex-wrap items-center gap-x-7 gap-y-3">
              <StartDrill look="primary">Practise what I need</StartDrill>
              <p className="font-sans text-note text-muted">10 items</p>
            </div>
            <ul aria-label="Other lengths" className="mt-4 flex flex-wrap gap-x-6">
              <li>
                <StartDrill length="5">5 items</StartDrill>
              </li>
              <li>
                <StartDrill length="20">20 items</StartDrill>
              </li>
              <li>
                <StartDrill length="endless">Endless</StartDrill>
              </li>
            </ul>
          </>
        )}
      </div>
      {offer.isNew && !offer.unfinished && (
        <p className="mt-8 max-w-measure border-l-2 border-accent pl-4">
          Know some of this already? A{" "}
          <Link href="/placement" className="link">
            placement
          </Link>{" "}
          of about twelve items finds where to begin.
        </p>
      )}
      {offer.earlier.length > 0 && <EarlierDrills drills={offer.earlier} />}
    </>
  );
}
