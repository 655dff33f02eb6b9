import type { Metadata } from "next";
import Link from "next/link";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { RosterForm } from "./_components/roster-form.tsx";

export const metadata: Metadata = { title: "Import a roster" };

/** A roster from elsewhere: looked at first, then taken over. */
export default async function ImportRosterPage(props: SectionParams) {
  const { section } = await sectionAt(props, "change the roster");
  return (
    <>
      <SectionHead section={section} page="Import a roster" under="Roster" />
      <div className="max-w-measure space-y-3">
        <p>
          A file from a spreadsheet, a learning platform or the registry: one person in a row, with an e-mail address.
          Names, student numbers and groups are taken over where there are any. The order of the columns does not
          matter, nor whether commas, semicolons or tabs stand between them. To add one person, their address is enough.
        </p>
        <pre className="overflow-x-auto rounded bg-wash px-4 py-3 font-mono text-note">
          {"name,email,student number,group\nAda Lovelace,ada@example.org,0042,Tuesday"}
        </pre>
        <p>
          You see first what would happen. Of people who are on the roster already, what the file says is taken over.
          Nobody is taken off by an import: that is done on the{" "}
          <Link href={`/sections/${section.id}/roster`} className="link">
            roster
          </Link>{" "}
          itself.
        </p>
      </div>
      <RosterForm section={section.id} />
    </>
  );
}
