import Link from "next/link";
import { exerciseAddress } from "#app/practice/exercise-address.ts";
import { type Filter, queryOf } from "#app/practice/filter.ts";
import { capitalised, sourceInWords } from "#app/practice/source.ts";
import { Band } from "#components/mastery/band.tsx";
import type { PracticeCard } from "#lib/course/browse.ts";
import { LevelLink } from "./level-link.tsx";

interface ExerciseRowProps {
  card: PracticeCard;
  /** The list it stands in. */
  filter: Filter;
}

/** An exercise in a list: what it is, where it comes from, how well its main skill is known, and how far one is. */
export function ExerciseRow({ card, filter }: ExerciseRowProps) {
  const { id, title, summary, source, levels, skills, band } = card;
  const list = queryOf(filter);
  return (
    <li className="grid gap-x-8 gap-y-3 py-5 md:grid-cols-[1fr_auto]">
      <div className="max-w-measure">
        <h3 className="text-h3">
          <Link href={exerciseAddress(card, filter)} prefetch={false} className="hover:text-accent hover:underline">
            {title}
          </Link>
        </h3>
        <p className="mt-0.5">{summary}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 font-sans text-fine text-muted">
          <span>{capitalised(sourceInWords(source))}</span>
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            {skills[0]?.name}:
            <Band band={band} />
          </span>
        </p>
      </div>
      <ul className="flex items-start gap-2 md:pt-0.5" aria-label={`Levels of ${title}`}>
        {levels.map((level) => (
          <li key={level.level}>
            <LevelLink id={id} list={list} {...level} />
          </li>
        ))}
      </ul>
    </li>
  );
}
