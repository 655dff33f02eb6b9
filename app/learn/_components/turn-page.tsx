import Link from "next/link";
import type { Lesson } from "#lib/tutorial/lessons.ts";

/** To the lesson before and the one after. */
export function TurnPage({ before, after }: { before: Lesson | undefined; after: Lesson | undefined }) {
  return (
    <nav
      aria-label="Lessons before and after"
      className="mt-16 flex flex-wrap justify-between gap-x-8 gap-y-4 border-t border-rule pt-5"
    >
      {before && (
        <Link href={`/learn/${before.slug}`} className="group">
          <span className="eyebrow block">Before this</span>
          <span className="text-h3 group-hover:text-accent group-hover:underline">{before.title}</span>
        </Link>
      )}
      {after && (
        <Link href={`/learn/${after.slug}`} className="group ml-auto text-right">
          <span className="eyebrow block">Next</span>
          <span className="text-h3 group-hover:text-accent group-hover:underline">{after.title}</span>
        </Link>
      )}
    </nav>
  );
}
