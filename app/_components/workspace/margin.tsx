import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import type { WorkingPractice } from "#lib/course/practice.ts";
import { ideaDrilledBy } from "#lib/tutorial/find-idea.ts";
import { headingTag, levelIn } from "./heading-level.ts";
import { NewVariant } from "./new-variant.tsx";
import type { Place } from "./place.ts";
import { ReadLink } from "./read-link.tsx";
import { RevealHint } from "./reveal-hint.tsx";
import { RevealSolution } from "./reveal-solution.tsx";

interface MarginProps {
  place: Place;
  practice: WorkingPractice;
  /** Inside an attempt there is no variant to draw. */
  inAttempt: boolean;
}

/** The margin: hints, the way to the solution, and a fresh variant. Below the text on a phone. */
export function Margin({ place, practice, inAttempt }: MarginProps) {
  const { variantId, number, latest, state, again, hintsLeft, nextHintCosts, solution, rules } = practice;
  if (inAttempt && !rules.hints) return null;
  const isOpen = state === "open" && !rules.over;
  const hints = again === null ? practice.hints : [];
  const Heading = headingTag(levelIn(place));
  const idea = place.check === undefined ? ideaDrilledBy(place.exercise) : undefined;
  return (
    <aside
      aria-label="Hints and notes"
      className={`mt-14 space-y-8 text-note ${place.check ? "" : "lg:mt-1 lg:border-l lg:border-rule lg:pl-6"}`}
    >
      {(hints.length > 0 || (isOpen && !solution)) && (
        <section aria-labelledby="hints">
          <Heading id="hints" className="eyebrow mb-2">
            Hints
          </Heading>
          <div aria-live="polite">
            <ol className="mb-4 space-y-4 empty:hidden">
              {hints.map(({ step, text, formula }) => (
                <li key={step}>
                  <Sentence>{text}</Sentence>
                  <Tex display>{formula}</Tex>
                </li>
              ))}
            </ol>
          </div>
          {isOpen && !solution && (
            <RevealHint variantId={variantId} shown={hints.length} left={hintsLeft} costs={nextHintCosts} />
          )}
        </section>
      )}
      {isOpen && !solution && rules.givesUp && (
        <section aria-labelledby="give-up">
          <Heading id="give-up" className="eyebrow mb-2">
            Solution
          </Heading>
          <RevealSolution variantId={variantId} />
        </section>
      )}
      {idea && (
        <section aria-labelledby="lesson" className="screen-only">
          <Heading id="lesson" className="eyebrow mb-2">
            The lesson
          </Heading>
          <p>
            <ReadLink idea={idea} place={place} />
          </p>
        </section>
      )}
      {!inAttempt && (
        <section aria-labelledby="variant">
          <Heading id="variant" className="eyebrow mb-2">
            Variant {number}
          </Heading>
          <p className="mb-2 text-muted">The numbers were drawn for you. Others get others of the same difficulty.</p>
          <div className="screen-only">
            <NewVariant place={place} after={latest}>
              Draw a new variant
            </NewVariant>
          </div>
        </section>
      )}
    </aside>
  );
}
