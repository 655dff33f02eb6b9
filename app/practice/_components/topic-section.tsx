import Link from "next/link";
import type { Mastered } from "#app/practice/mastered.ts";
import { soFar } from "#app/practice/so-far.ts";
import type { PracticeCard } from "#lib/course/browse.ts";
import type { Topic } from "#lib/course/topics.ts";
import { Meter } from "./meter.tsx";

/** A topic on the overview: what it is about, how much there is, and how far one is. */
export function TopicSection({ topic: { id, name, section, says }, cards, skills }: TopicSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      className="scroll-mt-6 border-t border-rule py-6 target:bg-accent-wash"
    >
      <p className="eyebrow">Section {section}</p>
      <h2 id={`${id}-name`} className="text-h2">
        <Link href={`/practice/${id}`} className="hover:text-accent hover:underline">
          {name}
        </Link>
      </h2>
      <p className="mt-1">{says}</p>
      <p className="mt-1 mb-3 font-sans text-fine text-muted">
        {cards.length} {cards.length === 1 ? "exercise" : "exercises"}, three levels each
      </p>
      <Meter soFar={soFar(cards)} skills={skills} />
    </section>
  );
}

interface TopicSectionProps {
  topic: Topic;
  /** Its exercises. */
  cards: readonly PracticeCard[];
  skills: Mastered;
}
