import { X } from "lucide-react";
import Link from "next/link";
import type { Chip } from "#app/practice/chips.ts";
import { addressOf, type Filter, without } from "#app/practice/filter.ts";

/** What the list is narrowed to; each part can be taken away. */
export function Chips({ chips, filter }: { chips: readonly Chip[]; filter: Filter }) {
  return (
    <ul aria-label="Narrowed down to" className="flex flex-wrap gap-2 font-sans text-note">
      {chips.map(({ name, words }) => (
        <li key={name}>
          <Link
            href={addressOf(without(filter, name))}
            prefetch={false}
            aria-label={`${words}: take this away`}
            className="inline-flex min-h-10 items-center gap-2 rounded border border-accent bg-accent-wash px-3 text-accent-strong hover:underline"
          >
            {words}
            <X aria-hidden="true" size={15} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
