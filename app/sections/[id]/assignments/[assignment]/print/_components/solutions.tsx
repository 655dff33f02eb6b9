import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { WorkedSolution } from "#components/solution/worked-solution.tsx";
import { PaperHead, type PaperProps, sheetClass } from "./paper-head.tsx";

/** One sheet worked out. */
export function Solutions(props: PaperProps) {
  const { paper } = props;
  return (
    <article aria-label={`Solutions, ${paper.name ?? `version ${paper.number}`}`} className={sheetClass}>
      <PaperHead {...props} kind="worked solutions" />
      {paper.items.map(({ position, title, view, solution }) => (
        <section key={position} className="mt-8">
          <div className="break-inside-avoid">
            <h3 className="text-h3">
              {position}. {title}
            </h3>
            <Prose className="mt-2 print:max-w-none">{view.prompt}</Prose>
            {view.figure && <Figure figure={view.figure} />}
          </div>
          <WorkedSolution solution={solution} />
        </section>
      ))}
    </article>
  );
}
