import Link from "next/link";
import { DemoNote } from "#app/sections/[id]/_components/demo-note.tsx";
import { PhaseMark } from "#app/sections/[id]/assignments/_components/phase-mark.tsx";
import type { Mode } from "#lib/course/assignment/config.ts";
import { modeNames } from "#lib/course/assignment/in-words.ts";
import type { Phase } from "#lib/course/assignment/list.ts";
import type { SectionView } from "#lib/course/section/settings.ts";

interface AssignmentHeadProps {
  section: SectionView;
  assignment: { id: string; title: string; mode: Mode; phase: Phase };
  /** Of the page below the assignment’s own. */
  page?: string;
}

/** Where one is, and for who teaches the way to the other pages of the assignment. */
export function AssignmentHead({ section, assignment: { id, title, mode, phase }, page }: AssignmentHeadProps) {
  const address = `/sections/${section.id}/assignments/${id}`;
  const pages = [
    { name: "Overview", href: address, shown: true },
    { name: "Edit", href: `${address}/edit`, shown: section.may.includes("change assignments") },
    { name: "Accommodations", href: `${address}/accommodations`, shown: section.may.includes("see everybody's work") },
    {
      name: "Review",
      href: `${address}/review`,
      shown: section.may.includes("see everybody's work") && phase !== "draft",
    },
    {
      name: "Regrade",
      href: `${address}/regrade`,
      shown: phase !== "draft" && section.may.includes("regrade work"),
    },
    {
      name: "Analysis",
      href: `${address}/analysis`,
      shown: phase !== "draft" && section.may.includes("see everybody's work"),
    },
    { name: "Print", href: `${address}/print`, shown: section.may.includes("print assignments") },
  ].filter(({ shown }) => shown);
  return (
    <header className="mb-8">
      <p className="eyebrow">
        <Link href={`/sections/${section.id}`} className="hover:text-ink hover:underline">
          {section.title}
        </Link>
        {" · "}
        <Link href={`/sections/${section.id}/assignments`} className="hover:text-ink hover:underline">
          Assignments
        </Link>
      </p>
      <h1 className="mt-2 text-h1 break-words">{title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 font-sans text-note text-muted">
        {modeNames[mode]} <PhaseMark phase={phase} />
      </p>
      <DemoNote section={section} />
      {section.archived && (
        <p className="mt-5 max-w-measure rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          This section is archived: it can be read, and nothing in it changes any more.
        </p>
      )}
      {pages.length > 1 && (
        <nav
          aria-label="Assignment"
          className="mt-5 flex flex-wrap gap-x-6 border-b border-rule font-sans text-control"
        >
          {pages.map(({ name, href }) => {
            const isHere = name === (page ?? "Overview");
            return (
              <Link
                key={href}
                href={href}
                aria-current={isHere ? "page" : undefined}
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
