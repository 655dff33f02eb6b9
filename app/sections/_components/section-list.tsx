import Link from "next/link";
import { roleNames, studentsIn } from "#app/sections/_components/in-words.ts";
import type { SectionCard } from "#lib/course/section/list.ts";

/** Sections by name, each with what its reader is in it. */
export function SectionList({ sections }: { sections: readonly SectionCard[] }) {
  return (
    <ul className="mt-3 divide-y divide-rule border-y border-rule">
      {sections.map(({ id, title, term, role, students }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3">
          <h3 className="mr-auto min-w-0 text-h3 break-words">
            <Link href={`/sections/${id}`} className="link">
              {title}
            </Link>
          </h3>
          <p className="font-sans text-note text-muted">
            {[term, roleNames[role], role === "student" ? "" : studentsIn(students)].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
