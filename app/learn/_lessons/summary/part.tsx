import Link from "next/link";
import type { ReactNode } from "react";
import { type LessonSlug, lessons } from "#lib/tutorial/lessons.ts";

interface PartProps {
  title: string;
  /** Where it was learned. */
  from: readonly LessonSlug[];
  children: ReactNode;
}

/** One part of a training step, with the lessons that it rests on. */
export function Part({ title, from, children }: PartProps) {
  return (
    <>
      <h3 className="mt-10 text-h3">{title}</h3>
      <p className="mb-3 flex flex-wrap gap-x-4 font-sans text-note">
        {lessons
          .filter(({ slug }) => from.includes(slug))
          .map((lesson) => (
            <Link key={lesson.slug} href={`/learn/${lesson.slug}`} className="link">
              {lesson.title}
            </Link>
          ))}
      </p>
      {children}
    </>
  );
}
