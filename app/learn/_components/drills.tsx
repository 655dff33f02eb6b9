import Link from "next/link";
import { StartDrill } from "#app/_components/start-drill.tsx";
import { LevelLink } from "#app/practice/_components/level-link.tsx";
import type { ExerciseCard } from "#lib/course/exercises.ts";
import type { Idea } from "#lib/tutorial/idea.ts";

/** From an idea to practice: the exercises that drill it, with how far one is in each, and a short drill of it. */
export function Drills({ idea, cards }: { idea: Idea; cards: readonly ExerciseCard[] }) {
  if (cards.length === 0) return null;
  return (
    <>
      <div className="mt-6 flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule pb-1">
        <h3 className="eyebrow">Practise this</h3>
        <div className="screen-only">
          <StartDrill length="5" skills={idea.skills} exercises={cards.map(({ id }) => id)}>
            Drill it in 5 items<span className="sr-only">: {idea.title}</span>
          </StartDrill>
        </div>
      </div>
      <ul className="divide-y divide-rule">
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
    </>
  );
}
