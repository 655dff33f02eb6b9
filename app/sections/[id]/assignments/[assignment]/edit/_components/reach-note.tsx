import { Sentence } from "#components/math/sentence.tsx";
import type { Warnings } from "#lib/course/assignment/item-terms.ts";

const shown = 6;

/** Which mistakes a tolerance would take for the right answer, and in how many samples. */
export function ReachNote({ samples, mistakes, lost, words }: Warnings) {
  return (
    <div className="max-w-measure border-l-2 border-hold pl-3 text-note">
      <p className="font-sans font-medium">These tolerances are wide.</p>
      <ul className="mt-1 space-y-1.5">
        {lost.map(({ step, count }) => (
          <li key={step}>
            In {count} of {samples} samples so few decimals keep nothing of {words[step]}, and 0 would be right.
          </li>
        ))}
        {mistakes.slice(0, shown).map(({ step, says, count }) => (
          <li key={`${step} ${says}`}>
            In {count} of {samples} samples {words[step]} would be right for whoever is now told: “
            <Sentence>{says}</Sentence>”
          </li>
        ))}
      </ul>
      {mistakes.length > shown && (
        <p className="mt-1.5">
          And {mistakes.length - shown} more {mistakes.length - shown === 1 ? "mistake" : "mistakes"}.
        </p>
      )}
      <p className="mt-1.5 font-sans text-muted">You can use them all the same.</p>
    </div>
  );
}
