import Link from "next/link";
import type { PlacementResult } from "#lib/course/placement-result.ts";

const words = {
  right: { word: "right", tone: "text-correct" },
  wrong: { word: "not right", tone: "text-wrong" },
  unknown: { word: "not known yet", tone: "text-muted" },
  none: { word: "counted for nothing", tone: "text-muted" },
} as const;

/** The items of a placement and how they went, each with the way to its solution. */
export function PlacedItems({ items }: { items: PlacementResult["items"] }) {
  return (
    <section aria-labelledby="items" className="mt-14 max-w-measure">
      <h2 id="items" className="text-h2">
        Your answers
      </h2>
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {items.map(({ position, exercise, level, number, outcome }) => {
          const { word, tone } = words[outcome ?? "none"];
          return (
            <li
              key={position}
              data-outcome={outcome ?? "none"}
              className="flex flex-wrap items-baseline justify-between gap-x-6 py-2"
            >
              <Link
                href={`/practice/${exercise.id}?level=${level}&variant=${number}`}
                className="link inline-block py-1.5"
              >
                {exercise.title}
              </Link>
              <span className={`font-sans text-note font-medium ${tone}`}>{word}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
