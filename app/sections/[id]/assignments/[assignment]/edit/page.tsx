import type { Metadata } from "next";
import { z } from "zod";
import { Setting } from "#app/_components/form/setting.tsx";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { levelSchema } from "#lib/course/level.ts";
import { Bank } from "./_components/bank.tsx";
import { Content } from "./_components/content.tsx";
import { ItemTerms } from "./_components/item-terms.tsx";
import { Sample } from "./_components/sample.tsx";
import { SettingsForm } from "./_components/settings-form.tsx";

export const metadata: Metadata = { title: "Edit an assignment" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({
  q: z.string().max(100).optional().catch(undefined),
  topic: z.string().max(100).optional().catch(undefined),
  sample: z.string().max(200).optional().catch(undefined),
  terms: z.uuid().optional().catch(undefined),
  level: levelSchema.optional().catch(undefined),
  count: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
});

/** The exercises of an assignment, and its rules. */
export default async function EditPage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "see drafts");
  const { q = "", topic = "", sample, terms, level = 1, count = 1 } = search.parse(await props.searchParams);
  const assignment = await readAssignment(actor, id).catch(missing);
  const mayChange = section.may.includes("change assignments");
  const isDraft = assignment.phase === "draft";
  const here = `${address}/edit`;
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} page="Edit" />
      <section aria-labelledby="exercises" className="pb-10">
        <h2 id="exercises" className="text-h2">
          Exercises
        </h2>
        <Content assignment={assignment} here={here} search={{ q, topic }} mayChange={mayChange && isDraft} />
        {!isDraft && (
          <p className="mt-4 max-w-measure font-sans text-note text-muted">
            It is published, so its exercises stand as they are.
            {assignment.begun
              ? " A student has begun it."
              : " To change them, make it a draft again on its overview; nobody has begun it."}
          </p>
        )}
      </section>
      {terms !== undefined && (
        <ItemTerms actor={actor} assignment={id} item={terms} here={here} mayChange={mayChange && isDraft} />
      )}
      {sample !== undefined && (
        <Sample
          actor={actor}
          section={section.id}
          here={here}
          of={{ exercise: sample, level, count }}
          q={q}
          topic={topic}
        />
      )}
      {mayChange && isDraft && <Bank assignment={id} here={here} q={q} topic={topic} />}
      {mayChange && (
        <Setting id="settings" title="Dates and rules">
          <SettingsForm assignment={assignment} timeZone={section.timeZone} />
        </Setting>
      )}
    </>
  );
}
