import { KeptLink } from "#app/_components/sitting/kept-link.tsx";
import type { QuizItemState } from "#lib/course/quiz-items.ts";

interface OpenEndsProps {
  items: readonly QuizItemState[];
  address: string;
}

/** The items that one may want to look at again, by what is open in them. */
export function OpenEnds({ items, address }: OpenEndsProps) {
  const lists = [
    {
      name: "Cannot be read yet",
      says: "As they stand these parts count as blank. Open them to see what is meant.",
      found: items.filter(({ unreadable }) => unreadable.length > 0).map((item) => ({ item, parts: item.unreadable })),
    },
    {
      name: "Blank",
      says: "A blank part scores 0, and a wrong one no less.",
      found: items.filter(({ blank }) => blank.length > 0).map((item) => ({ item, parts: item.blank })),
    },
    {
      name: "Flagged",
      says: "You wanted to come back to these.",
      found: items.filter(({ flagged }) => flagged).map((item) => ({ item, parts: [] })),
    },
  ].filter(({ found }) => found.length > 0);
  if (lists.length === 0) return <p className="text-lead">Every item is answered and can be read.</p>;
  return (
    <div className="space-y-8">
      {lists.map(({ name, says, found }) => (
        <section key={name} aria-label={name}>
          <h2 className="text-h3">{name}</h2>
          <p className="mt-0.5 text-note text-muted">{says}</p>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {found.map(({ item: { position, title, state }, parts }) => (
              <li key={position} className="py-1.5">
                <KeptLink href={`${address}?item=${position}`} className="link inline-block py-1.5">
                  {position}. {title}
                </KeptLink>
                {parts.length > 0 && state !== "blank" && (
                  <span className="ml-2 font-sans text-note text-muted">{parts.join(", ")}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
