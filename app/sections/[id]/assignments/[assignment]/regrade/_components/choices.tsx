import Link from "next/link";
import type { AssignmentPartView } from "#lib/course/assignment/read.ts";
import { whole } from "#lib/course/regrade/form.ts";

interface ChoicesProps {
  here: string;
  parts: readonly AssignmentPartView[];
  chosen: string | undefined;
}

/** What can be regraded: one of the items, or what holds for all. */
export function Choices({ here, parts, chosen }: ChoicesProps) {
  const items = parts.flatMap((part, i) =>
    part.items.map(({ id, title, level }) => ({ id, says: `${title}, level ${level}`, part: `Part ${i + 1}` })),
  );
  const all = [...items, { id: whole, says: "Points and carried-forward credit", part: "The whole" }];
  return (
    <nav aria-label="What to regrade">
      <ul className="divide-y divide-rule border-y border-rule">
        {all.map(({ id, says, part }) => (
          <li key={id}>
            <Link
              href={`${here}?item=${id}`}
              scroll={false}
              aria-current={id === chosen ? "true" : undefined}
              className={`flex min-h-11 flex-wrap items-baseline gap-x-3 py-2 font-sans text-control ${id === chosen ? "font-medium text-ink" : "text-accent hover:underline"}`}
            >
              <span className="w-20 shrink-0 text-note font-normal text-muted">{part}</span>
              <span className="min-w-0 break-words">{says}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
