import { Figure } from "#components/figure/figure.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import type { Solution } from "#lib/exercise/solution.ts";
import { aligned } from "./aligned.ts";

/** The worked solution with the variant's own numbers; what was asked for is marked, and the end as in a proof. */
export function WorkedSolution({ solution: { lines, figure } }: { solution: Solution }) {
  return (
    <>
      <ol className="mt-5 space-y-6">
        {lines.map(({ step, text, tex, asked }) => (
          <li key={step} className={`border-l-2 pl-4 ${asked ? "border-accent" : "border-rule"}`}>
            <p>
              <Sentence>{text}</Sentence>
              {asked && <span className="ml-2 font-sans text-fine font-medium text-accent">asked for</span>}
            </p>
            <Tex display>{aligned(tex)}</Tex>
          </li>
        ))}
      </ol>
      {figure && <Figure figure={figure} />}
      <div aria-hidden="true" className="mt-3 ml-auto size-2.5 bg-ink" />
    </>
  );
}
