import type { ReactNode } from "react";
import { Contents } from "#app/_components/contents.tsx";
import { HelpEyebrow } from "./help-eyebrow.tsx";

interface GuideProps {
  title: string;
  /** What it comes down to, before the sections. */
  lead: ReactNode;
  sections: readonly { id: string; name: string; body: ReactNode }[];
}

/** A page of help: what it comes down to, then its sections with their contents beside them. */
export function Guide({ title, lead, sections }: GuideProps) {
  return (
    <article>
      <header className="max-w-measure border-b border-rule pb-6">
        <HelpEyebrow />
        <h1 className="text-h1">{title}</h1>
        <p className="mt-3">{lead}</p>
      </header>
      <div className="mt-8 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-12">
        <Contents sections={sections} />
        <div className="min-w-0 max-w-measure">
          {sections.map(({ id, name, body }) => (
            <section
              key={id}
              id={id}
              aria-labelledby={`${id}-name`}
              className="mt-12 scroll-mt-6 space-y-3 first:mt-0 max-lg:first:mt-10"
            >
              <h2 id={`${id}-name`} className="text-h2">
                {name}
              </h2>
              {body}
            </section>
          ))}
        </div>
      </div>
    </article>
  );
}
