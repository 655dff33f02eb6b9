import { percent } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Said } from "#lib/course/review/work.ts";

/** What was said and set by hand, in its order. */
export function SaidList({ said }: { said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="mt-4 space-y-3 border-l-2 border-accent pl-4">
      {said.map(({ kind, score, says, by, at }) => (
        <li key={`${at} ${kind}`}>
          <p className="font-sans text-fine text-muted">
            {by}, <LocalTime iso={at} />
            {kind === "score" && `: set to ${percent(score ?? 0)}`}
            {kind === "cleared" && ": took the score back"}
          </p>
          {says && <p className="max-w-measure whitespace-pre-line break-words">{says}</p>}
        </li>
      ))}
    </ul>
  );
}
