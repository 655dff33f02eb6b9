import Link from "next/link";
import { Broken } from "#app/_components/workspace/broken.tsx";
import { NewVariant } from "#app/_components/workspace/new-variant.tsx";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import type { ExerciseCard } from "#lib/course/exercises.ts";
import type { Practice } from "#lib/course/practice.ts";
import { CheckHeading } from "./check-heading.tsx";

interface CheckProps {
  lesson: string;
  idea: string;
  exercise: ExerciseCard;
  /** The variant to show; undefined while this check is closed. */
  practice: Practice | undefined;
}

/** One exercise after an idea. Opening it draws a variant unless there is one; then it is worked on here. */
export function Check({ lesson, idea, exercise, practice }: CheckProps) {
  const place = { exercise: exercise.id, level: 1, check: `${lesson}/${idea}` };
  if (!practice)
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <NewVariant place={place} after={0} look="secondary">
          Check yourself<span className="sr-only"> with: {exercise.title}</span>
        </NewVariant>
        <p className="min-w-0 flex-1 basis-72 text-note text-muted">{exercise.summary}</p>
      </div>
    );
  return (
    <div className="rounded border border-edge bg-raised px-4 py-5 md:px-6">
      <CheckHeading id={`check-${idea}`}>Check yourself: {exercise.title}</CheckHeading>
      <p className="mt-1 mb-6 flex flex-wrap gap-x-6 font-sans text-note">
        <Link href={`/practice/${exercise.id}?level=1`} className="link">
          Open on a page of its own
        </Link>
        <Link href={`/learn/${lesson}#${idea}`} className="link">
          Put it away
        </Link>
      </p>
      {practice.state === "broken" ? (
        <Broken place={place} latest={practice.latest} />
      ) : (
        <Workspace place={place} practice={practice} />
      )}
    </div>
  );
}
