import Link from "next/link";
import { changeItemTerms } from "#app/_actions/change-item-terms.ts";
import { checkItemTerms } from "#app/_actions/check-item-terms.ts";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Tex } from "#components/math/tex.tsx";
import type { Actor } from "#lib/course/actor.ts";
import { itemTerms } from "#lib/course/assignment/item-terms.ts";
import { LiveReaches } from "./live-reaches.tsx";
import { PartFields } from "./part-fields.tsx";

interface ItemTermsProps {
  actor: Actor;
  assignment: string;
  item: string;
  here: string;
  mayChange: boolean;
}

/** How near an answer to one item has to be, and how much each of its parts counts. */
export async function ItemTerms({ actor, assignment, item, here, mayChange }: ItemTermsProps) {
  const terms = await itemTerms(actor, assignment, item);
  if (!terms) return null;
  const { title, level, parts, reaches } = terms;
  return (
    <section aria-labelledby="terms" className="border-t border-rule py-8">
      <p className="eyebrow">Tolerance and weights</p>
      <h2 id="terms" className="mt-1 scroll-mt-6 text-h2">
        {title}, level {level}
      </h2>
      <p className="mt-2 max-w-measure">
        The exercise’s own tolerances are checked to tell every known mistake from the right answer. Where you set
        another, the same is checked over forty samples.
      </p>
      <p className="mt-1 font-sans text-note">
        <Link href={here} scroll={false} className="link inline-block py-2">
          Close
        </Link>
      </p>
      <div className="mt-3 max-w-[42rem]">
        {mayChange ? (
          <InPlaceForm key={item} name="Tolerance and weights" action={changeItemTerms} submit="Save these">
            <input type="hidden" name="assignment" value={assignment} />
            <input type="hidden" name="item" value={item} />
            <LiveReaches check={checkItemTerms} stored={reaches}>
              {parts.map((part) => (
                <PartFields key={part.step} part={part} alone={parts.length === 1} />
              ))}
            </LiveReaches>
          </InPlaceForm>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {parts.map(({ step, label, words, holds, weight }) => (
              <li key={step} className="flex flex-wrap justify-between gap-x-6 py-2.5">
                <span>
                  {words} <Tex>{label}</Tex>
                </span>
                <span className="font-sans text-note text-muted">
                  {holds}
                  {parts.length > 1 && `, counts ${weight}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
