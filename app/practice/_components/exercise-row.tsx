import Link from "next/link";
import { capitalised, sourceInWords } from "#app/practice/source.ts";
import type { ExerciseCard } from "#lib/course/exercises.ts";
import { LevelLink } from "./level-link.tsx";

/** An exercise in the list: what it is, where it comes from, and how far one is with each level. */
export function ExerciseRow({ card: { id, title, summary, source, levels } }: { card: ExerciseCard }) {
  const next = levels.find(({ state }) => state !== "right")?.level ?? 3;
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[1fr_auto]">
      <div className="max-w-measure">
        <h3 className="text-h3">
          <Link href={`/practice/${id}?level=${next}`} className="hover:text-accent hover:underline">
            {title}
          </Link>
        </h3>
        <p className="mt-0.5">{summary}</p>
        <p className="mt-1 font-sans text-fine text-muted">{capitalised(sourceInWords(source))}</p>
      </div>
      <ul className="flex items-start gap-2 md:pt-0.5" aria-label={`Levels of ${title}`}>
        {levels.map((level) => (
          <li key={level.level}>
            <LevelLink id={id} {...level} />
          </li>
        ))}
      </ul>
    </li>
  );
}
