import { Tex } from "#components/math/tex.tsx";
import type { Idea } from "#lib/tutorial/idea.ts";

type FormulaId = NonNullable<Idea["formulas"]>[number];

/** A formula of the tutorial, displayed. A test looks for all of them. */
export function Formula({ id, children }: { id: FormulaId; children: string }) {
  return (
    <div data-formula={id} className="my-4 text-lead">
      <Tex display>{children}</Tex>
    </div>
  );
}
