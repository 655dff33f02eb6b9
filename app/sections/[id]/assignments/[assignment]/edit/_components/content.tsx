import Link from "next/link";
import { changePart } from "#app/_actions/change-part.ts";
import { joinParts } from "#app/_actions/join-parts.ts";
import { movePart } from "#app/_actions/move-part.ts";
import { removeItem } from "#app/_actions/remove-item.ts";
import { splitItem } from "#app/_actions/split-item.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import type { AssignmentPartView, AssignmentView } from "#lib/course/assignment/read.ts";
import { PartForm } from "./part-form.tsx";

interface ContentProps {
  assignment: AssignmentView;
  here: string;
  /** What stands in the search of the bank, to be kept. */
  search: Readonly<Record<string, string>>;
  mayChange: boolean;
}

/** The parts of an assignment in their order: single exercises, and pools of which each student gets some. */
export function Content({ assignment: { id, parts, items, points }, here, search, mayChange }: ContentProps) {
  if (parts.length === 0)
    return (
      <p className="mt-2 text-muted">There are none yet. {mayChange && "Find some in the bank below, and add them."}</p>
    );
  return (
    <>
      <p className="mt-1 font-sans text-note text-muted">
        Each student gets {items} {items === 1 ? "item" : "items"}, {pointsInWords(points)} together.
      </p>
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {parts.map((part, i) => (
          <li key={part.id} className="py-4">
            <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
              <div className="min-w-0 flex-1 basis-80">
                <Items part={part} number={i + 1} assignment={id} here={here} search={search} mayChange={mayChange} />
                <PoolNote part={part} />
              </div>
              {mayChange ? (
                <PartForm
                  key={`${part.points} ${part.pick} ${part.items.length}`}
                  action={changePart}
                  fields={{ assignment: id, part: part.id }}
                  name={`Part ${i + 1}`}
                  points={part.points}
                  pick={part.pick}
                  of={part.items.length}
                />
              ) : (
                <p className="font-sans text-note text-muted">
                  {part.items.length > 1 && `${part.pick} of these ${part.items.length}, `}
                  {pointsInWords(part.points)} each
                </p>
              )}
            </div>
            {mayChange && parts.length > 1 && (
              <div className="mt-2 flex flex-wrap gap-x-5 font-sans text-note">
                {i > 0 && (
                  <ActionButton action={movePart} fields={{ assignment: id, part: part.id, way: "up" }} look="quiet">
                    Up<span className="sr-only">, part {i + 1}</span>
                  </ActionButton>
                )}
                {i < parts.length - 1 && (
                  <ActionButton action={movePart} fields={{ assignment: id, part: part.id, way: "down" }} look="quiet">
                    Down<span className="sr-only">, part {i + 1}</span>
                  </ActionButton>
                )}
                {i > 0 && (
                  <ActionButton action={joinParts} fields={{ assignment: id, part: part.id }} look="quiet">
                    Make one pool with part {i}
                    <span className="sr-only">, part {i + 1}</span>
                  </ActionButton>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface ItemsProps {
  part: AssignmentPartView;
  number: number;
  assignment: string;
  here: string;
  search: Readonly<Record<string, string>>;
  mayChange: boolean;
}

function Items({ part, number, assignment, here, search, mayChange }: ItemsProps) {
  const isPool = part.items.length > 1;
  return (
    <>
      {isPool && (
        <p className="font-sans text-note font-medium">
          {number}. A pool: each student gets {part.pick} of these {part.items.length}
        </p>
      )}
      <ul className={isPool ? "mt-1 border-l-2 border-rule pl-4" : ""}>
        {part.items.map(({ id, title, exercise, level, ownTerms }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4">
            <span className="min-w-0 py-1.5 break-words">
              {!isPool && `${number}. `}
              {title}{" "}
              <span className="font-sans text-note text-muted">
                level {level}
                {ownTerms && ", judged by terms of its own"}
              </span>
            </span>
            <Link
              href={`${here}?${new URLSearchParams({ ...search, sample: exercise, level: String(level) }).toString()}#sample`}
              className="link inline-block py-2 font-sans text-note"
            >
              Look<span className="sr-only"> at {title}</span>
            </Link>
            <Link href={`${here}?terms=${id}#terms`} className="link inline-block py-2 font-sans text-note">
              Tolerance<span className="sr-only"> and weights of {title}</span>
            </Link>
            {mayChange && (
              <span className="inline-flex gap-x-4 font-sans text-note">
                {isPool && (
                  <ActionButton action={splitItem} fields={{ assignment, item: id }} look="quiet">
                    Out of the pool<span className="sr-only">: {title}</span>
                  </ActionButton>
                )}
                <ActionButton action={removeItem} fields={{ assignment, item: id }} look="quiet">
                  Remove<span className="sr-only"> {title}</span>
                </ActionButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says so where a pool cannot be of equal effort. */
function PoolNote({ part: { items, pick } }: { part: AssignmentPartView }) {
  const efforts = items.flatMap(({ effort }) => effort ?? []);
  if (pick >= items.length || efforts.length === 0) return null;
  const mean = efforts.reduce((sum, effort) => sum + effort, 0) / efforts.length;
  const [least, most] = [Math.min(...efforts) / mean, Math.max(...efforts) / mean];
  if (least > 0.75 && most < 1.25) return null;
  const odd = items.filter(({ effort }) => effort !== null && (effort / mean <= 0.75 || effort / mean >= 1.25));
  return (
    <p className="mt-2 max-w-measure border-l-2 border-hold pl-3 font-sans text-note">
      These are not equally much work:{" "}
      {odd
        .map(({ title, effort }) => `${title} is ${Math.round((100 * (effort ?? 0)) / mean)} % of the average`)
        .join(", ")}
      . Students get sets whose work together is near the average, so such exercises come up less often.
    </p>
  );
}
