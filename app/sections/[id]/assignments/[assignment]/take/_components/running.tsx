import { Flag, FlagOff } from "lucide-react";
import { notFound } from "next/navigation";
import { flagItem } from "#app/_actions/flag-item.ts";
import { leaveItem } from "#app/_actions/leave-item.ts";
import { nextRound } from "#app/_actions/next-round.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { ItemMap } from "#app/_components/sitting/item-map.tsx";
import { KeptLink } from "#app/_components/sitting/kept-link.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import { button } from "#components/ui/button.ts";
import type { Actor } from "#lib/course/actor.ts";
import { type MyAssignment, type MyAttempt, readItem, triesAt } from "#lib/course/assignment/sitting.ts";
import { whyMark } from "#lib/course/assignment/why.ts";
import { earnings } from "./earnings.ts";
import { LeaveButton } from "./leave-button.tsx";
import { SittingHead } from "./sitting-head.tsx";
import { Why } from "./why.tsx";

interface RunningProps {
  actor: Actor;
  assignment: MyAssignment;
  attempt: MyAttempt;
  item: number;
  address: string;
}

/** One item of an assignment under way, and the way to the others. */
export async function Running({ actor, assignment, attempt, item: position, address }: RunningProps) {
  const { items } = attempt;
  const { config } = assignment;
  const item = items.find((one) => one.position === position);
  const found = item && (await readItem(actor, { attempt: attempt.id, position }));
  if (!item || !found) notFound();
  const { practice } = found;
  const tries = await triesAt(attempt.id, position);
  const why = practice.state !== "broken" && practice.tells && tries > 0 ? await whyMark(attempt.id, position) : [];
  const take = `${address}/take`;
  const isLast = position === items.length;
  const isAtOnce = config.feedback === "at once";
  const onward = !isLast
    ? `${take}?item=${position + 1}`
    : isAtOnce && assignment.mode === "homework"
      ? address
      : `${take}/hand-in`;
  const onwardSays = !isLast ? "Next item" : onward === address ? "Back to the assignment" : "To the end";
  const isOpen = practice.state === "open";
  const isOneWay = config.navigation === "one by one";
  const here = { attempt: attempt.id, position: String(position) };
  const mayTryAgain =
    practice.state === "broken" ||
    (practice.state === "done" &&
      config.freshOnRetry &&
      !practice.right &&
      (config.tries === null || tries < config.tries));
  const goOn = (look: "primary" | "secondary") =>
    isOneWay && isOpen ? (
      <LeaveButton action={leaveItem} fields={here} look={look}>
        {isLast ? "Leave this item and go to the end" : "Leave this item and go on"}
      </LeaveButton>
    ) : (
      <KeptLink href={isOneWay && !isLast ? take : onward} data-shortcut="n" className={button[look]}>
        {onwardSays}
      </KeptLink>
    );
  const again = (
    <ActionButton action={nextRound} fields={here} look="primary">
      {practice.state === "broken" ? "Take another variant" : "Try a new variant"}
    </ActionButton>
  );
  const map = (place: "above" | "beside") => (
    <ItemMap
      items={items}
      here={position}
      address={take}
      handIn={!isAtOnce || assignment.mode !== "homework"}
      place={place}
    />
  );
  return (
    <article>
      <SittingHead
        assignment={assignment}
        attempt={attempt}
        address={address}
        place={`item ${position} of ${items.length}`}
        title={item.title}
      />
      {!isOneWay && config.hints && map("above")}
      <div className="lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14">
        <div className="lg:col-span-2 lg:col-start-1 lg:row-start-1">
          {practice.state === "broken" ? (
            <>
              <p className="max-w-measure">
                Something is wrong with this variant, not with you. It costs nothing; take another one.
              </p>
              <div className="mt-5">{again}</div>
            </>
          ) : (
            <Workspace
              place={{ exercise: practice.view.exercise, level: practice.view.level }}
              practice={practice}
              note={earnings(practice, config, tries, assignment.dueAt, attempt.now)}
              next={
                <div className="flex flex-wrap gap-3">
                  {mayTryAgain && again}
                  {goOn(mayTryAgain ? "secondary" : "primary")}
                </div>
              }
            />
          )}
          <Why lines={why} />
          {(position > 1 || isOpen) && (
            <div className="screen-only mt-8 flex max-w-[42rem] flex-wrap items-center gap-x-3 gap-y-3 border-t border-rule pt-5">
              {position > 1 && !isOneWay && (
                <KeptLink href={`${take}?item=${position - 1}`} data-shortcut="k [" className={button.secondary}>
                  Previous
                </KeptLink>
              )}
              {isOpen && !isOneWay && (
                <ActionButton
                  action={flagItem}
                  fields={{ ...here, flagged: item.flagged ? "no" : "yes" }}
                  look="secondary"
                >
                  {item.flagged ? <FlagOff aria-hidden="true" size={16} /> : <Flag aria-hidden="true" size={16} />}
                  {item.flagged ? "Take the flag away" : "Flag it"}
                </ActionButton>
              )}
              {isOpen && <span className="ml-auto">{goOn(isAtOnce ? "secondary" : "primary")}</span>}
            </div>
          )}
        </div>
        {!isOneWay && !config.hints && map("beside")}
      </div>
      <Shortcuts />
    </article>
  );
}
