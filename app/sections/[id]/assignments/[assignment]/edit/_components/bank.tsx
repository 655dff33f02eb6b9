import Form from "next/form";
import Link from "next/link";
import { addItem } from "#app/_actions/add-item.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { button } from "#components/ui/button.ts";
import { searchBank } from "#lib/course/assignment/search.ts";
import { listTopics } from "#lib/course/topics.ts";

interface BankProps {
  assignment: string;
  here: string;
  q: string;
  topic: string;
}

/** The bank of exercises, to search and to add from. */
export function Bank({ assignment, here, q, topic }: BankProps) {
  const found = searchBank(q, topic);
  return (
    <section aria-labelledby="bank" className="border-t border-rule py-8">
      <h2 id="bank" className="text-h2">
        The bank
      </h2>
      <Form action={here} scroll={false} className="mt-4 flex flex-wrap items-end gap-3 font-sans">
        <div className="min-w-0 flex-1 basis-60">
          <label htmlFor="q" className="text-control font-medium">
            Search
          </label>
          <input
            // What the page shows may change by a link too, and the field has to follow.
            key={q}
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
          />
        </div>
        <div>
          <label htmlFor="topic" className="text-control font-medium">
            Topic
          </label>
          <select
            key={topic}
            id="topic"
            name="topic"
            defaultValue={topic}
            className="mt-1.5 block h-11 rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
          >
            <option value="">All topics</option>
            {listTopics().map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className={button.secondary}>
          Search
        </button>
      </Form>
      <p role="status" className="mt-3 font-sans text-note text-muted">
        {found.length === 0
          ? "Nothing here is called that. Try a word of the title, the skill or the topic."
          : `${found.length} ${found.length === 1 ? "exercise" : "exercises"}`}
      </p>
      <ul className="relative mt-3 max-h-[32rem] divide-y divide-rule overflow-y-auto border-y border-rule">
        {found.map(({ id, title, summary }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-72">
              <h3 className="font-medium">{title}</h3>
              <p className="text-note text-muted">{summary}</p>
            </div>
            <div className="flex flex-wrap items-center gap-x-4 font-sans text-note">
              <Link
                href={`${here}?${new URLSearchParams({ q, topic, sample: id }).toString()}#sample`}
                className="link inline-block py-2"
              >
                Look<span className="sr-only"> at {title}</span>
              </Link>
              <span aria-hidden="true">Add level</span>
              {(["1", "2", "3"] as const).map((level) => (
                <ActionButton key={level} action={addItem} fields={{ assignment, exercise: id, level }} look="quiet">
                  <span className="sr-only">Add {title}, level </span>
                  <span className="inline-flex size-8 items-center justify-center">{level}</span>
                </ActionButton>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
