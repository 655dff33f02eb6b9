import { Check, CircleHelp, CircleSlash, Flag, type LucideIcon, Minus, PenLine } from "lucide-react";
import { capitalised } from "#app/quiz/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import type { QuizItemState } from "#lib/course/quiz-items.ts";
import { KeptLink } from "./kept-link.tsx";

const looks = {
  checked: { Icon: Check, word: "checked" },
  answered: { Icon: PenLine, word: "answered" },
  partly: { Icon: PenLine, word: "partly answered" },
  unreadable: { Icon: CircleHelp, word: "not readable yet" },
  blank: { Icon: Minus, word: "blank" },
  gone: { Icon: CircleSlash, word: "left out" },
} as const satisfies Record<QuizItemState["state"], { Icon: LucideIcon; word: string }>;

interface ItemMapProps {
  items: readonly QuizItemState[];
  /** The one on the page; 0 where none is. */
  here: number;
  address: string;
  /** Whether it ends by being handed in. */
  handIn?: boolean;
  /** Above the item where the margin beside it holds hints. */
  place?: keyof typeof places;
}

const places = {
  beside: "mt-12 lg:col-start-2 lg:row-start-1 lg:mt-1 lg:self-start lg:border-l lg:border-rule lg:pl-6",
  above: "mb-8 border-b border-rule pb-5",
} as const;

/** All items by number, each with how far one is with it: a sign to see, words to hear and to hover over, and what the signs mean. */
export function ItemMap({ items, here, address, handIn = true, place = "beside" }: ItemMapProps) {
  const states = Object.entries(looks).flatMap(([state, look]) => {
    const count = items.filter((item) => item.state === state).length;
    return count === 0 ? [] : [{ state, count, ...look }];
  });
  const flagged = items.filter((item) => item.flagged).length;
  return (
    <nav aria-labelledby="items" className={places[place]}>
      <h2 id="items" className="eyebrow mb-3">
        All items
      </h2>
      <ol className="flex flex-wrap gap-2">
        {items.map(({ position, state, flagged: isFlagged }) => {
          const { Icon, word } = looks[state];
          const isHere = position === here;
          const words = `${word}${isFlagged ? ", flagged" : ""}`;
          return (
            <li key={position}>
              <KeptLink
                href={`${address}?item=${position}`}
                aria-current={isHere ? "page" : undefined}
                aria-label={`Item ${position}: ${words}`}
                title={capitalised(words)}
                className={`relative inline-flex size-11 flex-col items-center justify-center rounded border font-sans text-control leading-none font-medium lining-nums hover:border-accent ${isHere ? "border-accent bg-accent-wash text-accent-strong" : "border-edge bg-raised text-ink"}`}
              >
                {position}
                <Icon aria-hidden="true" size={13} strokeWidth={2.25} className="mt-1" />
                {isFlagged && (
                  <Flag
                    aria-hidden="true"
                    size={10}
                    strokeWidth={3}
                    className="absolute top-1 right-1 fill-current text-hold"
                  />
                )}
              </KeptLink>
            </li>
          );
        })}
      </ol>
      <ul
        aria-label="What the signs mean"
        className="mt-4 flex flex-wrap gap-x-4 gap-y-1 font-sans text-fine text-muted"
      >
        {[...states, ...(flagged > 0 ? [{ state: "flagged", count: flagged, Icon: Flag, word: "flagged" }] : [])].map(
          ({ state, count, Icon, word }) => (
            <li key={state} className="inline-flex items-center gap-1.5">
              <Icon aria-hidden="true" size={13} strokeWidth={2.25} />
              {count} {word}
            </li>
          ),
        )}
      </ul>
      {here > 0 && handIn && (
        <p className="mt-5">
          <KeptLink href={`${address}/hand-in`} className={button.secondary}>
            Look it over and hand in
          </KeptLink>
        </p>
      )}
    </nav>
  );
}
