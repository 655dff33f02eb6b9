import { NewVariant } from "#app/_components/workspace/new-variant.tsx";
import type { ExerciseAbout } from "#lib/course/exercises.ts";

const says = {
  1: "The first steps, one at a time.",
  2: "More of the chain in one go.",
  3: "All of it, as you would meet it.",
} as const;

/** Before the first variant: what it is about, and the way in. */
export function Begin({ exercise, level }: { exercise: ExerciseAbout; level: 1 | 2 | 3 }) {
  return (
    <div className="max-w-measure">
      <p className="text-lead">{exercise.summary}</p>
      <p className="mt-4 text-muted">
        Level {level}: {says[level]} You get numbers of your own, as many tries as you like, and hints when you ask for
        them.
      </p>
      <dl className="mt-6 mb-8 font-sans text-note">
        <dt className="eyebrow">What it trains</dt>
        <dd>{exercise.skills.map(({ name }) => name).join(" · ")}</dd>
      </dl>
      <NewVariant place={{ exercise: exercise.id, level }} after={0} look="primary">
        Begin
      </NewVariant>
    </div>
  );
}
