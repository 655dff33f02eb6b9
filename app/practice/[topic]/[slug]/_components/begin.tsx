import { NewVariant } from "#app/_components/workspace/new-variant.tsx";
import type { Place } from "#app/_components/workspace/place.ts";

const says = {
  1: "The first steps, one at a time.",
  2: "More of the chain in one go.",
  3: "All of it, as you would meet it.",
} as const;

interface BeginProps {
  place: Place;
  summary: string;
  level: 1 | 2 | 3;
}

/** Before the first variant: what it is about, and the way in. */
export function Begin({ place, summary, level }: BeginProps) {
  return (
    <div className="max-w-measure">
      <p className="text-lead">{summary}</p>
      <p className="mt-4 mb-8 text-muted">
        Level {level}: {says[level]} You get numbers of your own, as many tries as you like, and hints when you ask for
        them.
      </p>
      <NewVariant place={place} after={0} look="primary">
        Begin
      </NewVariant>
    </div>
  );
}
