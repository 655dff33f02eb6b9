import type { ReactNode } from "react";
import { errata } from "#lib/tutorial/errata.ts";
import { ErratumNote } from "./erratum-note.tsx";

interface ExampleProps {
  n: number;
  title: string;
  children: ReactNode;
}

/** An example of the tutorial, worked; with what the tutorial has wrong in it. */
export function Example({ n, title, children }: ExampleProps) {
  return (
    <section data-example={n} id={`example-${n}`} aria-labelledby={`example-${n}-name`} className={block}>
      <Heading id={`example-${n}-name`} label={`Example ${n}`} title={title} />
      {errata
        .filter(({ example }) => example === n)
        .map((erratum) => (
          <ErratumNote key={erratum.id} id={erratum.id} />
        ))}
      {children}
    </section>
  );
}

/** A practice problem of the tutorial, worked. */
export function Practice({ n, title, children }: ExampleProps) {
  return (
    <section data-practice={n} id={`practice-${n}`} aria-labelledby={`practice-${n}-name`} className={block}>
      <Heading id={`practice-${n}-name`} label={`Practice problem ${n}`} title={title} />
      {errata
        .filter(({ practice }) => practice === n)
        .map((erratum) => (
          <ErratumNote key={erratum.id} id={erratum.id} />
        ))}
      {children}
    </section>
  );
}

const block = "mt-8 scroll-mt-6 border-l-2 border-rule pl-4 md:pl-6";

function Heading({ id, label, title }: { id: string; label: string; title: string }) {
  return (
    <h3 id={id} className="mb-2">
      <span className="eyebrow block">{label}</span>
      <span className="text-h3">{title}</span>
    </h3>
  );
}
