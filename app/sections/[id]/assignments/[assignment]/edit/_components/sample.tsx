import Link from "next/link";
import { PartField } from "#components/answers/part-field.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import type { Actor } from "#lib/course/actor.ts";
import { sampleFor } from "#lib/course/assignment/sample.ts";

interface SampleProps {
  actor: Actor;
  section: string;
  here: string;
  of: { exercise: string; level: 1 | 2 | 3; count: number };
  q: string;
  topic: string;
}

/** A variant as students would meet it, with its solution. */
export async function Sample({ actor, section, here, of, q, topic }: SampleProps) {
  const sample = await sampleFor(actor, section, of);
  if (!sample) return null;
  const { view, solution } = sample;
  const to = (more: Record<string, string>) =>
    `${here}?${new URLSearchParams({ q, topic, sample: of.exercise, level: String(of.level), ...more }).toString()}#sample`;
  return (
    <section aria-labelledby="sample" className="border-t border-rule py-8">
      <p className="eyebrow">A sample; nobody is given these numbers</p>
      <h2 id="sample" className="mt-1 scroll-mt-6 text-h2">
        {view.title}, level {of.level}
      </h2>
      <p className="mt-2 flex flex-wrap gap-x-5 font-sans text-note">
        {(["1", "2", "3"] as const)
          .filter((level) => level !== String(of.level))
          .map((level) => (
            <Link key={level} href={to({ level })} scroll={false} className="link py-2">
              Level {level}
            </Link>
          ))}
        <Link href={to({ count: String(of.count + 1) })} scroll={false} className="link py-2">
          Another sample
        </Link>
        <Link href={`${here}?${new URLSearchParams({ q, topic }).toString()}`} scroll={false} className="link py-2">
          Close
        </Link>
      </p>
      <div className="mt-4 max-w-[42rem]">
        <Prose className="max-w-measure">{view.prompt}</Prose>
        {view.figure && <Figure figure={view.figure} />}
        <div className="mt-5 border-y border-rule">
          {view.parts.map((part) => (
            <PartField
              key={part.step}
              part={{ step: part.step, words: part.words, spec: part.spec, rule: part.rule }}
              letter={undefined}
              label={<Tex>{part.label}</Tex>}
              options={
                "options" in part.spec
                  ? part.spec.options.map(({ id, text }) => ({ id, text, label: <Sentence key={id}>{text}</Sentence> }))
                  : []
              }
            />
          ))}
        </div>
        <details className="mt-6">
          <summary className="font-sans text-control font-medium text-accent">Its solution</summary>
          <div className="mt-5">
            <WorkedSolution solution={solution} />
          </div>
        </details>
      </div>
    </section>
  );
}
