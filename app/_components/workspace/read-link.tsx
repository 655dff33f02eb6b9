import { BookOpen } from "lucide-react";
import type { IdeaPlace } from "#lib/tutorial/find-idea.ts";
import type { Place } from "./place.ts";

interface ReadLinkProps {
  idea: IdeaPlace;
  /** Where one reads this from. */
  place: Place;
}

/**
 * To a paragraph of the lessons; from an exercise inside the same lesson, up or down its page. A plain link: only the
 * browser itself finds its way to a paragraph of a page whose other parts are laid out when they come near.
 */
export function ReadLink({ idea: { lesson, idea, title }, place }: ReadLinkProps) {
  const isHere = place.check?.startsWith(`${lesson}/`);
  return (
    <a href={isHere ? `#${idea}` : `/learn/${lesson}#${idea}`} className="link inline-block py-1 font-sans">
      <BookOpen aria-hidden="true" size={16} className="mr-1.5 inline-block align-text-bottom" />
      Read: {title}
    </a>
  );
}
