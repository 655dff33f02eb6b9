import Link from "next/link";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { EarlierDrill } from "#lib/course/drill-offer.ts";

/** The finished drills, newest first. */
export function EarlierDrills({ drills }: { drills: readonly EarlierDrill[] }) {
  return (
    <section aria-labelledby="earlier" className="mt-14 max-w-measure">
      <h2 id="earlier" className="text-h2">
        Earlier drills
      </h2>
      <ul className="mt-4 divide-y divide-rule border-t border-rule">
        {drills.map(({ id, focus, startedAt, worked, right }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
            <Link href={`/drill/${id}`} className="link inline-block py-1.5">
              <LocalTime iso={startedAt} />
            </Link>
            {focus.length > 0 && <span className="mr-auto text-note text-muted">{focus.join(", ")}</span>}
            <span className="font-sans text-note text-muted tabular-nums lining-nums">
              {right} of {worked} right at the first try
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
