import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { browse } from "#lib/course/browse.ts";
import { listSections } from "#lib/course/sections.ts";
import { listSkills } from "#lib/course/skills.ts";
import { listTopics } from "#lib/course/topics.ts";
import { FilterFields } from "./_components/filter-fields.tsx";
import { Results } from "./_components/results.tsx";
import { TopicSection } from "./_components/topic-section.tsx";
import { chipsOf } from "./chips.ts";
import { filterOf, namesIn, stateOf, states } from "./filter.ts";
import { masteredOf } from "./mastered.ts";

export const metadata: Metadata = {
  title: "Practice",
  description: "Exercises by topic, skill, level and section of the tutorial, with how far you are in each.",
};

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSchema = z.object({ page: z.coerce.number().pipe(z.int().positive()).catch(1) });

export default async function PracticePage({ searchParams }: PageProps) {
  const params = await searchParams;
  const { cards, bands } = await browse(await currentActor());
  const [topics, skills] = [listTopics(), listSkills()];
  const filter = filterOf(params, cards);
  const isOverview = namesIn(filter).length === 0;
  const begun = (["begun", "right"] as const).filter((state) => cards.some((card) => stateOf(card) === state));
  return (
    <>
      <header className="pb-1">
        <h1 className="text-h1">Practice</h1>
        <p className="mt-2 mb-5 max-w-measure text-muted">
          {cards.length} exercises in three levels each. Choose a topic, or search.
        </p>
        <FilterFields filter={filter} topics={topics} skills={skills} sections={listSections()} />
      </header>
      {!isOverview && (
        <Results
          cards={cards}
          filter={filter}
          chips={chipsOf(filter, { topics, skills })}
          page={pageSchema.parse(params).page}
        />
      )}
      {isOverview && begun.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-x-6 font-sans text-note">
          {[...begun, "new" as const].map((state) => (
            <Link key={state} href={`/practice?state=${state}`} className="link inline-flex min-h-10 items-center">
              {states[state]}: {cards.filter((card) => stateOf(card) === state).length}
            </Link>
          ))}
        </p>
      )}
      {isOverview && (
        <div className="mt-6 grid gap-x-14 md:grid-cols-2">
          {topics.map((topic) => (
            <TopicSection
              key={topic.id}
              topic={topic}
              cards={cards.filter((card) => card.topic === topic.id)}
              skills={masteredOf(topic.id, bands)}
            />
          ))}
        </div>
      )}
      <Shortcuts />
    </>
  );
}
