import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Notice } from "#app/_components/notice.tsx";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { button } from "#components/ui/button.ts";
import { readRoster } from "#lib/course/section/roster.ts";
import { RosterTable } from "./_components/roster-table.tsx";

export const metadata: Metadata = { title: "Roster" };

interface PageProps extends SectionParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const count = z.coerce.number().int().min(0).max(99_999).optional().catch(undefined);
const search = z.object({ added: count, changed: count });

/** Everybody in a section. */
export default async function RosterPage(props: PageProps) {
  const { actor, section } = await sectionAt(props, "see the roster");
  const members = await readRoster(actor, section.id);
  const { added, changed } = search.parse(await props.searchParams);
  const waited = members.filter(({ joinedAt }) => joinedAt === null).length;
  return (
    <>
      <SectionHead section={section} page="Roster" />
      {added !== undefined && changed !== undefined && (
        <Notice>
          The roster is imported: {added} added, {changed} changed.
        </Notice>
      )}
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="mr-auto max-w-measure text-note text-muted">
          {waited > 0 &&
            `${waited} of ${members.length} ${waited === 1 ? "has" : "have"} not joined yet: a place is kept for each address until they do, by the link on the overview.`}
          {waited === 0 &&
            (members.length > 1
              ? "Everybody on it has joined."
              : "Nobody else is on it yet: import a roster, or send students the link on the overview.")}
        </p>
        <Link href={`/sections/${section.id}/accommodations`} className={button.quiet}>
          Accommodations
        </Link>
        {section.may.includes("change the roster") && (
          <Link href={`/sections/${section.id}/roster/import`} className={button.secondary}>
            Import a roster
          </Link>
        )}
      </div>
      <RosterTable
        section={section.id}
        members={members}
        mayChange={section.may.includes("change the roster")}
        mayAppoint={section.may.includes("appoint instructors")}
      />
    </>
  );
}
