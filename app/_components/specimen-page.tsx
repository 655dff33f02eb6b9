import Link from "next/link";
import { PartField } from "#components/answers/part-field.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { Tex } from "#components/math/tex.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import { button } from "#components/ui/button.ts";
import type { Specimen } from "#lib/course/specimen.ts";

/** A page out of the book: one exercise as it is met, with notes in its margin. */
export function SpecimenPage({ specimen: { id, view, solution } }: { specimen: Specimen }) {
  const [part] = view.parts;
  return (
    <section aria-labelledby="specimen" className="border-y border-rule py-10">
      <p className="eyebrow">An exercise, as you will meet it</p>
      <h2 id="specimen" className="mt-1 text-h2">
        {view.title}
      </h2>
      <div className="mt-5 lg:grid lg:grid-cols-page lg:justify-between lg:gap-x-14">
        <div className="min-w-0">
          <Prose className="max-w-measure">{view.prompt}</Prose>
          {part && (
            <div className="mt-5 border-y border-rule">
              <PartField part={part} letter={undefined} label={<Tex>{part.label}</Tex>} options={[]} />
            </div>
          )}
          <details className="mt-6">
            <summary className="font-sans text-control font-medium text-accent">See it worked out</summary>
            <div className="mt-5">
              <WorkedSolution solution={{ ...solution, figure: undefined }} />
            </div>
          </details>
          {solution.figure && <Figure figure={solution.figure} />}
        </div>
        <aside
          aria-label="Notes on the exercise"
          className="mt-10 space-y-6 text-note lg:mt-1 lg:border-l lg:border-rule lg:pl-6"
        >
          <Note title="Type as you write">
            The field takes <Code>0.5*2+0.1</Code>, <Code>1/(1+e^-1)</Code> or <Code>2e-3</Code> and shows how it reads
            you. What it cannot read costs nothing.
          </Note>
          <Note title="Round on the way">
            Everybody does. How far that may carry is computed from the exercise itself, and stands beside the field.
          </Note>
          <Note title="Learn what went wrong">
            A forgotten bias, a turned sign, a missing link of the chain: known mistakes are recognised, and what you
            built rightly on one still counts.
          </Note>
          <Link href={`/practice/${id}?level=1`} className={button.secondary}>
            Solve one with your own numbers
          </Link>
        </aside>
      </div>
    </section>
  );
}

function Note({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <p className="mt-0.5 text-muted">{children}</p>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-[0.88em] whitespace-nowrap text-accent-strong">{children}</code>;
}
