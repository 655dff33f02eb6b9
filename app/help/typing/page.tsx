import type { Metadata } from "next";
import { Contents } from "#app/_components/contents.tsx";
import { Later } from "#app/_components/later.tsx";
import { HelpEyebrow } from "#app/help/_components/help-eyebrow.tsx";
import { guideAt } from "#app/help/guides.ts";
import { typingGuide } from "#lib/course/typing-guide.ts";
import { ExampleRow } from "./_components/example-row.tsx";

const { title, says: description } = guideAt("/help/typing");

export const metadata: Metadata = { title, description };

/** Every example here is a row of the table that the grader is tested by, and is read while the page is made. */
export default function TypingPage() {
  const sections = typingGuide();
  const parts = sections.map(({ id, name, says, groups }) => (
    <section
      key={id}
      id={id}
      aria-labelledby={`${id}-name`}
      className="far mt-12 scroll-mt-6 first:mt-0 max-lg:first:mt-10"
    >
      <h2 id={`${id}-name`} className="text-h2">
        {name}
      </h2>
      <p className="mt-1 max-w-measure">{says}</p>
      {groups.map(({ title, examples }) => (
        <div key={title} className="mt-6">
          <h3 className="font-sans text-note font-semibold">{title}</h3>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {examples.map((example) => (
              <ExampleRow key={example.typed} example={example} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
  return (
    <article>
      <header className="max-w-measure border-b border-rule pb-6">
        <HelpEyebrow />
        <h1 className="text-h1">{title}</h1>
        <p className="mt-3">
          Type as you write. While you type, the field shows how it reads you; if that is not what you meant, change it
          before you check. What cannot be read costs nothing.
        </p>
        <p className="mt-3">
          Each example shows how it is read and what becomes of it. The line above a list says what the right answer is.
        </p>
      </header>
      <div className="mt-8 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-12">
        <Contents sections={sections} />
        <div className="min-w-0">
          {parts.slice(0, 1)}
          <Later>{parts.slice(1)}</Later>
        </div>
      </div>
    </article>
  );
}
