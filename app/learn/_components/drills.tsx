import Link from "next/link";
import { LevelLink } from "#app/practice/_components/level-link.tsx";
import type { ExerciseCard } from "#lib/course/exercises.ts";

/** The exercises that drill an idea, with how far one is in each. */
export function Drills({ cards }: { cards: readonly ExerciseCard[] }) {
  if (cards.length === 0) return null;
  return (
    <ul className="mt-4 divide-y divide-rule border-t border-rule">
      {cards.map(({ id, title, levels }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
          <Link href={`/practice/${id}`} className="link">
            {title}
          </Link>
          <ul className="flex gap-2" aria-label={`Levels of ${title}`}>
            {levels.map((level) => (
              <li key={level.level}>
                <LevelLink id={id} {...level} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
