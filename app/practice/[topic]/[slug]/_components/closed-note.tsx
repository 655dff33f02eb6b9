import Link from "next/link";
import type { DrawnFor } from "#lib/course/variants.ts";

const origins = { drill: "a drill", placement: "a placement", quiz: "a quiz", assignment: "an assignment" } as const;

interface ClosedNoteProps {
  drawnFor: DrawnFor;
  /** Whether it was answered right, or its solution was shown. */
  settled: boolean;
  /** The page of the variant that is worked on. */
  current: string;
}

/** Above a variant that one looks back at: why nothing can be typed, and what can be done. */
export function ClosedNote({ drawnFor, settled, current }: ClosedNoteProps) {
  return (
    <p className="mb-6 border-l-2 border-accent pl-4 font-sans text-note">
      {drawnFor !== "practice"
        ? `You met this variant in ${origins[drawnFor]}. It stays as it is, to look back at.`
        : settled
          ? "This variant is closed. Taken up again it is for practice only, and earns nothing more."
          : "This variant is closed, since you went on to another. Take it up again, and it can still earn what is left."}{" "}
      <Link href={current} className="link inline-block py-1">
        To your current variant
      </Link>
    </p>
  );
}
