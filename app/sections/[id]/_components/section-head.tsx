import Link from "next/link";
import { roleNames } from "#app/sections/_components/in-words.ts";
import type { SectionView } from "#lib/course/section/settings.ts";
import { DemoNote } from "./demo-note.tsx";

interface SectionHeadProps {
  section: SectionView;
  /** Of the page below the section’s own. */
  page?: string;
  /** The page in the list that it belongs to, where it is not itself one. */
  under?: string;
}

/** Where one is, and the way to the other pages of the section. */
export function SectionHead({ section, page, under = page ?? "Overview" }: SectionHeadProps) {
  const { id, title, term, role, archived, may } = section;
  const pages = [
    { name: "Overview", href: `/sections/${id}`, shown: true },
    { name: "Assignments", href: `/sections/${id}/assignments`, shown: true },
    { name: "Grades", href: `/sections/${id}/grades`, shown: role === "student" },
    { name: "Gradebook", href: `/sections/${id}/gradebook`, shown: may.includes("see the gradebook") },
    { name: "Roster", href: `/sections/${id}/roster`, shown: may.includes("see the roster") },
    { name: "Settings", href: `/sections/${id}/settings`, shown: may.includes("see the roster") },
  ].filter(({ shown }) => shown);
  return (
    <header className="mb-8">
      <p className="eyebrow">
        <Link href="/sections" className="hover:text-ink hover:underline">
          Sections
        </Link>
        {page && ` · ${title}`}
      </p>
      <h1 className="mt-2 text-h1 break-words">{page ?? title}</h1>
      {!page && (
        <p className="mt-2 font-sans text-note text-muted">
          {[term, `You are ${article[role]}${roleNames[role].toLowerCase()} of it`].filter(Boolean).join(" · ")}
        </p>
      )}
      <DemoNote section={section} />
      {archived && (
        <p className="mt-5 max-w-measure rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          This section is archived: it can be read, and nothing in it changes any more.
        </p>
      )}
      {pages.length > 1 && (
        <nav aria-label="Section" className="mt-5 flex flex-wrap gap-x-6 border-b border-rule font-sans text-control">
          {pages.map(({ name, href }) => {
            const isHere = name === under;
            return (
              <Link
                key={href}
                href={href}
                aria-current={!isHere ? undefined : name === (page ?? "Overview") ? "page" : true}
                className={`-mb-px inline-flex min-h-11 items-center border-b-2 ${isHere ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
              >
                {name}
              </Link>
            );
          })}
        </nav>
      )}
    </header>
  );
}

const article = { owner: "the ", instructor: "an ", assistant: "an ", student: "a " } as const;
