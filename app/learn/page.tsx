import type { Metadata } from "next";
import Link from "next/link";
import { readable } from "#app/learn/_lessons/all.ts";
import { sectionsOf, skillsOf } from "#lib/tutorial/lessons.ts";

export const metadata: Metadata = {
  title: "Learn",
  description: "Six lessons and a summary: the mathematics of machine learning, from vectors to backpropagation.",
};

export default function LearnPage() {
  return (
    <>
      <header className="max-w-measure border-b border-rule pb-6">
        <h1 className="text-h1">Learn</h1>
        <p className="mt-3">
          Each lesson goes from one idea to the next, with worked examples, figures that move, and an exercise after
          each idea to see whether it has settled. Read them in order; each rests on those before it.
        </p>
      </header>
      <ol className="mt-8 grid gap-6 md:grid-cols-2">
        {readable.map((lesson, i) => (
          <li key={lesson.slug} className="rounded border border-rule bg-raised p-5 md:p-6">
            <p className="eyebrow">Lesson {i + 1}</p>
            <h2 className="text-h2">
              <Link href={`/learn/${lesson.slug}`} className="hover:text-accent hover:underline">
                {lesson.title}
              </Link>
            </h2>
            <p className="mt-1">{lesson.says}</p>
            <ul aria-label={`Ideas of ${lesson.title}`} className="mt-4 flex flex-wrap gap-x-4 font-sans text-note">
              {lesson.ideas.map(({ id, title }) => (
                <li key={id}>
                  {/* A plain link, as in read-link.tsx: the browser finds its way to a part that is laid out late. */}
                  <a href={`/learn/${lesson.slug}#${id}`} className="link inline-block py-0.5">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
            <p className="mt-4 font-sans text-fine text-muted">{covers(sectionsOf(lesson), skillsOf(lesson).length)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function covers(sections: readonly string[], skills: number): string {
  const [first, last] = [sections.toSorted()[0], sections.toSorted().at(-1)];
  const where = first === undefined ? "Takes all sections together" : `Sections ${first} to ${last}`;
  return skills === 0 ? where : `${where} · ${skills} skills`;
}
