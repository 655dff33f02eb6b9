import Link from "next/link";
import { finishDrill } from "#app/_actions/finish-drill.ts";
import { startDrill } from "#app/_actions/start-drill.ts";
import { button } from "#components/ui/button.ts";
import type { UnfinishedDrill, WantedDrill } from "#lib/course/drill-offer.ts";

interface UnfinishedProps {
  drill: UnfinishedDrill;
  /** The drill that was asked for meanwhile. */
  wanted: WantedDrill | undefined;
}

/** The drill that is not finished: to go on with, or to end, maybe for another one. */
export function Unfinished({ drill: { id, focus, done, total }, wanted }: UnfinishedProps) {
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished" className="text-h2">
        You have a drill under way
      </h2>
      <p className="mt-3">
        {focus.length > 0 && `It is on ${focus.join(", ")}. `}
        {total === null
          ? `${done} ${done === 1 ? "item is" : "items are"} done; it goes on as long as you like.`
          : `${done} of ${total} items are done.`}
        {wanted && " Only one can be under way at a time."}
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-x-7 gap-y-4">
        <Link href={`/drill/${id}`} className={button.primary}>
          Go on with it
        </Link>
        {wanted ? (
          <form action={startDrill}>
            <input type="hidden" name="length" value={wanted.length} />
            <input type="hidden" name="skills" value={wanted.skills} />
            <input type="hidden" name="exercises" value={wanted.exercises} />
            <input type="hidden" name="instead" value={id} />
            <button type="submit" className={button.secondary}>
              End it, and begin the one {wanted.focus.length > 0 ? `on ${wanted.focus.join(", ")}` : "you asked for"}
            </button>
          </form>
        ) : (
          <form action={finishDrill}>
            <input type="hidden" name="drill" value={id} />
            <button type="submit" className={button.secondary}>
              End it
            </button>
          </form>
        )}
      </div>
      <p className="mt-4 font-sans text-note text-muted">What you have done in it counts either way.</p>
    </section>
  );
}
