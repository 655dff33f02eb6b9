import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { addressAt } from "#app/practice/exercise-address.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { DrawnFor, VariantEntry } from "#lib/course/variants.ts";

const words = {
  open: "Open",
  right: "Right",
  shown: "Solution shown",
  tried: "Not right yet",
  untried: "Not answered",
  broken: "Broken, our mistake",
} as const satisfies Record<VariantEntry["state"], string>;

const origins = {
  practice: "",
  drill: "from a drill",
  placement: "from a placement",
  quiz: "from a quiz",
  assignment: "from an assignment",
} as const satisfies Record<DrawnFor, string>;

interface VariantListProps {
  exercise: string;
  level: number;
  list: string;
  variants: readonly VariantEntry[];
  /** The number of the one on the page; undefined before the first of practice. */
  shown: number | undefined;
}

/** Which variant this is, and all that one has had of this exercise and level, to look back at. */
export function VariantList({ exercise, level, list, variants, shown }: VariantListProps) {
  const last = Math.max(shown ?? 0, ...variants.map(({ number }) => number));
  if (variants.every(({ number }) => number === shown))
    return shown === undefined ? null : <p className={`${line} mb-4`}>Variant {shown} of yours</p>;
  return (
    <details className="group screen-only mb-6">
      <summary className={`${line} gap-1.5 text-accent`}>
        <ChevronRight aria-hidden="true" size={16} className="group-open:rotate-90" />
        {shown === undefined ? "Variants you had elsewhere" : `Variant ${shown} of ${last} of yours`}
      </summary>
      <ul className="mt-1 max-h-80 max-w-measure divide-y divide-rule overflow-y-auto border-y border-rule font-sans text-note">
        {variants.map(({ number, drawnFor, state, score, at }) => (
          <li key={number}>
            <Link
              href={addressAt(exercise, { level, list, variant: number })}
              prefetch={false}
              aria-current={number === shown ? "page" : undefined}
              className={`grid grid-cols-[6rem_1fr_auto] items-baseline gap-x-4 px-2 py-2 hover:bg-wash ${number === shown ? "bg-accent-wash" : ""}`}
            >
              <span className="font-medium">Variant {number}</span>
              <span>
                {words[state]}
                {score !== null && score > 0 && `, ${Math.round(100 * score)} %`}
                {origins[drawnFor] !== "" && <span className="text-muted"> · {origins[drawnFor]}</span>}
              </span>
              <span className="text-fine text-muted max-sm:col-start-2">
                <LocalTime iso={at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const line = "inline-flex min-h-10 items-center font-sans text-note font-medium lining-nums";
