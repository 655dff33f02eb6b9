import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { readRegradable } from "#lib/course/regrade/choose.ts";
import { changeSchema, whole } from "#lib/course/regrade/form.ts";
import { doneInWords } from "#lib/course/regrade/in-words.ts";
import { readPastRegrades } from "#lib/course/regrade/past.ts";
import { planRegrade } from "#lib/course/regrade/plan.ts";
import { ChangeItem } from "./_components/change-item.tsx";
import { ChangeWhole } from "./_components/change-whole.tsx";
import { Choices } from "./_components/choices.tsx";
import { DryRun } from "./_components/dry-run.tsx";
import { Past } from "./_components/past.tsx";

export const metadata: Metadata = { title: "Regrade" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({
  item: z
    .union([z.uuid(), z.literal(whole)])
    .optional()
    .catch(undefined),
  run: z.literal("yes").optional().catch(undefined),
  from: z.coerce.number().int().min(0).catch(0),
  applied: z.string().optional().catch(undefined),
});

/** Stored answers judged again by other terms: what it would do, and then doing it. */
export default async function RegradePage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "regrade work");
  const query = lastOf(await props.searchParams);
  const { item, run, from, applied } = search.parse(query);
  const here = `${address}/regrade`;
  const assignment = await readAssignment(actor, id).catch(missing);
  const head = <AssignmentHead section={section} assignment={assignment} page="Regrade" />;
  if (assignment.phase === "draft")
    return (
      <>
        {head}
        <p className="max-w-measure">
          This is a draft, so nobody has answered it. Tolerances, weights and points can be set{" "}
          <Link href={`${address}/edit`} className="link">
            where it is edited
          </Link>
          .
        </p>
      </>
    );
  const { run: _, from: __, applied: ___, ...fields } = query;
  const asked = run ? await ask(actor, { ...fields, assignment: id }) : { errors: {} };
  const errors = "errors" in asked ? asked.errors : {};
  const values = run ? fields : {};
  const past = await readPastRegrades(actor, id).catch(missing);
  const done = past.find(({ hash }) => hash === applied);
  const regradable =
    item === undefined || item === whole
      ? undefined
      : await readRegradable(actor, { assignment: id, item }).catch(missing);
  return (
    <>
      {head}
      {done && (
        <p role="status" className="mb-8 max-w-measure rounded border-l-4 border-correct bg-correct-wash px-4 py-3">
          It is done. {doneInWords(done)} Students read the reason beside their answers.{" "}
          <Link href={`${address}/review`} className="link">
            Look at the answers
          </Link>
        </p>
      )}
      <div className="gap-x-16 pb-8 lg:grid lg:grid-cols-[20rem_minmax(0,1fr)]">
        <section aria-labelledby="what">
          <h2 id="what" className="text-h2">
            What to regrade
          </h2>
          <p className="mt-2 mb-4 max-w-measure text-note">
            Answers that were given are judged again by what you change, and so are those to come. First you see what it
            would do.
          </p>
          <Choices here={here} parts={assignment.parts} chosen={item} />
        </section>
        <div className="min-w-0 max-lg:mt-10">
          {item === undefined && (
            <p className="max-w-measure font-sans text-note text-muted lg:mt-10">
              Choose an item to change its tolerances, weights or version; or the whole, for points and for what a
              carried value earns.
            </p>
          )}
          {item === whole && <ChangeWhole here={here} assignment={assignment} errors={errors} values={values} />}
          {item !== undefined && item !== whole && !regradable && (
            <p className="max-w-measure">This item is not there, or its code is not here any more.</p>
          )}
          {regradable && item !== undefined && (
            <section aria-labelledby="item">
              <h2 id="item" className="mb-4 text-h3">
                {regradable.terms.title}, level {regradable.terms.level}
              </h2>
              <ChangeItem
                key={item}
                here={here}
                assignment={id}
                item={item}
                regradable={regradable}
                errors={errors}
                values={values}
              />
            </section>
          )}
        </div>
      </div>
      {"dry" in asked && <DryRun here={here} run={asked.dry} fields={{ ...fields, assignment: id }} from={from} />}
      <Past past={past} />
    </>
  );
}

/** The last of several values counts, as a tick that is not set sends one as well. */
const lastOf = (params: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return last === undefined ? [] : [[name, last]];
    }),
  );

async function ask(actor: Parameters<typeof planRegrade>[0], fields: Record<string, string>) {
  const read = changeSchema.safeParse(fields);
  if (read.success) return await planRegrade(actor, read.data).catch(missing);
  return { errors: Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message])) };
}
