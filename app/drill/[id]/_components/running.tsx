import { ItemHeading } from "#app/_components/item-heading.tsx";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import type { RunningDrill } from "#lib/course/drill.ts";
import { DrillProgress } from "./drill-progress.tsx";
import { FinishDrill } from "./finish-drill.tsx";
import { Gap } from "./gap.tsx";
import { NextItem } from "./next-item.tsx";
import { whyInWords } from "./why.ts";

/** The item that a drill is at. */
export function Running({ drill }: { drill: RunningDrill }) {
  const { id, focus, item, isWorked, isLast, gap, detourLeft } = drill;
  const { position, exercise, level, why, practice } = item;
  const isBroken = practice.state === "broken";
  const go = { drill: id, after: position };
  const next = (
    <NextItem {...go} look="primary">
      {isLast ? "See how it went" : "Next"}
    </NextItem>
  );
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <p className="eyebrow">{["Drill", ...focus].join(" · ")}</p>
        <DrillProgress drill={drill} />
        <div className="mt-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
          <ItemHeading position={position}>{exercise.title}</ItemHeading>
          <p className="font-sans text-control text-muted">Level {level}</p>
        </div>
        <p className="mt-1.5 text-note text-muted">{whyInWords(why)}</p>
      </header>
      {isBroken ? (
        <div className="max-w-measure">
          <h2 className="text-h2">This item is broken, and it is our mistake</h2>
          <p className="mt-3 mb-6">Nothing is lost and nothing counts against you. Another one takes its place.</p>
          <NextItem {...go} look="primary">
            Take another item
          </NextItem>
        </div>
      ) : (
        <>
          <Workspace place={{ exercise: exercise.id, level }} practice={practice} next={next} />
          {gap && <Gap {...go} gap={gap} />}
          {practice.state === "open" && practice.solution === null && (
            <div className="screen-only mt-10">
              {isWorked ? (
                <>
                  {next}
                  <p className="mt-2 font-sans text-note text-muted">
                    Or correct your answer and check again; the first try is what counts.
                  </p>
                </>
              ) : (
                <div className="flex flex-wrap items-center gap-x-4">
                  <NextItem {...go}>Skip this one</NextItem>
                  <p className="font-sans text-note text-muted">It counts for nothing, and another one comes.</p>
                </div>
              )}
            </div>
          )}
        </>
      )}
      {!isLast && (
        <footer className="screen-only mt-12 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-rule pt-4">
          {detourLeft !== null && (
            <NextItem {...go} detour="leave">
              Back to the drill
            </NextItem>
          )}
          <FinishDrill drill={id} isEndless={drill.total === null} />
        </footer>
      )}
      <Shortcuts />
    </article>
  );
}
