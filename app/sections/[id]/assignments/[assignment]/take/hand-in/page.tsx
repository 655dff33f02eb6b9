import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { handInAssignment } from "#app/_actions/hand-in-assignment.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { ItemMap } from "#app/_components/sitting/item-map.tsx";
import { KeptLink } from "#app/_components/sitting/kept-link.tsx";
import { OpenEnds } from "#app/_components/sitting/open-ends.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { SittingHead } from "#app/sections/[id]/assignments/[assignment]/take/_components/sitting-head.tsx";
import { button } from "#components/ui/button.ts";
import { readMyAssignment } from "#lib/course/assignment/sitting.ts";

export const metadata: Metadata = { title: "Hand in" };

/** Before an assignment is handed in: what is blank, cannot be read, or was flagged. */
export default async function HandInPage(props: AssignmentParams) {
  const { actor, section, id, address } = await assignmentAt(props);
  const assignment = await readMyAssignment(actor, id).catch(missing);
  const { attempt, config } = assignment;
  if (!attempt) redirect(address);
  const take = `${address}/take`;
  if (attempt.over) redirect(take);
  const isOneWay = config.navigation === "one by one";
  return (
    <article>
      <SittingHead assignment={assignment} attempt={attempt} address={address} title="Before you hand in" />
      <div className="lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14">
        <div className="max-w-measure lg:col-start-1 lg:row-start-1">
          {!isOneWay && <OpenEnds items={attempt.items} address={take} />}
          <p className="mt-6 text-muted">After you hand in nothing can be changed.</p>
          <div className="screen-only mt-6 flex flex-wrap items-start gap-3">
            <ActionButton
              action={handInAssignment}
              fields={{ section: section.id, assignment: id, attempt: attempt.id }}
              look="primary"
            >
              Hand in
            </ActionButton>
            {!isOneWay && (
              <KeptLink href={`${take}?item=${attempt.items.length}`} className={button.secondary}>
                Back to the items
              </KeptLink>
            )}
          </div>
        </div>
        {!isOneWay && <ItemMap items={attempt.items} here={0} address={take} />}
      </div>
    </article>
  );
}
