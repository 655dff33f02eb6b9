import { Flag, FlagOff } from "lucide-react";
import { notFound } from "next/navigation";
import { flagItem } from "#app/_actions/flag-item.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { Gone } from "#app/_components/sitting/gone.tsx";
import { ItemMap } from "#app/_components/sitting/item-map.tsx";
import { KeptLink } from "#app/_components/sitting/kept-link.tsx";
import { Timer } from "#app/_components/sitting/timer.tsx";
import { WhenClosed } from "#app/_components/sitting/when-closed.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import { addressOf, type SittingPlace } from "#app/quiz/[code]/[attempt]/place-of.ts";
import { button } from "#components/ui/button.ts";
import type { Actor } from "#lib/course/actor.ts";
import { type RunningQuiz, readSittingItem } from "#lib/course/quiz-sitting.ts";

interface RunningProps {
  actor: Actor;
  place: SittingPlace;
  sitting: RunningQuiz;
  item: number;
}

/** One item of a quiz under way, and the way to the others. */
export async function Running({ actor, place, sitting, item: position }: RunningProps) {
  const { items, title, endsAt, now } = sitting;
  const item = items.find((one) => one.position === position);
  const practice = item && (await readSittingItem(actor, { attempt: place.attempt, position }));
  if (!item || !practice) notFound();
  const address = addressOf(place);
  const to = (other: number) => `${address}?item=${other}`;
  const isLast = position === items.length;
  const onward = isLast ? `${address}/hand-in` : to(position + 1);
  const onwardSays = isLast ? "To the end" : "Next item";
  const isOpen = practice.state === "open";
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
          <p className="eyebrow min-w-0">
            {title} · item {position} of {items.length} · level {item.level}
          </p>
          <WhenClosed />
          {endsAt && <Timer endsAt={endsAt} now={now} address={address} />}
        </div>
        <h1 className="mt-2 text-h1">{item.title}</h1>
      </header>
      <div className="lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14">
        <div className="lg:col-span-2 lg:col-start-1 lg:row-start-1">
          {practice.state === "broken" ? (
            <Gone />
          ) : (
            <Workspace
              place={{ exercise: practice.view.exercise, level: practice.view.level }}
              practice={practice}
              next={
                <KeptLink href={onward} data-shortcut="n" className={button.primary}>
                  {onwardSays}
                </KeptLink>
              }
            />
          )}
          {(position > 1 || practice.state !== "done") && (
            <div className="screen-only mt-8 flex max-w-[42rem] flex-wrap items-center gap-x-3 gap-y-3 border-t border-rule pt-5">
              {position > 1 && (
                <KeptLink href={to(position - 1)} data-shortcut="k [" className={button.secondary}>
                  Previous
                </KeptLink>
              )}
              {isOpen && (
                <ActionButton
                  action={flagItem}
                  fields={{ attempt: place.attempt, position: String(position), flagged: item.flagged ? "no" : "yes" }}
                  look="secondary"
                >
                  {item.flagged ? <FlagOff aria-hidden="true" size={16} /> : <Flag aria-hidden="true" size={16} />}
                  {item.flagged ? "Take the flag away" : "Flag it"}
                </ActionButton>
              )}
              {practice.state !== "done" && (
                <span className="ml-auto">
                  <KeptLink href={onward} data-shortcut="n" className={button.primary}>
                    {onwardSays}
                  </KeptLink>
                </span>
              )}
            </div>
          )}
        </div>
        <ItemMap items={items} here={position} address={address} />
      </div>
      <Shortcuts />
    </article>
  );
}
