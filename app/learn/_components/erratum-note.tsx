import { Sentence } from "#components/math/sentence.tsx";
import { type ErratumId, errata } from "#lib/tutorial/errata.ts";

/** Where the tutorial is wrong: the printed value beside the true one. Stands in the margin where there is one. */
export function ErratumNote({ id }: { id: ErratumId }) {
  const erratum = errata.find((known) => known.id === id);
  if (!erratum) return null;
  return (
    <div role="note" data-erratum={id} className="sidenote font-sans text-note">
      <p className="font-semibold text-hold">The tutorial errs here</p>
      <dl className="mt-1">
        <dt className="eyebrow">printed</dt>
        <dd>
          <Sentence>{erratum.printed}</Sentence>
        </dd>
        <dt className="eyebrow mt-1">true</dt>
        <dd className="font-medium">
          <Sentence>{erratum.right}</Sentence>
        </dd>
      </dl>
      <p className="mt-1 text-muted">
        <Sentence>{erratum.why}</Sentence>
      </p>
    </div>
  );
}
