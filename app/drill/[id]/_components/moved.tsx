import { ArrowRight } from "lucide-react";
import { Band } from "#components/mastery/band.tsx";
import type { MovedSkill } from "#lib/course/drill-summary.ts";

/** The skills that were practised: how they stood before, and after. */
export function Moved({ skills }: { skills: readonly MovedSkill[] }) {
  return (
    <section aria-labelledby="moved" className="mt-14 max-w-measure">
      <h2 id="moved" className="text-h2">
        What moved
      </h2>
      <p className="mt-1 text-note text-muted">
        How likely the next answer is right, at the middle level, before the drill and after it.
      </p>
      <ul className="mt-4 divide-y divide-rule border-y border-rule">
        {skills.map(({ id, name, before, after }) => (
          <li key={id} data-skill={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <span className="font-semibold">{name}</span>
            <span className="flex flex-wrap items-center gap-x-3 font-sans text-note tabular-nums lining-nums">
              <Reading {...before} />
              <ArrowRight aria-hidden="true" size={16} className="text-muted" />
              <span className="sr-only">then</span>
              <Reading {...after} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reading({ band, chance }: MovedSkill["before"]) {
  return (
    <span className="inline-flex items-center gap-2">
      <Band band={band} />
      <span className="text-muted">{Math.round(100 * chance)} %</span>
    </span>
  );
}
