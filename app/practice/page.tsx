import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { currentActor } from "#lib/auth/current-actor.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { listTopics } from "#lib/course/topics.ts";
import { ExerciseRow } from "./_components/exercise-row.tsx";
import { SearchField } from "./_components/search-field.tsx";
import { findExercises } from "./find.ts";

export const metadata: Metadata = { title: "Practice" };

const search = z.object({ q: z.string().trim().max(200).catch("") });

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PracticePage({ searchParams }: PageProps) {
  const { q } = search.parse(await searchParams);
  const found = findExercises(await listExercises(await currentActor()), q);
  const topics = listTopics().filter(({ id }) => found.some(({ topic }) => topic === id));
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5 border-b border-rule pb-6">
        <h1 className="text-h1">Practice</h1>
        <SearchField query={q} />
      </header>
      <p role="status" className="mt-4 font-sans text-note text-muted">
        {counted(found.length)}
        {q && ` for “${q}”`}
      </p>
      {found.length === 0 && (
        <p className="mt-6 max-w-measure">
          Nothing is called that. Try a skill such as <em>chain rule</em>, or a place in the tutorial such as{" "}
          <em>example 36</em>; or look through{" "}
          <Link href="/practice" className="link">
            all exercises
          </Link>
          .
        </p>
      )}
      {topics.map(({ id, name, section, says }) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-name`}
          className="mt-12 lg:grid lg:grid-cols-[14rem_1fr] lg:gap-x-12"
        >
          <div className="lg:sticky lg:top-6 lg:self-start">
            <p className="eyebrow">Section {section}</p>
            <h2 id={`${id}-name`} className="text-h2">
              {name}
            </h2>
            <p className="mt-1 text-note text-muted">{says}</p>
          </div>
          <ul className="mt-4 divide-y divide-rule border-t border-rule lg:mt-0">
            {found
              .filter(({ topic }) => topic === id)
              .map((card) => (
                <ExerciseRow key={card.id} card={card} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const counted = (n: number) => `${n} ${n === 1 ? "exercise" : "exercises"}`;
