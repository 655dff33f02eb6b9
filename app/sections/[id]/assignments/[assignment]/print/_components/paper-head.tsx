import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import type { Paper, Papers } from "#lib/course/assignment/papers.ts";

export interface PaperProps {
  /** The title of the section. */
  section: string;
  papers: Papers;
  paper: Paper;
}

/** The head of a sheet: what it is, and whose; `kind` where it is not the sheet itself. */
export function PaperHead({ section, papers: { title }, paper, kind }: PaperProps & { kind?: string }) {
  const { number, name, points, missing } = paper;
  return (
    <header className="border-b-2 border-ink pb-3">
      <p className="flex justify-between gap-6 font-sans text-note">
        <span>{section}</span>
        <span className="whitespace-nowrap">{pointsInWords(points)}</span>
      </p>
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-h2">
          {title}
          {kind && `, ${kind}`}
        </h2>
        {number !== null && <p className="font-sans text-control font-medium">Version {number}</p>}
      </div>
      {name !== null ? (
        <p className="mt-2 font-medium">{name}</p>
      ) : (
        !kind && (
          <p className="mt-5 flex items-end gap-3 font-sans text-note">
            Name <span className="h-6 flex-1 border-b border-edge" />
          </p>
        )
      )}
      {missing > 0 && (
        <p className="screen-only mt-3 border-l-2 border-hold pl-3 font-sans text-note">
          {missing === 1 ? "One item cannot be shown" : `${missing} items cannot be shown`}: the code of that exercise
          is gone or fails. Leave this sheet out.
        </p>
      )}
    </header>
  );
}

/** Each sheet begins on a page of its own. */
export const sheetClass = "mx-auto max-w-[46rem] pt-12 not-first-of-type:break-before-page print:max-w-none print:pt-0";
