import Link from "next/link";
import { StartDrill } from "#app/_components/start-drill.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { PlacementResult } from "#lib/course/placement-result.ts";
import { KnownTopics } from "./known-topics.tsx";
import { PlacedItems } from "./placed-items.tsx";
import { StartPlacement } from "./start-placement.tsx";
import { StartingPoints } from "./starting-points.tsx";

/** Fewer answers than this leave much open. */
const enough = 10;
/** So many places to begin are enough to choose from. */
const most = 5;

/** What the latest placement found. */
export function Result({ result: { startedAt, answered, start, known, items } }: { result: PlacementResult }) {
  const first = start.slice(0, most);
  return (
    <article>
      <header>
        <p className="eyebrow">
          Placement, <LocalTime iso={startedAt} />
        </p>
        <h1 className="mt-2 text-h1">Where to begin</h1>
      </header>
      <p className="mt-4 max-w-measure text-lead">
        {start.length === 0
          ? "You seem to know all of it. Drills keep it fresh, and their harder levels stretch it."
          : "What you seem to know carries you up to here. These rest on it, and come next."}
      </p>
      {answered < enough && (
        <p className="mt-3 max-w-measure text-note text-muted">
          This rests on {answered} {answered === 1 ? "answer" : "answers"} alone, so take it as a guess; drills will put
          it right.
        </p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-x-7 gap-y-3">
        {first.length > 0 ? (
          <StartDrill look="primary" skills={first.map(({ id }) => id)}>
            Begin with a drill on these
          </StartDrill>
        ) : (
          <StartDrill look="primary">Practise what I need</StartDrill>
        )}
        <Link href="/learn" className="link py-2 font-sans text-control">
          Read the lessons
        </Link>
      </div>
      <StartingPoints points={first} />
      <KnownTopics topics={known} />
      <PlacedItems items={items} />
      <section aria-labelledby="again" className="screen-only mt-14 max-w-measure">
        <h2 id="again" className="text-h2">
          Take it again
        </h2>
        <p className="mt-2 mb-3">
          With other items, any time. What you have practised since then is known better from that, and is left as it
          is.
        </p>
        <StartPlacement look="secondary">Begin a new placement</StartPlacement>
      </section>
    </article>
  );
}
