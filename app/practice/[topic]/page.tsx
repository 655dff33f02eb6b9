import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { ExerciseRow } from "#app/practice/_components/exercise-row.tsx";
import { Meter } from "#app/practice/_components/meter.tsx";
import { addressOf } from "#app/practice/filter.ts";
import { masteredOf } from "#app/practice/mastered.ts";
import { soFar } from "#app/practice/so-far.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { browse, type PracticeCard } from "#lib/course/browse.ts";
import { listTopics } from "#lib/course/topics.ts";
import { NearTopics } from "./_components/near-topics.tsx";

interface PageProps {
  params: Promise<{ topic: string }>;
}

async function topicOf({ params }: PageProps) {
  const { topic } = await params;
  return listTopics().find(({ id }) => id === topic);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const topic = await topicOf(props);
  return topic ? { title: `Practice: ${topic.name}`, description: topic.says } : { title: "Not found" };
}

/** The exercises of a topic, by the skill that each is mainly about. */
export default async function TopicPage(props: PageProps) {
  const topic = await topicOf(props);
  if (!topic) notFound();
  const { id, name, section, says } = topic;
  const { cards: all, bands } = await browse(await currentActor());
  const cards = all.filter((card) => card.topic === id);
  return (
    <>
      <header className="border-b border-rule pb-6">
        <p className="eyebrow">
          <Link href="/practice" className="link">
            Practice
          </Link>
          {" · "}Section {section}
        </p>
        <h1 className="mt-1 text-h1">{name}</h1>
        <p className="mt-2 max-w-measure text-lead">{says}</p>
        <div className="mt-4 max-w-[26rem]">
          <Meter soFar={soFar(cards)} skills={masteredOf(id, bands)} />
        </div>
        <p className="mt-3 flex flex-wrap gap-x-6 font-sans text-note">
          <Link href={`/learn/${id}`} prefetch={false} className="link inline-flex min-h-10 items-center">
            Read the lesson
          </Link>
          <Link
            href={addressOf({ topic: id, state: "new" })}
            prefetch={false}
            className="link inline-flex min-h-10 items-center"
          >
            Only what you have not begun
          </Link>
        </p>
      </header>
      {groups(cards).map(({ skill, cards: own }) => (
        <section
          key={skill.id}
          aria-labelledby={`skill-${skill.id}`}
          className="mt-8 lg:grid lg:grid-cols-[12rem_1fr] lg:gap-x-12"
        >
          <h2 id={`skill-${skill.id}`} className="text-h3 lg:sticky lg:top-6 lg:self-start lg:pt-5">
            {skill.name}
          </h2>
          <ul className="mt-2 divide-y divide-rule border-t border-rule lg:mt-0">
            {own.map((card) => (
              <ExerciseRow key={card.id} card={card} filter={{}} />
            ))}
          </ul>
        </section>
      ))}
      <NearTopics topics={listTopics()} id={id} />
      <Shortcuts />
    </>
  );
}

interface Group {
  skill: { id: string; name: string };
  cards: PracticeCard[];
}

/** Exercises that follow each other in the course and are about the same skill. */
function groups(cards: readonly PracticeCard[]): Group[] {
  const found = new Map<string, Group>();
  for (const card of cards) {
    const [skill] = card.skills;
    if (!skill) continue;
    const group = found.get(skill.id) ?? { skill, cards: [] };
    group.cards.push(card);
    found.set(skill.id, group);
  }
  return [...found.values()];
}
