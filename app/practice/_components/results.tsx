import Link from "next/link";
import type { Chip } from "#app/practice/chips.ts";
import { addressOf, type Filter, filtered } from "#app/practice/filter.ts";
import { button } from "#components/ui/button.ts";
import type { PracticeCard } from "#lib/course/browse.ts";
import { Chips } from "./chips.tsx";
import { ExerciseRow } from "./exercise-row.tsx";
import { NothingFound } from "./nothing-found.tsx";

/** So many stand on one page; the next ones have an address of their own. */
const perPage = 12;

interface ResultsProps {
  cards: readonly PracticeCard[];
  filter: Filter;
  chips: readonly Chip[];
  /** Counted from 1; one that there is not is the last. */
  page: number;
}

/** The exercises that fit a filter, a page at a time. */
export function Results({ cards, filter, chips, page }: ResultsProps) {
  const found = filtered(cards, filter);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const at = Math.min(page, pages);
  const first = (at - 1) * perPage;
  const shown = found.slice(first, first + perPage);
  return (
    <section aria-labelledby="found" className="mt-6">
      <h2 id="found" className="font-sans text-note font-normal text-muted">
        <span role="status">
          {found.length} {found.length === 1 ? "exercise" : "exercises"}
          {pages > 1 && `, ${first + 1} to ${first + shown.length} on this page`}
        </span>
      </h2>
      <div className="mt-3">
        <Chips chips={chips} filter={filter} />
      </div>
      {found.length === 0 && <NothingFound cards={cards} filter={filter} chips={chips} />}
      {shown.length > 0 && (
        <ul className="mt-5 divide-y divide-rule border-y border-rule">
          {shown.map((card) => (
            <ExerciseRow key={card.id} card={card} filter={filter} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
          {at > 1 && (
            <Link href={pageAddress(filter, at - 1)} data-shortcut="k [" className={button.secondary}>
              Back
            </Link>
          )}
          {at < pages && (
            <Link href={pageAddress(filter, at + 1)} data-shortcut="j ]" className={button.secondary}>
              More exercises
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function pageAddress(filter: Filter, page: number): string {
  const address = addressOf(filter);
  return page === 1 ? address : `${address}${address.includes("?") ? "&" : "?"}page=${page}`;
}
