import Link from "next/link";
import { Broken } from "#app/_components/workspace/broken.tsx";
import type { Place } from "#app/_components/workspace/place.ts";
import { Workspace } from "#app/_components/workspace/workspace.tsx";
import { addressAt } from "#app/practice/exercise-address.ts";
import { button } from "#components/ui/button.ts";
import type { Practice } from "#lib/course/practice.ts";
import type { DrawnFor, VariantEntry } from "#lib/course/variants.ts";
import { Begin } from "./begin.tsx";
import { ClosedNote } from "./closed-note.tsx";
import { VariantList } from "./variant-list.tsx";

interface ShownVariantProps {
  place: Place & { list: string };
  level: 1 | 2 | 3;
  summary: string;
  variants: readonly VariantEntry[];
  /** The one that is worked on; null before the first. */
  current: Practice | null;
  /** The one that the address asks for, if it is one of theirs. */
  chosen: { practice: Practice; drawnFor: DrawnFor } | null;
}

/** One variant of the exercise and the way to the others, or the way to the first. */
export function ShownVariant({ place, level, summary, variants, current, chosen }: ShownVariantProps) {
  const practice = chosen?.practice ?? current;
  const drawnFor = chosen?.drawnFor ?? "practice";
  const { exercise, list } = place;
  const all = (
    <VariantList exercise={exercise} level={level} list={list} variants={variants} shown={practice?.number} />
  );
  if (!practice)
    return (
      <>
        {all}
        <Begin place={place} summary={summary} level={level} />
      </>
    );
  const address = addressAt(exercise, { level, list });
  const isBack = current !== null && practice.variantId !== current.variantId;
  return (
    <>
      {all}
      {isBack && practice.state === "done" && (
        <ClosedNote drawnFor={drawnFor} settled={practice.solution !== null} current={address} />
      )}
      {practice.state === "broken" ? (
        <Broken place={place} latest={practice.latest} />
      ) : (
        <Workspace
          place={place}
          practice={practice}
          {...(drawnFor !== "practice" && {
            next: (
              <Link href={address} className={button.secondary}>
                Practise this exercise
              </Link>
            ),
          })}
        />
      )}
    </>
  );
}
