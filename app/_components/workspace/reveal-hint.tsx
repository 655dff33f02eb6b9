"use client";

import { button } from "#components/ui/button.ts";
import { useReveal } from "./use-reveal.ts";

interface RevealHintProps {
  variantId: string;
  shown: number;
  left: number;
  /** What the next hint takes from the credit, from 0 to 1. */
  costs: number;
}

/** The next hint; what it costs is said before it is taken. */
export function RevealHint({ variantId, shown, left, costs }: RevealHintProps) {
  const { busy, failure, show } = useReveal(variantId);
  if (left === 0) return <p className="text-muted">There are no more hints.</p>;
  const price =
    costs > 0
      ? `The next one takes ${Math.round(100 * costs)} % off what a right answer earns.`
      : "It costs nothing more.";
  return (
    <>
      <p id="hint-costs" className="mb-2 text-muted">
        {shown === 0
          ? `${left} ${left === 1 ? "hint tells" : "hints tell"} the way, one step at a time. `
          : `${left} left. `}
        {price}
      </p>
      <button
        type="button"
        disabled={busy}
        aria-describedby="hint-costs"
        data-shortcut="h"
        onClick={() => show("hint", shown)}
        className={button.quiet}
      >
        {shown === 0 ? "Show a hint" : "Show the next hint"}
      </button>
      <p role="alert" className="text-wrong empty:hidden">
        {failure}
      </p>
    </>
  );
}
