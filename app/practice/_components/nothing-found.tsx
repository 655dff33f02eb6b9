import Link from "next/link";
import type { Chip } from "#app/practice/chips.ts";
import { addressOf, type Filter, filtered, without } from "#app/practice/filter.ts";
import type { PracticeCard } from "#lib/course/browse.ts";

interface NothingFoundProps {
  cards: readonly PracticeCard[];
  filter: Filter;
  chips: readonly Chip[];
}

/** An empty list: what to leave out, and how much there is then. */
export function NothingFound({ cards, filter, chips }: NothingFoundProps) {
  const wider = chips
    .map((chip) => ({ ...chip, filter: without(filter, chip.name) }))
    .map((one) => ({ ...one, count: filtered(cards, one.filter).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="mt-6 max-w-measure">
      <p>{says(chips.length, wider.length)}</p>
      {chips.length > 1 && wider.length > 0 && (
        <ul className="mt-2">
          {wider.map(({ name, words, filter: without_, count }) => (
            <li key={name}>
              <Link href={addressOf(without_)} className="link inline-block py-1.5">
                Without {words}: {count} {count === 1 ? "exercise" : "exercises"}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {filter.q !== undefined && (
        <p className="mt-3">
          You can search for a skill such as <em>chain rule</em>, or for a place in the tutorial such as{" "}
          <em>example 36</em>.
        </p>
      )}
      <p className="mt-3">
        Or look through{" "}
        <Link href="/practice" className="link">
          all exercises
        </Link>
        .
      </p>
    </div>
  );
}

function says(parts: number, wider: number): string {
  if (parts === 1) return "No exercise fits this.";
  return wider > 0
    ? "No exercise fits all of this. There are some if you leave out one part:"
    : "No exercise fits all of this, nor if you leave out one part. Take away two or more above.";
}
