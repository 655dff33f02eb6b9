import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Broken } from "#app/_components/workspace/broken.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import { capitalised, sourceInWords } from "#app/practice/source.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { describeExercise } from "#lib/course/exercises.ts";
import { levelSchema } from "#lib/course/level.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { readPractice } from "#lib/course/practice.ts";
import { Begin } from "./_components/begin.tsx";
import { LevelTabs } from "./_components/level-tabs.tsx";

interface PageProps {
  params: Promise<{ topic: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ level: levelSchema.catch(1), notice: noticeSchema.optional().catch(undefined) });

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
  const { level, notice } = search.parse(await props.searchParams);
  const practice = await readPractice(await currentActor(), exercise.id, level);
  const place = { exercise: exercise.id, level };
  return (
    <article>
      <header className="mb-8 border-b border-rule pb-5">
        <p className="eyebrow">{capitalised(sourceInWords(exercise.source))}</p>
        <div className="mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <h1 className="text-h1">{exercise.title}</h1>
          <LevelTabs exercise={exercise.id} level={level} />
        </div>
      </header>
      {notice && (
        <p role="status" className="mb-6 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          {notice}
        </p>
      )}
      {!practice && <Begin exercise={exercise} level={level} />}
      {practice?.state === "broken" && <Broken place={place} number={practice.number} />}
      {practice && practice.state !== "broken" && <Workspace place={place} practice={practice} />}
    </article>
  );
}
