"use client";

import { useState } from "react";
import { button } from "#components/ui/button.ts";
import { focusOnArrival, solutionId } from "./arrival.ts";
import { useReveal } from "./use-reveal.ts";

/** The worked solution, after asking once more, since it ends what the variant can earn. */
export function RevealSolution({ variantId }: { variantId: string }) {
  const { busy, failure, show } = useReveal(variantId);
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" data-shortcut="s" className={button.quiet} onClick={() => setAsking(true)}>
        Show the solution
      </button>
    );
  return (
    <div role="alertdialog" aria-labelledby="solution-ask" aria-describedby="solution-cost">
      <p id="solution-ask" className="font-semibold">
        Show the solution?
      </p>
      <p id="solution-cost" className="mb-3 text-muted">
        After that, an answer to this variant earns nothing. You can still practise on it, and draw a new one.
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: the question has just been asked for, and the focus belongs on its answer
          autoFocus
          className={button.secondary}
          onClick={() => setAsking(false)}
          onKeyDown={(event) => event.key === "Escape" && setAsking(false)}
        >
          Keep trying
        </button>
        <button
          type="button"
          disabled={busy}
          className={button.secondary}
          onClick={() => {
            focusOnArrival(solutionId);
            show("solution", 0);
          }}
        >
          Show it
        </button>
      </div>
      <p role="alert" className="mt-2 text-wrong empty:hidden">
        {failure}
      </p>
    </div>
  );
}
