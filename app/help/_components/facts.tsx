import type { ReactNode } from "react";

/** Terms with what is to be said of each. */
export function Facts({ facts }: { facts: readonly { term: string; says: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-rule border-y border-rule">
      {facts.map(({ term, says }) => (
        <div key={term} className="gap-x-6 py-3 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-sans text-note font-semibold sm:leading-[1.7]">{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
