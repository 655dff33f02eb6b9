import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Contents } from "#app/_components/contents.tsx";
import { Later } from "#app/_components/later.tsx";
import { IdeaSection } from "#app/learn/_components/idea-section.tsx";
import { TurnPage } from "#app/learn/_components/turn-page.tsx";
import { bodyOf, readable } from "#app/learn/_lessons/all.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { readPractice } from "#lib/course/practice.ts";

interface PageProps {
  params: Promise<{ lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** `check` is the idea whose exercise is open. */
const search = z.object({ check: z.string().catch(""), notice: noticeSchema.optional().catch(undefined) });

async function lessonOf({ params }: PageProps) {
  const { lesson } = await params;
  return readable.find(({ slug }) => slug === lesson);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const lesson = await lessonOf(props);
  return lesson ? { title: lesson.title, description: lesson.says } : { title: "Not found" };
}

export default async function LessonPage(props: PageProps) {
  const lesson = await lessonOf(props);
  if (!lesson) notFound();
  const { slug, title, says, ideas } = lesson;
  const { check, notice } = search.parse(await props.searchParams);
  const actor = await currentActor();
  const cards = await listExercises(actor);
  const open = ideas.find(({ id }) => id === check);
  const practice = (open && (await readPractice(actor, open.drills[0], 1))) ?? undefined;
  const place = readable.indexOf(lesson);
  const sections = ideas.map((idea) => {
    const Body = bodyOf(slug, idea.id);
    return (
      <IdeaSection
        key={idea.id}
        lesson={slug}
        idea={idea}
        cards={cards}
        practice={idea === open ? practice : undefined}
      >
        {Body && <Body />}
      </IdeaSection>
    );
  });
  return (
    <article>
      <header className="border-b border-rule pb-6">
        <p className="eyebrow">Lesson {place + 1}</p>
        <h1 className="text-h1">{title}</h1>
        <p className="mt-3 max-w-measure text-lead">{says}</p>
      </header>
      {notice && (
        <p role="status" className="mt-6 rounded border-l-4 border-hold bg-hold-wash px-4 py-3 font-sans text-note">
          {notice}
        </p>
      )}
      <div className="mt-8 lg:grid lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-x-12">
        <Contents sections={ideas.map(({ id, title: name }) => ({ id, name }))} />
        <div className="min-w-0 max-w-measure max-lg:mt-10">
          {sections.slice(0, 1)}
          <Later>
            {sections.slice(1)}
            <TurnPage before={readable[place - 1]} after={readable[place + 1]} />
          </Later>
        </div>
      </div>
    </article>
  );
}
