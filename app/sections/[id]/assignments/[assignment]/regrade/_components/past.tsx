import { Sentence } from "#components/math/sentence.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { doneInWords } from "#lib/course/regrade/in-words.ts";
import type { PastRegrade } from "#lib/course/regrade/past.ts";

/** What was regraded before: when, by whom, what and why. */
export function Past({ past }: { past: readonly PastRegrade[] }) {
  return (
    <section aria-labelledby="past" className="border-t border-rule py-8">
      <h2 id="past" className="text-h2">
        Regrades of this assignment
      </h2>
      {past.length === 0 ? (
        <p className="mt-2 font-sans text-note text-muted">There were none.</p>
      ) : (
        <ol className="mt-3 divide-y divide-rule border-y border-rule">
          {past.map(({ id, by, at, says, reason, keep, ...counts }) => (
            <li key={id} className="py-3">
              <p className="break-words">“{reason}”</p>
              <p className="mt-1 font-sans text-note break-words">
                <Sentence>
                  {says.length === 0 ? "Judged again by the same terms." : `Changed ${says.join("; ")}.`}
                </Sentence>{" "}
                {doneInWords(counts)} {keep && "Never lower."}
              </p>
              <p className="mt-1 font-sans text-note text-muted">
                {by ?? "Somebody who has deleted their account"} · <LocalTime iso={at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
