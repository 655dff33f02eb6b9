import type { ReactNode } from "react";
import type { ExerciseCard } from "#lib/course/exercises.ts";
import type { Practice } from "#lib/course/practice.ts";
import type { Idea } from "#lib/tutorial/idea.ts";
import type { LessonSlug } from "#lib/tutorial/lessons.ts";
import { Check } from "./check.tsx";
import { Drills } from "./drills.tsx";

interface IdeaSectionProps {
  lesson: LessonSlug;
  idea: Idea;
  cards: readonly ExerciseCard[];
  /** The variant of its check, while that is open. */
  practice: Practice | undefined;
  children: ReactNode;
}

/** One idea: its text, an exercise to check oneself, and the others that drill it. */
export function IdeaSection({ lesson, idea, cards, practice, children }: IdeaSectionProps) {
  const drills = idea.drills.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  const [check] = drills;
  return (
    <section id={idea.id} aria-labelledby={`${idea.id}-name`} className={block}>
      <p className="eyebrow">{placeOf(idea, lesson)}</p>
      <h2 id={`${idea.id}-name`} className="mb-3 text-h2">
        {idea.title}
      </h2>
      {children}
      <div className="clear-right mt-8">
        {check && <Check lesson={lesson} idea={idea.id} exercise={check} practice={practice} />}
        <Drills idea={idea} cards={drills} />
      </div>
    </section>
  );
}

/** Laid out when it comes near, with its notes in the margin. */
const block = "far mt-16 scroll-mt-6 first:mt-0 min-[1240px]:-mr-[17.5rem] min-[1240px]:pr-[17.5rem]";

function placeOf({ sections }: Idea, lesson: LessonSlug): string {
  if (lesson === "summary") return "All sections";
  if (sections.length === 0) return "Beyond the tutorial";
  return `Section${sections.length > 1 ? "s" : ""} ${sections.join(" and ")}`;
}
