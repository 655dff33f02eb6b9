import { finishPlacement } from "#app/_actions/finish-placement.ts";
import { ItemHeading } from "#app/_components/item-heading.tsx";
import { ItemProgress } from "#app/_components/item-progress.tsx";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import { button } from "#components/ui/button.ts";
import type { RunningPlacement } from "#lib/course/placement.ts";
import { GoOn } from "./go-on.tsx";
import { NextProbe } from "./next-probe.tsx";

/** It may be a few more or less. */
const about = 12;

/** The item that a placement is at. */
export function Probing({ placement: { id, done, item } }: { placement: RunningPlacement }) {
  const { position, exercise, practice } = item;
  const go = { placement: id, after: position };
  const isAnswered = practice.state === "done";
  const answered = done + (isAnswered ? 1 : 0);
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <p className="eyebrow">Placement</p>
        <ItemProgress done={answered} total={Math.max(about, done + 1)}>
          Item {done + 1} of about {about}
        </ItemProgress>
        <div className="mt-5">
          <ItemHeading position={position}>{exercise.title}</ItemHeading>
        </div>
      </header>
      {practice.state === "broken" ? (
        <div className="max-w-measure">
          <h2 className="text-h2">This item is broken, and it is our mistake</h2>
          <p className="mt-3 mb-6">It counts for nothing. Another one takes its place.</p>
          <NextProbe {...go} look="primary">
            Take another item
          </NextProbe>
        </div>
      ) : (
        <>
          <Workspace place={{ exercise: exercise.id, level: 2 }} practice={practice} next={<GoOn {...go} />} />
          {!isAnswered && (
            <div className="screen-only mt-8 flex flex-wrap items-center gap-x-5 gap-y-2">
              <NextProbe {...go} look="secondary">
                I don’t know this yet
              </NextProbe>
              <p className="font-sans text-note text-muted">Another item comes; no try is used.</p>
            </div>
          )}
        </>
      )}
      <footer className="screen-only mt-12 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule pt-4">
        <p className="font-sans text-note text-muted">You can leave and go on later: your place is kept.</p>
        {answered > 0 && (
          <form action={finishPlacement}>
            <input type="hidden" name="placement" value={id} />
            <button type="submit" className={`${button.quiet} min-h-10`}>
              End it here and see the result
            </button>
          </form>
        )}
      </footer>
      <Shortcuts />
    </article>
  );
}
