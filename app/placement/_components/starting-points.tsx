import Link from "next/link";
import type { StartingPoint } from "#lib/course/placement-result.ts";

/** The skills to begin with: what teaches each, and what drills it. */
export function StartingPoints({ points }: { points: readonly StartingPoint[] }) {
  if (points.length === 0) return null;
  return (
    <ol className="mt-8 max-w-measure divide-y divide-rule border-y border-rule">
      {points.map(({ id, name, says, lesson, exercises }) => (
        <li key={id} data-skill={id} className="py-4">
          <h2 className="text-h3">{name}</h2>
          <p className="text-note text-muted">{says}</p>
          <ul className="mt-2 flex flex-wrap gap-x-6 font-sans text-note">
            {lesson && (
              <li>
                <a href={`/learn/${lesson.lesson}#${lesson.idea}`} className="link inline-block py-1.5">
                  Read: {lesson.title}
                </a>
              </li>
            )}
            {exercises.map((exercise) => (
              <li key={exercise.id}>
                <Link href={`/practice/${exercise.id}`} className="link inline-block py-1.5">
                  {exercise.title}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
