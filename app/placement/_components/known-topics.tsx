import type { PlacementResult } from "#lib/course/placement-result.ts";

/** What seems known, by topic. */
export function KnownTopics({ topics }: { topics: PlacementResult["known"] }) {
  return (
    <section aria-labelledby="known" className="mt-14 max-w-measure">
      <h2 id="known" className="text-h2">
        What you seem to know
      </h2>
      <dl className="mt-4 divide-y divide-rule border-y border-rule">
        {topics.map(({ topic, name, known, of }) => (
          <div key={topic} data-topic={topic} className="py-3">
            <dt className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span className="font-semibold">{name}</span>
              <span className="font-sans text-note text-muted tabular-nums lining-nums">
                {known.length} of {of} skills
              </span>
            </dt>
            <dd className="text-note text-muted">{known.length > 0 ? known.join(", ") : "Nothing yet."}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
