import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Shortcuts } from "#app/_components/shortcuts/shortcuts.tsx";
import { addressOf, filtered, filterIn, namesIn, queryOf } from "#app/practice/filter.ts";
import { neighboursOf } from "#app/practice/neighbours.ts";
import { capitalised, sourceInWords } from "#app/practice/source.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { browse } from "#lib/course/browse.ts";
import { describeExercise } from "#lib/course/exercises.ts";
import { levelSchema } from "#lib/course/level.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { readPractice } from "#lib/course/practice.ts";
import { listTopics } from "#lib/course/topics.ts";
import { listVariants, readVariant } from "#lib/course/variants.ts";
import { LevelTabs } from "./_components/level-tabs.tsx";
import { NearExercises } from "./_components/near-exercises.tsx";
import { ShownVariant } from "./_components/shown-variant.tsx";
import { SkillBands } from "./_components/skill-bands.tsx";

interface PageProps {
  params: Promise<{ topic: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({
  level: levelSchema.catch(1),
  /** An earlier variant, by its number. */
  variant: z.coerce.number().pipe(z.int32().positive()).optional().catch(undefined),
  /** The list it was come to from, as the query of /practice. */
  list: z.string().max(2000).catch(""),
  notice: noticeSchema.optional().catch(undefined),
});

async function exerciseOf({ params }: PageProps) {
  const { topic, slug } = await params;
  return describeExercise(`${topic}/${slug}`);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const exercise = await exerciseOf(props);
  return exercise ? { title: exercise.title, description: exercise.summary } : { title: "Not found" };
}

export default async function ExercisePage(props: PageProps) {
  const exercise = await exerciseOf(props);
  if (!exercise) notFound();
  const { id, topic, title, summary, skills, source } = exercise;
  const { level, variant, list, notice } = search.parse(await props.searchParams);
  const actor = await currentActor();
  const [{ cards, bands }, variants, current, chosen] = await Promise.all([
    browse(actor),
    listVariants(actor, id, level),
    readPractice(actor, id, level),
    variant === undefined ? null : readVariant(actor, id, level, variant),
  ]);
  const filter = filterIn(list, cards);
  const listed = queryOf(filter);
  const inTopic = namesIn(filter).length === 0;
  return (
    <article>
      <header className="mb-4 border-b border-rule pb-5">
        <p className="eyebrow">
          <Link href={inTopic ? `/practice/${topic}` : addressOf(filter)} className="link">
            {inTopic ? listTopics().find((one) => one.id === topic)?.name : "Your list"}
          </Link>
          {" · "}
          {capitalised(sourceInWords(source))}
        </p>
        <div className="mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <h1 className="text-h1">{title}</h1>
          <LevelTabs exercise={id} level={level} list={listed} />
        </div>
      </header>
      {notice && (
        <p role="status" className="mb-6 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          {notice}
        </p>
      )}
      <ShownVariant
        place={{ exercise: id, level, list: listed }}
        level={level}
        summary={summary}
        variants={variants}
        current={current}
        chosen={chosen}
      />
      <SkillBands skills={skills} bands={bands} />
      <NearExercises {...neighboursOf(id, filtered(cards, filter), cards)} filter={filter} />
      <Shortcuts />
    </article>
  );
}
